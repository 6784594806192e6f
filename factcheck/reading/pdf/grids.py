"""Ruled tables: level and upright rules that cross, and the text between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from factcheck.reading.pdf.geometry import Box
from factcheck.reading.pdf.pages import Glyph, Stroke

# Rules nearer than this are one rule, and touch where they end.
_NEAR = 3.0

# More rules than this in one direction make a chart or a crossword, and no table.
_MOST_RULES = 400


class Grid(Struct, frozen=True):
    """A ruled table: where its columns and rows part, and which slots are one cell with a neighbour."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]

    @property
    def box(self) -> Box:
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column that a point lies in, from 0."""
        if not self.box.holds(x, y):
            return None
        row = sum(edge <= y for edge in self.rows[1:-1])
        column = sum(edge <= x for edge in self.columns[1:-1])
        return row, column

    def cells(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each slot the first slot of its cell, which is another one where cells are merged."""
        first = {
            (row, column): (row, column) for row in range(len(self.rows) - 1) for column in range(len(self.columns) - 1)
        }
        for row in range(len(self.rows) - 1):
            for column in range(len(self.columns) - 1):
                if column and not _covers(self.upright, self.columns[column], self.rows[row], self.rows[row + 1]):
                    first[row, column] = first[row, column - 1]
                elif row and not _covers(self.level, self.rows[row], self.columns[column], self.columns[column + 1]):
                    first[row, column] = first[row - 1, column]
        return first


def _covers(strokes: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    """Whether a rule stands between two slots: over the middle of the edge that they share."""
    middle = (start + end) / 2
    return any(abs(stroke.at - at) <= _NEAR and stroke.start <= middle <= stroke.end for stroke in strokes)


def grids_of(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[Grid]:
    """The tables that the rules of a page make: at least two rows and two columns."""
    level, upright = _merged(level), _merged(upright)
    if not 2 <= len(level) <= _MOST_RULES or not 1 <= len(upright) <= _MOST_RULES:
        return []
    return [grid for group in _crossing(level, upright) if (grid := _grid(*group)) is not None]


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The rules, with those that continue each other as one."""
    merged: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda stroke: (round(stroke.at), stroke.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - stroke.at) <= 1.5 and stroke.start <= last.end + _NEAR:
            merged[-1] = Stroke(last.at, last.start, max(last.end, stroke.end))
        else:
            merged.append(stroke)
    return [stroke for stroke in merged if stroke.end - stroke.start > 2 * _NEAR]


def _crossing(level: list[Stroke], upright: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The groups of rules that hang together."""
    owner = list(range(len(level) + len(upright)))

    def find(number: int) -> int:
        while owner[number] != number:
            owner[number] = owner[owner[number]]
            number = owner[number]
        return number

    for down, bar in enumerate(upright, len(level)):
        for across, rule in enumerate(level):
            meets = rule.start - _NEAR <= bar.at <= rule.end + _NEAR and bar.start - _NEAR <= rule.at <= bar.end + _NEAR
            if meets:
                owner[find(down)] = find(across)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number, stroke in enumerate((*level, *upright)):
        groups.setdefault(find(number), ([], []))[number >= len(level)].append(stroke)
    return list(groups.values())


def _grid(level: list[Stroke], upright: list[Stroke]) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    # A table may be open at its sides, as those of statistics are: its level rules tell where it ends.
    columns = _edges((left, right, *(bar.at for bar in upright)))
    rows = _edges((*(rule.at for rule in level), min(bar.start for bar in upright), max(bar.end for bar in upright)))
    if len(columns) < 3 or len(rows) < 3:
        return None
    sides = [Stroke(edge, rows[0], rows[-1]) for edge in (columns[0], columns[-1])]
    return Grid(columns, rows, tuple(level), (*upright, *sides))


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return tuple(edges)


def sorted_into(
    grids: Sequence[Grid], glyphs: Sequence[Glyph]
) -> tuple[list[Glyph], list[dict[tuple[int, int], list[Glyph]]]]:
    """The glyphs outside all grids, and for each grid those in its cells."""
    outside: list[Glyph] = []
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in grids]
    cells = [grid.cells() for grid in grids]
    for glyph in glyphs:
        x, y = glyph.box.middle[0], glyph.base - 0.3 * glyph.size
        for number, grid in enumerate(grids):
            slot = grid.slot(x, y)
            if slot is not None:
                inside[number].setdefault(cells[number][slot], []).append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside
