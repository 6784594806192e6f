r"""Lines: each ends at \n, \r\n or a lone \r, and at nothing else (a form feed or U+2028 ends none)."""

from __future__ import annotations

from factcheck.model.span import Span
from factcheck.patterns import compiled


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line begins; an empty text has one line."""
    return (0, *(match.end() for match in compiled(r"\r\n?|\n").finditer(text)))


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without the white space (and byte order marks) at its ends; empty at `start` when nothing is left."""
    line = text[start:end]
    left = len(line) - len(line.lstrip().lstrip("\ufeff").lstrip())
    right = len(line.rstrip())
    return Span(start + left, start + max(left, right))
