"""The tables of a page: rows with their cells, or a frame in which old pages set their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from factcheck.model.span import Span
from factcheck.reading.html.flow import Line
from factcheck.reading.parts import CELL, Piece
from factcheck.reading.spacing import gap

# A merged cell spans so many columns and rows at the most (the standard, 4.9.11), and a table has so many cells for nothing.
_WIDEST, _TALLEST, _MOST_EMPTY = 1000, 65534, 65536

# The text of a longer cell is prose, and the table a frame around it.
_LONGEST = 300


class Cell(Struct):
    """A cell: its lines are those from `first` to before `last` of all lines, and it covers columns and rows.

    Its content begins `at` a place of the file.
    """

    at: int
    first: int
    last: int
    across: int = 1
    down: int = 1


class Table(Struct):
    """A table that is open. `first` is the number of its first line."""

    first: int
    rows: list[list[Cell]] = field(default_factory=list)
    is_frame: bool = False
    has_head: bool = False


def cell(at: int, first: int, across: str, down: str) -> Cell:
    """A cell that begins, by its attributes colspan and rowspan."""
    return Cell(at, first, first, min(_number(across), _WIDEST), min(_number(down), _TALLEST))


def _number(attribute: str) -> int:
    digits = attribute.strip()[:6]
    return max(int(digits), 1) if digits.isascii() and digits.isdecimal() else 1


def is_frame(table: Table, lines: Sequence[Line]) -> bool:
    """Whether a table only frames text: it has one column or one row, holds headings, or prose in its cells."""
    if table.is_frame or max(map(len, table.rows), default=0) < 2 or (len(table.rows) < 2 and not table.has_head):
        return True
    cells = [each for row in table.rows for each in row]
    return any(
        sum(line.length for line in lines[each.first : each.last]) > _LONGEST
        or any(line.kind == "heading" for line in lines[each.first : each.last])
        for each in cells
    )


def rows_of(table: Table, lines: Sequence[Line]) -> Iterator[Line]:
    """The rows of a table, each a line with its cells; the lines outside of cells stand where they stood."""
    done, empty = table.first, 0
    hanging: dict[int, int] = {}  # columns that a cell from above covers, and for how many more rows
    opens = True
    for row in table.rows:
        if not row:
            continue
        yield from lines[done : row[0].first]
        line = Line("row", apart=opens)
        column = 0
        for each, following in zip(row, (*(other.first for other in row[1:]), row[-1].last), strict=True):
            column = _covered(line, hanging, column, each.at)
            if column:
                _part(line, each.at)
            for number, stretch in enumerate(lines[each.first : following]):
                _add(line, stretch, joined=number > 0)
            if each.down > 1:
                hanging |= dict.fromkeys(range(column, column + each.across), each.down)
            more = min(each.across - 1, _MOST_EMPTY - empty)
            empty += max(more, 0)
            for _ in range(more):
                _part(line, each.at)
            column += each.across
        _covered(line, hanging, column, row[-1].at)
        hanging = {at: left - 1 for at, left in hanging.items() if left > 1}
        done = max(done, row[-1].last)
        if line.pieces:
            opens = False
            yield line
    yield from lines[done:]


def _covered(line: Line, hanging: dict[int, int], column: int, at: int) -> int:
    """Add an empty cell for each column that one from above covers; the next column that is free."""
    while column in hanging:
        if column:
            _part(line, at)
        column += 1
    return column


def _part(line: Line, at: int) -> None:
    """Begin another cell, at a place of the file."""
    line.pieces.append(Piece(CELL, Span(max(at, line.end), max(at, line.end))))


def _add(line: Line, stretch: Line, *, joined: bool) -> None:
    """Add a line of a cell to a row."""
    if joined and line.pieces and stretch.pieces and (between := gap(line.text[-1:], stretch.text[:1])):
        line.pieces.append(Piece(between, Span(line.end, line.end)))
    line.pieces += stretch.pieces
    line.around, line.main, line.box = stretch.around, stretch.main, stretch.box
    line.length += stretch.length
    line.linked += stretch.linked
    line.links += stretch.links
