"""How many items a list holds: every number that its marks and its “and”s can be read to give."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from factcheck.language.enumerations import Enumerations
from factcheck.patterns import compiled

# Phrases of so many words, all of one length, are made alike.
_SHORT = 3


class Items(Struct, frozen=True):
    """The items of a list, divided at its marks, and the numbers of items that it can be read to have."""

    parts: tuple[str, ...]
    counts: frozenset[int]
    more: bool  # it does not claim to be complete


def items_of(text: str, words: Enumerations) -> Items | None:
    """The items of a list that is divided by the language's item mark; None when it is no list, or not surely one.

    An “and” within an item may join two items or two halves of one. An aside (…, which …, …) makes a list unsure.
    """
    text, more = _closed(_brackets().sub("", text).strip(), words)
    parts = tuple(part.strip() for part in _quoted(text, words).split(words.item_mark))
    parts = tuple(part for part in parts if part)
    if len(parts) < 2 and not any(_joins(part, words) for part in parts):
        return None
    if any(_aside(words).match(part) for part in parts[1:]):
        return None
    last = _leading_and(words).sub("", parts[-1])
    divided = tuple(_inner_and(words).split(last))
    if last == parts[-1] and len(divided) == 2 and words.item_mark == "," and _alike((*parts[:-1], *divided)):
        parts, last = (*parts[:-1], *divided), ""
    joined = sum(_joins(part, words) for part in (*parts[:-1], last))
    counts = frozenset(range(len(parts), len(parts) + joined + 1))
    return Items(parts, counts, more)


def _alike(items: tuple[str, ...]) -> bool:
    """Whether items are made alike, so that the “and” before the last of them joins items and no halves of one.

    Names, single words, phrases of one length or behind an article: Hill Street, Park Lane and West End; a tax cut and a grant.
    """
    split = [item.split() for item in items]
    if not all(split):
        return False
    lengths = {len(words) for words in split}
    articled = all(words[0].lower() in ("a", "an", "the") for words in split)
    named = all(word[0].isupper() for words in split for word in words)
    return articled or named or (len(lengths) == 1 and lengths.pop() <= _SHORT)


def segments_of(text: str) -> tuple[str, ...]:
    """The segments between semicolons."""
    return tuple(part.strip() for part in compiled("[;；]").split(text) if len(part.strip()) > 1)


def _closed(text: str, words: Enumerations) -> tuple[str, bool]:
    """A list without the words that leave it open, and whether there were any."""
    bare = text.rstrip(" .。，,")
    for word in sorted(words.more, key=len, reverse=True):
        if bare.endswith(word):
            return bare.removesuffix(word).rstrip(" ,，、"), True
    return bare, False


def _quoted(text: str, words: Enumerations) -> str:
    """Quotations that stand side by side are divided: “甲”“乙”."""
    return text if words.item_mark == "," else compiled("(?<=[”’》」])(?=[“‘《「])").sub(words.item_mark, text)


def _joins(part: str, words: Enumerations) -> int:
    """How many “and”s stand within an item."""
    return len(_inner_and(words).findall(part))


@cache
def _inner_and(words: Enumerations) -> re.Pattern[str]:
    listed = "|".join(words.ands)
    return compiled(rf"(?<=\w) (?:{listed}) (?=\w)" if words.item_mark == "," else rf"(?<=\w)(?:{listed})(?=\w)")


@cache
def _leading_and(words: Enumerations) -> re.Pattern[str]:
    listed = "|".join(words.ands)
    return compiled(rf"^(?:{listed})\b\s*" if words.item_mark == "," else f"^(?:{listed})")


@cache
def _aside(words: Enumerations) -> re.Pattern[str]:
    edge = r"\b" if words.item_mark == "," else ""
    return compiled(rf"(?:(?:and|or) )?(?:{words.aside_pattern}){edge}", re.IGNORECASE)


@cache
def _brackets() -> re.Pattern[str]:
    return compiled(r"[（(][^（()）]*[)）]")
