"""The value-free wording around a figure: what stands before and behind it, with figures and periods masked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from factcheck.model.claim import MASK, TIME
from factcheck.model.document import Sentence
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span

# How far a clause is looked at on both sides of its figure, in code points.
REACH = 250


class Masked(Struct, frozen=True):
    """A sentence with its figures and periods masked, and the way from offsets of the text to offsets of the mask."""

    text: str
    source: tuple[int, ...]  # offsets in the document where a new stretch begins
    target: tuple[int, ...]  # the offset in `text` of each stretch

    def offset(self, place: int) -> int:
        """Where an offset of the document lies in the masked text; inside a masked figure, at its mask."""
        at = bisect_left(self.source, place + 1) - 1
        if at < 0:
            return 0
        limit = self.target[at + 1] if at + 1 < len(self.target) else len(self.text)
        return min(self.target[at] + place - self.source[at], limit)


def mask(text: str, sentence: Sentence, quantities: Sequence[Quantity], periods: Sequence[Period]) -> Masked:
    """The sentence with each figure (and the hedge before it) as MASK and each period as TIME."""
    marks = [(q.outer or q.span, MASK) for q in quantities] + [(p.span, TIME) for p in periods]
    marks.sort(key=lambda mark: mark[0])
    pieces: list[str] = []
    source, target, length, at = [], [], 0, sentence.span.start
    for span, sign in marks:
        if span.start < at:
            continue
        for start, piece in ((at, text[at : span.start]), (span.start, sign)):
            source.append(start)
            target.append(length)
            pieces.append(piece)
            length += len(piece)
        at = span.end
    source.append(at)
    target.append(length)
    pieces.append(text[at : sentence.span.end])
    return Masked("".join(pieces), tuple(source), tuple(target))


def clause_of(sentence: Sentence, span: Span, masked: Masked) -> Span:
    """The clause of the sentence in which a figure begins; with the one before it when it holds nothing but the figure.

    Of a row of data, which may be long without any mark, no more than REACH on both sides.
    """
    at = bisect_left(sentence.clauses, span.start + 1, key=lambda clause: clause.start) - 1
    if at < 0:
        return _near(span, sentence.span)
    clause = _near(span, sentence.clauses[at])
    bare = not any(
        character.isalpha() for character in masked.text[masked.offset(clause.start) : masked.offset(clause.end)]
    )
    return sentence.clauses[at - 1].to(clause) if bare and at else clause


def _near(span: Span, clause: Span) -> Span:
    """What lies in reach of a figure."""
    return Span(max(clause.start, span.start - REACH), min(clause.end, span.end + REACH))
