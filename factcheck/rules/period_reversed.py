"""Stretches of time that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import Message, msgid, say
from factcheck.model.period import Day, Period, day_said
from factcheck.model.rule import Bad, Good, rule
from factcheck.patterns import compiled


@rule(
    severity="error",
    examples=[
        Bad("⟦2020年至2018年⟧，全区新建学校23所。", says="ends before it begins: from 2020 to 2018"),
        Bad("展期为⟦2024年5月10日至5月3日⟧。", says="ends before it begins: from 2024-05-10 to 2024-05-03"),
        Bad("公示期为⟦6月18日至16日⟧，共五个工作日。", says="ends before it begins: from the 18th to the 16th"),
        Bad(
            "Interviews took place ⟦from 18 to 16 December⟧ in all districts.",
            says="ends before it begins: from the 18th to the 16th",
        ),
        Bad(
            "The region spent less each year between ⟦2023 and 2019⟧.", says="ends before it begins: from 2023 to 2019"
        ),
        Good("2018年至2020年，全区新建学校23所。", because="in order"),
        Good("12月30日至1月5日，景区免费开放。", because="it runs over the turn of the year"),
        Good("供暖期为11月至次年3月。", because="it ends in the next year"),
        Good("The bar is closed from 28 December to 6 January.", because="it runs over the turn of the year"),
        Good("The office is closed from 29 December to 2 January 2025.", because="only the end's year is given"),
        Good("Output fell from 2,020 to 2,018 units.", because="these are no years"),
        Good("Interviews took place from 16 to 18 December.", because="in order"),
    ],
)
def period_reversed(case: Case) -> Iterator[Offence]:
    """Flag a stretch of time that ends before it begins.

    Where the two ends do not both give their year, a stretch may run over the turn of the year; then only days of one month
    can be in the wrong order.
    """
    for period in case.periods:
        start, end = period.start, period.end
        if start is not None and end is not None and start > end and _must_be_in_order(period, start, end):
            first, last = _ends(period, start, end)
            yield Offence(
                span=period.span,
                message=say("ends before it begins: from {first} to {last}", first=first, last=last),
                found=period.text,
            )


def _must_be_in_order(period: Period, start: Day, end: Day) -> bool:
    same_month = (start.year, start.month) == (end.year, end.month)
    return same_month or period.grain == "years" or len(compiled(r"(?<!\d)\d{4}(?!\d)").findall(period.text)) >= 2


def _ends(period: Period, start: Day, end: Day) -> tuple[Message, Message]:
    if period.grain == "years":
        return say("{year}", year=start.year), say("{year}", year=end.year)
    if not period.written:
        return _of_month(start.day), _of_month(end.day)
    return day_said(start), day_said(end)


_TH = msgid("the {day}th")
_ENDING = {1: msgid("the {day}st"), 2: msgid("the {day}nd"), 3: msgid("the {day}rd")}


def _of_month(day: int) -> Message:
    return say(_TH if 10 <= day % 100 <= 20 else _ENDING.get(day % 10, _TH), day=day)
