"""Two numbers that belong together: the ends of a range (3-5万, between 3 and 5), or a change from one to the other."""

from __future__ import annotations

import re

from msgspec.structs import replace

from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.measured import Measured, Measurer, is_year
from factcheck.extraction.spellings import Spellings
from factcheck.language.idioms import entries
from factcheck.language.numerals import table
from factcheck.model.document import Language

_DASHES = "-–—―~～﹣－−‐‑"
_SPACES = " \u00a0"
_GAP = rf"[{_SPACES}]?"


class RangeReader:
    """Joins the numbers of one language."""

    def __init__(self, language: Language, measurer: Measurer, hedges: HedgeReader, *, fold: bool) -> None:
        words = table(language)
        self._measurer = measurer
        self._hedges = hedges
        joiners = "|".join(re.escape(word) for word in words.joiners.split())
        spaced = rf"[{_SPACES}-]" if fold else _GAP
        self._joint = re.compile(rf"-?{spaced}(?:{joiners}){spaced}|{_GAP}([{_DASHES}]{{1,2}}){_GAP}")
        self._first = frozenset(_DASHES + _SPACES) | {word[0] for word in words.joiners.split()}
        between = {word: re.compile(rf"{_GAP}(?:{joiner}){_GAP}") for word, joiner in words.between.items()}
        self._between = Spellings(between, fold=fold)
        self._changing = Spellings(dict.fromkeys(words.changing.split(), True), fold=fold)
        self._moving = Spellings(dict.fromkeys(entries(words.moving), True), fold=fold)
        self._spanning = Spellings(dict.fromkeys(entries(words.spanning), True), fold=fold)

    def joined(self, text: str, first: Measured) -> Measured:
        """The range that begins with this figure, or the figure itself with what it shares with the one it is joined to."""
        if first.number.form != "exact":
            return first
        match = None
        if text[first.end : first.end + 1] in self._first:
            between = self._between.ahead(text, self._outset(text, first))
            match = (between and between.value.match(text, first.end)) or self._joint.match(text, first.end)
        if match is None:
            return first
        second = self._measurer.at(text, match.end())
        if second is None or second.number.form != "exact":
            return first
        if second.excluded:
            return first if first.unit else replace(first, end=second.end, excluded=True)
        return self._paired(text, first, second, dashed=match.re is self._joint and match[1] is not None)

    def _paired(self, text: str, first: Measured, second: Measured, *, dashed: bool) -> Measured:
        own = first.end > first.number.end  # its unit stands behind it
        unit = second.unit if first.unit is None else first.unit
        if unit is not None and first.unit is None and is_year(first.number) and not is_year(second.number):
            return first  # 20 mpg in 2008 to 29 mpg in 2020
        if first.unit is not None and not own and second.dimension.startswith(f"{first.dimension}/"):
            unit = second.unit  # $10 to $15 a barrel
        elif first.unit is not None and (second.dimension != first.dimension if second.unit is not None else own):
            return first
        low = first if own else _scaled(first, second)
        rises = low.number.low < second.number.low
        if rises and unit is None and is_year(first.number) and is_year(second.number):
            return replace(first, end=second.end, excluded=True)
        if rises and (dashed or not self._is_change(text, first, own=own)):
            number = replace(
                second.number,
                start=first.number.start,
                low=low.number.low,
                form="range",
                writing="words" if first.number.in_words else "figures",
            )
            return Measured(number, unit, first.start, second.end)
        if unit is None and dashed:
            return replace(first, end=second.end, excluded=True)  # a score, or the number of something
        return replace(low, unit=unit)

    def _is_change(self, text: str, first: Measured, *, own: bool) -> bool:
        """from 63 to 84; where both have their unit, also: rose 3% to 5%."""
        at = self._outset(text, first)
        if self._changing.ahead(text, at):
            return not self._spanning.ahead(text, at)
        return own and self._moving.ahead(text, at) is not None

    def _outset(self, text: str, first: Measured) -> int:
        """Where a figure with its hedge begins, white space aside."""
        _, at = self._hedges.before(text, first.start)
        while at and text[at - 1] in _SPACES:
            at -= 1
        return at


def _scaled(first: Measured, second: Measured) -> Measured:
    """3-5万, from $10 to $15 billion: a multiplier behind the second number counts for both."""
    scale = second.number.scale
    if first.number.scale == 1 and scale > 1 and first.number.low < second.number.low / scale:
        return replace(first, number=first.number.times(scale, first.number.end))
    return first
