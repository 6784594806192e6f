"""The order of reading on a page: columns side by side are read one after the other, aligned tables row by row.

Runs fall into bands, with free space above and below. Bands that leave the same gutters free belong together: what stands
between gutters is a column of prose where its lines fill it, and else the column of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from factcheck.patterns import compiled
from factcheck.reading.pdf.geometry import Box, around
from factcheck.reading.pdf.lines import Line, Run, lines_of

# In parts of the font size: the least width of a gutter, and of a column of prose.
_GUTTER = 0.5
_COLUMN = 7.0

# The part of a column that its lines fill in the middle, where it is prose.
_FILLED = 0.6

_FEWEST_LINES = 3

# The most characters of a cell, where no rules tell that it is one.
_LONGEST_CELL = 24
_LIST_MARK = r"[(（]?[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}[)）.．、]?|[•●■◆▪◦·–—\-*]"

Cell = tuple[Line, ...]


class Table(Struct, frozen=True):
    """A table: its rows of cells, each of which has the lines that stand in it. `columns` are the left edges of its columns."""

    rows: tuple[tuple[Cell, ...], ...]
    box: Box
    columns: tuple[float, ...]


class Flow(Struct, frozen=True):
    """Lines below each other, and between which `left` and `right` they are set."""

    lines: tuple[Line, ...]
    left: float
    right: float
    is_column: bool = False


Item = Run | Table
_Band = list[Item]
_Gap = tuple[float, float]
_Rows = list[list[list[Run]]]


def in_order(items: Sequence[Item], *, is_column: bool = False) -> list[Flow | Table]:
    """What stands on a page, or in a column of it, in the order of reading."""
    read: list[Flow | Table] = []
    waiting: list[Item] = []
    bands = _bands(items)
    edges = min((item.box.left for item in items), default=0.0), max((item.box.right for item in items), default=0.0)
    at = 0
    while at < len(bands):
        ends = _reaches(bands, at, edges)
        if columns := _columns(bands, at, ends):
            end, strips = columns
            read += _flows(waiting, is_column=is_column)
            read += (each for strip in strips for each in in_order(strip, is_column=True))
            waiting = []
        elif table := _table(bands, at, ends):
            end, before, rows, after = table
            waiting += (item for band in before for item in band)
            read += [*_flows(waiting, is_column=is_column), _aligned(rows)]
            waiting = [item for band in after for item in band]
        else:
            end = at + 1
            waiting += bands[at]
        at = end
    return [*read, *_flows(waiting, is_column=is_column)]


def _columns(bands: Sequence[_Band], start: int, ends: Sequence[int]) -> tuple[int, list[list[Item]]] | None:
    """The columns of prose that begin at a band, with their end: of those that reach furthest."""
    for end in reversed(ends):
        strips = _strips([item for band in bands[start:end] for item in band])
        if len(strips) > 1 and all(map(_is_prose, strips)):
            return end, strips
    return None


def _table(
    bands: Sequence[_Band], start: int, ends: Sequence[int]
) -> tuple[int, list[_Band], _Rows, list[_Band]] | None:
    """The end of a table that begins at a band, the bands before it, its rows, and those behind it: of the most columns."""
    for end in ends:
        strips = _strips([item for band in bands[start:end] for item in band])
        if len(strips) > 1 and (found := _rows(bands[start:end], strips)) is not None:
            return end, *found
    return None


def _flows(items: Sequence[Item], *, is_column: bool) -> list[Flow | Table]:
    """The lines and the ruled tables of one column, from the top."""
    read: list[Flow | Table] = []
    runs: list[Run] = []
    for item in sorted(items, key=lambda item: item.box.top):
        if isinstance(item, Table):
            read += [*_flow(runs, is_column=is_column), item]
            runs = []
        else:
            runs.append(item)
    return [*read, *_flow(runs, is_column=is_column)]


def _flow(runs: Sequence[Run], *, is_column: bool) -> list[Flow]:
    if not runs:
        return []
    lines = tuple(lines_of(runs))
    box = around(line.box for line in lines)
    return [Flow(lines, box.left, box.right, is_column)]


def _bands(items: Sequence[Item]) -> list[_Band]:
    bands: list[_Band] = []
    bottom = float("-inf")
    for item in sorted(items, key=lambda item: item.box.top):
        if item.box.top < bottom:
            bands[-1].append(item)
        else:
            bands.append([item])
        bottom = max(bottom, item.box.bottom)
    return bands


def _reaches(bands: Sequence[_Band], start: int, edges: _Gap) -> list[int]:
    """How far the bands from `start` on leave gutters free together: the ends of ever longer groups with ever fewer gutters."""
    ends: list[int] = []
    free = _free(bands[start], edges)
    most = _inside(free, edges)
    for end in range(start + 1, len(bands) + 1):
        common: list[_Gap] = []
        if end < len(bands):
            least = _GUTTER * _size([*bands[start], *bands[end]])
            common = _intersection(free, _free(bands[end], edges), least)
        gutters = _inside(common, edges)
        if gutters < most:
            ends.append(end)
        most = gutters
        if not common:
            break
        free = common
    return ends


def _inside(gaps: Sequence[_Gap], edges: _Gap) -> int:
    """How many gaps have something on either side."""
    return sum(edges[0] < start and end < edges[1] for start, end in gaps)


def _free(band: _Band, edges: _Gap) -> list[_Gap]:
    """What a band leaves free between the edges of all."""
    free: list[_Gap] = []
    at = edges[0]
    for item in sorted(band, key=lambda item: item.box.left):
        if item.box.left > at:
            free.append((at, item.box.left))
        at = max(at, item.box.right)
    return [*free, (at, edges[1])]


def _intersection(one: Sequence[_Gap], other: Sequence[_Gap], least: float) -> list[_Gap]:
    common: list[_Gap] = []
    first = second = 0
    while first < len(one) and second < len(other):
        start, end = max(one[first][0], other[second][0]), min(one[first][1], other[second][1])
        if end - start >= least:
            common.append((start, end))
        if one[first][1] < other[second][1]:
            first += 1
        else:
            second += 1
    return common


def _strips(items: Sequence[Item]) -> list[list[Item]]:
    """The items on either side of the gutters that all leave free."""
    least = _GUTTER * _size(items)
    strips: list[list[Item]] = []
    right = float("-inf")
    for item in sorted(items, key=lambda item: item.box.left):
        if not strips or item.box.left - right >= least:
            strips.append([item])
        else:
            strips[-1].append(item)
        right = max(right, item.box.right)
    return strips


def _size(items: Sequence[Item]) -> float:
    sizes = [item.size for item in items if isinstance(item, Run)]
    return median(sizes) if sizes else 10.0


def _is_prose(strip: Sequence[Item]) -> bool:
    lines = lines_of(item for item in strip if isinstance(item, Run))
    if len(lines) < _FEWEST_LINES:
        return False
    box = around(item.box for item in strip)
    middle = median(line.box.width for line in lines)
    return box.width >= _COLUMN * _size(strip) and middle >= _FILLED * box.width


def _rows(bands: Sequence[_Band], strips: Sequence[list[Item]]) -> tuple[list[_Band], _Rows, list[_Band]] | None:
    """The bands before a table, its rows of cells, and the bands behind it; None where there is none."""
    if any(isinstance(item, Table) for band in bands for item in band):
        return None
    number_of = {id(item): number for number, strip in enumerate(strips) for item in strip}
    rows: list[list[list[Run]]] = []
    for band in bands:
        row: list[list[Run]] = [[] for _ in strips]
        for item in band:
            if isinstance(item, Run):
                row[number_of[id(item)]].append(item)
        rows.append(row)
    whole = [number for number, row in enumerate(rows) if sum(map(bool, row)) > 1]
    if len(whole) < _FEWEST_LINES:
        return None
    first, last = whole[0], whole[-1] + 1
    rows = rows[first:last]
    if len(whole) * 5 < len(rows) * 3 or any(len(lines_of(cell)) > 1 for row in rows for cell in row):
        return None
    later = [_text(cell) for row in rows for cell in row[1:] if cell]
    marks = [_text(row[0]) for row in rows if row[0]]
    is_list = len(strips) == 2 and all(compiled(_LIST_MARK).fullmatch(mark) for mark in marks)
    if is_list or sum(len(text) <= _LONGEST_CELL for text in later) * 5 < len(later) * 4:
        return None
    return list(bands[:first]), rows, list(bands[last:])


def _text(cell: Sequence[Run]) -> str:
    return " ".join(run.text for run in cell)


def _aligned(rows: Sequence[Sequence[Sequence[Run]]]) -> Table:
    runs = [run for row in rows for cell in row for run in cell]
    columns = tuple(
        min((row[number][0].box.left for row in rows if row[number]), default=0.0) for number in range(len(rows[0]))
    )
    cells = tuple(tuple(tuple(lines_of(cell)) for cell in row) for row in rows)
    return Table(cells, around(run.box for run in runs), columns)
