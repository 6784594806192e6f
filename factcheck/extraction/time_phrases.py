"""The words of time in a text, put together where they name one time: 2020年|11月|底, Q3| of |2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from factcheck.language.calendar import Calendar, table
from factcheck.model.document import Language
from factcheck.model.period import Reach

# How far around a phrase its companions are looked for.
NEAR = 32

_YEAR, _SEASON, _DAY = 1, 2, 4

# What a part of a phrase says: a year, a month or the like, a day. Two parts that say the same are two phrases.
_SAYS = {
    **dict.fromkeys(("years", "relative_year", "said_year"), _YEAR),
    **dict.fromkeys(
        ("months", "relative_month", "said_month", "first_months", "first_quarters", "quarters", "half"), _SEASON
    ),
    "days": _DAY,
    "fiscal": _YEAR,
    **dict.fromkeys(("iso", "decade", "century", "plan", "past", "future"), _YEAR | _SEASON | _DAY),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name one time; `slots` says where each part of it stands, by the names that a `Calendar` documents."""

    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    says: int
    reach: Reach = "during"
    part: str = ""  # early, middle, latter, late, first_third, second_third, last_third
    weekday: str | None = None
    core: int = 0  # where the phrase begins without the words before it (截至, by the end of)

    @property
    def has_year(self) -> bool:
        return bool(self.says & _YEAR)

    @property
    def finest(self) -> int:
        """The finest thing that it says: a year, a month or the like, or a day."""
        return self.says.bit_length()


def read_phrases(text: str, start: int, end: int, language: Language) -> Iterator[Phrase]:
    """The time phrases of a stretch of text, in order; bases of comparison (比上年) are left out."""
    calendar = table(language)
    behind = start
    for phrase in _joined(text, start, end, calendar, language):
        dressed = _dressed(text, phrase, behind, end, language)
        behind = dressed.end
        if _stands(text, dressed, calendar, language):
            yield dressed


def _joined(text: str, start: int, end: int, calendar: Calendar, language: Language) -> Iterator[Phrase]:
    """The bare phrases: neighbouring words of time joined where each adds something new."""
    open_phrase: Phrase | None = None
    for match in _pattern(language).finditer(text, start, end):
        token = _token(match, _slots(language))
        joined = _join(text, open_phrase, token, calendar) if open_phrase else None
        if open_phrase and joined is None:
            yield open_phrase
        open_phrase = joined or token
    if open_phrase:
        yield open_phrase


def _token(match: re.Match[str], names: tuple[str, ...]) -> Phrase:
    slots = {name: place for name, place in zip(names, match.regs, strict=True) if name and place[0] >= 0}
    says = 0
    for name in slots:
        says |= _SAYS[name]
    return Phrase(match.start(), match.end(), slots, says, core=match.start())


def _join(text: str, phrase: Phrase, token: Phrase, calendar: Calendar) -> Phrase | None:
    gap = text[phrase.end : token.start] if token.start - phrase.end < NEAR else "\n"
    if gap not in calendar.joints or phrase.says & token.says & ~_YEAR:
        return None
    if phrase.says & token.says:
        # 今年|年底: the second year adds nothing.
        return replace(phrase, end=token.end) if token.slots.keys() == {"said_year"} else None
    if calendar.coarse_first and phrase.says > token.says:
        return None
    if "," in gap and not phrase.says & _DAY and token.says == _YEAR:
        return None  # By June, 2000 …
    return replace(phrase, end=token.end, slots={**phrase.slots, **token.slots}, says=phrase.says | token.says)


def _dressed(text: str, phrase: Phrase, behind: int, end: int, language: Language) -> Phrase:
    """The phrase with the words around it that belong to it: 截至 … 底, by the end of …, … 以来; and its weekday."""
    around = _around(language)
    start = max(behind, phrase.start - NEAR)
    head = around.head.search(text[start : phrase.start])
    tail = around.tail.match(text, phrase.end, end)
    found = [name for match in (head, tail) if match for name, value in match.groupdict().items() if value]
    names = {name.partition("_2")[0].partition("_3")[0]: name for name in found}
    parts = [name for name in names if name not in ("since", "by")]
    first = start + head.start() if head else phrase.start
    last = tail.end() if tail else phrase.end
    reach: Reach = "during"
    if "since" in names and text[last : last + 1] != "的":
        reach = "since"
    elif "by" in names:
        reach = "by"
    dressed = replace(phrase, start=first, end=last, reach=reach, part=parts[0] if parts else "")
    return _with_weekday(text, dressed, end, language)


def _with_weekday(text: str, phrase: Phrase, end: int, language: Language) -> Phrase:
    around = _around(language)
    if not phrase.says & _DAY:
        return phrase
    if around.weekday_before:
        match = around.weekday_before.search(text[max(0, phrase.core - NEAR) : phrase.core])
        if match:
            first = phrase.core - (len(match[0]))
            return replace(phrase, weekday=match["weekday"], start=min(phrase.start, first))
    if around.weekday_after:
        match = around.weekday_after.match(text, phrase.end, end)
        if match:
            return replace(phrase, weekday=match["weekday"])
    return phrase


def _stands(text: str, phrase: Phrase, calendar: Calendar, language: Language) -> bool:
    """Whether the phrase is a time, and one of the claim: no number that looks like a year, and no base of comparison."""
    around = _around(language)
    before = text[max(text.rfind("\n", 0, phrase.core) + 1, phrase.core - NEAR) : phrase.core]
    if phrase.slots.keys() == {"years"} and around.bare_year and not around.bare_year.search(before):
        return False
    if phrase.slots.keys() == {"months"} and around.word_month and not around.word_month.search(before):
        first, last = phrase.slots["months"]
        if text[first:last].lower() in calendar.word_months:
            return False
    return not _is_base(text, phrase, language)


def _is_base(text: str, phrase: Phrase, language: Language) -> bool:
    around = _around(language)
    before = around.base_before.search(text[max(0, phrase.core - NEAR) : phrase.core])
    if before and before.lastgroup == "weak" and phrase.says != _YEAR:
        before = None
    if before is None:
        return bool(around.base_after.match(text, phrase.end))
    return before.lastgroup == "share" or not around.base_given.match(text, phrase.end)


@dataclass(frozen=True, slots=True)
class _Around:
    """The compiled patterns of what stands around a phrase."""

    head: re.Pattern[str]
    tail: re.Pattern[str]
    base_before: re.Pattern[str]
    base_after: re.Pattern[str]
    base_given: re.Pattern[str]
    bare_year: re.Pattern[str] | None
    word_month: re.Pattern[str] | None
    weekday_before: re.Pattern[str] | None
    weekday_after: re.Pattern[str] | None


@cache
def _around(language: Language) -> _Around:
    calendar = table(language)

    def optional(pattern: str | None) -> re.Pattern[str] | None:
        return re.compile(pattern) if pattern else None

    return _Around(
        re.compile(calendar.head),
        re.compile(calendar.tail),
        re.compile(calendar.base_before),
        re.compile(calendar.base_after),
        re.compile(calendar.base_given),
        optional(calendar.bare_year_before),
        optional(calendar.word_month_before),
        optional(calendar.weekday_before),
        optional(calendar.weekday_after),
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(table(language).pattern)


@cache
def _slots(language: Language) -> tuple[str, ...]:
    """The slot of each group of the pattern, by its number: months_2 holds months too. Empty for a group without a name."""
    pattern = _pattern(language)
    names = [""] * (pattern.groups + 1)
    for name, number in pattern.groupindex.items():
        names[number] = re.sub(r"_\d$", "", name)
    return tuple(names)
