"""The numbering of headings, items and ordinals that is sure to be one series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.series import Series, heading_series
from factcheck.model.document import Document
from factcheck.model.relation import Numbering


def read_numberings(document: Document, series: Sequence[Series]) -> tuple[Numbering, ...]:
    """The numberings of a document in the order of the text; `series` holds the ordinals of its prose."""
    headings = tuple(_headings(document))
    read = {mark.span.start for numbering in headings for mark in numbering.marks}
    ordinals = (each for each in _ordinals(series) if not {mark.span.start for mark in each.marks} <= read)
    return tuple(sorted((*headings, *ordinals), key=lambda numbering: numbering.marks[0].span))


def _headings(document: Document) -> Iterator[Numbering]:
    for series in heading_series(document):
        if len(series.marks) > 1 and _is_one(series):
            yield Numbering(series.marks)


def _ordinals(series: Sequence[Series]) -> Iterator[Numbering]:
    """The ordinals of prose; over the end of a paragraph, only those that run on are sure to belong together."""
    for each in series:
        if len(each.marks) > 1 and _is_one(each) and (each.runs_on or len(set(each.blocks)) == 1):
            yield Numbering(each.marks)


def _is_one(series: Series) -> bool:
    """Whether marks are one series, though it may have one slip: a number that is skipped, or one that comes twice."""
    steps = [after.number - before.number for before, after in pairwise(series.marks)]
    slips = [step for step in steps if step != 1]
    return not any(steps) or (len(slips) <= 1 and all(step in (0, 2) for step in slips))
