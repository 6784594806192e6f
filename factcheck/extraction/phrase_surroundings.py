"""What stands around a time phrase, and what it makes of it: 截至…底, since …, 比…, Monday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from factcheck.extraction.time_phrases import DAY, NEAR, SEASON, YEAR, Phrase, joined_words
from factcheck.language.calendar import Calendar, table
from factcheck.model.document import Language
from factcheck.model.period import Reach
from factcheck.patterns import compiled

# Groups of a head or tail that tell the reach of a time; the others name a part of it.
_REACHES: dict[str, Reach] = {"since": "since", "onset": "since", "by": "by"}


def read_phrases(text: str, start: int, end: int, language: Language) -> Iterator[Phrase]:
    """The time phrases of a stretch of text, in order, each with the words around it that belong to it."""
    calendar = table(language)
    behind, base_end = start, -1
    for bare in joined_words(text, start, end, language):
        phrase = _with_weekday(text, _dressed(text, bare, behind, end, language), end, language)
        behind = phrase.end
        if not _stands(text, phrase, calendar, language):
            continue
        base = _is_base(text, phrase, language) or (base_end >= 0 and _listed(text, base_end, phrase.start, language))
        base_end = phrase.end if base else -1
        aside = _compiled(language, "aside").match(text, phrase.end) is not None
        yield replace(phrase, base=base, aside=aside)


def _dressed(text: str, phrase: Phrase, behind: int, end: int, language: Language) -> Phrase:
    """The phrase with what says how it is meant: 截至 … 底, by the end of …, … 以来."""
    head = _compiled(language, "head").search(text[max(behind, phrase.start - NEAR) : phrase.start])
    tail = _compiled(language, "tail").match(text, phrase.end, end)
    found = _before(head) | (_behind(text, tail, language) if tail else {})
    start = phrase.start - (len(head[0]) if head and head.lastgroup else 0)
    last = max((phrase.end, *found.values()))
    reaches = [] if phrase.ranged else [name for name in found if name in _REACHES]
    if text[last : last + 1] == "的":  # 从2019年的5家: where a change begins, not a time
        reaches = [name for name in reaches if name == "by"]
    part = next((name for name in found if name not in _REACHES), "")
    reach: Reach = _REACHES[reaches[0]] if reaches else "during"
    return replace(phrase, start=start, end=last, reach=reach, past="since" in reaches, part=part)


def _before(head: re.Match[str] | None) -> dict[str, int]:
    """The groups that matched before a phrase (late_2 is late). They end where it begins."""
    return {name.partition("_2")[0]: 0 for name, value in head.groupdict().items() if value} if head else {}


def _behind(text: str, tail: re.Match[str], language: Language) -> dict[str, int]:
    """The groups that matched behind a phrase with their ends, without what only begins another word: 年初|步, 前|三季度."""
    calendar = table(language)
    groups: dict[str, int] = {}
    for name, value in tail.groupdict().items():
        if value:
            end = tail.end(name)
            following = text[end : end + 1]
            if text[end - 1 : end + 1] in false_words(language):
                break
            if name == "by" and (following in calendar.words or following.isdecimal()):
                break
            groups[name] = end
    return groups


def _with_weekday(text: str, phrase: Phrase, end: int, language: Language) -> Phrase:
    calendar = table(language)
    if not phrase.says & DAY:
        return phrase
    before = _compiled(language, "weekday_before").search(text[max(0, phrase.core - NEAR) : phrase.core])
    if before:
        start = min(phrase.start, phrase.core - len(before[0]))
        return replace(phrase, weekday=calendar.weekdays[before["weekday"][:3].lower()], start=start)
    behind = _compiled(language, "weekday_after").match(text, phrase.end, end)
    if behind:
        return replace(phrase, weekday=calendar.weekdays[behind["weekday"][:3].lower()], end=behind.end())
    return phrase


def _stands(text: str, phrase: Phrase, calendar: Calendar, language: Language) -> bool:
    """Whether the phrase is a time: no number that looks like a year, and no word that looks like a month."""
    if phrase.slots.keys() == {"days"}:
        return _compiled(language, "lone_day").fullmatch(text, phrase.core, phrase.end) is not None
    if calendar.coarse_first or phrase.says not in (YEAR, SEASON):
        return True
    line = text.rfind("\n", 0, phrase.core) + 1
    before = text[max(line, phrase.core - NEAR) : phrase.core]
    if phrase.slots.keys() == {"years"}:
        return _compiled(language, "bare_year_before").search(before) is not None
    if text[phrase.core : phrase.end].lower() in calendar.word_months:
        return _compiled(language, "word_month_before").search(before) is not None
    return True


def _is_base(text: str, phrase: Phrase, language: Language) -> bool:
    """Whether the claim's figure is only compared with this time: 比上年, than last year."""
    before = _compiled(language, "base_before").search(text[max(0, phrase.core - NEAR) : phrase.core])
    if before and before.lastgroup == "weak" and phrase.says != YEAR:
        before = None
    if before is None:
        return _compiled(language, "base_after").match(text, phrase.end) is not None
    return before.lastgroup == "share" or not _compiled(language, "base_given").match(text, phrase.end)


def _listed(text: str, end: int, start: int, language: Language) -> bool:
    """Whether nothing but a list's mark stands between two phrases: 超过2023年、2019年."""
    return start - end < NEAR and _compiled(language, "lists").fullmatch(text, end, start) is not None


@cache
def _compiled(language: Language, field: str) -> re.Pattern[str]:
    """One of the table's patterns, compiled when it is first asked for; one that the language does without matches nothing."""
    return compiled(getattr(table(language), field) or r"(?!)")


@cache
def false_words(language: Language) -> frozenset[str]:
    """Pairs of characters that only look like the end of a time."""
    return frozenset(table(language).false_words.split())
