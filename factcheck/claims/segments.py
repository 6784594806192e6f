"""The segments of a sentence in outline: what stands between its marks and its “and”s, as the items of a list do."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.outline import Outline
from factcheck.model.quantity import Quantity

_MARKS = ",、;&:."


def segment_bounds(shape: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The segments of a stretch between its marks and its “and”s, brackets and all."""
    first, depth = start, 0
    for at in range(start, end + 1):
        if at < end:
            depth = max(0, depth + (shape[at] == "(") - (shape[at] == ")"))
        if at == end or (shape[at] in _MARKS and not depth):
            if at > first:
                yield first, at
            first = at + 1


def figures_in(outline: Outline, start: int, end: int) -> Iterator[int]:
    """The places of the figures in a stretch, but for those that it has in brackets."""
    depth = 0
    for at in range(start, end):
        depth = max(0, depth + (outline.shape[at] == "(") - (outline.shape[at] == ")"))
        if not depth and at in outline.figures:
            yield at


def stretch_end(shape: str, start: int, marks: str) -> int:
    """Where the first of these marks stands from `start` on; the end of the outline where there is none."""
    return next((at for at in range(start, len(shape)) if shape[at] in marks), len(shape))


def same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count or measure the same way, so that they can be added up. Another classifier is another thing."""
    if a.dimension == "count" and b.dimension == "count":
        return a.unit == b.unit
    return a.dimension == b.dimension


def addable(a: Quantity, b: Quantity) -> bool:
    """As `same_unit`, but a number without a unit, or with a noun of its own, goes with what is counted."""
    return same_unit(a, b) or (
        {a.dimension, b.dimension} <= {"number", "count", "person"} and "number" in (a.dimension, b.dimension)
    )
