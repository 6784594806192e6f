"""Columns in the units that other programs count in: UTF-16 code units, bytes of UTF-8, or code points."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Literal

from factcheck.model.document import Document
from factcheck.model.span import Place, Span

Unit = Literal["utf-16", "utf-8", "utf-32"]

_STRETCH = 1024  # code points between two marks
# The codec that counts a unit, and its bytes for each.
_ENCODING: dict[Unit, tuple[str, int]] = {"utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1), "utf-32": ("utf-32-le", 4)}


class Ruler:
    """Measures the file of one document. A mark every `_STRETCH` code points keeps each reading cheap, however long a line is."""

    def __init__(self, document: Document, unit: Unit) -> None:
        self._document = document
        self._text, self._lines = document.written, document.written_lines
        self._encoding, self._size = _ENCODING[unit]
        text = self._text
        sizes = (self._length(text[at : at + _STRETCH]) for at in range(0, len(text), _STRETCH))
        self._marks = tuple(accumulate(sizes, initial=0))

    def place(self, span: Span) -> Place:
        """Lines and columns from 1, columns in the unit; the end is exclusive."""
        stretch = self._document.origin(span)
        line, column = self._position(stretch.start)
        end_line, end_column = self._position(stretch.end)
        return Place(line, column, end_line, end_column)

    def end(self) -> Place:
        """The empty place at the end of the file."""
        line, column = self._position(len(self._text))
        return Place(line, column, line, column)

    def offset(self, line: int, column: int) -> int:
        """The offset in the file's text at a line and column, both from 1; behind the end of its line or of the text, that end.

        Inside a character that takes several units, it is the character's own.
        """
        starts, text = self._lines, self._text
        if line > len(starts):
            return len(text)
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(text)
        end -= len(text[start:end]) - len(text[start:end].rstrip("\r\n"))
        return bisect_right(range(start, end + 1), self._before(start) + column - 1, key=self._before) + start - 1

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self._lines
        line = bisect_right(starts, offset)
        return line, self._before(offset) - self._before(starts[line - 1]) + 1

    def _before(self, offset: int) -> int:
        """The units before an offset."""
        mark = offset // _STRETCH
        return self._marks[mark] + self._length(self._text[mark * _STRETCH : offset])

    def _length(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogatepass")) // self._size
