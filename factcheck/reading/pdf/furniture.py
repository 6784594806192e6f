"""Running heads, footers and page numbers: what stands at the same place on several pages, outside the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from factcheck.patterns import compiled
from factcheck.reading.pdf.lines import Run
from factcheck.reading.pdf.pages import Page

# The part of a page, at its top and its bottom, that furniture stands in.
_MARGIN = 0.13

# How far it may be off from page to page, in points.
_OFF = 3.0

# So many pages before and behind are looked at for the same, and so many digits of a number.
_NEAR, _DIGITS = 6, 9

# How much more than its own size furniture stands off the text.
_APART = 0.6

# What is a page number even on a page alone.
_PAGE_NUMBER = (
    r"[-–—－·~]\s?[0-9０-９]{1,4}\s?[-–—－·~]"
    r"|第\s?[0-9０-９一二三四五六七八九十百]{1,5}\s?页(?:\s?[,，/／]?\s?共\s?[0-9０-９一二三四五六七八九十百]{1,5}\s?页)?"
    r"|[Pp](?:age|AGE)\s[0-9]{1,4}(?:\s(?:of|OF|/)\s[0-9]{1,4})?"
)


class _Edge(Struct, frozen=True):
    """A run in a margin: on which page, how far from its edge, and its text without digits and with them."""

    page: int
    run: Run
    numbers: tuple[int, ...]


def furniture(pages: Sequence[Page], runs: Sequence[Sequence[Run]]) -> list[set[int]]:
    """For each page the ids of those of its runs that are page furniture."""
    found: list[set[int]] = [set() for _ in pages]
    alike: dict[tuple[str, int, bool], list[_Edge]] = defaultdict(list)
    edges = [_edges(page, own) for page, own in zip(pages, runs, strict=True)]
    for index, (page, own) in enumerate(zip(pages, edges, strict=True)):
        high = page.frame.size[1]
        for run in own:
            text = run.text
            at_top = run.base < high / 2
            off = run.base if at_top else high - run.base
            numbers = tuple(int(digits[-_DIGITS:]) for digits in compiled(r"[0-9]+").findall(text))
            alike[compiled(r"[0-9]+").sub("#", text), round(off / _OFF), at_top].append(_Edge(index, run, numbers))
            if compiled(_PAGE_NUMBER).fullmatch(text) or (not at_top and text == str(page.number)):
                found[index].add(id(run))
    for (text, off, at_top), group in list(alike.items()):
        near = sorted(
            (other for step in (-1, 0, 1) for other in alike.get((text, off + step, at_top), ())),
            key=lambda edge: edge.page,
        )
        for edge in group:
            first = bisect_left(near, edge.page - _NEAR, key=lambda other: other.page)
            last = bisect_right(near, edge.page + _NEAR, key=lambda other: other.page)
            on = {other.page for other in near[first:last] if other.page != edge.page and _goes_with(edge, other)}
            if len(on) >= min(2, len(pages) - 1) > 0:
                found[edge.page].add(id(edge.run))
    return [_outermost(page, own, marked) for page, own, marked in zip(pages, runs, found, strict=True)]


def _edges(page: Page, runs: Sequence[Run]) -> list[Run]:
    high = page.frame.size[1]
    return [run for run in runs if run.base < _MARGIN * high or run.base > (1 - _MARGIN) * high]


def _goes_with(one: _Edge, other: _Edge) -> bool:
    """Whether two texts differ by the numbers of their pages at most."""
    return all(
        second - first in (0, other.page - one.page) for first, second in zip(one.numbers, other.numbers, strict=True)
    )


def _outermost(page: Page, runs: Sequence[Run], marked: set[int]) -> set[int]:
    """Those of the marked runs that have no text outside of them, and stand off the text."""
    kept: set[int] = set()
    text = [run for run in runs if id(run) not in marked]
    top = min((run.box.top for run in text), default=page.frame.size[1])
    bottom = max((run.box.bottom for run in text), default=0.0)
    for run in runs:
        if id(run) in marked:
            off = max(top - run.box.bottom, run.box.top - bottom)
            if not text or off >= _APART * run.size:
                kept.add(id(run))
    return kept
