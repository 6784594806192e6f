"""Ratios: 师生比1:15, 按1∶3的比例, a ratio of 3 to 1, a two-to-one margin. Two numbers that nothing shows to be one are a score."""

from __future__ import annotations

import re
from functools import cached_property

from factcheck.extraction.measured import Measured, ReadNumeral
from factcheck.extraction.numbers import ONE, Number
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

    def __init__(self, language: Language, numeral: ReadNumeral) -> None:
        self._words = table(language)
        self._numeral = numeral
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
        if second is None or first.form != "exact" or second.form != "exact" or not second.low or second.unit:
            return None
        if first.unit is not None or first.low < 0:
            return None
        finer = first.step < ONE or second.step < ONE  # no score or clock time has decimals
        ascends = match is not None and "to" in match[0] and first.low <= second.low  # two to three hundred is a range
        alone = alone and second.end == len(text) and not ascends
        shown = finer or alone or behind.match(text, second.end)
        if not shown and not before.search(text[max(0, first.start - _NEAR) : first.start]):
            return None
        if text[second.end : second.end + 1] in _PARTS:
            return None
        ratio = first.part_of_one(first.low / second.low, RATIO, second.end)
        return Measured(ratio, RATIO, first.start, second.end)
