"""The dates and stretches of time that a document states, anchored to its own date and never to today.

Words of time are found and joined in `time_phrases`; here each phrase becomes days. A time without a year takes one, in this
order: the year last stated in the same block, the document's own year, the year last stated anywhere before. Where there is
none, or an undated text speaks of “this year” itself, years are counted from the year of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from msgspec.structs import replace

from factcheck.extraction import calendar_days as days
from factcheck.extraction.anchors import Context, Moment
from factcheck.extraction.phrase_days import resolve
from factcheck.extraction.phrase_surroundings import read_phrases
from factcheck.extraction.time_phrases import NEAR, Phrase
from factcheck.language.calendar import Calendar, table
from factcheck.model.document import Document, Language
from factcheck.model.period import Period
from factcheck.model.span import Span
from factcheck.patterns import compiled


def read_periods(document: Document) -> tuple[Period, ...]:
    """The periods of a document, in order, without the bases of comparisons. Time is linear in the text's length."""
    periods: list[Period] = []
    present = compiled(table(document.language).this_year).search(document.text) is not None
    context = Context(document.dated, present=present)
    for block in document.blocks:
        if block.kind == "chrome":
            continue
        context = replace(context, here=None)
        for period, stated in _read(document.text, block.span.start, block.span.end, document.language, context):
            periods.append(period)
            context = stated
    return tuple(periods)


def periods_in(text: str, place: Span, language: Language) -> tuple[Period, ...]:
    """The periods of one stretch of a text, with no other anchor than what it states itself."""
    return tuple(period for period, _ in _read(text, place.start, place.end, language, Context(None)))


def read_period(text: str, language: Language) -> Period | None:
    """The one period that a whole string writes (“2020年11月”, "Q3 2024", 2020, 2020-11); None when it is not one."""
    bare = compiled(r"\s*(?P<first>\d{4})(?:-(?P<month>0[1-9]|1[0-2])|\s?[-–—~～至]\s?(?P<last>\d{4}))?\s*").fullmatch(
        text
    )
    if bare:
        return _bare(bare)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    found = [period for period, _ in _read(text, start, end, language, Context(None))]
    whole = _one(text, found, language)
    if whole is None or whole.span.end != end:
        return None
    before = text[start : whole.span.start].strip().lower()
    return whole if not before or before in table(language).prepositions else None


def _one(text: str, found: list[Period], language: Language) -> Period | None:
    """The one period among them, or that of a list from its first member to its last (2022 and 2023)."""
    if len(found) < 2:
        return found[0] if found else None
    for first, last in pairwise(found):
        if not compiled(table(language).lists).fullmatch(text[first.span.end : last.span.start]):
            return None
    span = found[0].span.to(found[-1].span)
    whole = days.covering(*(days.Stretch(period.start, period.end, period.grain) for period in (found[0], found[-1])))
    return replace(found[-1], span=span, text=span.cut(text), start=whole.start, end=whole.end, grain=whole.grain)


def _bare(match: re.Match[str]) -> Period:
    """A year, years or a month in figures alone."""
    first, last = int(match["first"]), int(match["last"] or match["first"])
    stretch = (
        days.of_months(first, int(match["month"]), int(match["month"]))
        if match["month"]
        else days.of_years(first, last)
    )
    written = match[0].strip()
    start = match[0].index(written)
    return Period(Span(start, start + len(written)), written, stretch.start, stretch.end, stretch.grain)


def _read(text: str, start: int, end: int, language: Language, context: Context) -> Iterator[tuple[Period, Context]]:
    """The periods of a stretch of text, each with what is known behind it."""
    phrases = tuple(read_phrases(text, start, end, language))
    skip = False
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if skip:
            skip = False
            continue
        found: tuple[Moment, ...]
        if following and _connected(text, phrase, following, table(language)):
            found, skip = (_range(text, phrase, following, context),), True
        elif phrase.base:
            continue
        else:
            found = resolve(text, phrase, context)
        for moment in found:
            context = context if phrase.aside else context.after(moment)
            yield _period(text, moment), context


def _connected(text: str, first: Phrase, last: Phrase, calendar: Calendar) -> bool:
    """Whether two phrases are the ends of one range: 3月|至|5月, 10 February| to |19 February 2021."""
    gap = text[first.end : last.core] if last.core - first.end < NEAR else ""
    if gap not in calendar.connectors or first.finest != last.finest:
        return False
    if gap.strip() not in calendar.between:
        return True
    opener = calendar.between[gap.strip()]
    return compiled(opener).search(text[max(0, first.start - NEAR) : first.start]) is not None


def _range(text: str, first: Phrase, last: Phrase, context: Context) -> Moment:
    """From one phrase to another; an end without a year takes the other's, and a last day without a month the first one's."""
    if not first.has_year and last.has_year:
        end = resolve(text, last, context)[-1]
        start = resolve(text, first, context.at(end))[0]
    else:
        start = resolve(text, first, context)[0]
        end = resolve(text, last, context.at(start))[-1]
    name = f"{start.name}–{end.name}" if start.name and end.name else None
    return Moment(
        Span(first.start, last.end),
        days.covering(start.stretch, end.stretch),
        replace(end.year, written=start.year.written or end.year.written),
        "during",
        name,
    )


def _period(text: str, moment: Moment) -> Period:
    return Period(
        moment.span,
        moment.span.cut(text),
        moment.stretch.start,
        moment.stretch.end,
        moment.stretch.grain,
        moment.year.anchored,
        moment.year.written,
        moment.reach,
        moment.name,
        moment.weekday,
    )
