"""Fixed expressions that hold a number: words (四川, 统一), quoted slogans, rows of numerals and nouns (一核四融五级)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from factcheck.extraction.measured import Measured
from factcheck.extraction.spellings import Spellings
from factcheck.extraction.units import UnitReader
from factcheck.language import idioms
from factcheck.model.document import Language
from factcheck.patterns import compiled

# How far around a numeral of a row its neighbours are looked for, and how far where brackets explain the nouns:
# 一核(党建为核心)四融(融合法治、自治)五级.
_LONGEST_ROW = 12
_LONGEST_GLOSS = 90
_BRACKETS = ("(", "（", ")", "）")

# A quotation that holds a slogan or a name is no longer than this; a longer one is speech.
_SHORT_QUOTATION = 30


class Expressions:
    """Tells which numbers of one language are part of a fixed expression."""

    def __init__(self, language: Language, heads: re.Pattern[str], units: UnitReader, *, fold: bool) -> None:
        table = idioms.table(language)
        offsets = _by_offset(idioms.entries(table.words), heads)
        self._idioms = Spellings(dict.fromkeys(offsets.pop(0, ()), True), fold=fold)
        self._inner_words = {
            at: Spellings(dict.fromkeys(some, True), fold=fold) for at, some in sorted(offsets.items())
        }
        self._units = units
        self._ordinal, self._row_numerals = table.ordinal, table.row_numerals
        self._opening, self._closing = table.quotes

    @cached_property
    def _rows(self) -> re.Pattern[str]:
        """Two or more single numerals, each with a noun of one or two characters, which brackets may explain."""
        numerals = self._row_numerals
        noun, gloss = rf"[^\W\d_{numerals}]{{1,2}}", r"(?:[（(][^（()）\n]{1,40}[)）])?"
        return compiled(rf"(?<![{numerals}])(?:[{numerals}]{noun}{gloss}){{2,}}")

    def in_word(self, text: str, at: int) -> int | None:
        """The end of a word that begins before the numeral at `at` and holds it: 统一, 收拾."""
        for offset, words in self._inner_words.items():
            if at >= offset and text[at - offset] in words.first:
                found = words.behind(text, at - offset)
                if found is not None and found.end > at:
                    return found.end
        return None

    def idiom(self, text: str, at: int) -> int | None:
        """The end of a fixed expression that begins with the number at `at`: 四川, 十分, 24/7."""
        found = self._idioms.behind(text, at) if text[at] in self._idioms.first else None
        return found.end if found else None

    def in_slogan(self, text: str, figure: Measured) -> bool:
        """A single numeral in a short quotation: “七个走在前列,八个全面开创”."""
        start, end = figure.start, figure.end
        ahead = text[max(0, start - _SHORT_QUOTATION) : start]
        opened = max(map(ahead.rfind, self._opening))
        if opened < 0 or opened < max(map(ahead.rfind, self._closing)):
            return False
        length = len(ahead) - opened + end - start
        rest = text[end : end + _SHORT_QUOTATION - length]
        return any(mark in rest for mark in self._closing)

    def in_row(self, text: str, figure: Measured) -> bool:
        """A single numeral in a row of numerals and nouns, not all of which are units: 一核四融五级, 两不愁三保障."""
        if figure.number.writing != "single" or not self._row_numerals:
            return False
        glossed = text[figure.end : figure.end + 1] in _BRACKETS or text[figure.start - 1 : figure.start] in _BRACKETS
        width = _LONGEST_GLOSS if glossed else _LONGEST_ROW
        rows = self._rows.finditer(text, max(0, figure.start - width), figure.end + width)
        row = next((row for row in rows if row.start() <= figure.start < row.end()), None)
        if row is None:
            return False
        numerals = [at for at in range(row.start(), row.end()) if text[at] in self._row_numerals]
        if figure.start not in numerals:
            return False
        index = numerals.index(figure.start)
        neighbours = numerals[max(0, index - 1) : index] + numerals[index + 1 : index + 2]
        return any(self._counts_nothing(text, place) for place in neighbours)

    def _counts_nothing(self, text: str, at: int) -> bool:
        """Whether the numeral at `at` stands before no unit, and is no part of a word itself."""
        if self.in_word(text, at) is not None or self.idiom(text, at) is not None or text[at - 1 : at] in self._ordinal:
            return False
        return self._units.behind(text, at + 1) is None


def _by_offset(words: Iterable[str], heads: re.Pattern[str]) -> dict[int, list[str]]:
    """Words by where the first number in them may begin: 0 in 四川, 1 in 统一, 10 in "world war two"."""
    offsets: dict[int, list[str]] = {}
    for word in words:
        head = heads.search(word)
        offsets.setdefault(head.start() if head else 0, []).append(word)
    return offsets
