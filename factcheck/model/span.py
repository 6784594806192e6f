"""Places in a text."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open stretch [start, end) of code points in `Document.text`, counted from 0."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The stretch of the text itself: never a normalised form of it."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Place(Struct, frozen=True):
    """Where a span stands for a reader: lines and columns from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
