"""Means as a text states them: a total, what it is divided by, and what falls to each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from factcheck.claims.outline import Outline
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.period import Day, Period
from factcheck.model.quantity import Quantity, Unit
from factcheck.model.relation import Mean
from factcheck.patterns import compiled

# “…, 户均2000元”, “, an average of $3,000 each”; or of what a word names: 人均地区生产总值9.2万元.
_MEAN = r"(?P<word>A{1,2})(?P<way>[UD]?)I?(?P<of>x?)I?(?P<each>#)(?P<behind>[^#,;:.]{0,3}A)?"
_EACH = r"(?P<word>)(?P<way>)(?P<of>)(?P<each>#)(?P<behind>A)"

_DAYS = "day"
_UNITS = {_DAYS: "天", "month": "个月"}


def means_in(outline: Outline, document: Document, words: Relations) -> Iterator[Mean]:
    """The means that a sentence gives together with the total and the number of those who share it."""
    if outline.shape.count("#") < 2 or "A" not in outline.shape:
        return
    read: set[int] = set()
    for way in (_MEAN, _EACH) if words.spaced else (_MEAN,):
        for match in compiled(way).finditer(outline.shape):
            mean = _mean(outline, document, words, match)
            if mean is not None and mean.each.start not in read:
                read.add(mean.each.start)
                yield mean


def _mean(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> Mean | None:
    each = outline.figures[match.start("each")]
    word, behind = (outline.text(document, *match.span(name)).lower() for name in ("word", "behind"))
    start = outline.shape.rfind(".", 0, match.start()) + 1
    led = [at for at in outline.figures if start <= at < match.start()]
    totals = [at for at in led if outline.figures[at].dimension == each.dimension]
    if not totals or not _is_of(outline, document, totals[-1], match):
        return None
    total = outline.figures[totals[-1]]
    if not _changes_alike(outline, totals[-1], match["way"]):
        return None
    span = next((span for time, span in words.per_time.items() if time in f"{word} {behind}"), None)
    if span is not None:
        count = _time(outline, span, start, match.start())
        alone = match.start() == start or outline.shape[match.start() - 1] in ",;、("
        return Mean(total, count, each) if count is not None and alone else None
    counts = [at for at in led if at not in totals and _is_counted(outline.figures[at], word, words)]
    return Mean(total, outline.figures[counts[0]], each) if len(totals) == len(counts) == 1 else None


def _is_counted(figure: Quantity, word: str, words: Relations) -> bool:
    """Whether a figure counts those that a word divides by: 人 in 人均; in English, whatever is counted without a unit."""
    if words.spaced:
        return figure.dimension in ("number", "count", "person") and figure.form == "exact" and figure.low > 1
    return figure.unit is not None and figure.unit in word


def _is_of(outline: Outline, document: Document, total: int, match: re.Match[str]) -> bool:
    """Whether a mean is one of the total before it: nothing else is named, or what is named ends as the total's name does."""
    named = outline.text(document, *match.span("of"))
    if not named or "#" in outline.shape[match.end("word") : match.start("of")]:
        return True
    before = outline.text(document, total - 1, total) if total and outline.shape[total - 1] == "x" else ""
    return len(named) > 1 and named[:2] in before


def _changes_alike(outline: Outline, total: int, way: str) -> bool:
    """Whether both total and mean are levels, or both changes of one."""
    led = outline.shape[total - 1] if total else ""
    return (led if led in "UD" else "") == way


def _time(outline: Outline, span: str, start: int, end: int) -> Quantity | None:
    """How many days or months a total was gathered over: as the sentence counts them, or those of its one period."""
    counted = [figure for at, figure in outline.figures.items() if start <= at < end and figure.unit == _UNITS[span]]
    periods = [period for at, period in outline.times.items() if start <= at < end]
    if len(counted) == 1 and counted[0].form == "exact":
        return replace(counted[0], measured_in=Unit(_UNITS[span], "count"))
    return _length(periods[0], span) if not counted and len(periods) == 1 else None


def _length(period: Period, span: str) -> Quantity | None:
    """The days or whole months of a period, as a quantity that the period's words write."""
    first, last = period.start, period.end
    if first is None or last is None or period.reach != "during" or period.grain in ("day", "named"):
        return None
    try:
        number = (_day(last) - _day(first)).days + 1 if span == _DAYS else _months(first, last)
    except ValueError:
        return None
    if number < 2:
        return None
    return Quantity(period.span, period.text, Decimal(number), Decimal(number), Unit(_UNITS[span], "count"), Decimal(1))


def _day(day: Day) -> date:
    """A calendar day; a year that is not known is taken for a common one."""
    return date(day.year if day.year > 1 else 2001, day.month, day.day)


def _months(first: Day, last: Day) -> int:
    return 12 * (last.year - first.year) + last.month - first.month + 1
