"""A number with its unit: what stands before and behind it that belongs to one figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.numbers import ONE, Number
from factcheck.extraction.spellings import Found, Spellings
from factcheck.extraction.units import UnitReader
from factcheck.language import idioms, numerals
from factcheck.language.units import FRACTION, SCORE
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, Unit

ReadNumeral = Callable[[str, int], Number | None]

_SIGNS = frozenset("-－−﹣")
_SPACES = frozenset(" \u00a0")

# Of these one figure may name several units: 3元5角, 5 feet 2 inches, 2小时30分钟.
_COMPOSED = frozenset({"length", "mass", "time", "months", "age"})


class Measured(NamedTuple):
    """A number and its unit, which stand from `start` to `end`; a date or an ordinal in their place is `excluded`."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    excluded: bool = False

    @property
    def dimension(self) -> str:
        return self.unit.dimension if self.unit else "number"


class Measurer:
    """Reads numbers with their units in one language."""

    def __init__(
        self, language: Language, numeral: ReadNumeral, units: UnitReader, hedges: HedgeReader, *, fold: bool
    ) -> None:
        self._numeral = numeral
        self._units = units
        self._hedges = hedges
        words = numerals.table(language)
        self._not_units = Spellings(dict.fromkeys(idioms.entries(idioms.table(language).behind), True), fold=fold)
        self._months = Spellings(dict.fromkeys(idioms.entries(idioms.table(language).months), True), fold=False)
        self._scales = Spellings({word: Decimal(value) for word, value in words.shorthand.items()}, fold=False)
        self._single = {word: Decimal(value) for word, value in words.shorthand.items() if len(word) == 1}
        self._words = Spellings({word: Decimal(value) for word, value in words.multipliers.items()}, fold=fold)
        self._negative = Spellings(dict.fromkeys(words.negative.split(), True), fold=fold)
        self._nouns_after = re.compile(idioms.table(language).nouns_after)
        self._within = re.compile(words.within)
        self._out_of = re.compile(words.out_of)
        self._more_behind = re.compile(words.more_behind)
        self._closing = re.compile(words.ends_figure)

    def at(self, text: str, start: int, *, floor: int) -> Measured | None:
        """The figure whose number, or the currency before it, begins at `start`."""
        sign = self._units.sign(text, start)
        number = self._numeral(text, sign.end if sign else start)
        return self.of(text, number, floor=floor) if number else None

    def of(self, text: str, number: Number, *, floor: int) -> Measured:
        """The figure of this number; what stands before `floor` belongs to another."""
        number = self._with_sign(text, number, floor)
        if number.figures and number.unit is not FRACTION:
            number = self._with_shorthand(text, number)
        start, currency = self._currency(text, number, floor)
        if currency is not None and start < currency.start:
            number = number.negated(number.start)
        if number.form == "exact" and (special := self._with_half_or_more(text, number, start)):
            return special
        end = number.end
        if number.form == "exact" and (more := self._hedges.more(text, end)):
            number, end = number.or_more(Hedge("more", text[more.start : more.end])), more.end
        behind = self._units.behind(text, end)
        dated = self._not_units.behind(text, end) or self._month(text, end)
        if dated is not None and (behind is None or behind.end < dated.end):
            return Measured(number, None, start, dated.end, excluded=True)
        unit = number.unit or (currency.value if currency else None)
        if unit is None and behind is None and number.bare and self._is_part(text, number):
            return Measured(number, FRACTION, start, end)
        measured = Measured(number, unit, start, end)
        if behind is None or (unit is not None and unit.dimension != behind.value.dimension):
            return self._without_unit(text, measured)
        if behind.value.symbol == "年" and is_year(number):
            return Measured(number, None, start, behind.end, excluded=True)
        return self._with_unit(text, measured, behind)

    def _is_part(self, text: str, number: Number) -> bool:
        """过半: half of the whole."""
        hedge, _ = self._hedges.before(text, number.start, bare=True)
        return 0 < number.low < 1 and hedge is not None

    def _month(self, text: str, at: int) -> Found[bool] | None:
        """The name of a month behind a number, which is a day then: 4 May, 4th of May."""
        if text[at : at + 1] not in _SPACES:
            return None
        return self._months.behind(text, at + 4 if text.startswith(" of ", at) else at + 1)

    def _with_sign(self, text: str, number: Number, floor: int) -> Number:
        """-3.5, 负三, minus one. A dash between two words or figures is no sign."""
        at = number.start
        if at <= floor:
            return number
        if text[at - 1] in _SIGNS and not _is_joint(text, at - 1):
            return number.negated(at - 1)
        if at == 2 and text[0] in _SIGNS and text[1] in _SPACES and "\n" not in text:
            return number.negated(0)  # one value, with a space behind its sign
        gap = at - 1 if text[at - 1] in _SPACES or text[at - 1] == "-" else at
        word = self._negative.ahead(text, gap)
        if word is None or word.start < floor:
            return number
        _, hedged = self._hedges.before(text, number.start)
        return number if hedged <= word.start else number.negated(word.start)  # plus or minus 2

    def _with_shorthand(self, text: str, number: Number) -> Number:
        """10k, 1.2bn, £3m. A letter that is a unit too (m) multiplies only money and what has a unit behind it."""
        gap = number.end
        while gap < number.end + 2 and text[gap : gap + 1] in _SPACES:
            gap += 1
        scale = self._scales.behind(text, gap) or self._scaled_code(text, gap)
        if scale is None or (self._units.behind(text, gap) and not self._multiplies(text, number, scale)):
            return number
        return number.times(scale.value)._replace(end=scale.end)

    def _scaled_code(self, text: str, at: int) -> Found[Decimal] | None:
        """120 MEUR: millions of a currency."""
        scale = self._single.get(text[at : at + 1])
        unit = self._units.behind(text, at + 1) if scale and text[at + 1 : at + 4].isupper() else None
        return Found(scale, at, at + 1) if scale and unit and unit.value.dimension.startswith("money:") else None

    def _multiplies(self, text: str, number: Number, scale: Found[Decimal]) -> bool:
        if text[scale.start : scale.end].isupper() or scale.end - scale.start > 1:
            return True
        if self._units.before(text, number.start) or self._units.behind(text, scale.end):
            return True
        return self._nouns_after.match(text, scale.end) is not None

    def _currency(self, text: str, number: Number, floor: int) -> tuple[int, Found[Unit] | None]:
        """Where the figure begins, and the currency that stands before its number."""
        currency = self._units.before(text, number.start)
        if currency is None or currency.start < floor:
            return number.start, None
        at = currency.start - 1
        negative = at >= floor and text[at] in _SIGNS and not _is_joint(text, at)
        return (at if negative else currency.start), currency

    def _without_unit(self, text: str, measured: Measured) -> Measured:
        """Of a score the scale it is given on belongs to the figure: 4.7 out of 5."""
        if measured.dimension.startswith("money:"):
            return self._composed(text, measured)
        match = self._out_of.match(text, measured.end)
        if match is None or measured.unit is not None or measured.number.high > int(match[1]):
            return measured
        return measured._replace(unit=SCORE, end=match.end())

    def _with_half_or_more(self, text: str, number: Number, start: int) -> Measured | None:
        """一个半小时, 三个多月."""
        if unit := self._units.halved(text, number.end):
            return _add(Measured(number, unit.value, start, unit.end), unit.end, Fraction(1, 2))
        if unit := self._units.exceeded(text, number.end):
            widened = number.or_more(Hedge("more", text[number.end : unit.end]), ONE)
            return Measured(widened, unit.value, start, unit.end)
        return None

    def _with_unit(self, text: str, measured: Measured, found: Found[Unit]) -> Measured:
        found = self._units.per(text, found)
        measured = measured._replace(unit=found.value, end=found.end)
        if scaled := self._scaled_behind(text, measured):
            return scaled
        if measured.number.form == "exact" and (half := self._units.half(text, measured.end)):
            return _add(measured, half, Fraction(1, 2))
        if (match := self._more_behind.match(text, measured.end)) and measured.number.form == "exact":
            number = measured.number.or_more(Hedge("more", match[0]), ONE)
            return measured._replace(number=number, end=match.end())
        if found.value.dimension in _COMPOSED or found.value.dimension.startswith("money:"):
            return self._composed(text, measured)
        match = self._out_of.match(text, measured.end)
        return measured._replace(end=match.end()) if match and found.value.dimension == "score" else measured

    def _scaled_behind(self, text: str, measured: Measured) -> Measured | None:
        """75 USD million."""
        if not measured.dimension.startswith("money:") or text[measured.end : measured.end + 1] not in _SPACES:
            return None
        scale = self._words.behind(text, measured.end + 1)
        if scale is None or measured.number.scale != 1 or text[measured.end - 1].islower():
            return None
        return measured._replace(number=measured.number.times(scale.value), end=scale.end)

    def _composed(self, text: str, measured: Measured) -> Measured:
        """3元5角2分, 5 feet 2 inches, thirteen dollars and forty-five cents, fifteen dollars fifty."""
        unit, number = measured.unit, measured.number
        within = self._within.match(text, measured.end)
        if unit is None or within is None or not text[within.end() : within.end() + 1].isalnum():
            return measured
        if number.form != "exact" or (number.step < 1 and text[measured.end - 1] not in "角毛"):
            return measured
        part = self._numeral(text, within.end())
        if part is None or part.form != "exact" or part.unit is not None:
            return measured
        lesser = self._units.behind(text, part.end)
        if lesser is None or lesser.value.dimension != unit.dimension:
            lesser = self._units.minor(text, part.end)
        if lesser is None:
            return self._with_cents(text, measured, part) if part.low >= 10 or part.words else measured
        if lesser.value.dimension != unit.dimension or not Fraction(part.low) * lesser.value.factor < unit.factor:
            return measured
        added = _add(measured, lesser.end, Fraction(part.low) * lesser.value.factor / unit.factor)
        return self._composed(text, added._replace(unit=unit)) if lesser.value.factor > unit.factor / 100 else added

    def _with_cents(self, text: str, measured: Measured, part: Number) -> Measured:
        if not measured.dimension.startswith("money:") or not 1 <= part.low < 100 or part.step < 1:
            return measured
        closes = self._closing.match(text, part.end)
        return _add(measured, part.end, Fraction(part.low) / 100) if closes else measured


def _add(measured: Measured, end: int, share: Fraction) -> Measured:
    """A figure with a share of one unit added."""
    number = measured.number
    added = Decimal(share.numerator) / share.denominator
    step = ONE.scaleb(added.as_tuple().exponent) if isinstance(added.as_tuple().exponent, int) else ONE
    low = number.low + added * number.scale
    return measured._replace(number=number._replace(low=low, high=low, step=step, more=step), end=end)


def _is_joint(text: str, at: int) -> bool:
    """Whether the dash at `at` joins two words or figures."""
    before = text[at - 1 : at] if at else ""
    return bool(before) and ((before.isascii() and before.isalnum()) or before in ")）%％")


def is_year(number: Number) -> bool:
    """Whether a number can be a year of the calendar: 2020, 二〇二〇, 一九四九."""
    return 1000 <= number.low <= 2999 and number.end - number.start == 4 and number.scale == 1
