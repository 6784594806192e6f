"""When two quantities agree: the canonical figure of a fact, and the figure that a draft gives for it.

All arithmetic is exact, in the base unit of the dimension. A hedge makes a number an interval; how far that interval reaches
is a convention of ours, stated once in `_reach`, since no style guide gives one: a writer who says 近4000 has 3,950 in
mind and not 400, though both are below.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.fact import Tolerance
from factcheck.model.quantity import Quantity, Unit

Agreement = Literal["verified", "rounded", "approximate", "mismatch"]

# A figure may be rounded away by at most this share of the value.
ROUNDING_LIMIT = Fraction(1, 100)

# So far a figure may lie from a fraction in words, in percent of the whole: 23 % are a quarter, 62 % are not two-thirds.
FRACTION_LIMIT = Fraction(2)

# Dimensions between which no conversion is needed: a counting word more or less is no difference.
_COUNTS = frozenset({"number", "count", "count:TEU", "person"})
_SPANS = frozenset({"age", "months"})  # an age of 66 and 66 years

_ABOVE = frozenset({"over", "at-least", "more"})
_BELOW = frozenset({"under", "at-most", "nearly"})


class Interval(Struct, frozen=True):
    """The values that a quantity admits, in the base unit; an end that is open is left out."""

    low: Fraction
    high: Fraction
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        low = max(self.low, other.low)
        high = min(self.high, other.high)
        if low < high:
            return True
        return low == high and self.admits(low) and other.admits(low)

    def admits(self, value: Fraction) -> bool:
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high else value <= self.high
        return above and below


def in_common(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """The two in units that can be compared, where there are such.

    Those are percentage points for basis points, the numbers alone where one has no unit or says "degrees" of a temperature, and
    of a rate (0.94美元/立方米) what is counted alone, where the other leaves to its words what it is counted per
    (每立方米0.94美元).
    """
    one, two = a.dimension, b.dimension
    if one == two:
        return a, b
    if "number" in (one, two) or {one, two} in _DEGREES:
        return _bare(a), _bare(b)
    if {one, two} == _POINTS:
        return _in_points(a), _in_points(b)
    rate, level = (a, b) if "/" in one else (b, a)
    over, per, _ = rate.dimension.partition("/")
    if per and over == level.dimension:
        if rate.measured_in.counted is not None:
            return _counted(a), _counted(b)
        if rate.measured_in.symbol.partition("/")[0] == level.measured_in.symbol:
            return _bare(a), _bare(b)
    return a, b


_POINTS = frozenset({"point", "basis-point"})
_DEGREES = (frozenset({"degree", "temperature:C"}), frozenset({"degree", "temperature:F"}))


def _bare(quantity: Quantity) -> Quantity:
    """The number alone: the 30 of 30 days, beside a 30 whose unit is left out."""
    return replace(quantity, measured_in=Unit("", "number"))


def _in_points(quantity: Quantity) -> Quantity:
    factor = Fraction(1, 100) if quantity.dimension == "basis-point" else Fraction(1)
    return replace(quantity, measured_in=Unit(quantity.measured_in.symbol, "point", factor))


def _counted(quantity: Quantity) -> Quantity:
    unit = quantity.measured_in
    if unit.counted is None:
        return quantity
    return replace(quantity, measured_in=Unit(unit.symbol, unit.dimension.partition("/")[0], unit.counted))


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two can measure the same thing. A number without any unit can stand for one with a unit left out."""
    if a.dimension == b.dimension:
        return True
    if "/" in a.dimension or "/" in b.dimension:
        a, b = in_common(a, b)
    return _are_comparable(a.dimension, b.dimension)


@cache
def _are_comparable(one: str, two: str) -> bool:
    """The same for the dimensions of quantities that have no rate in them that could be taken apart."""
    if one == two or "number" in (one, two) or {one, two} in (_SPANS, _POINTS, *_DEGREES):
        return True
    return one in _COUNTS and two in _COUNTS


def interval(quantity: Quantity, *, strict: bool = True) -> Interval:
    """The values that a quantity admits. Unless `strict`, a bound that the hedge leaves out (超 逾 近 不足) is let in."""
    low, high = quantity.base_low, quantity.base_high
    hedge = quantity.hedge.kind if quantity.hedge else None
    below, above = _reach(quantity, hedge)
    return Interval(
        low - below,
        high + above,
        open_low=strict and hedge == "over",
        open_high=(strict and hedge in ("under", "nearly")) or (quantity.open_high and above == 0),
    )


def _reach(quantity: Quantity, hedge: str | None) -> tuple[Fraction, Fraction]:
    """How far below its lower and above its upper value a hedged quantity reaches."""
    size = abs(quantity.base_high)
    place, figures = last_figure(quantity)
    if hedge in ("over", "at-least"):
        return Fraction(0), max(place, size / 10)
    if hedge == "nearly":
        return max(place / 2, size / 20), Fraction(0)
    if hedge in ("under", "at-most"):
        return max(place, size / 5), Fraction(0)
    if hedge == "about":
        # 约145 shows three figures and means them more than 约500 does.
        reach = max(place / 2, size * (Fraction(2, 100) if figures > 2 else Fraction(75, 1000)))
        return reach, reach
    return Fraction(0), Fraction(0)


def last_figure(quantity: Quantity) -> tuple[Fraction, int]:
    """One unit of the last figure that is not a closing zero (base unit), and how many figures lead up to it."""
    place = quantity.step
    units = abs(quantity.low / place) if place else abs(quantity.low)
    if units != units.to_integral_value():
        return quantity.base_step, 1  # a fraction in words: a third, 三分之二
    count = int(units)
    while count and count % 10 == 0:
        count //= 10
        place *= 10
    return Fraction(place) * quantity.measured_in.factor, len(str(count))


def agreement(fact: Quantity, draft: Quantity, tolerance: Tolerance | None = None) -> Agreement:
    """How a draft's figure stands to the fact's. Whether both speak of the same thing is not asked here."""
    if fact.dimension != draft.dimension:
        if not comparable(fact, draft):
            return "mismatch"
        fact, draft = in_common(fact, draft)
    if _same_figure(fact, draft):
        return _same_figure_hedged(fact, draft)
    if tolerance is not None and _within(fact, draft, tolerance):
        return "approximate"
    return _other_figure(fact, draft)


def compatible(one: Quantity, two: Quantity) -> bool:
    """Whether two figures that one text gives for one thing can both be right.

    Either may be the other, rounded to a coarser written digit (14.1亿 beside 141178万). A round number is none that was
    rounded: 1,000 and 1,007 of the same thing can't both be right.
    """
    plain = one.hedge is None and two.hedge is None and one.form == two.form != "vague"
    if plain and one.base_step == two.base_step:
        return _same_figure(one, two)
    return agreement(one, two) != "mismatch" or agreement(two, one) != "mismatch"


def _other_figure(fact: Quantity, draft: Quantity) -> Agreement:
    """How a figure that is written otherwise stands to the fact's."""
    if fact.form == draft.form == "range":
        return _ends(fact, draft)
    if _bounds_alike(fact, draft):
        return "approximate" if _cut(fact.base_low, draft) else "mismatch"
    if _is_fraction(fact) or _is_fraction(draft):
        return "approximate" if _near(fact, draft, FRACTION_LIMIT) else "mismatch"
    if fact.hedge is None and draft.hedge is None and fact.form == draft.form == "exact":
        return "rounded" if _is_rounded(fact, draft) else "mismatch"
    if fact.hedge is not None and draft.hedge is None and draft.form == "exact" and fact.hedge.kind == "about":
        # A draft that is surer than the fact must give the fact's own figure.
        return "rounded" if _is_rounded(fact, draft) else "mismatch"
    strict = draft.hedge is not None
    return "approximate" if interval(fact, strict=strict).meets(interval(draft, strict=strict)) else "mismatch"


def _ends(fact: Quantity, draft: Quantity) -> Agreement:
    """Two ranges agree when both ends do."""
    lower = agreement(_end(fact, fact.low), _end(draft, draft.low))
    upper = agreement(_end(fact, fact.high), _end(draft, draft.high))
    if "mismatch" in (lower, upper):
        return "mismatch"
    return "rounded" if "rounded" in (lower, upper) else "approximate"


def _end(quantity: Quantity, value: Decimal) -> Quantity:
    return replace(quantity, low=value, high=value, form="exact", hedge=None, open_high=False)


def _same_figure(fact: Quantity, draft: Quantity) -> bool:
    if _in_one_unit(fact, draft):
        return fact.low == draft.low and fact.high == draft.high
    return fact.base_low == draft.base_low and fact.base_high == draft.base_high


def _in_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the two, as most are, are written in one unit: then they need no conversion."""
    one, two = a.measured_in, b.measured_in
    return one.symbol == two.symbol and one.dimension == two.dimension


def _same_figure_hedged(fact: Quantity, draft: Quantity) -> Agreement:
    """The same figure with the same hedge is verified; a hedge more or less must not contradict."""
    theirs = fact.hedge.kind if fact.hedge else None
    ours = draft.hedge.kind if draft.hedge else None
    if theirs == ours:
        return "verified"
    if ours is None or ours == "about" or theirs == "about":
        return "approximate"
    if theirs is None:
        return "approximate" if ours in ("at-least", "at-most", "more") else "mismatch"
    alike = (theirs in _ABOVE) == (ours in _ABOVE)
    return "verified" if alike else "mismatch"


def _bounds_alike(fact: Quantity, draft: Quantity) -> bool:
    """Whether both are bounds on the same side, or both soft: then the figures themselves must correspond."""
    if fact.hedge is None or draft.hedge is None:
        return False
    kinds = {fact.hedge.kind, draft.hedge.kind}
    return kinds <= _ABOVE or kinds <= _BELOW or kinds == {"about"}


def _cut(value: Fraction, draft: Quantity) -> bool:
    """Whether the draft's figure is this value, cut or rounded to the figures that the draft shows."""
    place, _ = last_figure(draft)
    return place > 0 and abs(value - draft.base_low) < place and abs(value - draft.base_low) <= abs(value) / 20


def _within(fact: Quantity, draft: Quantity, tolerance: Tolerance) -> bool:
    allowed = tolerance.amount * abs(fact.base_low) if tolerance.relative else tolerance.amount
    return abs(fact.base_low - draft.base_low) <= allowed


def _is_rounded(fact: Quantity, draft: Quantity) -> bool:
    """Whether the draft's figure is the fact's, rounded or cut to the digits that the draft shows, at most 1 % away."""
    if _in_one_unit(fact, draft) and not _are_near(fact.low, draft.low):
        return False
    value, shown = fact.base_low, draft.base_low
    if fact.base_step >= draft.base_step and not _closing_zeros(draft):
        return False
    if abs(value - shown) > ROUNDING_LIMIT * abs(value):
        return False
    if draft.base_step > fact.base_step and abs(value - shown) < draft.base_step:
        return True
    place, _ = last_figure(draft)
    return _closing_zeros(draft) and place > fact.base_step and abs(value - shown) <= place / 2


def _are_near(value: Decimal, shown: Decimal) -> bool:
    """Whether a figure may be another, rounded, as far as can be told without exact arithmetic: it is 2 % away at most."""
    return abs(value - shown) * 50 <= abs(value)


def _is_fraction(quantity: Quantity) -> bool:
    """Whether it is a fraction in words without a hedge (三分之一, two-thirds), which stands for figures close to it."""
    return quantity.dimension == "percent" and not quantity.unit and quantity.hedge is None and quantity.form == "exact"


def _near(fact: Quantity, draft: Quantity, limit: Fraction) -> bool:
    return interval(fact, strict=False).meets(interval(draft, strict=False)) or (
        abs(fact.base_low - draft.base_low) <= limit
    )


def _closing_zeros(quantity: Quantity) -> bool:
    """Whether a whole number closes in at least two zeros, and so may be a round one."""
    place, _ = last_figure(quantity)
    return place >= 100 * quantity.base_step
