"""Whether what a text says of its own figures is true: each relation reckoned over every value that its digits can stand for.

A relation fails only when no reading of its words and no choice of values makes it true (`factcheck.model.arithmetic`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.agreement import Interval
from factcheck.model.arithmetic import added, minus, over, plain, scaled, side_by_side, written
from factcheck.model.mending import smallest_mend
from factcheck.model.quantity import Quantity
from factcheck.model.relation import (
    Change,
    Elapsed,
    Enumeration,
    Event,
    Listing,
    Mean,
    Numbering,
    Part,
    Portions,
    Proportion,
    Share,
    Sum,
)

ALL = Interval(Fraction(100), Fraction(100))

_HUNDRED = Fraction(100)
_FEW = 10_000
_TELLING = 4
_OVERLAPPING = Fraction(103)
_UNCHANGED = Interval(Fraction(1), Fraction(1))

# “Doubled” is said of what is near to twice or past it: so far below and above the multiple itself; further with “almost”.
_MULTIPLE, _LOOSELY = (Fraction(9, 10), Fraction(13, 10)), (Fraction(4, 5), Fraction(3, 2))

# A mean is taken over the year and its count at the year's end, or the other way round: so much apart is no mistake.
_MEANS_APART = Fraction(2, 100)


def sum_holds(each: Sum) -> bool:
    """Whether some list of parts that the words allow adds up to the whole."""
    whole = ALL if each.whole is None else _whole(each.whole)
    return any(added(side_by_side(parts)).meets(whole) for parts in (each.parts, *each.readings))


def _whole(whole: Quantity) -> Interval:
    """The values of a total. One that counts few things is exact like its parts, though it may close in zeros."""
    return written(whole, whole.base_step) if whole.base_low < _FEW and whole.form == "exact" else written(whole)


def portions_hold(each: Portions) -> bool:
    """Whether parts that are named side by side need not be more than their whole together.

    Shares that lie well past a hundred are none of one whole: more than one answer could be given.
    """
    together = added(side_by_side(each.parts))
    if each.whole is None:
        return together.low <= ALL.high or together.low > _OVERLAPPING
    return together.low <= written(each.whole).high


def portions_nearly_hold(each: Portions) -> bool:
    """Whether parts would be all of their whole if one figure had one stroke of the keyboard otherwise.

    Only figures of several digits are told: short ones come so near by chance.
    """
    whole = each.whole
    if whole is None or len(plain(whole).replace(".", "").replace(",", "").strip("0")) < _TELLING:
        return False
    if added(side_by_side(each.parts)).meets(written(whole)):
        return False
    missing = whole.base_low - sum((part.base_low for part in each.parts), Fraction(0))
    mend = smallest_mend([(whole, whole.base_low - missing), *((part, part.base_low + missing) for part in each.parts)])
    return mend is not None and mend.strokes == 1 and mend.exact


def part_holds(each: Part) -> bool:
    """Whether a part may be as small as one of its wholes."""
    return any(written(each.part).low <= written(whole).high for whole in each.wholes)


def difference_holds(change: Change) -> bool:
    """Whether a change is the difference of its levels; True where one of them is not stated."""
    if change.old is None or change.new is None or change.amount is None:
        return True
    old, new = written(change.old), written(change.new)
    stated = _in_points(change.amount)
    if any(difference.meets(stated) for difference in (minus(new, old), minus(old, new))):
        return True
    return change.amount.dimension == "percent" and _is_rate(change.old, change.new, change.amount)


def direction_holds(change: Change) -> bool:
    """Whether a figure that is said to have risen is not the lower one, and one that has fallen not the higher."""
    if change.old is None or change.new is None or change.up is None:
        return True
    moved = minus(written(change.new), written(change.old))
    return moved.high >= 0 if change.up else moved.low <= 0


def is_percent_for_points(change: Change) -> bool:
    """Whether the difference of two rates is given in percent, and is no rate of change: from 58.2 % to 45.6 %, down 12.6 %."""
    if change.old is None or change.new is None or change.amount is None:
        return False
    return (
        change.amount.dimension == "percent"
        and difference_holds(change)
        and not _is_rate(change.old, change.new, change.amount)
    )


def growth_holds(change: Change) -> bool:
    """Whether the levels give the stated rate or multiple; True where none is stated."""
    if change.factor is not None:
        return _is_multiple(change, change.factor)
    if change.rate is None:
        return True
    if change.years > 1:
        return _yearly_growth_holds(change, change.rate)
    stated = _percent(change.rate)
    return any(growth.meets(stated) for _, growth in _readings(change)) or _is_difference(change)


def _yearly_growth_holds(change: Change, rate: Quantity) -> bool:
    """Whether a rate, taken once for each year, leads from one level to the other, up or down."""
    if change.old is None or change.new is None:
        return True
    old, new, yearly = written(change.old), written(change.new), written(rate)
    for sign in (1, -1):
        low, high = sorted(1 + sign * end / _HUNDRED for end in (yearly.low, yearly.high))
        if low > 0 and Interval(old.low * low**change.years, old.high * high**change.years).meets(new):
            return True
    return False


def is_multiple_for_growth(change: Change) -> bool:
    """Whether the new level is as many times the old one as the change is said to be: 增长2倍 means three times as many."""
    if change.rate is None or change.rate.dimension != "times":
        return False
    return any(ratio.meets(written(change.rate)) for ratio, _ in _readings(change))


def share_holds(share: Share) -> bool:
    """Whether part and whole give the stated share or multiple."""
    ratio = over(written(share.part), written(share.whole))
    if ratio is None:
        return True
    return (ratio if share.share.dimension == "times" else scaled(ratio, _HUNDRED)).meets(written(share.share))


def proportion_holds(each: Proportion) -> bool:
    """Whether some whole has both parts at their shares."""
    one, two = over(written(each.one), written(each.one_share)), over(written(each.two), written(each.two_share))
    return one is None or two is None or one.meets(two)


def mean_holds(mean: Mean) -> bool:
    """Whether total and number give the stated mean, as exactly as means are taken."""
    each = over(written(mean.total), written(mean.count))
    if each is None:
        return True
    slack = Interval(each.low * (1 - _MEANS_APART), each.high * (1 + _MEANS_APART))
    return slack.meets(written(mean.each))


def listing_holds(listing: Listing) -> bool:
    """Whether a list has as many values as its words can be read to name subjects."""
    return len(listing.values) in listing.subjects


def enumeration_holds(each: Enumeration) -> bool:
    """Whether a list can be read to name as many things as were announced; an open one may name fewer."""
    return each.number in each.counts or (each.more and min(each.counts) < each.number)


def elapsed_holds(each: Elapsed) -> bool:
    """Whether the two years give the years that are said to lie between them."""
    return each.years in each.allowed


def event_holds(event: Event) -> bool:
    """Whether what is announced does not lie behind the document's own day, and what is over does not lie ahead of it."""
    if event.ahead:
        return event.period.end is None or event.period.end >= event.dated
    return event.period.start is None or event.period.start <= event.dated


def numbering_holds(numbering: Numbering) -> bool:
    """Whether a series of numbers runs on without a gap or a repetition; one that never counts on is no series."""
    numbers = [mark.number for mark in numbering.marks]
    return numbers == list(range(1, len(numbers) + 1)) or set(numbers) == {1}


def _readings(change: Change) -> Iterator[tuple[Interval, Interval]]:
    """For each reading of the words: the new level over the old, and the change in percent of the old, without its sign."""
    pairs: list[tuple[Interval, Interval]] = []
    if change.old is not None and change.new is not None:
        pairs.append((written(change.old), written(change.new)))
    elif change.amount is not None and change.new is not None:
        level, amount = written(change.new), written(change.amount)
        pairs += [(minus(level, amount), level), (added((level, amount)), level), (level, added((level, amount)))]
    for old, new in pairs:
        ratio = over(new, old)
        if ratio is not None:
            yield ratio, _size(scaled(minus(ratio, _UNCHANGED), _HUNDRED))


def _size(change: Interval) -> Interval:
    """A change without its sign."""
    if change.low >= 0:
        return change
    if change.high <= 0:
        return Interval(-change.high, -change.low, change.open_high, change.open_low)
    return Interval(Fraction(0), max(-change.low, change.high))


def _percent(rate: Quantity) -> Interval:
    values = written(rate)
    if rate.dimension == "times":
        return scaled(values, _HUNDRED)
    return scaled(values, Fraction(1, 10)) if rate.dimension == "permille" else values


def _is_difference(change: Change) -> bool:
    """Whether a rate of rates is rather their difference: from 91.5 % to 97.8 %, up 6.3 %."""
    if change.old is None or change.new is None or change.rate is None or change.new.dimension != "percent":
        return False
    return _size(minus(written(change.new), written(change.old))).meets(_percent(change.rate))


def _is_multiple(change: Change, factor: Fraction) -> bool:
    readings = list(_readings(change))
    if not readings:
        return True
    below, above = _LOOSELY if change.loosely else _MULTIPLE
    if factor < 1:
        below, above = 1 / above, 1 / below
    return readings[0][0].meets(Interval(factor * below, factor * above))


def _in_points(amount: Quantity) -> Interval:
    """The values of a change; a hundred basis points are one percentage point."""
    values = written(amount)
    return scaled(values, Fraction(1, 100)) if amount.dimension == "basis-point" else values


def _is_rate(old: Quantity, new: Quantity, amount: Quantity) -> bool:
    """Whether a change of percentages by so many percent is a rate and no difference."""
    if not old.base_low:
        return True
    growth = abs(new.base_low / old.base_low - 1) * 100
    return abs(growth - amount.base_low) <= amount.base_step + growth * (old.base_step / old.base_low)
