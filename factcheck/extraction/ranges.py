"""Two numbers that belong together: the ends of a range (3-5万, between 3 and 5), or a change from one to the other."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.measured import Measured, Measurer, is_year
from factcheck.extraction.spellings import Spellings
from factcheck.language.idioms import entries
from factcheck.language.numerals import table
from factcheck.model.document import Language
from factcheck.patterns import compiled

_DASHES = "-–—―~～﹣－−‐‑"
_SPACES = " \u00a0"

# The ends of a range are not so many times apart: fell by 1,150 to 8,050 gives a change and what it led to.
_FAR = 4
# five or six, 20 or 30: above, two numbers are named each for itself.
_NEIGHBOURS = 100
_GAP = rf"[{_SPACES}]?"


class RangeReader:
    """Joins the numbers of one language."""

    def __init__(self, language: Language, measurer: Measurer, hedges: HedgeReader, *, fold: bool) -> None:
        words = table(language)
        self._measurer = measurer
        self._hedges = hedges
        joiners = "|".join(re.escape(word) for word in words.joiners.split())
        spaced = rf"[{_SPACES}-]" if fold else _GAP
        self._joint = compiled(rf"-?{spaced}(?:{joiners}){spaced}|{_GAP}([{_DASHES}]{{1,2}}){_GAP}")
        self._either = compiled(rf" (?:{words.either}) " if words.either else r"(?!)")
        self._moving_by = Spellings(dict.fromkeys(entries(words.moving_by), True), fold=fold)
        self._first = frozenset(_DASHES + _SPACES) | {
            word[0] for word in (*words.joiners.split(), *words.between.values())
        }
        between = {word: compiled(rf"{_GAP}(?:{joiner}){_GAP}") for word, joiner in words.between.items()}
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
                return self._either_of(text, first)
        if match is None:
            return first
        second = self._measurer.at(text, match.end(), money=first.is_money and first.end == first.number.end)
        if second is None or second.number.form != "exact":
            return first
        if second.excluded:
            return first if first.unit else replace(first, end=second.end, excluded=True)
        return self._paired(text, first, second, dashed=match.re is self._joint and match[1] is not None)

    def _either_of(self, text: str, first: Measured) -> Measured:
        """five or six people, two or three hundred: two neighbours, of which the first has no unit of its own."""
        match = self._either.match(text, first.end) if first.unit is None else None
        second = self._measurer.at(text, match.end()) if match else None
        if second is None or second.number.form != "exact" or second.excluded or second.start != second.number.start:
            return first
        low = _scaled(first, second).number.low
        near = low < second.number.low <= 2 * low and (first.number.in_words == second.number.in_words)
        return (
            self._ranged(first, second, low)
            if near and second.number.low < _NEIGHBOURS * second.number.scale
            else first
        )

    def _ranged(self, first: Measured, second: Measured, low: Decimal) -> Measured:
        number = replace(
            second.number,
            start=first.number.start,
            low=low,
            form="range",
            writing="words" if first.number.in_words else "figures",
        )
        return Measured(number, second.unit, first.start, second.end)

    def _paired(self, text: str, first: Measured, second: Measured, *, dashed: bool) -> Measured:
        own = first.end > first.number.end  # its unit stands behind it
        unit = second.unit if first.unit is None else first.unit
        dated = not dashed and first.unit is None and is_year(first.number) and not is_year(second.number)
        if dated and (unit is not None or second.number.scale > 1):
            return first  # 20 mpg in 2008 to 29 mpg in 2020, 3.2 million in 2018 to 4.1 million in 2023
        if first.unit is not None and not own and second.dimension.startswith(f"{first.dimension}/"):
            unit = second.unit  # $10 to $15 a barrel
        elif first.unit is not None and (second.dimension != first.dimension if second.unit is not None else own):
            return first
        low = first if own else _scaled(first, second)
        rises = low.number.low < second.number.low
        if rises and unit is None and is_year(first.number) and is_year(second.number):
            return replace(first, end=second.end, excluded=True)
        far = second.number.low > _FAR * low.number.low
        if rises and (dashed or not self._is_change(text, first, own=own, far=far)):
            return replace(self._ranged(first, second, low.number.low), unit=unit)
        if unit is None and dashed:
            return replace(first, end=second.end, excluded=True)  # a score, or the number of something
        return replace(low, unit=unit)

    def _is_change(self, text: str, first: Measured, *, own: bool, far: bool) -> bool:
        """from 63 to 84; where both have their unit, also: rose 3% to 5%."""
        at = self._outset(text, first)
        if self._changing.ahead(text, at):
            return not self._spanning.ahead(text, at)
        if self._moving_by.ahead(text, at):
            return far
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
