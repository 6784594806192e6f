"""Arithmetic of the calendar: what days a month, a quarter or a year begins and ends with."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.period import Day, Grain


class Stretch(Struct, frozen=True):
    """Days from `start` to `end`, both included; None where they are not known."""

    start: Day | None
    end: Day | None
    grain: Grain


UNKNOWN = Stretch(None, None, "named")


def month_length(year: int, month: int) -> int:
    """The days of a month, in the Gregorian calendar; 31 for a month that does not exist (13月)."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def of_years(first: int, last: int) -> Stretch:
    """Whole years."""
    return Stretch(Day(first, 1, 1), Day(last, 12, 31), "year" if first == last else "years")


def of_months(year: int, first: int, last: int) -> Stretch:
    """Whole months of one year."""
    grain: Grain = "month" if first == last else "part"
    return Stretch(Day(year, first, 1), Day(year, last, month_length(year, last)), grain)


def of_quarters(year: int, first: int, last: int) -> Stretch:
    """Whole quarters of one year."""
    stretch = of_months(year, 3 * first - 2, 3 * last)
    return replace(stretch, grain="quarter") if first == last else stretch


def of_half(year: int, half: int) -> Stretch:
    """The first or the second half of a year."""
    return replace(of_months(year, 6 * half - 5, 6 * half), grain="half")


def of_days(year: int, month: int, first: int, last: int) -> Stretch:
    """Days of one month. They need not exist: 2月30日 can be written."""
    return Stretch(Day(year, month, first), Day(year, month, last), "day" if first == last else "part")


def third(stretch: Stretch, which: int) -> Stretch:
    """The first (early, 上旬), second (mid, 中旬) or last (late, 下旬) third of a month, year or decade; else the whole."""
    start, end, grain = stretch.start, stretch.end, stretch.grain
    if start is None or end is None:
        return stretch
    if grain == "month":
        last = end.day if which == 3 else 10 * which
        return Stretch(Day(start.year, start.month, 10 * which - 9), Day(start.year, start.month, last), "part")
    if grain == "year":
        return of_months(start.year, 4 * which - 3, 4 * which)
    if grain == "years" and end.year - start.year == 9:
        return of_years(start.year + (0, 4, 7)[which - 1], start.year + (3, 6, 9)[which - 1])
    return stretch


def covering(first: Stretch, last: Stretch) -> Stretch:
    """From the start of the first to the end of the last."""
    if first.start is None or last.end is None:
        return UNKNOWN
    years = {first.grain, last.grain} <= {"year", "years"}
    return Stretch(first.start, last.end, "years" if years else "part")
