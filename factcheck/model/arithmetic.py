"""Arithmetic over the digits as they are written: a figure stands for every value that its writer may have rounded or cut.

A figure that is shown to 0.1 stands for the values from 0.05 below it to 0.1 above it: rounded, or cut off. A sum or a quotient
of such figures is wrong only when no choice of values makes it right. Things that are counted one by one and written out to
the last one (239个) are exact. All arithmetic is in the base unit of the dimension, in fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.model.agreement import Interval, interval, last_figure
from factcheck.model.quantity import Quantity

# What is counted one by one.
_COUNTED = frozenset({"number", "count", "person"})

# A number that closes in so many zeros may be a round one, but so many figures of it are meant.
_ZEROS, _MEANT = 2, 2


def written(quantity: Quantity, step: Fraction | None = None) -> Interval:
    """The values that a figure can stand for, in its base unit. `step` is one unit of its last digit, if that is known better."""
    low, high = quantity.base_low, quantity.base_high
    if quantity.hedge is not None or quantity.form != "exact":
        hedged = interval(quantity, strict=False)
        half = quantity.base_step / 2
        return Interval(hedged.low - half, hedged.high + half)
    if step is None:
        step = _last_meant(quantity)
    if step == quantity.measured_in.factor and quantity.dimension in _COUNTED:
        return Interval(low, high)
    if low < 0:
        return Interval(low - step, high + step / 2, open_low=True)
    return Interval(low - step / 2, high + step, open_high=True)


def _last_meant(quantity: Quantity) -> Fraction:
    """One unit of the last digit that is meant, in the base unit: 3000 may be rounded to hundreds, 41,000 to thousands."""
    place, figures = last_figure(quantity)
    if place < quantity.base_step * 10**_ZEROS:
        return quantity.base_step
    return max(place / Fraction(10) ** max(0, _MEANT - figures), quantity.base_step)


def side_by_side(quantities: Sequence[Quantity]) -> tuple[Interval, ...]:
    """The values of figures that are set side by side. Those on one scale are shown to the same digit: 5 beside 31.9 is 5.0."""
    finest: dict[Fraction, Fraction] = {}
    for quantity in quantities:
        size = scale(quantity)
        finest[size] = min(quantity.base_step, finest.get(size, quantity.base_step))
    if len(quantities) == 1:
        return (written(quantities[0]),)
    return tuple(written(quantity, finest[scale(quantity)]) for quantity in quantities)


def added(intervals: Sequence[Interval]) -> Interval:
    """The values that a sum can have."""
    return Interval(
        sum((each.low for each in intervals), Fraction(0)),
        sum((each.high for each in intervals), Fraction(0)),
        open_low=any(each.open_low for each in intervals),
        open_high=any(each.open_high for each in intervals),
    )


def minus(a: Interval, b: Interval) -> Interval:
    """The values that a difference can have."""
    return Interval(
        a.low - b.high,
        a.high - b.low,
        open_low=a.open_low or b.open_high,
        open_high=a.open_high or b.open_low,
    )


def over(a: Interval, b: Interval) -> Interval | None:
    """The values that a quotient can have; None where the divisor may be zero or less, or the dividend is below zero."""
    if b.low <= 0 or a.low < 0:
        return None
    return Interval(
        a.low / b.high,
        a.high / b.low,
        open_low=a.open_low or b.open_high,
        open_high=a.open_high or b.open_low,
    )


def scaled(values: Interval, factor: Fraction) -> Interval:
    """Each value times a positive factor."""
    return Interval(values.low * factor, values.high * factor, values.open_low, values.open_high)


def scale(quantity: Quantity) -> Fraction:
    """What one of the written digits' units is worth in the base unit: ten thousand for 1.2万, though its step is a thousand."""
    if not plain(quantity):
        return quantity.measured_in.factor
    return quantity.base_step * Fraction(10) ** decimals(quantity)


def decimals(quantity: Quantity) -> int:
    """How many digits stand behind the point; none where the number is in words."""
    _, _, behind = plain(quantity).replace("．", ".").partition(".")
    return len(behind)


def plain(quantity: Quantity) -> str:
    """The figures of a number as they stand, without scale and unit; "" where the number is in words."""
    start, end = _figures(quantity)
    return quantity.text[start:end]


def number(quantity: Quantity, value: Fraction, places: int | None = None) -> str:
    """A value (base unit) as a number on a quantity's scale, with thousands marks if the quantity has them.

    It is rounded to `places` decimals, or to as many as the quantity shows.
    """
    shown = decimals(quantity) if places is None else places
    figure = round(value / scale(quantity) * 10**shown)
    before, behind = divmod(abs(figure), 10**shown)
    grouped = f"{before:,}" if "," in plain(quantity) else str(before)
    sign = "-" if figure < 0 else ""
    return f"{sign}{grouped}.{behind:0{shown}d}" if shown else sign + grouped


def rewritten(quantity: Quantity, value: Fraction, places: int | None = None) -> str:
    """A quantity's text with another value (base unit) in its place; a number in words is replaced by figures."""
    start, end = _figures(quantity)
    in_words = start == end
    if in_words and quantity.digits is not None:
        start, end = quantity.digits.start - quantity.span.start, quantity.digits.end - quantity.span.start
    unit = (quantity.unit or "") if in_words and (start, end) == (0, len(quantity.text)) else ""
    return quantity.text[:start] + number(quantity, value, places) + unit + quantity.text[end:]


def _figures(quantity: Quantity) -> tuple[int, int]:
    """Where the figures of a number begin and end in its text."""
    text = quantity.text
    start = max(quantity.digits.start - quantity.span.start, 0) if quantity.digits else 0
    end = start
    while end < len(text) and (
        text[end].isdecimal() or (text[end] in ".．,，" and text[end + 1 : end + 2].isdecimal() and end > start)
    ):
        end += 1
    return start, end
