"""Words of which one says what the others do not: 进口 and 出口, 增量 and 存量."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from factcheck.language.grammar import table
from factcheck.model.document import Language
from factcheck.patterns import compiled

# For each set of contrasting words, by its number, those that a text uses.
Contrasts = Mapping[int, frozenset[str]]


def contrasts_in(text: str, language: Language) -> Contrasts:
    """The contrasting words of a text."""
    lowered = text.lower()
    found = {
        number: frozenset(word for word in words if word in lowered)
        for number, words in enumerate(table(language).contrasts)
    }
    return {number: words for number, words in found.items() if words}


def contrary(ours: Contrasts, theirs: Contrasts) -> bool:
    """Whether one says of itself what excludes what the other says."""
    return any(words.isdisjoint(theirs[number]) for number, words in ours.items() if number in theirs)


def says(text: str, words: tuple[str, ...], language: Language) -> bool:
    """Whether any of the words stands in a text."""
    if not table(language).spaced:
        return any(word in text for word in words)
    spaced = f" {' '.join(_latin().findall(text.lower()))} "
    return any(f" {word} " in spaced for word in words)


@cache
def _latin() -> re.Pattern[str]:
    return compiled(r"[a-z0-9']+")
