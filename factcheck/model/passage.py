"""Passages: the stretches of prose that say one thing each, as rules compare them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.model.document import Document, Sentence
from factcheck.model.span import Span
from factcheck.model.wording import Words
from factcheck.patterns import compiled


class Passage(Struct, frozen=True):
    """A sentence, or the part of one between semicolons or colons; where a full point may end it, it is divided, too.

    It holds words [first, last) of the draft and is number `place` in its block, counted from 0.
    """

    span: Span
    first: int
    last: int
    block: int
    place: int
    closes: bool  # the last of its block

    @property
    def length(self) -> int:
        return self.last - self.first


def passages_of(document: Document, sentences: Sequence[Sentence], words: Words) -> tuple[Passage, ...]:
    """The passages of paragraphs and list items: headings, table rows and page furniture are no running text."""
    parts = [
        (part, sentence.block)
        for sentence in sentences
        if document.blocks[sentence.block].kind in ("paragraph", "item")
        for part in _parts(document.text, sentence)
    ]
    return tuple(_numbered(parts, words.starts))


def _numbered(parts: Sequence[tuple[Span, int]], starts: Sequence[int]) -> Iterator[Passage]:
    place = 0
    for index, (span, block) in enumerate(parts):
        place = place + 1 if index and parts[index - 1][1] == block else 0
        closes = index + 1 == len(parts) or parts[index + 1][1] != block
        yield Passage(span, bisect_left(starts, span.start), bisect_left(starts, span.end), block, place, closes)


def _parts(text: str, sentence: Sentence) -> Iterator[Span]:
    start = sentence.span.start
    for clause, following in pairwise(sentence.clauses):
        if any(mark in text[clause.end : following.start] for mark in ";；:："):
            yield from _at_points(text, Span(start, clause.end + 1))
            start = following.start
    yield from _at_points(text, Span(start, sentence.span.end))


def _at_points(text: str, part: Span) -> Iterator[Span]:
    """A part, divided at the points that may close a sentence: behind an abbreviation (Pte Ltd. The …), before a list mark.

    What is compared is cut alike in both places, so that nothing is lost where a point closes nothing (Mr. Smith).
    """
    start = part.start
    for point in compiled(r"(?<=[.!?])\s(?=[“\"(]?(?:[A-Z]|[a-z0-9]\)\s))").finditer(text, part.start, part.end):
        yield Span(start, point.start())
        start = point.end()
    yield Span(start, part.end)


def blocks_of(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """The words [first, last) of each block's passages."""
    first = 0
    for passage in passages:
        first = passage.first if passage.place == 0 else first
        if passage.closes:
            yield first, passage.last
