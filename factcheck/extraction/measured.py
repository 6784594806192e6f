"""A number with its unit: what stands before and behind it that belongs to one figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.numbers import ONE, ZERO, Number
from factcheck.extraction.spellings import Found, Spellings
from factcheck.extraction.units import UnitReader
from factcheck.language import idioms, numerals
from factcheck.language import units as unit_tables
from factcheck.language.units import EXCLUDED, FRACTION, SCORE, TIMES
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, Unit
from factcheck.patterns import compiled

ReadNumeral = Callable[[str, int], Number | None]

_SIGNS = frozenset("-－−﹣")
_SPACES = frozenset(" \u00a0")
_TIMES = frozenset({"time", "months"})

_MOST_DOUBLINGS = 20

# 48秒464 is measured to the thousandth.
_LONGEST_DECIMALS = 3

# Of these, and of money, one figure may name several units: 3元5角, 5 feet 2 inches, 2小时30分钟.
_COMPOSED = frozenset({"length", "mass", "time", "months", "age"})


class Measured(Struct, frozen=True, gc=False):
    """A number and its unit, which stand from `start` to `end`; a date or a name in their place is `excluded`."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    excluded: bool = False

    @property
    def dimension(self) -> str:
        return self.unit.dimension if self.unit else "number"

    @property
    def is_money(self) -> bool:
        return self.unit is not None and self.unit.dimension.startswith("money:")

    @property
    def lasts(self) -> bool:
        """Whether it measures a time."""
        return self.unit is not None and self.unit.dimension in _TIMES


class Measurer:
    """Reads numbers with their units in one language."""

    def __init__(
        self, language: Language, numeral: ReadNumeral, units: UnitReader, hedges: HedgeReader, *, fold: bool
    ) -> None:
        self._numeral = numeral
        self._units = units
        self._hedges = hedges
        words, expressions = numerals.table(language), idioms.table(language)
        self._months = Spellings(dict.fromkeys(idioms.entries(expressions.months), True), fold=False)
        scales = {word: Decimal(value) for word, value in words.shorthand.items()}
        self._scales = Spellings(scales, fold=False)
        self._scale_starts = self._scales.first | _SPACES
        self._letters = {word: value for word, value in scales.items() if len(word) == 1}
        self._words = Spellings({word: Decimal(value) for word, value in words.multipliers.items()}, fold=fold)
        self._negative = Spellings(dict.fromkeys(words.negative.split(), True), fold=fold)
        self._sign_ends = _SIGNS | _SPACES | self._negative.last
        # Only where one of these follows can a figure go on behind its unit.
        self._goes_on = units.per_starts | frozenset(words.goes_on) | words.digits.keys() | words.multipliers.keys()
        self._table, self._expressions = words, expressions
        self._of_one = words.of_one
        self._half = unit_tables.table(language).half
        self._more_behind = words.more_behind
        self._doublings = Spellings(dict.fromkeys(unit_tables.table(language).doubled.split(), True), fold=fold)

    @cached_property
    def _nouns_after(self) -> re.Pattern[str]:
        return compiled(self._expressions.nouns_after)

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return compiled(self._table.within)

    @cached_property
    def _out_of(self) -> re.Pattern[str]:
        return compiled(self._table.out_of)

    @cached_property
    def _ends_figure(self) -> re.Pattern[str]:
        return compiled(self._table.ends_figure)

    def at(self, text: str, start: int, *, money: bool = False) -> Measured | None:
        """The figure whose number, or the currency before it, begins at `start`.

        `money` tells that the currency of another figure counts for it: $3-5m.
        """
        sign = self._units.sign(text, start)
        first = sign.end if sign else start
        number = self._numeral(text, first) if first < len(text) else None
        return self.of(text, number, floor=start, money=money) if number else None

    def of(self, text: str, number: Number, *, floor: int, money: bool = False) -> Measured:
        """The figure of this number; what stands before `floor` belongs to another."""
        start, unit, currency = number.start, number.unit, None
        if start > floor:
            before = text[start - 1]
            if before in self._sign_ends:
                number = self._with_sign(text, number, floor)
                start = number.start
            if before in self._units.currency_ends:
                number, start, currency = self._with_currency(text, number, floor)
        if (
            number.writing == "figures"
            and number.scale == ONE
            and unit is not FRACTION
            and text[number.end : number.end + 1] in self._scale_starts
        ):
            number = self._with_shorthand(text, number, money=money)
        end = number.end
        if number.form == "exact":
            if text[end : end + 2] in self._units.compound_starts:
                compound = self._with_compound(text, number, start)
                if compound is not None:
                    return compound
            more = self._hedges.more(text, end)
            if more is not None:
                number, end = number.or_more(Hedge("more", text[more.start : more.end]), number.reach()), more.end
        if number.hedge is None:
            hedge, behind = self._hedges.amid(text, end)
            if hedge is not None and self._units.behind(text, behind):
                number, end = replace(number, hedge=hedge), behind
        return self._measured(text, number, start, end, unit or currency)

    def _measured(self, text: str, number: Number, start: int, end: int, unit: Unit | None) -> Measured:
        """The figure with the unit that stands behind it at `end`, if it can have one."""
        behind = self._units.behind(text, end) or self._units.glued(text, start, end)
        if behind is None:
            if self._months.first and (month := self._month(text, end)):
                return Measured(number, None, start, month.end, excluded=True)
            if unit is None and self._is_part(text, number):
                unit = FRACTION
            return self._without_unit(text, Measured(number, unit, start, end))
        if behind.value.dimension == "doubling":
            return self._doubled(text, number, start, behind)
        if behind.value is EXCLUDED or (behind.value.symbol == "年" and is_year(number)):
            return Measured(number, None, start, behind.end, excluded=True)
        if unit is FRACTION and text.startswith(self._of_one, behind.start):
            return self._with_unit(text, number, start, behind)  # a quarter of a percentage point
        if unit is not None and unit.dimension != behind.value.dimension:
            return self._without_unit(text, Measured(number, unit, start, end))
        return self._with_unit(text, number, start, behind)

    def _doubled(self, text: str, number: Number, start: int, found: Found[Unit]) -> Measured:
        """翻两番: four times as much."""
        _, at = self._hedges.before(text, start)
        few = number.step >= ONE and number.high <= _MOST_DOUBLINGS
        if not few or self._doublings.ahead(text, at) is None:
            return Measured(number, None, start, found.end, excluded=True)
        times = replace(number, low=2**number.low, high=2**number.high, writing="doublings")
        return Measured(times, TIMES, start, found.end)

    def _month(self, text: str, at: int) -> Found[bool] | None:
        """The name of a month behind a number, which is a day then: 4 May, 4 of May."""
        if text[at : at + 1] not in _SPACES:
            return None
        return self._months.behind(text, at + 4 if text.startswith(" of ", at) else at + 1)

    def _is_part(self, text: str, number: Number) -> bool:
        """过半: half of the whole."""
        if number.writing != "single" or not ZERO < number.low < ONE:
            return False
        return self._hedges.before(text, number.start, bare=True)[0] is not None

    def _with_sign(self, text: str, number: Number, floor: int) -> Number:
        """-3.5, 负三, minus one. A dash between two words or figures is no sign."""
        at = number.start
        if text[at - 1] in _SIGNS and not _is_joint(text, at - 1):
            return number.negated(at - 1)
        if at == 2 and text[0] in _SIGNS and text[1] in _SPACES and "\n" not in text:
            return number.negated(0)  # one value, with a space behind its sign
        gap = at - 1 if text[at - 1] in _SPACES or text[at - 1] == "-" else at
        word = self._negative.ahead(text, gap)
        if word is None or word.start < floor:
            return number
        hedged = self._hedges.before(text, number.start)[1]
        return number if hedged <= word.start else number.negated(word.start)  # plus or minus 2

    def _with_currency(self, text: str, number: Number, floor: int) -> tuple[Number, int, Unit | None]:
        """The number, where its figure begins, and the currency before it: -$5."""
        currency = self._units.before(text, number.start)
        if currency is None or currency.start < floor:
            return number, number.start, None
        at = currency.start - 1
        if at >= floor and text[at] in _SIGNS and not _is_joint(text, at):
            return number.negated(number.start), at, currency.value
        return number, currency.start, currency.value

    def _with_shorthand(self, text: str, number: Number, *, money: bool) -> Number:
        """10k, 1.2bn, £3m. A letter that is a unit too (m) multiplies only money and what has a unit behind it."""
        gap = number.end
        while gap < number.end + 2 and text[gap : gap + 1] in _SPACES:
            gap += 1
        scale = self._scales.behind(text, gap) or self._scaled_code(text, gap)
        if scale is None:
            return number
        if not money and self._units.behind(text, gap) and not self._multiplies(text, number, scale):
            return number
        return number.times(scale.value, scale.end)

    def _scaled_code(self, text: str, at: int) -> Found[Decimal] | None:
        """120 MEUR: millions of a currency."""
        scale = self._letters.get(text[at : at + 1])
        code = text[at + 1 : at + 4]
        if scale is None or len(code) < 3 or not code.isupper():
            return None
        unit = self._units.behind(text, at + 1)
        return Found(scale, at, at + 1) if unit and unit.value.dimension.startswith("money:") else None

    def _multiplies(self, text: str, number: Number, scale: Found[Decimal]) -> bool:
        if text[scale.start : scale.end].isupper() or scale.end - scale.start > 1:
            return True
        if self._units.before(text, number.start) or self._units.behind(text, scale.end):
            return True
        return self._nouns_after.match(text, scale.end) is not None

    def _without_unit(self, text: str, measured: Measured) -> Measured:
        """Of a score the scale it is given on belongs to the figure: 4.7 out of 5."""
        if measured.is_money and measured.unit is not None:
            per = self._units.per(text, Found(measured.unit, measured.start, measured.end))
            if per.end > measured.end:
                return replace(measured, unit=per.value, end=per.end)
            return self._composed(text, measured)
        match = self._out_of.match(text, measured.end)
        if match is None or measured.unit is not None or measured.number.high > int(match[1]):
            return measured
        return replace(measured, unit=SCORE, end=match.end())

    def _with_compound(self, text: str, number: Number, start: int) -> Measured | None:
        """一个半小时, 三个多月."""
        if unit := self._units.halved(text, number.end):
            return _add(Measured(number, unit.value, start, unit.end), unit.end, Fraction(1, 2))
        if unit := self._units.exceeded(text, number.end):
            widened = number.or_more(Hedge("more", text[number.end : unit.end]), min(ONE, number.step))
            return Measured(widened, unit.value, start, unit.end)
        return None

    def _with_unit(self, text: str, number: Number, start: int, found: Found[Unit]) -> Measured:
        """The figure with a unit behind it, and what goes on behind the unit."""
        if text[found.end : found.end + 1] not in self._goes_on:
            return Measured(number, found.value, start, found.end)
        found = self._units.per(text, found)
        measured = Measured(number, found.value, start, found.end)
        if number.form == "exact":
            word, following = text[found.end : found.end + 1], text[found.end + 1 : found.end + 2]
            if word in self._half and (not following or following not in self._half[word]):
                return _add(measured, found.end + 1, Fraction(1, 2))
            if word in self._more_behind and (not following or following not in self._more_behind[word]):
                return replace(measured, number=number.or_more(Hedge("more", word), ONE), end=found.end + 1)
        if found.value.dimension in _COMPOSED:
            return self._with_decimals(text, self._composed(text, measured))
        if major := self._units.majors.get(found.value.symbol):
            composed = self._composed(text, replace(measured, unit=major))
            whole = self._with_decimals(text, measured if composed.end == measured.end else composed)
            if whole.end > measured.end:
                return whole
        if measured.is_money:
            return self._scaled_behind(text, measured) or self._composed(text, measured)
        if found.value.dimension == "score" and (best := self._out_of.match(text, found.end)):
            return replace(measured, end=best.end())
        return measured

    def _scaled_behind(self, text: str, measured: Measured) -> Measured | None:
        """75 USD million."""
        end = measured.end
        if text[end : end + 1] not in _SPACES or measured.number.scale != ONE or text[end - 1].islower():
            return None
        scale = self._words.behind(text, end + 1)
        if scale is None:
            return None
        return replace(measured, number=measured.number.times(scale.value, measured.number.end), end=scale.end)

    def _composed(self, text: str, measured: Measured, last: Fraction | None = None) -> Measured:
        """3元5角2分, 5 feet 2 inches, thirteen dollars and forty-five cents, fifteen dollars fifty.

        Every part is of a lesser unit than the `last`.
        """
        unit, number = measured.unit, measured.number
        within = self._within.match(text, measured.end)
        if unit is None or within is None or not text[within.end() : within.end() + 1].isalnum():
            return measured
        if number.form != "exact" or (number.step < ONE and last is None):
            return measured
        part = self._numeral(text, within.end())
        if part is None or part.form != "exact" or part.unit is not None:
            return measured
        lesser = self._units.lesser(text, part.end, unit.dimension)
        if lesser is None:
            return self._with_hundredths(text, measured, part)
        factor = lesser.value.factor
        share = Fraction(part.low) * factor / unit.factor
        if lesser.value.dimension != unit.dimension or share >= 1 or factor >= (last or unit.factor):
            return measured
        goes_on = lesser.value.symbol in self._units.decimals and text[lesser.end : lesser.end + 1].isnumeric()
        return self._composed(text, _add(measured, lesser.end, share, lesser.value, finer=goes_on), factor)

    def _with_decimals(self, text: str, measured: Measured) -> Measured:
        """38秒29, 3分29秒00, 3块5: figures without a unit behind one whose decimals they are."""
        decimals = self._units.decimals.get(measured.unit.symbol) if measured.unit else None
        if decimals is None or measured.number.step < ONE or not text[measured.end : measured.end + 1].isnumeric():
            return measured
        part = self._numeral(text, measured.end)
        if part is None or part.form != "exact" or part.step != ONE or self._units.behind(text, part.end):
            return measured
        places = 1 if part.in_words else part.end - part.start
        if places > _LONGEST_DECIMALS or part.low >= 10**places:
            return measured
        return _add(replace(measured, unit=decimals), part.end, Fraction(part.low) / 10**places)

    def _with_hundredths(self, text: str, measured: Measured, part: Number) -> Measured:
        """fifteen dollars fifty."""
        cents = measured.is_money and 1 <= part.low < 100 and part.step >= ONE and (part.low >= 10 or part.in_words)
        if not cents or self._units.behind(text, part.end) or not self._ends_figure.match(text, part.end):
            return measured
        return _add(measured, part.end, Fraction(part.low) / 100)


def _add(measured: Measured, end: int, share: Fraction, lesser: Unit | None = None, *, finer: bool = False) -> Measured:
    """A figure with a share of one unit added.

    Times that no decimal fraction gives are of the lesser unit (2分10秒 is 130秒), and all that are `finer` still (2分03秒86).
    """
    number = measured.number
    if lesser is not None and measured.unit is not None and measured.lasts and (finer or not _terminates(share)):
        factor = measured.unit.factor / lesser.factor
        value = Fraction(number.low) * factor + share * factor
        if _terminates(value):
            whole = Decimal(value.numerator) / value.denominator
            return replace(measured, number=number.plus(whole - number.low, ONE, number.end), unit=lesser, end=end)
    added = Decimal(share.numerator) / share.denominator
    exponent = added.as_tuple().exponent
    step = ONE.scaleb(exponent) if isinstance(exponent, int) else ONE
    return replace(measured, number=number.plus(added * number.scale, step, number.end), end=end)


def _terminates(fraction: Fraction) -> bool:
    """Whether a fraction is a decimal with an end."""
    rest = fraction.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _is_joint(text: str, at: int) -> bool:
    """Whether the dash at `at` joins two words or figures."""
    before = text[at - 1 : at] if at else ""
    return bool(before) and ((before.isascii() and before.isalnum()) or before in ")）%％")


def is_year(number: Number) -> bool:
    """Whether a number can be a year of the calendar: 2020, 二〇二〇, 一九四九."""
    exact = number.form == "exact" and number.scale == ONE
    return exact and number.end - number.start == 4 and 1000 <= number.low <= 2199
