"""A story, as Word calls each flow of text: the body, a note, a header, a box. Its paragraphs and tables become passages.

Rows of a table are passages of the kind "row", all with as many cells as there are columns, so that they line up. What is laid
out as a table but read as text is not one of these: a table of one column, and a cell that holds more than a cell of figures
does, whose paragraphs follow its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.document import BlockKind
from factcheck.model.message import say
from factcheck.model.source import Where
from factcheck.reading.parts import CELL
from factcheck.reading.word.ink import Ink, Source, inks
from factcheck.reading.word.markup import Element, Trouble
from factcheck.reading.word.numbering import Numbering
from factcheck.reading.word.passages import Passage, Stretch, is_blank, is_laid_by_tabs, lines, without_tabs
from factcheck.reading.word.styles import NO_HEADING, TITLE, Listing, Style, Styles, listing_of, outline

# More characters than a cell of a table of figures has: what is longer is text that somebody laid out in a table.
_LONGEST_CELL = 80

# A book of a thousand pages has some 20,000 paragraphs.
_MOST_PARAGRAPHS = 100_000
_MOST_COLUMNS = 64  # 63 is Word's own limit
_MOST_CELLS = 1_000_000

# Between paragraphs, tables and rows that are seen through.
_SEEN_THROUGH = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag"})
_GONE = ("w:del", "w:moveFrom")


class Counts:
    """How many paragraphs, tables and cells a document has had."""

    def __init__(self) -> None:
        self.paragraphs = self.cells = 0


class Look(Struct, frozen=True):
    """What the document as a whole tells of its paragraphs."""

    styles: Styles
    numbering: Numbering
    trouble: Trouble
    counts: Counts


class _Cell(Struct, frozen=True):
    column: int  # from 0
    paragraphs: tuple[tuple[Element, list[Ink]], ...]
    tables: tuple[Element, ...]

    @property
    def length(self) -> int:
        return sum(len(ink.text) for _, line in self.paragraphs for ink in line)


class Story:
    """Reads the blocks of one story, in order.

    `base` is the place that the story as a whole has. `at` makes of the source of a stretch its source in the main part: another
    for a story that hangs on a place there. What hangs on a place of this one, notes and boxes, goes to `hanging`.
    """

    def __init__(
        self,
        look: Look,
        *,
        base: Where,
        hanging: Callable[[Ink], Iterable[Passage]],
        kind: BlockKind | None = None,
        at: Callable[[Source], Source | None] = lambda source: source,
    ) -> None:
        self._look = look
        self._base, self._hanging, self._kind, self._at = base, hanging, kind, at
        self._paragraph = self._table = 0
        self._titled: bool | None = None  # whether something stands above the first heading, as a title does
        self._pending: list[Ink] = []
        self._last: Element | None = None
        self.first: Element | None = None  # the first paragraph, in a table or not

    def read(self, block: Element) -> Iterator[Passage]:
        """The passages of a block: a paragraph, a table, or what holds some."""
        if block.tag == "w:p":
            yield from self._read_paragraph(block)
        elif block.tag == "w:tbl":
            yield from self.close()
            yield from self._read_table(block)
        else:
            for child in _seen(block):
                yield from self.read(child)

    def close(self) -> Iterator[Passage]:
        """What is left of a paragraph whose end was deleted, when no other follows."""
        if self._pending and self._last is not None:
            pending, self._pending = self._pending, []
            yield from self._passages(self._last, pending)

    def _read_paragraph(self, paragraph: Element) -> Iterator[Passage]:
        self._met(paragraph)
        own = self._inks(paragraph, self._pending)
        if _runs_on(paragraph):
            self._pending, self._last = own, paragraph
        else:
            self._pending = []
            yield from self._passages(paragraph, own)

    def _met(self, paragraph: Element) -> None:
        self.first = self.first or paragraph
        self._look.counts.paragraphs += 1
        if self._look.counts.paragraphs > _MOST_PARAGRAPHS:
            raise self._look.trouble(say("it has more paragraphs than any document has"))

    def _passages(self, paragraph: Element, own: list[Ink]) -> Iterator[Passage]:
        """A paragraph as the passages that its line breaks make, and what hangs on it."""
        if not is_blank(own):
            self._paragraph += 1
            alone = self._base.aside and self._paragraph == 1
            where = self._base if alone else replace(self._base, paragraph=self._paragraph)
            yield from self._lines(paragraph, own, where)
        yield from self._hung(own)

    def _lines(self, paragraph: Element, own: list[Ink], where: Where) -> Iterator[Passage]:
        kind, level = self._kind, 0
        if kind is None:
            kind, level = self._told(paragraph, is_numbered=own[0].source is None)
        columns = kind is None and is_laid_by_tabs(own)
        for number, line in enumerate(lines(own if columns else without_tabs(own), may_part=kind in (None, "chrome"))):
            yield Passage(tuple(self._stretches(line, where)), kind, level, apart=number == 0)

    def _stretches(self, line: Iterable[Ink], where: Where) -> Iterator[Stretch]:
        for ink in line:
            if ink.text:
                yield Stretch(ink.text, where, None if ink.source is None else self._at(ink.source))

    def _told(self, paragraph: Element, *, is_numbered: bool) -> tuple[BlockKind | None, int]:
        """The kind of a paragraph and its level, as far as its style and list tell.

        A paragraph with a number is left to the look: whoever numbers “一、基本情况” by a list means a heading.
        """
        style = self._style(paragraph)
        if style.is_contents:
            return "chrome", 0
        own = outline(paragraph.find("w:pPr"))
        heading = style.heading if own is None else own
        if heading is not None and heading != NO_HEADING:
            if self._titled is None:
                self._titled = heading == TITLE
            return "heading", heading + self._titled if heading else 1
        self._titled = self._titled is not False
        listing = self._listing(paragraph, style)
        return ("item", listing.level + 1) if listing is not None and not is_numbered else (None, 0)

    def _style(self, paragraph: Element) -> Style:
        return self._look.styles.paragraph(_value(paragraph, "w:pStyle"))

    def _listing(self, paragraph: Element, style: Style) -> Listing | None:
        """The list of a paragraph: its own, else its style's; list 0 is none (17.9.18)."""
        name, level = listing_of(paragraph.find("w:pPr"))
        inherited = style.listing
        if name is None and inherited is None:
            return None
        listing = inherited if name is None else Listing(name, level if level is not None else 0)
        if listing is None or listing.list == "0":
            return None
        return listing if level is None else Listing(listing.list, level)

    def _inks(self, paragraph: Element, pending: list[Ink]) -> list[Ink]:
        """The text of a paragraph behind that of those that run on into it, with the number of the whole before it."""
        style = self._style(paragraph)
        own = [*pending, *inks(paragraph, self._look.styles, is_hidden=bool(style.is_hidden))]
        listing = self._listing(paragraph, style)
        if _runs_on(paragraph) or listing is None:
            return own
        label = self._look.numbering.label(listing)
        return own if label is None else [Ink(label, None), *own]

    def _hung(self, own: Iterable[Ink]) -> Iterator[Passage]:
        for ink in own:
            if ink.note is not None or ink.boxes:
                yield from self._hanging(ink)

    # Tables

    def _read_table(self, table: Element) -> Iterator[Passage]:
        self._table += 1
        number = self._table
        rows = [self._cells(row) for row in _rows(table)]
        width = max((cell.column + 1 for row in rows for cell in row), default=0)
        first = True
        for at, row in enumerate(rows, start=1):
            where = replace(self._base, table=number, row=at)
            texts = [cell for cell in row if width == 1 or cell.length > _LONGEST_CELL]
            figures = self._row([cell for cell in row if cell not in texts], width, where)
            if figures:
                yield Passage(figures, self._kind or "row", apart=first)
                first = False
            for cell in texts:
                yield from self._text_of_cell(cell, where, width)
                first = True
            for cell in row:
                yield from self._hung(ink for _, own in cell.paragraphs for ink in own)
                for inner in cell.tables:
                    yield from self._read_table(inner)

    def _cells(self, row: Element) -> list[_Cell]:
        properties = row.find("w:trPr")
        column = _span(properties, "w:gridBefore", 0)
        cells = []
        for cell in _of_kind(row, "w:tc"):
            told = cell.find("w:tcPr")
            self._look.counts.cells += 1
            if self._look.counts.cells > _MOST_CELLS or column >= _MOST_COLUMNS:
                raise self._look.trouble(say("it has a table that is larger than in any document"))
            if told is None or not (_goes_on(told) or told.find("w:cellDel") is not None):
                cells.append(self._cell(cell, column))
            column += max(1, _span(told, "w:gridSpan", 1))
        return cells

    def _cell(self, cell: Element, column: int) -> _Cell:
        paragraphs, tables = [], []
        pending: list[Ink] = []
        for block in _blocks(cell):
            if block.tag == "w:tbl":
                tables.append(block)
                continue
            self._met(block)
            own = self._inks(block, pending)
            pending = own if _runs_on(block) else []
            if not pending:
                paragraphs.append((block, own))
        if pending:
            paragraphs.append((block, pending))
        return _Cell(column, tuple(paragraphs), tuple(tables))

    def _row(self, cells: list[_Cell], width: int, where: Where) -> tuple[Stretch, ...]:
        """The cells of a row with tabs between; nothing where all are empty."""
        if all(is_blank(own) for cell in cells for _, own in cell.paragraphs):
            return ()
        at = {cell.column: cell for cell in cells}
        stretches: list[Stretch] = []
        for column in range(width):
            here = replace(where, column=column + 1)
            if column:
                stretches.append(Stretch(CELL, here))
            if column in at:
                stretches += self._stretches(_of_cell(at[column]), here)
        return tuple(stretches)

    def _text_of_cell(self, cell: _Cell, where: Where, width: int) -> Iterator[Passage]:
        here = where if width == 1 else replace(where, column=cell.column + 1)
        kept = [(paragraph, own) for paragraph, own in cell.paragraphs if not is_blank(own)]
        for number, (paragraph, own) in enumerate(kept, start=1):
            yield from self._lines(paragraph, own, replace(here, paragraph=number if len(kept) > 1 else 0))


def _of_cell(cell: _Cell) -> Iterator[Ink]:
    """The text of a cell on one line: between its paragraphs stands a blank."""
    own: list[Ink] = []
    for _, paragraph in cell.paragraphs:
        if any(ink.text for ink in paragraph):
            if own:
                own.append(Ink(" ", own[-1].source))
            own += paragraph
    for line in lines(without_tabs(own), may_part=False):
        yield from line


def _seen(parent: Element) -> Iterator[Element]:
    """The blocks of what may hold some; of alternatives the first that has any."""
    if parent.tag == "w:sdt":
        content = parent.find("w:sdtContent")
        yield from () if content is None else content.children
    elif parent.tag in _SEEN_THROUGH:
        yield from parent.children
    elif parent.tag == "mc:AlternateContent":
        yield from next((branch.children for branch in parent.children if branch.children), [])


def _blocks(parent: Element) -> Iterator[Element]:
    for child in parent.children:
        if child.tag in ("w:p", "w:tbl"):
            yield child
        else:
            yield from _of(child, ("w:p", "w:tbl"))


def _of(holder: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    for child in _seen(holder):
        if child.tag in tags:
            yield child
        else:
            yield from _of(child, tags)


def _of_kind(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent.children:
        if child.tag == tag:
            yield child
        else:
            yield from _of(child, (tag,))


def _rows(table: Element) -> Iterator[Element]:
    """The rows that are seen."""
    for row in _of_kind(table, "w:tr"):
        properties = row.find("w:trPr")
        if properties is None or not (_is_gone(properties) or properties.flag("w:hidden")):
            yield row


def _goes_on(cell: Element) -> bool:
    """Whether a cell is part of the one above or before it (17.4.84, 17.4.22)."""
    for tag in ("w:vMerge", "w:hMerge"):
        merged = cell.find(tag)
        if merged is not None and merged.get("w:val") != "restart":
            return True
    return False


def _span(properties: Element | None, tag: str, default: int) -> int:
    value = None if properties is None else properties.value(tag)
    return min(int(value), _MOST_COLUMNS) if value is not None and value.isdecimal() and len(value) < 9 else default


def _value(paragraph: Element, tag: str) -> str | None:
    properties = paragraph.find("w:pPr")
    return None if properties is None else properties.value(tag)


def _runs_on(paragraph: Element) -> bool:
    """Whether a paragraph is one with the next: its end was deleted or is hidden, or it is the large letter before one."""
    properties = paragraph.find("w:pPr")
    if properties is None:
        return False
    frame, mark = properties.find("w:framePr"), properties.find("w:rPr")
    if frame is not None and frame.get("w:dropCap") in ("drop", "margin"):
        return True
    return mark is not None and (_is_gone(mark) or bool(mark.flag("w:vanish")))


def _is_gone(properties: Element) -> bool:
    """Whether a row, or the end of a paragraph, was deleted or moved away."""
    return any(properties.find(each) is not None for each in _GONE)
