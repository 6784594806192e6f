"""A document's own date, from where press texts carry it.

In this order: a line that is labelled (发布时间：, date:), a date in the lines about the title, a dateline before the first
sentence, a signature at the end, the time in the title; else the latest part of a year that the text itself reports on. A year
alone is no sign: a review of 2021 is written in 2022 as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.extraction.periods import periods_in
from factcheck.language.calendar import table as calendar
from factcheck.language.layout import Layout, table
from factcheck.model.document import Block, Language
from factcheck.model.period import Day, Period
from factcheck.model.span import Span
from factcheck.patterns import compiled

# So many blocks at the top hold the title and what is said about the text; so many at the end its signature.
_TOP, _END = 8, 5

# A dateline stands among the first so many characters of a paragraph.
_OPENING = 70

# A title and the line below it, which begins with a dash, stand among so many blocks.
_TITLES = 5
_DASHES = "—–-"

# A year that is stated more often has told its months by then.
_PLACES = 100

# How far the other parts of a time may stand from its year.
_AROUND = 24

# A report on December may be written in the year after: such a month says nothing of the year of writing.
_YEAR_END = 12


def read_date(text: str, blocks: tuple[Block, ...], language: Language) -> Day | None:
    """The day on which a document was written, as far as it tells; None when it does not. Never today's date.

    Where only a year or a month is told, the day is its last.
    """
    layout = table(language)
    reader = _Reader(text, language)
    top = [block.span for block in _top(blocks)]
    end = [block.span for block in blocks[-_END:]]
    for days in (
        reader.labelled((*top, *end), layout),
        reader.about_the_title(top, layout),
        reader.dateline(top, layout),
        reader.signature(end),
        reader.title(blocks, layout),
    ):
        for day in days:
            return day
    return reader.latest_report(layout)


def _top(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks at the top, and those about the title where more stand before it than it has room for: a page's menus."""
    first = next((number for number, block in enumerate(blocks) if block.kind != "chrome"), 0)
    return blocks[:_TOP] if first < _TOP else blocks[:_TOP] + blocks[max(first - 2, _TOP) : first + _TOP]


class _Reader:
    """The places of a date, each as an iterator over the days found there."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language: Language = language

    def labelled(self, places: Iterable[Span], layout: Layout) -> Iterator[Day]:
        label = compiled(layout.date_label_pattern)
        for place in places:
            match = label.match(self._text, place.start, place.end)
            if match:
                yield from self._days(Span(match.end(), min(place.end, match.end() + _OPENING)))

    def about_the_title(self, places: Iterable[Span], layout: Layout) -> Iterator[Day]:
        """A short line without a closing mark that holds a whole date: 26 Feb 2016 Posted in Press releases."""
        for place in places:
            if (
                place.end - place.start <= 2 * layout.heading_length
                and self._text[place.end - 1] not in layout.heading_closers
            ):
                yield from self._days(place)

    def dateline(self, places: Iterable[Span], layout: Layout) -> Iterator[Day]:
        """A date at the head of a paragraph, before a dash or inside brackets: (Xinhua, 16 October 2024)."""
        behind = compiled(layout.dateline_pattern)
        for place in places:
            opening = Span(place.start, min(place.end, place.start + _OPENING))
            for period in self._whole(opening):
                if behind.match(self._text, period.span.end):
                    yield from _day(period)

    def signature(self, places: Iterable[Span]) -> Iterator[Day]:
        """A line at the end that holds a date and nothing else."""
        for place in places:
            line = place.cut(self._text).strip("()（）[]. 。") if place.end - place.start <= _OPENING else ""
            for period in self._whole(place) if line else ():
                if len(line) == period.span.end - period.span.start:
                    yield from _day(period)

    def title(self, blocks: tuple[Block, ...], layout: Layout) -> Iterator[Day]:
        """The one time in a title, when the text was surely written in its year.

        It was when the title reports on a part of the year (2025年上半年), or when the text says “this year” (今年).
        """
        for block in blocks[:_TITLES]:
            title = block.span.cut(self._text)
            if (block.level != 1 and title[0] not in _DASHES) or compiled(layout.ahead_pattern).search(title):
                continue
            periods = [
                period for period in periods_in(self._text, block.span, self._language) if period.grain != "named"
            ]
            if len(periods) == 1 and _tells_year(periods[0]):
                if _ends_year(periods[0]) and not self._speaks_of_now():
                    continue
                yield from _day(periods[0])

    def latest_report(self, layout: Layout) -> Day | None:
        """The last day of the latest part of a year that the text reports on (至2020年11月份, the first half of 2024).

        None when the text states a later year, and when that part ends with the year: a report on December is written in the
        next year as often as not.
        """
        stated = [
            match
            for match in compiled(layout.stated_year_pattern).finditer(self._text)
            if not self._ahead(match, layout)
        ]
        latest_year = max((int(match["year"]) for match in stated), default=0)
        reports: list[Period] = []
        for match in [match for match in stated if int(match["year"]) == latest_year][:_PLACES]:
            place = Span(max(0, match.start() - _AROUND), min(len(self._text), match.end() + _AROUND))
            reports += [period for period in periods_in(self._text, place, self._language) if _reports(period)]
        days = [report.end for report in reports if report.end and report.end.year == latest_year]
        latest = max(days, default=None)
        return latest if latest and latest.month < _YEAR_END else None

    def _ahead(self, year: re.Match[str], layout: Layout) -> bool:
        """Whether a year is one that the text looks forward to."""
        before = self._text[max(0, year.start() - layout.ahead_length) : year.start()]
        return compiled(layout.ahead_pattern).search(before) is not None

    def _speaks_of_now(self) -> bool:
        return compiled(calendar(self._language).this_year).search(self._text) is not None

    def _days(self, place: Span) -> Iterator[Day]:
        for period in self._whole(place):
            yield from _day(period)

    def _whole(self, place: Span) -> Iterator[Period]:
        """The whole dates of a place: year, month and day."""
        for period in periods_in(self._text, place, self._language):
            if period.grain == "day" and period.written and period.anchored:
                yield period


def _tells_year(period: Period) -> bool:
    told = period.written and period.anchored and period.end is not None
    return told and period.reach == "during" and period.grain != "years"


def _ends_year(period: Period) -> bool:
    return period.end is None or period.end.month >= _YEAR_END


def _reports(period: Period) -> bool:
    """Whether a period is one that figures are reported for: up to a month or day, or a part of a year."""
    if not (period.written and period.anchored):
        return False
    if period.grain == "part":
        return period.start is not None and period.start.month == period.start.day == 1
    return period.grain in ("quarter", "half") or (period.reach == "by" and period.grain in ("month", "day"))


def _day(period: Period) -> Iterator[Day]:
    if period.end is not None and 1 <= period.end.month <= 12:
        yield period.end
