"""The single words of time in a text: 2020年, 1—10月, 去年, Q3, December."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from factcheck.extraction.calendar_numbers import Numbers, read_numbers, single
from factcheck.language.calendar import Calendar, table
from factcheck.model.document import Language
from factcheck.patterns import compiled

# The values that a figure can have in its slot. Days and months go on to 99: 13月32日 can be written, and a rule says so.
_LIMITS = {
    "years": (1600, 2199),
    "fiscal": (1600, 2199),
    "months": (1, 99),
    "days": (1, 99),
    "quarters": (1, 4),
    "first_months": (1, 12),
    "first_quarters": (1, 4),
    "decade": (10, 90),
    "century": (1, 30),
    "past": (1, 200),
    "future": (1, 200),
}


class TimeWord(Struct, frozen=True):
    """One word of time, and what it says by the names of a `Calendar`'s slots."""

    start: int
    end: int
    slots: Mapping[str, Numbers]


def read_time_words(text: str, start: int, end: int, language: Language) -> Iterator[TimeWord]:
    """The words of time in a stretch of text, in order and apart from each other."""
    calendar = table(language)
    false_words = _false_words(language)
    for match in _pattern(language).finditer(text, start, end):
        groups = {
            name: place for name, place in zip(_names(language), match.regs, strict=True) if name and place[0] >= 0
        }
        if "figures" in groups:
            word = _framed(text, match, calendar)
            if word and text[word.end - 1 : word.end + 1] not in false_words:
                yield word
        elif "word" in groups:
            slot, value = calendar.moments.get(" ".join(match["word"].lower().split()), ("", 0))
            if slot:
                yield TimeWord(match.start(), match.end(), {slot: single(value, groups["word"])})
        else:
            slots = {slot: _numbers(text, slot, place, calendar) for slot, place in groups.items()}
            yield TimeWord(match.start(), match.end(), slots)


def _numbers(text: str, slot: str, place: tuple[int, int], calendar: Calendar) -> Numbers:
    plan = calendar.plans.get(text[place[0] : place[1]]) if slot == "plan" else None
    return single(plan, place) if plan else read_numbers(text, place, calendar)


def _framed(text: str, match: re.Match[str], calendar: Calendar) -> TimeWord | None:
    """A figure with its unit. What stands before it counts only where the two make sense together: 前三季度, but 前2020年."""
    numbers = read_numbers(text, match.span("figures"), calendar)
    for before in dict.fromkeys((match["before"] or "", "")):
        slot = calendar.frames.get(before + match["unit"])
        sound = _sound(text, numbers, slot, calendar) if slot else None
        if slot and sound:
            start = match.start() if before and len(sound.values) == len(numbers.values) else sound.places[0][0]
            return TimeWord(start, match.end(), {slot: sound})
    return None


def _sound(text: str, numbers: Numbers, slot: str, calendar: Calendar) -> Numbers | None:
    """The last numbers of a row that can stand in a slot: of 一、2020 years it is 2020 alone."""
    least, most = _LIMITS[slot]
    count = 0
    for value, place in zip(reversed(numbers.values), reversed(numbers.places), strict=True):
        if not least <= value <= most or not _well_written(text[place[0] : place[1]], slot, calendar.ten):
            break
        count += 1
    if not count:
        return None
    return Numbers(numbers.values[-count:], numbers.places[-count:], numbers.ranged and count > 1)


def _well_written(written: str, slot: str, ten: str) -> bool:
    """A year shows its four digits, and nothing else is spelt digit by digit: 二〇二〇年, but 十二月, and never 一二月."""
    word = written.strip()
    if slot in ("years", "fiscal"):
        return len(word) == 4
    if word.isdecimal():
        return len(word) <= 2 or slot in ("past", "future")
    return len(word) == 1 or ten in word


@cache
def _false_words(language: Language) -> frozenset[str]:
    return frozenset(table(language).false_words.split())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return compiled(table(language).pattern)


@cache
def _names(language: Language) -> tuple[str, ...]:
    """The slot of each group of the pattern, by its number: months_2 holds months too."""
    pattern = _pattern(language)
    names = [""] * (pattern.groups + 1)
    for name, number in pattern.groupindex.items():
        stem, _, count = name.rpartition("_")
        names[number] = stem if count.isdigit() else name
    return tuple(names)
