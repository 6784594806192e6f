"""Ratios: 师生比1:15, 按1∶3的比例, a ratio of 3 to 1, a two-to-one margin. Two numbers that nothing shows to be one are a score."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.extraction.measured import Measured, ReadNumeral
from factcheck.extraction.numbers import ONE, Number
from factcheck.extraction.units import UnitReader
from factcheck.language.numerals import table
from factcheck.language.units import RATIO
from factcheck.model.document import Language
from factcheck.patterns import compiled

# So many characters before a ratio may hold the word that makes it one.
_NEAR = 16

# What divides more than two parts: 8.5:46.2:45.3 is no ratio of two.
_PARTS = (":", "：", "∶")


class RatioReader:
    """Reads the ratios of one language."""

    def __init__(self, language: Language, numeral: ReadNumeral, units: UnitReader) -> None:
        self._words = table(language)
        self._numeral = numeral
        self._units = units
        self.starts = self._words.ratio_starts

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        words = self._words
        return compiled(words.ratio), compiled(words.ratio_before), compiled(words.ratio_behind)

    def at(self, text: str, first: Number, *, alone: bool) -> Measured | None:
        """The ratio that begins with this number; where the text is nothing else (`alone`), no word need show it."""
        joint, before, behind = self._patterns
        match = joint.match(text, first.end)
        second = self._numeral(text, match.end()) if match and match.end() < len(text) else None
        if match is None or second is None or not _plain(first) or not _plain(second) or not second.low:
            return None
        if text[second.end : second.end + 1] in _PARTS or self._units.behind(text, second.end):
            return None
        finer = match[0] in _PARTS and (first.step < ONE or second.step < ONE)  # no score or clock time has decimals
        whole = alone and second.end == len(text) and (not self._is_joiner(match[0]) or first.low > second.low)
        shown = finer or whole or behind.match(text, second.end)
        if not shown and not before.search(text[max(0, first.start - _NEAR) : first.start]):
            return None
        return Measured(first.part_of_one(first.low / second.low, RATIO, second.end), RATIO, first.start, second.end)

    def _is_joiner(self, joint: str) -> bool:
        """Whether a range could be written so too: two to three hundred."""
        return joint.strip(" \u00a0-") in self._words.joiners.split()


def _plain(number: Number) -> bool:
    return number.form == "exact" and number.unit is None and number.low >= 0
