"""The words of time in a text, put together where they name one time: 2020年|11月|底, Q3| of |2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from factcheck.extraction.calendar_numbers import Numbers
from factcheck.extraction.time_words import TimeWord, read_time_words
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
    **dict.fromkeys(("iso", "decade", "century", "relative_century", "plan", "past", "future"), _YEAR | _SEASON | _DAY),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name one time; `slots` gives what each part of it says, by the names that a `Calendar` documents."""

    start: int
    end: int
    core: int  # where the phrase begins without the words before it (截至, by the end of)
    slots: Mapping[str, Numbers]
    says: int
    reach: Reach = "during"
    part: str = ""  # early, middle, latter, late, first_third, second_third, last_third
    weekday: int | None = None
    aside: bool = False  # whether it speaks of that place alone, and sets no year for what follows
    base: bool = False  # what the claim's figure is compared with (比上年), and no time of the claim

    @property
    def has_year(self) -> bool:
        return bool(self.says & _YEAR)

    @property
    def finest(self) -> int:
        """The finest thing that it says: a year, a month or the like, or a day."""
        return self.says.bit_length()


def read_phrases(text: str, start: int, end: int, language: Language) -> Iterator[Phrase]:
    """The time phrases of a stretch of text, in order."""
    calendar = table(language)
    behind = start
    for phrase in _joined(text, start, end, calendar, language):
        dressed = _dressed(text, phrase, behind, end, language)
        behind = dressed.end
        if _stands(text, dressed, calendar, language):
            aside = bool(calendar.aside) and _compiled(language, "aside").match(text, dressed.end) is not None
            yield replace(dressed, aside=aside, base=_is_base(text, dressed, language))


def _joined(text: str, start: int, end: int, calendar: Calendar, language: Language) -> Iterator[Phrase]:
    """The bare phrases: neighbouring words of time joined where each adds something new."""
    open_phrase: Phrase | None = None
    for token in read_time_words(text, start, end, language):
        joined = _join(text, open_phrase, token, calendar) if open_phrase else None
        if open_phrase and joined is None:
            yield open_phrase
        open_phrase = joined or _phrase(token)
    if open_phrase:
        yield open_phrase


def _phrase(token: TimeWord) -> Phrase:
    return Phrase(token.start, token.end, token.start, token.slots, _says(token))


def _says(token: TimeWord) -> int:
    says = 0
    for slot in token.slots:
        says |= _SAYS[slot]
    return says


def _join(text: str, phrase: Phrase, token: TimeWord, calendar: Calendar) -> Phrase | None:
    gap = text[phrase.end : token.start] if token.start - phrase.end < NEAR else "\n"
    if gap not in calendar.joints:
        return None
    says = _says(token)
    if phrase.slots.keys() <= {"century", "relative_century"} and "decade" in token.slots:
        return replace(phrase, end=token.end, slots={**phrase.slots, **token.slots})
    if phrase.says & says:
        # 今年|年底: the second year adds nothing.
        return replace(phrase, end=token.end) if token.slots.keys() == {"said_year"} and phrase.says == _YEAR else None
    if calendar.coarse_first and phrase.says > says:
        return None
    if "," in gap and not phrase.says & _DAY and says == _YEAR:
        return None  # By June, 2000 …
    return replace(phrase, end=token.end, slots={**phrase.slots, **token.slots}, says=phrase.says | says)


def _dressed(text: str, phrase: Phrase, behind: int, end: int, language: Language) -> Phrase:
    """The phrase with the words around it that belong to it: 截至 … 底, by the end of …, … 以来; and its weekday."""
    head = _compiled(language, "head").search(text[max(behind, phrase.start - NEAR) : phrase.start])
    tail = _compiled(language, "tail").match(text, phrase.end, end)
    found = _groups(head) | (_true_groups(text, tail, language) if tail else {})
    first = phrase.start - (len(head[0]) if head and head.lastgroup else 0)
    last = max(found.values(), default=phrase.end)
    reach: Reach = "during"
    ranged = any(numbers.ranged for numbers in phrase.slots.values())
    if "since" in found and text[last : last + 1] != "的" and not ranged:
        reach = "since"
    elif "by" in found and not ranged:
        reach = "by"
    part = next((name for name in found if name not in ("since", "by")), "")
    return _with_weekday(
        text, replace(phrase, start=first, end=max(last, phrase.end), reach=reach, part=part), end, language
    )


def _groups(match: re.Match[str] | None) -> dict[str, int]:
    """The groups that matched before a phrase: late_2 is late. They end where the phrase begins."""
    return {name.partition("_2")[0]: 0 for name, value in match.groupdict().items() if value} if match else {}


def _true_groups(text: str, tail: re.Match[str], language: Language) -> dict[str, int]:
    """The groups that matched behind a phrase with their ends, without what only begins another word: 年初|步, 前|三季度."""
    calendar = table(language)
    groups: dict[str, int] = {}
    for name, value in tail.groupdict().items():
        if not value:
            continue
        end = tail.end(name)
        if text[end - 1 : end + 1] in _false_words(language):
            break
        if name == "by" and (text[end : end + 1] in calendar.words or text[end : end + 1].isdecimal()):
            break
        groups[name] = end
    return groups


def _with_weekday(text: str, phrase: Phrase, end: int, language: Language) -> Phrase:
    calendar = table(language)
    if not phrase.says & _DAY:
        return phrase
    if calendar.weekday_before:
        match = _compiled(language, "weekday_before").search(text[max(0, phrase.core - NEAR) : phrase.core])
        if match:
            start = min(phrase.start, phrase.core - len(match[0]))
            return replace(phrase, weekday=calendar.weekdays[match["weekday"][:3].lower()], start=start)
    if calendar.weekday_after:
        match = _compiled(language, "weekday_after").match(text, phrase.end, end)
        if match:
            return replace(phrase, weekday=calendar.weekdays[match["weekday"][:3].lower()], end=match.end())
    return phrase


def _stands(text: str, phrase: Phrase, calendar: Calendar, language: Language) -> bool:
    """Whether the phrase is a time: no number that looks like a year, and no word that looks like a month."""
    if phrase.says in (_YEAR, _SEASON) and phrase.slots.keys() <= {"years", "months"} and not calendar.coarse_first:
        line = text.rfind("\n", 0, phrase.core) + 1
        before = text[max(line, phrase.core - NEAR) : phrase.core]
        if "years" in phrase.slots and not _compiled(language, "bare_year_before").search(before):
            return False
        word = text[phrase.core : phrase.end].lower()
        if word in calendar.word_months and not _compiled(language, "word_month_before").search(before):
            return False
    if phrase.slots.keys() == {"days"}:
        return _compiled(language, "lone_day").fullmatch(text, phrase.core, phrase.end) is not None
    return True


def _is_base(text: str, phrase: Phrase, language: Language) -> bool:
    before = _compiled(language, "base_before").search(text[max(0, phrase.core - NEAR) : phrase.core])
    if before and before.lastgroup == "weak" and phrase.says != _YEAR:
        before = None
    if before is None:
        return bool(_compiled(language, "base_after").match(text, phrase.end))
    return before.lastgroup == "share" or not _compiled(language, "base_given").match(text, phrase.end)


@cache
def _compiled(language: Language, field: str) -> re.Pattern[str]:
    """One of the table's patterns, compiled when it is first asked for; one that the language does without matches nothing."""
    return re.compile(getattr(table(language), field) or r"(?!)")


@cache
def _false_words(language: Language) -> frozenset[str]:
    return frozenset(table(language).false_words.split())
