"""Which lines of a page are its text, and which stand around it: menus, lists of links, the foot of the site.

What a page says of itself counts most: its elements (nav, aside, footer, main, article), roles, and the names of classes that
sites use alike. Else a run of lines that are links is a menu or a list of other pages. Nothing is lost: what stands around is
chrome, which dates a draft but makes no claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcheck.reading.html.flow import Line

# What says that it is the text holds at least this part of what may be it.
_SHARE = 0.5

# What holds less of a page's words than this part of the rest is not its text.
_LEAST = 0.1

# So many links on end are no text.
_RUN = 3

# A line is a link when so much of it is one.
_LINKED = 0.6

_CLOSERS = "。！？；"


def is_around(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it stands around the text."""
    around = [line.around for line in lines]
    if _prose(lines, around, outside=False) < _LEAST * _prose(lines, around, outside=True):
        around = [False] * len(lines)  # an element that holds the text only sounds like furniture
    _around_main(lines, around)
    _runs_of_links(lines, around)
    for number in range(len(lines) - 1, 0, -1):
        if around[number] and lines[number - 1].kind == "heading" and lines[number - 1].level > 1:
            around[number - 1] = True  # the heading of a list of links
    return around


def _prose(lines: Sequence[Line], around: Sequence[bool], *, outside: bool) -> int:
    """How many characters stand outside the text or in it, links left out."""
    return sum(line.length - line.linked for line, each in zip(lines, around, strict=True) if each == outside)


def _around_main(lines: Sequence[Line], around: list[bool]) -> None:
    """What stands outside of the element that says that it is the text, but for the title above it and what follows that."""
    inside = [number for number, line in enumerate(lines) if line.main and not around[number]]
    whole = sum(line.length for line, outside in zip(lines, around, strict=True) if not outside)
    if not inside or sum(lines[number].length for number in inside) < _SHARE * whole:
        return
    titles = [number for number in range(inside[0]) if lines[number].kind == "heading" and lines[number].level == 1]
    first = titles[-1] if titles else inside[0]
    for number, line in enumerate(lines):
        if number < first or (number > inside[0] and not line.main):
            around[number] = True


def _runs_of_links(lines: Sequence[Line], around: list[bool]) -> None:
    number = 0
    for links, run in groupby(lines, _is_link):
        length = len(list(run))
        if (
            links
            and not lines[number].main
            and sum(max(line.links, 1) for line in lines[number : number + length]) >= _RUN
        ):
            around[number : number + length] = [True] * length
        number += length


def _is_link(line: Line) -> bool:
    return (
        line.kind != "heading"
        and line.linked > _LINKED * line.length
        and not line.text.rstrip().endswith(tuple(_CLOSERS))
    )
