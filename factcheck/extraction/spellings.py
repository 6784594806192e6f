"""Dictionaries that are asked for the longest of their words at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

Value = TypeVar("Value")


class Found(Struct, Generic[Value], frozen=True, gc=False):
    """What stands from `start` to `end` in a text."""

    value: Value
    start: int
    end: int


class Spellings(Generic[Value]):
    """Words and what they stand for. A word is looked for as written and, with `fold`, in lower case.

    Where it begins or ends in a Latin letter or a figure, a Latin word of the text must begin or end there too. `first` and
    `last` are the characters that the words begin and end with: asking them first spares a call where most places hold none.
    """

    def __init__(self, words: Mapping[str, Value], *, fold: bool) -> None:
        self._words = words
        self._fold = fold

    @cached_property
    def _by_start(self) -> dict[str, tuple[int, ...]]:
        return _lengths(self._words, slice(2), fold=self._fold)

    @cached_property
    def _by_end(self) -> dict[str, tuple[int, ...]]:
        return _lengths(self._words, slice(-2, None), fold=self._fold)

    @cached_property
    def first(self) -> frozenset[str]:
        return _letters((word[0] for word in self._words), fold=self._fold)

    @cached_property
    def last(self) -> frozenset[str]:
        return _letters((word[-1] for word in self._words), fold=self._fold)

    def behind(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that begins at `at`."""
        if text[at : at + 1] not in self.first:
            return None
        start = text[at : at + 2].lower() if self._fold else text[at : at + 2]
        lengths = self._by_start.get(start) or self._by_start.get(start[:1], ())
        for length in lengths:
            end = at + length
            word = text[at:end]
            value = self._words.get(word)
            if value is None and self._fold:
                value = self._words.get(word.lower())
            if value is not None and end <= len(text) and not (text[end - 1].isascii() and _runs_on(text, end)):
                return Found(value, at, end)
        return None

    def ahead(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that ends at `at`."""
        if at < 1 or text[at - 1] not in self.last:
            return None
        tail = text[max(0, at - 2) : at].lower() if self._fold else text[max(0, at - 2) : at]
        lengths = self._by_end.get(tail) or self._by_end.get(tail[-1:], ())
        for length in lengths:
            start = at - length
            if start < 0:
                continue
            word = text[start:at]
            value = self._words.get(word)
            if value is None and self._fold:
                value = self._words.get(word.lower())
            if value is not None and not (text[start].isascii() and _runs_on(text, start)):
                return Found(value, start, at)
        return None


def _lengths(words: Iterable[str], pair_of: slice, *, fold: bool) -> dict[str, tuple[int, ...]]:
    """How long the words are that share their first (or last) two characters, the longest first.

    A word of one character stands under itself, and is looked for where no longer word can be.
    """
    lengths: dict[str, tuple[int, ...]] = {}
    for word in words:
        pair, length = word[pair_of], len(word)
        if fold:
            pair = pair.lower()
        known = lengths.get(pair, ())
        if length not in known:
            lengths[pair] = tuple(sorted((*known, length), reverse=True)) if known else (length,)
    single = {pair for pair in lengths if len(pair) == 1}
    for pair, known in lengths.items():
        if known[-1] > 1 and (pair[0] in single or pair[-1] in single):
            lengths[pair] = (*known, 1)
    return lengths


def _letters(letters: Iterable[str], *, fold: bool) -> frozenset[str]:
    found = frozenset(letters)
    return found | {letter.upper() for letter in found} if fold else found


def _runs_on(text: str, at: int) -> bool:
    """Whether a Latin word or number goes on across the place `at`."""
    pair = text[at - 1 : at + 1] if at else ""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
