"""Days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import Message, msgid, say
from factcheck.model.period import Day, Period, day_said, period_said
from factcheck.model.reckoning import elapsed_holds, event_holds
from factcheck.model.relation import Elapsed, Event
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
        Bad("培训班于⟦2023年2月30日⟧结业。", says="there is no such day: that month has 28 days"),
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
        Bad(
            "学校创办于1952年，2022年迎来⟦60周年⟧校庆。",
            says="from 1952 to 2022 is 70 years, not 60",
        ),
        Bad(
            "2024年10月1日，各地庆祝中华人民共和国成立⟦74周年⟧。",
            says="from 1949 to 2024 is 75 years, not 74",
        ),
        Bad("李明1985年出生，2024年当选劳模时⟦45岁⟧。", says="from 1985 to 2024 is 40 years, not 45"),
        Bad(
            "展会将于⟦2024年9月20日⟧开幕，预计展期三天。\n\n2024年10月16日",
            says="2024-09-20 is announced, and lies before the document's own date, 2024-10-16",
        ),
        Bad(
            "Founded in 1949, the institute celebrated its ⟦70th anniversary⟧ in 2024.",
            says="from 1949 to 2024 is 75 years, not 70",
        ),
        Bad(
            "Born on 12 May 1950, she died on 3 March 2020 ⟦aged 71⟧.",
            says="from 1950 to 2020 is 69 years, not 71",
        ),
        Bad(
            "Date: 16 October 2024\n\nThe fair closed on ⟦20 December 2024⟧ after drawing 20,000 visitors.",
            says="2024-12-20 is reported as over, and lies behind the document's own date, 2024-10-16",
        ),
        Good("展览定于2024年2月29日开幕。", because="2024 is a leap year"),
        Good("他1938年出生，2018年去世，享年81岁。", because="a life is reckoned from its first year on"),
        Good("该校创办于1952年，2022年起免收60岁以上老人门票。", because="the age is a bound"),
        Good("展会原定将于2024年9月20日开幕，已经改期。\n\n2024年10月16日", because="it tells of an earlier plan"),
        Good("He was born in 1943 and retired in 2003, aged 59.", because="his birthday was still to come"),
        Good("展览将于2月29日开幕。", because="no year is given: it may be a leap year"),
        Good("孩子满18月龄后接种第二剂。", because="an age in months is no date"),
        Good("合唱团将于9月30日至10月3日巡演。", because="both days exist"),
        Good("Lorries 31 and 32 left the depot in November.", because="the numbers are no days"),
        Good("The sale runs from 29 to 31 December.", because="December has 31 days"),
        Good("Version 2.30 was released in February.", because="a version is no date"),
    ],
)
def impossible_date(case: Case) -> Iterator[Offence]:
    """Flag a date that can't be: the calendar does not have it, or other dates of the draft rule it out.

    The day must be in its month, and 29 February in a leap year; where the text gives no year, that day may exist. A month
    beyond the twelfth counts where a day stands beside it. An age or an anniversary must be that of its two years, of which
    the later may be the document's own. What a dated document announces must not lie behind it, nor what it reports as over
    ahead of it; an announcement that is told for its history is left alone.
    """
    for period in case.periods:
        for day in (period.start, period.end):
            message = _fault(period, day) if day is not None else None
            if message is not None:
                yield Offence(span=period.span, message=message, found=period.text)
                break
    for each in case.relations.elapsed:
        if not elapsed_holds(each):
            yield _of_years(each)
    for event in case.relations.events:
        if not event_holds(event):
            yield _of_event(event)


def _of_years(each: Elapsed) -> Offence:
    expected = min(each.allowed, key=lambda years: abs(years - each.years))
    return Offence(
        span=each.span,
        message=say(
            "from {since} to {until} is {expected} years, not {years}",
            since=each.since,
            until=each.until,
            expected=expected,
            years=each.years,
        ),
        found=str(each.years),
        expected=str(expected),
        related=(Related(say("the first year"), span=each.start),) if each.start.end else (),
    )


def _of_event(event: Event) -> Offence:
    template = msgid("{date} is reported as over, and lies behind the document's own date, {dated}")
    if event.ahead:
        template = msgid("{date} is announced, and lies before the document's own date, {dated}")
    return Offence(
        span=event.period.span,
        message=say(template, date=period_said(event.period), dated=day_said(event.dated)),
        found=event.period.text,
        severity="warning",
    )


def _fault(period: Period, day: Day) -> Message | None:
    if not 1 <= day.month <= 12:
        return say("there is no such month") if period.grain in ("day", "part") else None
    common = day.month == 2 and period.anchored and period.written and not _is_leap(day.year)
    if common and day.day == 29:
        return say("there is no such day: {year} is no leap year", year=day.year)
    length = 28 if common else LENGTHS[day.month - 1]
    return say("there is no such day: that month has {days} days", days=length) if day.day > length else None


def _is_leap(year: int) -> bool:
    """Whether a year has a 29 February, in the Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
