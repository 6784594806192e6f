"""Sums outside of sentences: the rows and columns of a table, and lists of items under their total."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.claims.outline import Outline
from factcheck.claims.sums import OPENING_LINE, addable
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Sum
from factcheck.model.span import Span
from factcheck.patterns import compiled

# A column may as well hold means or prices, whose last row is no sum. What lies further from its parts than this is none.
_NEAR = 4


class _Table(Struct, frozen=True):
    """A table's cells, row by row, and the figures of those that hold nothing else, by row and column."""

    cells: tuple[tuple[Span, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    figures: Mapping[tuple[int, int], Quantity]


def sums_of_tables(document: Document, quantities: Sequence[Quantity], words: Relations) -> Iterator[Sum]:
    """The rows and columns of a document's tables that are named as the sums of the others."""
    for rows in _runs(document):
        table = _read(document, quantities, rows)
        yield from _columns(table, words)
        yield from _rows(table, words)


def sums_of_items(outline: Outline, document: Document, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """共7项: and then items of their own, each with one figure in the unit of the total."""
    match = compiled(OPENING_LINE).search(outline.shape)
    items = _items_below(document, outline.span.end) if match else []
    if match is None or not items:
        return
    whole = outline.figures[match.start("whole") if match["whole"] else match.start("led")]
    starts = [quantity.start for quantity in quantities]
    parts: list[Quantity] = []
    for item in items:
        own = quantities[bisect_left(starts, item.start) : bisect_left(starts, item.end)]
        parts += [quantity for quantity in own if addable(quantity, whole)]
    if len(parts) == len(items) >= 2:
        yield Sum(tuple(parts), whole)


def _items_below(document: Document, end: int) -> list[Span]:
    """The items right below a block that ends at a place; items within items are passed over."""
    blocks = document.blocks
    first = bisect_left(blocks, end, key=lambda block: block.span.start)
    items: list[Span] = []
    for block in blocks[first:]:
        if block.kind != "item" or block.level < blocks[first].level:
            break
        if block.level == blocks[first].level:
            items.append(block.span)
    return items


def _runs(document: Document) -> Iterator[list[Span]]:
    """The rows of each table."""
    rows: list[Span] = []
    for block in document.blocks:
        if block.kind == "row":
            rows.append(block.span)
        elif rows and block.kind != "chrome":
            yield rows
            rows = []
    if rows:
        yield rows


def _read(document: Document, quantities: Sequence[Quantity], rows: Sequence[Span]) -> _Table:
    starts = [quantity.start for quantity in quantities]
    cells = tuple(tuple(_cells(document, row)) for row in rows)
    figures: dict[tuple[int, int], Quantity] = {}
    for row, spans in enumerate(cells):
        for column, cell in enumerate(spans):
            own = quantities[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
            if len(own) == 1 and own[0].text == cell.cut(document.text).strip("* "):
                figures[row, column] = own[0]
    labels = tuple(tuple(cell.cut(document.text).strip("* \u3000").lower() for cell in spans) for spans in cells)
    return _Table(cells, labels, figures)


def _cells(document: Document, row: Span) -> Iterator[Span]:
    """The cells of a row, empty ones too, so that a column is one in every row."""
    text = row.cut(document.text)
    mark = "|" if "|" in text else "\t"
    start = row.start + (text.startswith("|") and mark == "|")
    for piece in text.strip("|").split(mark) if mark == "|" else text.split(mark):
        lead = len(piece) - len(piece.lstrip())
        yield Span(start + lead, start + max(lead, len(piece.rstrip())))
        start += len(piece) + 1


def _columns(table: _Table, words: Relations) -> Iterator[Sum]:
    for row, labels in enumerate(table.labels):
        if not labels or labels[0] not in words.totals:
            continue
        first = 1 + max((above for above in range(row) if not _has_figures(table, above)), default=-1)
        last = max((above for above in range(first, row) if table.labels[above][0] in words.totals), default=first - 1)
        body = range(max(first, last + 1), row)
        if len(body) < 2 or any(table.labels[above][0].startswith(words.subparts) for above in body):
            continue
        for column in range(1, len(labels)):
            yield from _sum(table, [(above, column) for above in body], (row, column))


def _rows(table: _Table, words: Relations) -> Iterator[Sum]:
    """The sums of rows; a table that has one such column must bear it out in more than half of its rows."""
    header = table.labels[0]
    for column in (at for at, label in enumerate(header) if at and label in words.totals):
        others = [at for at in range(1, len(header)) if at != column]
        found: list[Sum] = []
        for row in range(1, len(table.cells)):
            found += _sum(table, [(row, at) for at in others], (row, column))
        if len(others) > 1 and 2 * len(found) > len(table.cells) - 1:
            yield from found


def _has_figures(table: _Table, row: int) -> bool:
    return any((row, column) in table.figures for column in range(len(table.cells[row])))


def _sum(table: _Table, places: Sequence[tuple[int, int]], whole: tuple[int, int]) -> Iterator[Sum]:
    """The sum of cells, where all of them are figures that can be added and the total lies near enough to be one."""
    total = table.figures.get(whole)
    parts = tuple(table.figures[place] for place in places if place in table.figures)
    if total is None or len(parts) != len(places) or total.dimension in ("percent", "point", "times"):
        return
    if all(addable(part, total) for part in parts) and _is_near(parts, total):
        yield Sum(parts, total)


def _is_near(parts: Sequence[Quantity], total: Quantity) -> bool:
    return abs(sum(part.base_low for part in parts) - total.base_low) * _NEAR <= total.base_low
