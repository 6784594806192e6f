"""Finding a table's words in a stretch of text, for languages with and without spaces between words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct

from factcheck.patterns import compiled

# A Latin word goes on across a place where one of these stands on the other side of it.
_INSIDE = r"[^\W_]"


class WordList(Struct, frozen=True, dict=True):  # with room for its patterns
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
        found = self._backwards.search(text[::-1]) if text else None
        return (len(text) - found.end(), found[0][::-1]) if found else (-1, "")

    def first(self, text: str, start: int = 0) -> tuple[int, str]:
        """The word that begins first in the text from `start`, with its offset; the longer wins."""
        found = self._forwards.search(text, start)
        return (found.start(), found[0]) if found else (-1, "")

    def within(self, text: str) -> bool:
        """Whether any of the words stands in the text."""
        return bool(text) and self._forwards.search(text) is not None

    @cached_property
    def _forwards(self) -> re.Pattern[str]:
        return self._pattern(self.by_first)

    @cached_property
    def _backwards(self) -> re.Pattern[str]:
        """The words as they stand in a text that is read from its end."""
        return self._pattern({last: [word[::-1] for word in words] for last, words in self.by_last.items()})

    def _pattern(self, words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
        """Any of the words, given by their first letters; a look at the letter alone passes most places over."""
        if not words:
            return compiled(r"(?!)")
        any_of = "|".join(re.escape(word) for alike in words.values() for word in alike)
        pattern = f"(?=[{re.escape(''.join(words))}])(?:{any_of})"
        return compiled(f"(?<!{_INSIDE}){pattern}(?!{_INSIDE})" if self.spaced else pattern)


@cache
def word_list(words: tuple[str, ...], spaced: bool) -> WordList:
    """A word list, made once for each table. Among those that begin or end alike, the longest come first."""
    by_first: dict[str, list[str]] = {}
    by_last: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word)
        by_last.setdefault(word[-1], []).append(word)
    return WordList(spaced, by_first, by_last)
