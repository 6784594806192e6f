"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Message, Offence, say
from factcheck.model.period import Day, Period
from factcheck.model.rule import Bad, Good, rule

LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@rule(
    severity="error",
    examples=[
        Bad(
            "本网讯 ⟦截至9月31日⟧，全港完成货物吞吐量1.26亿吨。",
            says="there is no such day: that month has 30 days",
        ),
        Bad("论坛将于⟦2024年2月30日⟧在滨海举行。", says="there is no such day: that month has 29 days"),
        Bad("展览定于⟦2023年2月29日⟧开幕。", says="there is no such day: 2023 is no leap year"),
        Bad("签约仪式定于⟦2024年13月5日⟧举行。", says="there is no such month"),
        Bad(
            "Passenger numbers reached 9.2 million in the year to ⟦31 November⟧, a record.",
            says="there is no such day: that month has 30 days",
        ),
        Bad(
            "The hall reopens on ⟦30 February 2024⟧ with a concert.",
            says="there is no such day: that month has 29 days",
        ),
        Good("展览定于2024年2月29日开幕。", because="2024 is a leap year"),
        Good("展览将于2月29日开幕。", because="no year is given: it may be a leap year"),
        Good("孩子满18月龄后接种第二剂。", because="an age in months is no date"),
        Good("合唱团将于9月30日至10月3日巡演。", because="both days exist"),
        Good("Lorries 31 and 32 left the depot in November.", because="the numbers are no days"),
        Good("The sale runs from 29 to 31 December.", because="December has 31 days"),
        Good("Version 2.30 was released in February.", because="a version is no date"),
    ],
)
def impossible_date(case: Case) -> Iterator[Offence]:
    """Flag a date that the calendar does not have.

    The day must be in its month, and 29 February in a leap year; where the text gives no year, that day may exist. A month
    beyond the twelfth counts where a day stands beside it.
    """
    for period in case.periods:
        for day in (period.start, period.end):
            message = _fault(period, day) if day is not None else None
            if message is not None:
                yield Offence(span=period.span, message=message, found=period.text)
                break


def _fault(period: Period, day: Day) -> Message | None:
    if not 1 <= day.month <= 12:
        return say("there is no such month") if period.grain in ("day", "part") else None
    length = LENGTHS[day.month - 1]
    if day.day > length:
        return say("there is no such day: that month has {days} days", days=length)
    if (day.month, day.day) == (2, 29) and period.anchored and period.written and not _is_leap(day.year):
        return say("there is no such day: {year} is no leap year", year=day.year)
    return None


def _is_leap(year: int) -> bool:
    """Whether a year has a 29 February, in the Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
