"""Where a document's text comes from, when it is no file's text as it stands: from between markup, or from pages and cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.message import Message, listed, msgid, say, verbatim
from factcheck.model.span import Span

# A stretch of a document that stands beside its running text.
Aside = Literal["", "header", "footer", "footnote", "endnote", "text box"]

# Left, top, right and bottom in points (1/72 inch) from the page's upper left corner.
Box = tuple[Decimal, Decimal, Decimal, Decimal]

_ASIDES: Mapping[Aside, str] = {
    "": "",
    "header": msgid("header"),
    "footer": msgid("footer"),
    "footnote": msgid("footnote {number}"),
    "endnote": msgid("endnote {number}"),
    "text box": msgid("text box {number}"),
}


class Where(Struct, frozen=True):
    """A place in the terms of a format that has no lines. Numbers count from 1; 0 and "" say nothing.

    A `paragraph`, `table` or `cell` is counted in its `aside` or `sheet` where it has one; `number` counts the asides of a kind.
    """

    page: int = 0
    box: Box | None = None
    aside: Aside = ""
    number: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def said(self) -> Message:
        """The place as a reader is told it: “page 3”, “table 2, row 3, column 4”, “sheet 预算, cell B7”."""
        parts = [said for told, said in self._told() if told]
        return say("{places}", places=listed(parts)) if len(parts) != 1 else parts[0]

    def short(self) -> Message:
        """The place in few characters and one word, for a column of a table."""
        if self.sheet:
            return verbatim(f"{self.sheet}!{self.cell}")
        if self.aside:
            return say(_ASIDES[self.aside], number=self.number)
        if self.table:
            return say("T{table}:R{row}C{column}", table=self.table, row=self.row, column=self.column)
        return say("p.{page}", page=self.page) if self.page else say("¶{paragraph}", paragraph=self.paragraph)

    def _told(self) -> tuple[tuple[object, Message], ...]:
        return (
            (self.page, say("page {page}", page=self.page)),
            (self.aside, say(_ASIDES[self.aside], number=self.number)),
            (self.sheet, say("sheet {sheet}", sheet=self.sheet)),
            (self.table, say("table {table}", table=self.table)),
            (self.row, say("row {row}", row=self.row)),
            (self.column, say("column {column}", column=self.column)),
            (self.paragraph, say("paragraph {paragraph}", paragraph=self.paragraph)),
            (self.cell, say("cell {cell}", cell=self.cell)),
        )


class Written(Struct, frozen=True):
    """The text of a file with markup. Its `pieces` are what readers see; joined, they are the document's text.

    Piece k begins at `starts[k]` of the document's text and stands at `pieces[k]` of the file's: as it is, or as something
    else that it stands for (&amp; for &, the end of a row for a tab). Both are in order. `lines` are where the file's lines begin.
    """

    text: str
    lines: tuple[int, ...]
    starts: tuple[int, ...]
    pieces: tuple[Span, ...]
    length: int  # of the document's text

    def origin(self, span: Span) -> Span:
        """Where a span of the document's text stands in the file's. An empty span at 0, which means all, stays one."""
        if span.end == 0:
            return span
        start = self._origin(span.start, end=False)
        return Span(start, max(start, self._origin(span.end, end=True)) if span.start < span.end else start)

    def offset(self, at: int) -> int:
        """The offset in the document's text of a place in the file's; between two pieces, where the second begins."""
        number = bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1
        if number < 0:
            return 0
        piece, start = self.pieces[number], self.starts[number]
        if at < piece.end and self._is_alike(number):
            return start + at - piece.start
        return start if at < piece.end else self._end(number)

    def is_verbatim(self, span: Span, text: str) -> bool:
        """Whether a span of the document's `text` stands in the file's as it is, with no markup inside."""
        return self.origin(span).cut(self.text) == span.cut(text)

    def _origin(self, at: int, *, end: bool) -> int:
        number = (bisect_left if end else bisect_right)(self.starts, at) - 1
        if number < 0:
            return 0
        piece = self.pieces[number]
        if self._is_alike(number):
            return min(piece.start + at - self.starts[number], piece.end)
        return piece.end if end or at >= self._end(number) else piece.start

    def _end(self, number: int) -> int:
        return self.starts[number + 1] if number + 1 < len(self.starts) else self.length

    def _is_alike(self, number: int) -> bool:
        piece = self.pieces[number]
        return self._end(number) - self.starts[number] == piece.end - piece.start


class Laid(Struct, frozen=True):
    """The places of a document's text in a file that has none to count in: the text from `starts[k]` on stands at `places[k]`."""

    starts: tuple[int, ...]
    places: tuple[Where, ...]

    def where(self, span: Span) -> Where:
        """Where a span begins; its box reaches as far as the span does on that page."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = max(bisect_left(self.starts, span.end) - 1, first)
        where = self.places[first]
        if where.box is None or first == last:
            return where
        alike = [place.box for place in self.places[first : last + 1] if place.page == where.page and place.box]
        left, top, right, bottom = zip(*alike, strict=True)
        return replace(where, box=(min(left), min(top), max(right), max(bottom)))
