"""Text as terms to compare: Han characters and pairs of them, and the stems of words in Latin letters.

Character pairs serve Chinese retrieval as well as words do (Kwok, "Comparing representations in Chinese information
retrieval", SIGIR 1997), and need no dictionary; single characters join what writers shorten (规上 for 规模以上).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.language.terms import TermTable, table
from factcheck.patterns import compiled

Terms = frozenset[str]


@cache
def _runs() -> re.Pattern[str]:
    return compiled(r"[A-Za-z0-9]+|[\u3400-\u9fff\uf900-\ufaff]+")


@lru_cache(maxsize=4096)  # headings and the leads of sentences come again for each of their figures
def terms(text: str) -> Terms:
    """The terms of a text."""
    found: set[str] = set()
    for match in _runs().finditer(text):
        run = match.group()
        if run[0] > "\u2fff":
            found.update(run)
            found.update(run[at : at + 2] for at in range(len(run) - 1))
            continue
        word = run.lower()
        english = table("en")
        if word not in english.stop_words and not word.isdigit():
            found.add(_stem(word, english))
    return frozenset(found)


def _stem(word: str, words: TermTable) -> str:
    """A lower-case word without its ending, when enough of it remains."""
    for ending in words.endings:
        if word.endswith(ending) and len(word) - len(ending) >= words.shortest_stem - (ending == "s"):
            return word[: -len(ending)]
    return word
