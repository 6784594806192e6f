"""The year of a time that names none, from what the text and the document's date have said before."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extraction.calendar_days import Stretch
from factcheck.model.period import YEAR_OF_WRITING, Day, Reach
from factcheck.model.span import Span


class Year(Struct, frozen=True):
    """A year of the calendar, or one counted from the year of writing when not `anchored`."""

    number: int
    anchored: bool
    written: bool = True


class Context(Struct, frozen=True):
    """What a reader knows when coming to a phrase."""

    dated: Day | None
    here: Year | None = None  # last stated in this block
    before: Year | None = None  # last stated anywhere before
    month: int | None = None  # last stated
    present: bool = False  # whether the text speaks of the year of writing (今年)

    def current(self) -> Year:
        """The year of a time that names none."""
        if self.here:
            return replace(self.here, written=False)
        if self.dated:
            return Year(self.dated.year, anchored=True, written=False)
        if self.before and not self.present:
            return replace(self.before, written=False)
        return Year(YEAR_OF_WRITING, anchored=False, written=False)

    def relative(self, offset: int) -> Year:
        """去年, next year: counted from the document's own year."""
        if self.dated:
            return Year(self.dated.year + offset, anchored=True)
        return Year(YEAR_OF_WRITING + offset, anchored=False)

    def of_month(self, month: int, *, past: bool) -> Year:
        """The year of a month that names none. In January, December is the last one; `past` says that it lies behind anyway."""
        year = self.current()
        if not self.dated or year.number != self.dated.year or month <= self.dated.month:
            return year
        last_winter = not self.here and self.dated.month <= 2 and month >= 10
        return replace(year, number=year.number - 1) if past or last_winter else year

    def at(self, moment: Moment) -> Context:
        """The same, with the year and the month of `moment` stated right here."""
        start = moment.stretch.start
        return replace(self, here=moment.year, month=start.month if start else self.month)

    def after(self, moment: Moment) -> Context:
        """What is known behind a moment. A start (2019年以来), a range of years or a far end (到2025年) sets no year."""
        stretch = moment.stretch
        known = self
        if stretch.start and stretch.grain in ("month", "day"):
            known = replace(known, month=stretch.start.month)
        sets = moment.reach == "during" or (
            moment.reach == "by" and stretch.grain in ("month", "day", "quarter", "half")
        )
        if moment.year.written and sets and stretch.grain not in ("years", "named"):
            known = replace(known, here=moment.year, before=moment.year)
        return known


class Moment(Struct, frozen=True):
    """A time with its days, its place in the text, and the year that it was counted from."""

    span: Span
    stretch: Stretch
    year: Year
    reach: Reach
    name: str | None = None
    weekday: int | None = None
