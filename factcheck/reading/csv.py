"""Tables as text: RFC 4180 with commas, and its cousins with semicolons or tabs. A line is a row; text and places are the file's.

The standard library's parser tells no offsets, so the few rules of the format stand here once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.parts import CELL, Part, Piece

_DELIMITERS = ",;\t"
_NONE = "\0"

# So many rows tell by which of the delimiters cells are set apart.
_TELLING = 20

_QUOTE = '"'


def read(text: str, path: str) -> Iterator[Part]:
    """The rows of a table, those without text left out."""
    delimiter = "\t" if path.lower().endswith((".tsv", ".tab")) else _delimiter(text)
    apart = True
    for row in _rows(text, delimiter):
        pieces = tuple(piece for at, cell in enumerate(row) for piece in _cell(text, cell, first=at == 0))
        if any(piece.text.strip() for piece in pieces):
            yield Part(pieces, "row", apart=apart)
            apart = False
        else:
            apart = True


def _delimiter(text: str) -> str:
    """The delimiter that makes the largest share of rows as wide as the first; where that has one cell, none."""

    def alike(delimiter: str) -> Fraction:
        widths = [len(row) for row in islice(_rows(text, delimiter), _TELLING)]
        return Fraction(sum(width == widths[0] for width in widths) if widths[0] > 1 else 0, len(widths))

    best = max(_DELIMITERS, key=alike)
    return best if alike(best) else _NONE


def _rows(text: str, delimiter: str) -> Iterator[list[Span]]:
    """The cells of each row with their quotation marks. A quotation that nothing closes ends with the text."""
    cell = compiled(rf'[ \t]*"(?:[^"]|"")*(?:"[^{delimiter}\r\n]*|\Z)|[^{delimiter}\r\n]*')
    row: list[Span] = []
    at = 0
    while True:
        match = cell.match(text, at)
        end = match.end() if match else at
        row.append(Span(at, end))
        if text[end : end + 1] == delimiter:
            at = end + 1
            continue
        yield row
        row, at = [], end + 1 + (text[end : end + 2] == "\r\n")
        if at >= len(text):
            return


def _cell(text: str, cell: Span, *, first: bool) -> Iterator[Piece]:
    """A cell without its quotation marks, the doubled ones inside once, behind the delimiter before it."""
    if not first:
        yield Piece(CELL, Span(cell.start - 1, cell.start))
    inside = _inside(text, cell)
    if inside == cell:
        yield from _stretch(text, cell.start, cell.end)
        return
    at = inside.start
    while at < inside.end:
        doubled = text.find(_QUOTE * 2, at, inside.end)
        end = inside.end if doubled < 0 else doubled + 1
        yield from _stretch(text, at, end)
        at = end if doubled < 0 else end + 1


def _stretch(text: str, start: int, end: int) -> Iterator[Piece]:
    """A stretch of a cell; tabs and line ends in it would look like the end of the cell."""
    if start < end:
        yield Piece(compiled(r"[\t\r\n]").sub(" ", text[start:end]), Span(start, end))


def _inside(text: str, cell: Span) -> Span:
    """A cell without the quotation marks that hold it; what stands behind the closing one is no part of it."""
    opening = cell.start + len(cell.cut(text)) - len(cell.cut(text).lstrip(" \t"))
    if text[opening : opening + 1] != _QUOTE or opening >= cell.end:
        return cell
    closing = opening + 1
    while (at := text.find(_QUOTE, closing, cell.end)) >= 0 and text[at + 1 : at + 2] == _QUOTE and at + 1 < cell.end:
        closing = at + 2
    return Span(opening + 1, at if at >= 0 else cell.end)
