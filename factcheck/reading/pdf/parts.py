"""The whole way of a PDF's pages to the parts of a draft, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from msgspec import Struct

from factcheck.model.document import BlockKind
from factcheck.model.source import Aside
from factcheck.reading.parts import CELL
from factcheck.reading.pdf.characters import is_wide
from factcheck.reading.pdf.columns import Cell, Flow, Item, Table, in_order
from factcheck.reading.pdf.furniture import furniture
from factcheck.reading.pdf.geometry import Box, around
from factcheck.reading.pdf.grids import Grid, grids_of, sorted_into
from factcheck.reading.pdf.joining import seams, words_of
from factcheck.reading.pdf.lines import Line, Run, lines_of, runs_of
from factcheck.reading.pdf.notes import begins_note, notes_at_foot
from factcheck.reading.pdf.pages import Glyph, Page, UnreadableError, read_pages
from factcheck.reading.pdf.paragraphs import Paragraph, Placed, Setting, paragraphs_of, setting_of
from factcheck.reading.pdf.told import Scrap, Told

# A watermark is so many times as large as the text over it, at the least.
_STAMP = 1.8


class _Sheet(Struct, frozen=True):
    """A page, and what stands on it beside the text: lines of footnotes, runs in its margins, and such as text is printed over."""

    page: Page
    notes: tuple[Line, ...]
    margins: tuple[Run, ...]
    stamps: tuple[Run, ...]


class _Place(Struct, frozen=True):
    """How far a table has come that may go on over pages: its number, its first row, and how many rows there are so far."""

    table: int
    head: tuple[Cell, ...] | None = None
    rows: int = 0


class _Manner(Struct, frozen=True):
    """How the document is set, and the words that stand in it."""

    setting: Setting
    words: frozenset[str]


def told_parts(data: bytes) -> list[Told]:
    """What a PDF says, part by part. Raises UnreadableError."""
    pages = list(read_pages(data))
    _need_text(pages)
    laid, stamps = [], []
    for page in pages:
        items, stamped = _laid(page)
        laid.append(items)
        stamps.append(stamped)
    marked = furniture(pages, [[item for item in items if isinstance(item, Run)] for items in laid])
    placed: list[Placed] = []
    for index, (items, own) in enumerate(zip(laid, marked, strict=True)):
        placed += (Placed(index, what) for what in in_order([item for item in items if id(item) not in own]))
    setting = setting_of(placed)
    placed, notes = _without_notes(placed, setting, len(pages))
    sheets = [
        _Sheet(
            page, tuple(below), tuple(item for item in items if isinstance(item, Run) and id(item) in own), tuple(under)
        )
        for page, items, own, below, under in zip(pages, laid, marked, notes, stamps, strict=True)
    ]
    words = words_of(line for each in placed if isinstance(each.what, Flow) for line in each.what.lines)
    return list(_told(sheets, placed, _Manner(setting, words)))


def _need_text(pages: Sequence[Page]) -> None:
    count = sum(len(page.glyphs) + len(page.turned) for page in pages)
    if not count:
        raise UnreadableError("scan")
    if sum(page.unmapped for page in pages) * 3 > count:
        raise UnreadableError("unmapped")


def _laid(page: Page) -> tuple[list[Item], list[Run]]:
    """The runs of a page and its ruled tables, and the runs that text is printed over."""
    grids = grids_of(page.level, page.upright)
    outside, inside = sorted_into(grids, page.glyphs)
    tables = [_ruled(grid, cells) for grid, cells in zip(grids, inside, strict=True) if cells]
    runs = runs_of(outside)
    usual = median(run.size for run in runs) if runs else 0.0
    stamps = [run for run in runs if run.size > _STAMP * usual and _is_stamp(run, runs)]
    under = {id(run) for run in stamps}
    return [*(run for run in runs if id(run) not in under), *tables], stamps


def _is_stamp(run: Run, runs: Sequence[Run]) -> bool:
    """Whether a run is large, and smaller ones stand over it: a watermark."""
    return any(
        other.size * _STAMP < run.size and other.box.meets(run.box) and other.box.width > other.size for other in runs
    )


def _ruled(grid: Grid, cells: dict[tuple[int, int], list[Glyph]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for row in range(len(grid.rows) - 1):
        found = [tuple(lines_of(runs_of(cells.get((row, column), ())))) for column in range(len(grid.columns) - 1)]
        if any(found):
            rows.append(tuple(found))
    return Table(tuple(rows), grid.box, grid.columns[:-1])


def _without_notes(placed: Sequence[Placed], setting: Setting, count: int) -> tuple[list[Placed], list[list[Line]]]:
    """What is placed without the footnotes of each page, and these."""
    notes: list[list[Line]] = [[] for _ in range(count)]
    kept: list[Placed] = []
    last = {each.page: each for each in placed}
    for each in placed:
        flow = each.what
        at_foot = isinstance(flow, Flow) and (flow.is_column or each is last[each.page])
        number = notes_at_foot(flow.lines, setting.size) if isinstance(flow, Flow) and at_foot else 0
        if isinstance(flow, Flow) and number:
            end = len(flow.lines) - number
            notes[each.page] += flow.lines[end:]
            flow = Flow(flow.lines[:end], flow.left, flow.right, flow.is_column)
        if isinstance(flow, Table) or flow.lines:
            kept.append(Placed(each.page, flow))
    return kept, notes


def _told(sheets: Sequence[_Sheet], placed: Sequence[Placed], manner: _Manner) -> Iterator[Told]:
    numbered = done = 0  # the notes so far, and the pages of which all is told
    place = _Place(0)
    before: Placed | None = None
    for each in paragraphs_of(placed, manner.setting):
        first = each.page if isinstance(each, Placed) else each.lines[0][0]
        for sheet in sheets[done:first]:
            yield from _beside(sheet, manner, numbered)
            numbered += _count(sheet.notes, manner.setting)
        done = max(done, first)
        if isinstance(each, Paragraph):
            lines, pages = [line for _, line in each.lines], [sheets[index].page for index, _ in each.lines]
            kind: BlockKind | None = "heading" if each.level else None
            yield Told(list(_scraps(lines, pages, manner.words)), kind, each.level, each.apart)
            before = None
        elif isinstance(each.what, Table):
            if before is None or not _goes_on(before, each):
                place = _Place(place.table + 1)
            yield from _rows(each.what, sheets[each.page].page, place, manner.words)
            place = _Place(
                place.table,
                place.head or each.what.rows[0],
                place.rows + len(each.what.rows) - _repeats(place, each.what),
            )
            before = each
    for sheet in sheets[done:]:
        yield from _beside(sheet, manner, numbered)
        numbered += _count(sheet.notes, manner.setting)


def _goes_on(before: Placed, each: Placed) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before: its columns are the same."""
    one, other = before.what, each.what
    return (
        isinstance(one, Table)
        and isinstance(other, Table)
        and each.page == before.page + 1
        and len(one.columns) == len(other.columns)
        and all(abs(first - second) <= 4 for first, second in zip(one.columns, other.columns, strict=True))
    )


def _rows(here: Table, page: Page, place: _Place, words: frozenset[str]) -> Iterator[Told]:
    """The rows of a table; the head that a table repeats on its next page is furniture."""
    repeats = _repeats(place, here)
    for number, row in enumerate(here.rows, place.rows + 1 - repeats):
        scraps: list[Scrap] = []
        for column, cell in enumerate(row, 1):
            if column > 1:
                at = scraps[-1].box if scraps else _tenths(here.box)
                scraps.append(Scrap(CELL, page.number, at, number, column))
            scraps += _scraps(cell, [page] * len(cell), words, number, column)
        is_first = row is here.rows[0]
        kind: BlockKind = "chrome" if repeats and is_first else "row"
        yield Told(scraps, kind, apart=is_first and place.head is None, table=place.table)


def _repeats(place: _Place, here: Table) -> bool:
    """Whether a table that goes on begins with its head once more."""
    return place.head is not None and _row_text(place.head) == _row_text(here.rows[0])


def _row_text(row: Sequence[Cell]) -> list[str]:
    return ["".join(line.text for line in cell) for cell in row]


def _beside(sheet: _Sheet, manner: _Manner, before: int) -> Iterator[Told]:
    """The footnotes of a page, and what stands in its margins and across it."""
    page, number = sheet.page, before
    own: list[Line] = []
    for line in sheet.notes:
        if own and begins_note(line, manner.setting.size):
            number += 1
            yield _note(own, page, number, manner)
            own = []
        own.append(line)
    if own:
        yield _note(own, page, number + 1, manner)
    half = page.frame.size[1] / 2
    for line in lines_of([*sheet.margins, *runs_of(page.furniture)]):
        aside: Aside = "header" if line.base < half else "footer"
        yield Told(list(_scraps([line], [page], manner.words)), "chrome", aside=aside)
    for line in lines_of(sheet.stamps):
        yield Told(list(_scraps([line], [page], manner.words)), "chrome")
    if page.turned:
        yield Told(list(_turned(page)), "chrome")


def _note(lines: Sequence[Line], page: Page, number: int, manner: _Manner) -> Told:
    return Told(list(_scraps(lines, [page] * len(lines), manner.words)), aside="footnote", number=number)


def _count(notes: Sequence[Line], setting: Setting) -> int:
    return sum(begins_note(line, setting.size) for line in notes)


def _turned(page: Page) -> Iterator[Scrap]:
    """What stands at an angle: a stamp, a watermark, a note in the margin."""
    for glyph in page.turned:
        yield Scrap(glyph.blank[:1] + glyph.char, page.number, _tenths(page.frame.seen_in(page.shown, glyph.box)))


def _scraps(
    lines: Sequence[Line], pages: Sequence[Page], words: frozenset[str], row: int = 0, column: int = 0
) -> Iterator[Scrap]:
    """The words and characters of a paragraph, each with its place. What stands between two belongs to the first."""
    for line, page, (dropped, between) in zip(lines, pages, seams(lines, words), strict=True):
        glyphs = line.glyphs[: len(line.glyphs) - dropped] if dropped else line.glyphs
        groups = list(_groups(glyphs))
        for number, group in enumerate(groups):
            text = "".join(glyph.char for glyph in group)
            text += between if number == len(groups) - 1 else groups[number + 1][0].blank
            box = page.frame.seen_in(page.shown, around(glyph.box for glyph in group))
            yield Scrap(text, page.number, _tenths(box), row, column)


def _groups(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    own: list[Glyph] = []
    for glyph in glyphs:
        if own and (glyph.blank or is_wide(glyph.char) or is_wide(own[-1].char)):
            yield own
            own = []
        own.append(glyph)
    if own:
        yield own


def _tenths(box: Box) -> tuple[int, int, int, int]:
    return round(box.left * 10), round(box.top * 10), round(box.right * 10), round(box.bottom * 10)
