"""From the words of a time phrase to its days."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from factcheck.extraction import calendar_days as days
from factcheck.extraction.anchors import Context, Moment, Year
from factcheck.extraction.calendar_days import Stretch
from factcheck.extraction.calendar_numbers import Numbers, single
from factcheck.extraction.time_phrases import Phrase
from factcheck.language.calendar import FIVE_YEAR_PLANS
from factcheck.model.period import Day, Reach
from factcheck.model.span import Span
from factcheck.patterns import compiled

# The slots that may hold a list or a range.
_COUNTED = ("years", "months", "quarters", "days")

# Which third of its stretch a part is.
_THIRDS = {"early": 1, "first_third": 1, "middle": 2, "second_third": 2, "latter": 3, "last_third": 3}


def resolve(text: str, phrase: Phrase, context: Context) -> tuple[Moment, ...]:
    """The moments that a phrase names: one, or one for each member of a list (2017、2018年)."""
    listed = next((slot for slot in _COUNTED if slot in phrase.slots and _is_list(phrase.slots[slot])), None)
    if listed is None:
        return (_moment(text, phrase, context),)
    members = phrase.slots[listed]
    moments = []
    for value, place in zip(members.values, members.places, strict=True):
        start = phrase.start if place == members.places[0] else place[0]
        end = phrase.end if place == members.places[-1] else place[1]
        alone = replace(phrase, slots={**phrase.slots, listed: single(value, place)})
        moments.append(replace(_moment(text, alone, context), span=Span(start, end)))
    return tuple(moments)


def _is_list(numbers: Numbers) -> bool:
    return len(numbers.values) > 1 and not numbers.ranged


def _moment(text: str, phrase: Phrase, context: Context) -> Moment:
    """The moment of one phrase whose lists are gone."""
    ends = {slot: numbers.ends for slot, numbers in phrase.slots.items()}
    stretch, year, name = _named(text, phrase, ends, context) or (*_dated(ends, context, past=phrase.past), None)
    reach: Reach = phrase.reach
    if phrase.part == "late" and reach == "during":
        reach = "by"
    if phrase.part in _THIRDS:
        stretch = days.third(stretch, _THIRDS[phrase.part])
    return Moment(Span(phrase.start, phrase.end), stretch, year, reach, name, phrase.weekday)


def _named(
    text: str, phrase: Phrase, ends: Mapping[str, tuple[int, int]], context: Context
) -> tuple[Stretch, Year, str | None] | None:
    """Times that carry a year of their own in another way: a plan, a fiscal year, a decade, an ISO date; and spans of years."""
    known = Year(0, anchored=True)
    if "iso" in phrase.slots:
        first, last = phrase.slots["iso"].whole
        year, month, day = (int(part) for part in text[first:last].replace("/", "-").replace(".", "-").split("-"))
        return days.of_days(year, month, day, day), Year(year, anchored=True), None
    if "plan" in ends:
        first, last = phrase.slots["plan"].whole
        ordinal = ends["plan"][0]
        if 0 < ordinal <= len(FIVE_YEAR_PLANS):
            start = FIVE_YEAR_PLANS[ordinal - 1]
            return replace(days.of_years(start, start + 4), grain="named"), known, text[first:last]
        return days.UNKNOWN, known, text[phrase.core : phrase.end]
    if "fiscal" in phrase.slots or _is_split_year(ends):
        return days.UNKNOWN, known, _fiscal_name(text, phrase, ends)
    if ends.keys() & {"decade", "century", "relative_century"}:
        return _decade(ends, context), known, None
    away = Year(0, anchored=False)
    if "past" in ends:
        return days.of_years(1 - ends["past"][0], 0), away, None
    if "future" in ends:
        return days.of_years(1, ends["future"][0]), away, None
    return None


def _decade(ends: Mapping[str, tuple[int, int]], context: Context) -> Stretch:
    """Ten years, or a hundred; a decade of no century (80年代) is one of the twentieth."""
    start = ends["decade"][0] if "decade" in ends else 0
    length = 10 if "decade" in ends else 100
    if start < 100:
        century = ends.get("century", (20, 20))[0]
        if "relative_century" in ends:
            century = ends["relative_century"][0] + (context.dated.year // 100 + 1 if context.dated else 21)
        start += 100 * (century - 1)
    return days.of_years(start, start + length - 1)


def _is_split_year(ends: Mapping[str, tuple[int, int]]) -> bool:
    """2023-24: the year that begins in one year and ends in the next."""
    first, last = ends.get("years", (0, 0))
    return last <= 99 and last == (first + 1) % 100


def _fiscal_name(text: str, phrase: Phrase, ends: Mapping[str, tuple[int, int]]) -> str:
    """One spelling for a fiscal year: FY2023, FY2023/24, Q3 FY2024. When it begins, only its country knows."""
    first, last = (phrase.slots.get("fiscal") or phrase.slots["years"]).whole
    years = [year for year in compiled(r"\D+").split(text[first:last]) if year]
    start = years[0] if len(years[0]) == 4 else f"20{years[0]}"
    name = f"FY{start}" + (f"/{years[-1][-2:]}" if len(years) > 1 else "")
    if "quarters" in ends:
        return f"Q{ends['quarters'][0]} {name}"
    return f"H{ends['half'][0]} {name}" if "half" in ends else name


def _dated(ends: Mapping[str, tuple[int, int]], context: Context, *, past: bool) -> tuple[Stretch, Year]:
    """The days of a phrase by its year, month and day."""
    year, last = _year(ends, context, past=past)
    if "months" in ends:
        first_month, last_month = ends["months"]
        if "days" in ends:
            return days.of_days(year.number, first_month, *ends["days"]), year
        return days.of_months(year.number, first_month, last_month), year
    if "first_months" in ends:
        return replace(days.of_months(year.number, 1, ends["first_months"][0]), grain="part"), year
    if "first_quarters" in ends:
        return replace(days.of_months(year.number, 1, 3 * ends["first_quarters"][0]), grain="part"), year
    if "quarters" in ends:
        return days.of_quarters(year.number, *ends["quarters"]), year
    if "half" in ends:
        return days.of_half(year.number, ends["half"][0]), year
    if "relative_month" in ends or "said_month" in ends or "days" in ends:
        return _by_month(ends, context, year)
    return days.of_years(year.number, last), year


def _year(ends: Mapping[str, tuple[int, int]], context: Context, *, past: bool) -> tuple[Year, int]:
    """The year of a phrase, and the last one of a range (2016-20 and 2016—2020 alike)."""
    if "years" in ends:
        first, last = ends["years"]
        return Year(first, anchored=True), last if last > 99 else first // 100 * 100 + last
    if "relative_year" in ends:
        year = context.relative(ends["relative_year"][0])
    elif "said_year" in ends:
        year = context.current()
        year = replace(year, number=year.number + ends["said_year"][0])
    elif "months" in ends:
        year = context.of_month(ends["months"][1], past=past)
    else:
        year = context.current()
    return year, year.number


def _by_month(ends: Mapping[str, tuple[int, int]], context: Context, year: Year) -> tuple[Stretch, Year]:
    """本月, 当月, and a day that names no month: by the month last stated, or the document's own."""
    anchor: Day | None = context.dated
    month = anchor.month if anchor else None
    if "relative_month" not in ends and context.month is not None:
        month = context.month
    if month is None:
        return Stretch(None, None, "day" if "days" in ends else "month"), year
    if "relative_month" in ends and anchor:
        count = 12 * anchor.year + month - 1 + ends["relative_month"][0]
        year, month = Year(count // 12, anchored=True, written=False), count % 12 + 1
    if "days" in ends:
        return days.of_days(year.number, month, *ends["days"]), year
    return days.of_months(year.number, month, month), year
