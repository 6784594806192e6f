"""Finding a table's words in a stretch of text, for languages with and without spaces between words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct


class WordList(Struct, frozen=True):
    """Words to look for. In a spaced language a word must begin and end at a word's edge, whatever its case."""

    spaced: bool
    by_first: Mapping[str, Sequence[str]]
    by_last: Mapping[str, Sequence[str]]

    def at_start(self, text: str, start: int = 0) -> str:
        """The longest word that the text begins with from `start`, or ""."""
        for word in self.by_first.get(text[start : start + 1], ()):
            end = start + len(word)
            if text.startswith(word, start) and not (self.spaced and text[end : end + 1].isalnum()):
                return word
        return ""

    def at_end(self, text: str) -> str:
        """The longest word that the text ends with, or ""."""
        for word in self.by_last.get(text[-1:], ()):
            if text.endswith(word) and not (self.spaced and text[-len(word) - 1 : -len(word)].isalnum()):
                return word
        return ""

    def last(self, text: str) -> tuple[int, str]:
        """The word that ends last in the text, with its offset: (-1, "") when there is none. The longer wins."""
        for end in range(len(text), 0, -1):
            for word in self.by_last.get(text[end - 1], ()):
                at = end - len(word)
                if text.startswith(word, at) and at >= 0 and not (self.spaced and _inside_a_word(text, at, end)):
                    return at, word
        return -1, ""

    def first(self, text: str, start: int = 0) -> tuple[int, str]:
        """The word that begins first in the text from `start`, with its offset; the longer wins."""
        for at in range(start, len(text)):
            for word in self.by_first.get(text[at], ()):
                if text.startswith(word, at) and not (self.spaced and _inside_a_word(text, at, at + len(word))):
                    return at, word
        return -1, ""

    def within(self, text: str) -> bool:
        """Whether any of the words stands in the text."""
        return not self.by_first.keys().isdisjoint(text) and self.first(text)[0] >= 0


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin word goes on across either end of a stretch."""
    return (start > 0 and text[start - 1].isalnum()) or text[end : end + 1].isalnum()


@cache
def word_list(words: tuple[str, ...], spaced: bool) -> WordList:
    """A word list, made once for each table. Among those that begin or end alike, the longest come first."""
    by_first: dict[str, list[str]] = {}
    by_last: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word)
        by_last.setdefault(word[-1], []).append(word)
    return WordList(spaced, by_first, by_last)
