"""Numbers with their units, as written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from msgspec import Struct

from factcheck.model.span import Span

# over: above, the bound left out (逾 超 more than); at-least: the bound included (以上 至少 at least);
# under: below, the bound left out (不足 under); at-most: the bound included (以下 以内 up to);
# nearly: just below (近 不到 nearly); about: around, softly (约 左右 about); more: from it up to the next step
# of its last written digit (余 多 odd): for this one alone, `low` and `high` already hold the interval.
HedgeKind = Literal["over", "at-least", "under", "at-most", "nearly", "about", "more"]


class Hedge(Struct, frozen=True):
    """The word that makes a number a bound or an approximation."""

    kind: HedgeKind
    text: str


class Unit(Struct, frozen=True):
    """What is counted or measured.

    Two units measure the same when their `dimension` is equal; `factor` converts to that dimension's base unit
    (公顷 is 10000 in "area", whose base is the square metre). Counting words have dimension "count" and factor 1: another
    classifier on the same noun alone is no difference. Percent, permille, percentage points and basis points are four
    dimensions. A fraction (三分之二, two-thirds) has no unit but dimension "percent" and factor 100.
    """

    symbol: str  # canonical, never with a scale: 元, %, 个百分点, 家, km, USD; "" for a bare number
    dimension: str  # number count person percent permille point basis-point times money:CNY length area mass time …
    factor: Fraction = Fraction(1)
    counted: Fraction | None = (
        None  # of a compound (元/吨): the factor of what is counted, without what it is counted per
    )


class Quantity(Struct, frozen=True, dict=True):  # with room for what is computed once
    """A number with its unit. `low` and `high` are in the unit as written, scale applied: 1.2万 is 12000.

    A plain number has low == high. A range (3-5万) and a vague number (十几, 数十, 余, 多) have low < high; `open_high` says that
    the upper end itself is left out (450多 is [450, 460)). A hedge other than "more" leaves low and high as written: 近100 is
    100 with hedge nearly. `step` is one unit of the last written digit, scale applied (1.2万: 1000; 7.8: 0.1; 145: 1).
    """

    span: Span  # number and unit, and hedges that stand between them (1.2万余件) or just behind (4万元以上)
    text: str
    low: Decimal
    high: Decimal
    measured_in: Unit
    step: Decimal
    hedge: Hedge | None = None
    form: Literal["exact", "range", "vague"] = "exact"
    open_high: bool = False
    digits: Span | None = None  # the number alone, without unit and hedge
    outer: Span | None = None  # with a hedge that stands before the number (近4万元), when there is one

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    @property
    def unit(self) -> str | None:
        """The unit's canonical symbol; None for a bare number."""
        return self.measured_in.symbol or None

    @property
    def dimension(self) -> str:
        return self.measured_in.dimension

    @cached_property
    def base_low(self) -> Fraction:
        """The lower value in the base unit of the dimension."""
        return _in_base(self.low, self.measured_in)

    @cached_property
    def base_high(self) -> Fraction:
        return _in_base(self.high, self.measured_in)

    @cached_property
    def base_step(self) -> Fraction:
        return _in_base(self.step, self.measured_in)


def _in_base(value: Decimal, unit: Unit) -> Fraction:
    exact = Fraction(value)
    return exact if unit.factor == 1 else exact * unit.factor
