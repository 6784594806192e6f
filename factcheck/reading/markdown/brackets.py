"""Which brackets of a paragraph can be those of a link.

The parser looks for the end of a link at each bracket anew, which takes the square of the text's length where brackets are many
and links are none. Where they are many, what can't be a link is told beforehand, in one go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from factcheck.patterns import compiled

# So many brackets in one paragraph cost little either way.
FEW = 50

# A label of a reference has at most so many characters (CommonMark 0.31, 6.3).
_LONGEST_LABEL = 999

# What binds tighter than a bracket, and brackets: an escape, code, a tag or address.
_MARKS = r"\\.|(?P<ticks>`+)|<[A-Za-z/!?][^<>]*>|[\[\]]"


def links_may_open(text: str, *, references: bool) -> Mapping[int, bool] | None:
    """For each opening bracket whether a link may begin there; None where brackets are few."""
    if text.count("[") <= FEW:
        return None
    closers = _closers(text)
    return {at: _may_be_link(text, at, end, references) for at, end in closers.items()}


def _may_be_link(text: str, start: int, end: int, references: bool) -> bool:
    return text[end + 1 : end + 2] == "(" or (references and end - start <= _LONGEST_LABEL)


def _closers(text: str) -> dict[int, int]:
    """Each opening bracket with the bracket that closes it."""
    runs: dict[int, list[int]] = defaultdict(list)  # backwards, by length
    for run in reversed(list(compiled("`+").finditer(text))):
        runs[run.end() - run.start()].append(run.start())
    closers: dict[int, int] = {}
    opened: list[int] = []
    mark = compiled(_MARKS).search(text)
    while mark is not None:
        at = mark.end()
        if mark["ticks"]:
            alike = runs[mark.end() - mark.start()]
            while alike and alike[-1] < at:
                alike.pop()
            if alike:
                at = alike[-1] + mark.end() - mark.start()
        elif mark[0] == "[":
            opened.append(mark.start())
        elif mark[0] == "]" and opened:
            closers[opened.pop()] = mark.start()
        mark = compiled(_MARKS).search(text, at)
    return closers
