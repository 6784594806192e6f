"""Dates and stretches of time, as a document states them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from factcheck.model.message import Message, say, verbatim
from factcheck.model.span import Span

if TYPE_CHECKING:
    from datetime import date


class Day(Struct, frozen=True, order=True):
    """A calendar day; it need not exist (2月30日 can be written, and a rule says so)."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


# A year that the text does not give: 去年 in a document without a date. Years are then counted from this one.
YEAR_OF_WRITING = 0

Grain = Literal["day", "month", "quarter", "half", "year", "years", "part", "named"]

# How a claim stands to its period: within it (2020年), from its start on (2019年以来), or at its end (截至10月底).
Reach = Literal["during", "since", "by"]


class Period(Struct, frozen=True):
    """A stretch of time from `start` to `end`, both included.

    Years are those of the calendar when `anchored`; else they are counted from the year of writing, which is
    `YEAR_OF_WRITING` (去年 is year -1). `name` is set for a named period (“十三五”), whose days may be unknown (None).
    `written` says whether the year stands in the text itself; a month without a year takes the document's.
    `weekday` is the day of the week that stands beside the date, counted from Monday (0) as `datetime.date.weekday` does.
    """

    span: Span
    text: str
    start: Day | None
    end: Day | None
    grain: Grain
    anchored: bool = True
    written: bool = True
    reach: Reach = "during"
    name: str | None = None
    weekday: int | None = None

    def label(self) -> str:
        """A short form for a reader: 2020, 2020-11, 2020-01…2020-09, a name; as written when not anchored."""
        if self.name is not None or self.start is None or self.end is None or not self.anchored:
            return self.text
        if self.grain == "year":
            return f"{self.start.year:04d}"
        if self.grain == "month":
            return str(self.start)[:7]
        if self.grain == "day":
            return str(self.start)
        if self.grain == "years":
            return f"{self.start.year:04d}…{self.end.year:04d}"
        if self.start.day == 1 and self.end.day >= 28:
            return f"{str(self.start)[:7]}…{str(self.end)[:7]}"
        return f"{self.start}…{self.end}"


def day_said(day: Day | date) -> Message:
    """A day as a reader's language writes it."""
    return say("{year}-{month:0>2}-{day:0>2}", year=f"{day.year:04d}", month=day.month, day=day.day)


def period_said(period: Period) -> Message:
    """A period as a reader's language writes it; by its label where it is no day, month or year of the calendar."""
    start = period.start
    if start is not None and period.anchored and period.name is None:
        if period.grain == "day":
            return day_said(start)
        if period.grain == "month":
            return say("{year}-{month:0>2}", year=f"{start.year:04d}", month=start.month)
        if period.grain == "year":
            return say("{year}", year=f"{start.year:04d}")
    return verbatim(period.label())


def same_time(a: Period | None, b: Period | None) -> bool | None:
    """Whether two periods are one time: True, False when they surely differ, None when that can't be known.

    A figure by the end of a time (截至10月底) is compared by that end alone: 截至12月底, 12月 and 2020年全年 close on the same day,
    and press prose uses one for the other. Unknown are: a period that is missing or has no known days, a calendar year against
    one counted from the year of writing, a start (2019年以来) against that year itself, and a year that one of them borrowed.
    """
    if a is None or b is None:
        return None
    if a.name is not None and b.name is not None:
        return _same_name(a, b)
    if a.anchored != b.anchored or a.start is None or b.start is None or a.end is None or b.end is None:
        return None
    if a.reach != b.reach and "since" in (a.reach, b.reach):
        return None if a.start == b.start else False
    first = (a.end,) if "by" in (a.reach, b.reach) else (a.start,) if a.reach == "since" else (a.start, a.end)
    second = (b.end,) if "by" in (a.reach, b.reach) else (b.start,) if a.reach == "since" else (b.start, b.end)
    if first == second:
        return True
    borrowed = not (a.written and b.written)
    return None if borrowed and _season(first) == _season(second) else False


def _same_name(a: Period, b: Period) -> bool | None:
    """Named periods by their days where both are known, else by name; FY2023 and FY2023/24 may be one year or two."""
    if a.start is not None and b.start is not None:
        return (a.start, a.end) == (b.start, b.end)
    if a.name == b.name:
        return True
    return False if len(a.name or "") == len(b.name or "") else None


def _season(days: tuple[Day, ...]) -> tuple[tuple[int, int], ...]:
    """Days without their year."""
    return tuple((day.month, day.day) for day in days)
