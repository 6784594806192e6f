"""Text as terms to compare: Han characters and pairs of them, the stems of words in Latin letters, and numbers.

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


@cache
def _numbers() -> re.Pattern[str]:
    return compiled(r"\d++(?:[,，]\d{3})*+(?:\.\d++)?")


@lru_cache(maxsize=4096)  # headings and the leads of sentences come again for each of their figures
def terms(text: str) -> Terms:
    """The terms of a text, but for its numbers."""
    found: set[str] = set()
    english = table("en")
    for match in _runs().finditer(text):
        run = match.group()
        if run[0] > "\u2fff":
            found.update(run)
            found.update(run[at : at + 2] for at in range(len(run) - 1))
            continue
        word = run.lower()
        if word not in english.stop_words and not word.isdigit():
            found.add(stem(word, english))
    return frozenset(found)


def number_terms(text: str) -> Terms:
    """The numbers of a text as terms: the 60 of 60岁及以上人口 says whom a figure beside it is about. Years say when, not who."""
    found = {match.group().replace(",", "").replace("，", "") for match in _numbers().finditer(text)}
    return frozenset(f"={number}" for number in found if not _is_year(number))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def stem(word: str, words: TermTable) -> str:
    """A lower-case word without its ending, when enough of it remains."""
    for ending in words.endings:
        if word.endswith(ending) and len(word) - len(ending) >= words.shortest_stem - (ending == "s"):
            return word[: -len(ending)]
    return word
