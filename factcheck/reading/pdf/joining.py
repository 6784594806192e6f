"""Lines to running text: what a line end stands for, and whether a hyphen at one belongs to the word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.patterns import compiled
from factcheck.reading.pdf.characters import is_wide
from factcheck.reading.pdf.lines import Line

_HYPHENS = "-‐"
_NO_BLANK_BEFORE = "%‰)]}.,;:!?”’°"
_NO_BLANK_BEHIND = "([{$€£¥“‘/"

_WORD = r"[^\W\d_]+(?:[-‐][^\W\d_]+)*"


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """The words of a text, but for those that a line end parts."""
    words: set[str] = set()
    for line in lines:
        text = line.text
        found = list(compiled(_WORD).finditer(text))
        if found and text[-1:] in _HYPHENS:
            found.pop()
        words.update(match[0].lower() for match in found)
    return frozenset(words)


def seam(before: str, behind: str, words: frozenset[str]) -> tuple[int, str]:
    """How many characters of a line fall away at its end, and what stands between it and the next."""
    last, first = before[-1], behind[0]
    if last in _HYPHENS and len(before) > 1:
        return _hyphen(before, behind, words)
    if is_wide(last) or is_wide(first) or first in _NO_BLANK_BEFORE or last in _NO_BLANK_BEHIND:
        return 0, ""
    # Chinese text may be broken anywhere, within a number too; between two numbers of it stands a mark.
    if last.isdecimal() and first.isdecimal() and any(map(is_wide, before)):
        return 0, ""
    return 0, " "


def _hyphen(before: str, behind: str, words: frozenset[str]) -> tuple[int, str]:
    if before[-2].isspace():
        return 0, " "
    head, tail = compiled(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*$").search(before[:-1]), compiled(r"[^\W\d_]+").match(behind)
    if head is None or tail is None or not tail[0][0].islower():
        return 0, ""
    first, second = head[0].lower(), tail[0].lower()
    if first + second in words:
        return 1, ""
    compound = "-" in first or f"{first}-{second}" in words or (first in words and second in words)
    return (0 if compound else 1), ""


def seams(lines: Sequence[Line], words: frozenset[str]) -> list[tuple[int, str]]:
    """The seam behind each of the lines of a paragraph; behind the last there is none."""
    between = (seam(one.text, other.text, words) for one, other in pairwise(lines))
    return [*between, (0, "")] if lines else []
