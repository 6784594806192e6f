"""Dictionaries that are asked for the longest of their words at a place of a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """What stands from `start` to `end` in a text."""

    value: Value
    start: int
    end: int


class Spellings(Generic[Value]):
    """Words and what they stand for. A word is looked for as written and, with `fold`, in lower case.

    Where it begins or ends in a Latin letter or a figure, a Latin word of the text must begin or end there too.
    """

    def __init__(self, words: Mapping[str, Value], *, fold: bool) -> None:
        self._words = words
        self._fold = fold
        self._by_first = _lengths(words, 0, fold=fold)
        self._by_last = _lengths(words, -1, fold=fold)

    def behind(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that begins at `at`."""
        for length in self._by_first.get(text[at : at + 1], ()):
            end = at + length
            value = self._get(text[at:end])
            if value is not None and end <= len(text) and not (text[end - 1].isascii() and _runs_on(text, end)):
                return Found(value, at, end)
        return None

    def ahead(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that ends at `at`."""
        for length in self._by_last.get(text[at - 1 : at], ()):
            start = at - length
            if start >= 0:
                value = self._get(text[start:at])
                if value is not None and not (text[start].isascii() and _runs_on(text, start)):
                    return Found(value, start, at)
        return None

    def _get(self, word: str) -> Value | None:
        value = self._words.get(word)
        if value is None and self._fold:
            return self._words.get(word.lower())
        return value


def _lengths(words: Mapping[str, object], index: int, *, fold: bool) -> dict[str, tuple[int, ...]]:
    """For every first (or last) character, how long the words are that have it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[index], set()).add(len(word))
        if fold:
            lengths.setdefault(word[index].upper(), set()).add(len(word))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}


def _runs_on(text: str, at: int) -> bool:
    """Whether a Latin word or number goes on across the place `at`."""
    pair = text[at - 1 : at + 1] if at else ""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
