"""Dates and stretches of time, as a document states them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Day:
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


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from `start` to `end`, both included.

    Years are those of the calendar when `anchored`; else they are counted from the year of writing, which is
    `YEAR_OF_WRITING` (去年 is year -1). `name` is set for a named period (“十三五”), whose days may be unknown (None).
    `written` says whether the year stands in the text itself; a month without a year takes the document's.
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
        return f"{str(self.start)[:7]}…{str(self.end)[:7]}"
