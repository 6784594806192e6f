"""Dates and the days of the week beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from factcheck.model.case import Case
from factcheck.model.document import Language
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.period import Day, Period, day_said
from factcheck.model.rule import Bad, Good, rule

# Dates of a text within so many days of each other are of one year.
_NEAR = 31
_WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
# As drafts write them.
_WRITTEN: Mapping[Language, tuple[str, ...]] = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": tuple(map(str, _WEEKDAYS)),
}


@rule(
    severity="error",
    examples=[
        Bad(
            "时间：⟦2024年10月16日（星期四）⟧上午10时，地点：市政府新闻发布厅。",
            says="2024-10-16 is a Wednesday, not a Thursday",
        ),
        Bad("听证会定于⟦2024年9月17日（周一）⟧举行。", says="2024-09-17 is a Tuesday, not a Monday"),
        Bad(
            "The plan will be put to a public meeting on ⟦Monday, 17 September 2024⟧.",
            says="2024-09-17 is a Tuesday, not a Monday",
        ),
        Bad(
            "The summit opens on ⟦Monday, November 22, 2024⟧, its hosts said.",
            says="2024-11-22 is a Friday, not a Monday",
        ),
        Bad(
            "2024年10月16日，市政府召开会议。听证会将于⟦10月18日（周六）⟧举行。",
            says="2024-10-18 is a Friday, not a Saturday",
        ),
        Good("时间：2024年10月16日（星期三）上午10时。", because="that day was a Wednesday"),
        Good("2024年1月16日，市政府召开会议。听证会将于10月18日（周六）举行。", because="it may be another year's"),
        Good("听证会定于9月17日（周一）举行。", because="no year is given, here or by the document"),
        Good("The meeting is on Tuesday, 17 September 2024.", because="that day was a Tuesday"),
        Good("Stores open on Monday; the sale ends on 17 September 2024.", because="the weekday is not the date's"),
        Good("The fair, held on a Sunday in May 2024, drew crowds.", because="there is no day to compare"),
    ],
)
def weekday_mismatch(case: Case) -> Iterator[Offence]:
    """Flag a day of the week that is not that of the date beside it.

    The year is the one that stands there, or the document's own, or that of a whole date stated shortly before. A date without
    a year may as well lie in the year before or after the document's, if that is nearer to its day.
    """
    last: Day | None = None  # the whole date that the text states last before
    for period in case.periods:
        before = last
        if period.grain == "day" and period.written and period.anchored:
            last = period.start
        if period.weekday is None or period.grain != "day" or period.start is None or not period.anchored:
            continue
        days = _days(period, period.start, case.document.dated or _if_near(before, period.start))
        if days and all(day.weekday() != period.weekday for day in days):
            actual, names = days[0].weekday(), _WRITTEN[case.document.language]
            yield Offence(
                span=period.span,
                message=say(
                    "{date} is a {actual}, not a {written}",
                    date=day_said(days[0]),
                    actual=_WEEKDAYS[actual],
                    written=_WEEKDAYS[period.weekday],
                ),
                found=names[period.weekday],
                expected=names[actual],
            )


def _if_near(last: Day | None, start: Day) -> Day | None:
    """A date, where another lies within a month of it."""
    if last is None or last.year != start.year:
        return None
    return last if abs((last.month - start.month) * 31 + last.day - start.day) <= _NEAR else None


def _days(period: Period, start: Day, dated: Day | None) -> tuple[date, ...]:
    """The days that the date can mean, the likeliest first; none where it can't be told or does not exist."""
    try:
        stated = date(start.year, start.month, start.day)
        if period.written:
            return (stated,)
        if dated is None:
            return ()
        years = (stated.replace(year=year) for year in range(dated.year - 1, dated.year + 2))
        today = date(dated.year, dated.month, dated.day)
        return (stated, min(years, key=lambda day: abs(day - today)))
    except ValueError:
        return ()
