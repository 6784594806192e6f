"""Which words may stand for one another, in one language and across the two.

Two sources: the glossary of press terms, which we keep by hand, and two tables drawn from open dictionaries
(language/data, built by tests/thesaurus/build.py). Both only lend evidence to a match, and never stand in a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.language.glossary import glossary

_DATA = Path(__file__).parent / "data"


@cache
def translations() -> Mapping[str, tuple[str, ...]]:
    """English phrases for Chinese words, those of the glossary first."""
    found = {
        word: tuple(phrases.split("|")) for word, _, phrases in (line.partition("\t") for line in _lines("zh-en.txt"))
    }
    for word, entry in glossary("zh").items():
        found[word] = (*entry.foreign, *(phrase for phrase in found.get(word, ()) if phrase not in entry.foreign))
    return found


@cache
def alike() -> Mapping[str, tuple[str, ...]]:
    """For the stem of an English word the stems that may stand for it, the likeliest first."""
    return {word: tuple(others.split()) for word, _, others in (line.partition("\t") for line in _lines("en-en.txt"))}


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text(encoding="utf-8").splitlines()
