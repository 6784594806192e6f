"""Tables as grids of cells: rows between bars, set apart by tabs, or aligned by spaces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise

from msgspec import Struct

from factcheck.model.document import Block, Document
from factcheck.model.quantity import Quantity, Unit
from factcheck.model.span import Span
from factcheck.patterns import compiled

# So many lines of aligned columns are a table; fewer may be a signature or an address.
_FEWEST_LINES = 3

_LONGEST_LABEL = 40


class Grid(Struct, frozen=True):
    """A table's cells, row by row, their text in lower case, and the figures of those that hold nothing else."""

    labels: tuple[tuple[str, ...], ...]
    figures: Mapping[tuple[int, int], Quantity]  # by row and column

    @property
    def width(self) -> int:
        return max(map(len, self.labels), default=0)

    def has_figures(self, row: int) -> bool:
        return any((row, column) in self.figures for column in range(len(self.labels[row])))


def grids(document: Document, quantities: Sequence[Quantity]) -> Iterator[Grid]:
    """The tables of a document, in order."""
    starts = [quantity.start for quantity in quantities]
    for rows in _tables(document):
        yield _grid(document, quantities, starts, rows)


def _tables(document: Document) -> Iterator[list[list[Span]]]:
    """The rows of each table, each as its cells."""
    for is_row, run in _runs(document):
        if is_row:
            yield from ([list(cells(document, block.span)) for block in rows] for rows in _parted(document, run))
        else:
            yield from _aligned(document, run)


def marked_tables(document: Document) -> Iterator[list[Block]]:
    """The rows of each table whose cells stand between bars or tabs."""
    for is_row, run in _runs(document):
        if is_row:
            yield from _parted(document, run)


def _runs(document: Document) -> Iterator[tuple[bool, list[Block]]]:
    marked = [block for block in document.blocks if block.kind != "chrome"]
    for is_row, run in groupby(marked, key=lambda block: block.kind == "row"):
        yield is_row, list(run)


def _parted(document: Document, rows: list[Block]) -> Iterator[list[Block]]:
    """The tables of a run of rows: a blank line parts two, unless one stands between all rows."""
    gaps = [_is_blank(document.text[before.span.end : row.span.start]) for before, row in pairwise(rows)]
    if all(gaps):
        yield rows
        return
    start = 0
    for at, gap in enumerate((*gaps, True), start=1):
        if gap:
            yield rows[start:at]
            start = at


def _is_blank(gap: str) -> bool:
    """Whether a blank line stands in what lies between two rows; a rule of dashes may, too."""
    return compiled(r"\n[ \t\u3000\r]*\n|\r[ \t\u3000]*\r").search(gap) is not None


def _aligned(document: Document, blocks: Sequence[Block]) -> Iterator[list[list[Span]]]:
    """Tables whose columns are set apart by spaces alone: lines with as many cells, and a figure in each but the first."""
    rows: list[list[Span]] = []
    for block in (*blocks, None):
        cells = list(_between_gaps(document, block.span)) if block is not None and block.kind != "item" else []
        if cells and rows and len(cells) != len(rows[-1]):
            if len(rows) >= _FEWEST_LINES:
                yield rows
            rows = []
        if cells:
            rows.append(cells)
            continue
        if len(rows) >= _FEWEST_LINES:
            yield rows
        rows = []


def cells(document: Document, row: Span) -> Iterator[Span]:
    """The cells of a row between bars or tabs, empty ones too, so that a column is one in every row."""
    text = row.cut(document.text)
    if "|" in text and ("\t" not in text or text.startswith("|")):
        start, mark = row.start + text.startswith("|"), "|"
        text = text.removeprefix("|").removesuffix("|")
    else:
        start, mark = _margin(document.text, row.start), "\t"
        text = document.text[start : row.end]
    for piece in text.split(mark):
        lead = len(piece) - len(piece.lstrip())
        yield Span(start + lead, start + max(lead, len(piece.rstrip())))
        start += len(piece) + 1


def _margin(text: str, start: int) -> int:
    """Where the margin before a row begins, whose tabs stand for empty cells."""
    while start and text[start - 1] in "\t ":
        start -= 1
    return start


def _between_gaps(document: Document, line: Span) -> Iterator[Span]:
    """The cells of a line with wide gaps, or of one that holds a word and a figure; nothing for a line of prose."""
    text = line.cut(document.text)
    if len(text) > 4 * _LONGEST_LABEL or any(mark in text for mark in "。；;！？!?"):
        return
    pieces = list(_wide_gap_cells().finditer(text))
    if len(pieces) < 2:
        match = _word_and_figure().fullmatch(text)
        spans = [match.span("word"), match.span("figure")] if match else []
    else:
        spans = [piece.span() for piece in pieces]
    for start, end in spans:
        yield Span(line.start + start, line.start + end)


@cache
def _wide_gap_cells() -> re.Pattern[str]:
    return compiled(r"[^\s　]+(?:[ \xa0][^\s　]+)*")


@cache
def _word_and_figure() -> re.Pattern[str]:
    return compiled(
        r"(?P<word>[^\s\d][^\s]{0,40}(?: [^\s\d][^\s]{0,40}){0,4})[ 　](?P<figure>[\d.,]{1,20}[^\s\d]{0,6})"
    )


def _grid(document: Document, quantities: Sequence[Quantity], starts: list[int], rows: list[list[Span]]) -> Grid:
    figures: dict[tuple[int, int], Quantity] = {}
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            own = quantities[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
            figure = own[0] if len(own) == 1 else None
            if figure is None or figure.text != cell.cut(document.text).strip("* "):
                figure = bare_number(document, cell) if column else None
            if figure is not None:
                figures[row, column] = figure
    labels = tuple(tuple(cell.cut(document.text).strip("* \u3000").lower() for cell in cells) for cells in rows)
    return Grid(labels, figures)


def bare_number(document: Document, cell: Span) -> Quantity | None:
    """The number that a cell holds, where it is written in figures alone; a table says elsewhere what it counts."""
    match = _number().fullmatch(cell.cut(document.text))
    if match is None:
        return None
    span = Span(cell.start + match.start("number"), cell.start + match.end("number"))
    value = Decimal(match["number"].replace(",", ""))
    step = Decimal(1).scaleb(-len(match["number"].partition(".")[2]))
    return Quantity(span, span.cut(document.text), value, value, Unit("", "number"), step, digits=span)


@cache
def _number() -> re.Pattern[str]:
    return compiled(r"[*\s]*(?P<number>\d{1,15}(?:,\d{3})*(?:\.\d{1,6})?)[*\s]*")
