"""Claims from the cells of tables: the heads of its row and column, and the table's caption, say what a number is.

A table is read where its first row is one of heads, and each row has a name. Text and places stay as they are: a claim's span
is the cell's own number, and only its unit comes from elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.grids import bare_number, cells, marked_tables
from factcheck.claims.heads import Head, HeadReader, HeadUnit, bare_unit
from factcheck.claims.measures import fitting, measure_of
from factcheck.claims.scope import announces_plans, is_planned, region_in
from factcheck.claims.table_layout import TableLayout, layout_of
from factcheck.claims.words import word_list
from factcheck.language import grammar, relations, tables
from factcheck.model.claim import Basis, Cell, Claim, Measure
from factcheck.model.document import Block, Document
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span

# So many blocks before a table may be its caption and its unit line; a longer one is a paragraph.
_LINES, _LONGEST_LINE = 3, 60
_CLOSERS = "。！？!?；;，,：:…"

_RATES: frozenset[Measure | None] = frozenset({"growth", "decline", "share"})
_OPPOSITE: Mapping[Measure, Measure] = {"growth": "decline", "increase": "decrease"}


def read_cells(document: Document, quantities: Sequence[Quantity]) -> tuple[tuple[Claim, ...], tuple[Quantity, ...]]:
    """The claims of all tables that have heads, and the quantities of the text with theirs among them, both in its order.

    What stands in a head makes no claim, and is no quantity. Time is linear in the text's length.
    """
    starts = [quantity.start for quantity in quantities]
    claims: list[Claim] = []
    figures = dict(zip(starts, quantities, strict=True))
    reader = _TableReader(document, quantities, starts)
    for number, rows in enumerate(marked_tables(document)):
        table = reader.table(number, rows)
        if table is None:
            continue
        for label in table.labels:
            for start in starts[bisect_left(starts, label.start) : bisect_left(starts, label.end)]:
                figures.pop(start, None)
        for claim, figure in table.figures:
            claims.append(claim)
            figures[figure.start] = figure
    return tuple(claims), tuple(figures[start] for start in sorted(figures))


class _Table(Struct, frozen=True):
    """A table's heads, and its claims with the figures as the table has them (a fall below zero is a figure below zero)."""

    labels: Sequence[Span]
    figures: Sequence[tuple[Claim, Quantity]]


class _Frame(Struct, frozen=True):
    """What holds for all figures of a table."""

    number: int
    caption: str
    topic: str
    units: Sequence[HeadUnit]
    when: Period | None
    heading: str
    planned: bool
    measure: Measure | None  # of rates, where the caption tells it
    basis: Basis | None

    @property
    def year(self) -> int | None:
        return self.when.start.year if self.when is not None and self.when.start is not None else None


class _Row(Struct, frozen=True):
    """A row's head, its texts, and the section that it stands in."""

    head: Head
    texts: tuple[str, ...]
    unit: HeadUnit | None
    section: str
    block: Block


class _Column(Struct, frozen=True):
    """A column's head and its texts, from the outermost level in."""

    head: Head
    texts: tuple[str, ...]


class _TableReader:
    """Reads the tables of one document."""

    def __init__(self, document: Document, quantities: Sequence[Quantity], starts: Sequence[int]) -> None:
        self._document = document
        self._quantities, self._starts = quantities, starts
        self._grammar = grammar.table(document.language)
        self._words = tables.table(document.language)
        self._totals = relations.table(document.language).totals
        self._heads = HeadReader(document.language)
        self._blocks = [block.span.start for block in document.blocks]
        self._headings = [number for number, block in enumerate(document.blocks) if block.kind == "heading"]

    def table(self, number: int, rows: Sequence[Block]) -> _Table | None:
        """What a table says; None where it has no heads."""
        spans = [list(cells(self._document, row.span)) for row in rows]
        texts = [[span.cut(self._document.text).strip("*_` \u3000") for span in each] for each in spans]
        held = [[self._figure(span) for span in each] for each in spans]
        layout = layout_of(texts, [[figure is not None for figure in each] for each in held], self._words)
        if layout is None:
            return None
        frame = self._frame(number, rows[0], [" ".join(filter(None, texts[row])) for row in layout.titles])
        if not frame.units:
            beside = (self._heads.unit_beside(texts[row][0]) for row in layout.heads)
            frame = replace(frame, units=[unit for unit in beside if unit is not None])
        columns: Mapping[int, _Column] = {
            column: _Column(self._heads.read(parts := layout.column_texts(texts, column), frame.year), parts)
            for column in range(layout.stubs, layout.width)
            if column != layout.unit
        }
        columns = _timed(columns)
        counting = [column for column in columns if not layout.is_of_years(texts, column)]
        labels = [span for row in (*layout.titles, *layout.heads) for span in spans[row]]
        figures: list[tuple[Claim, Quantity]] = []
        for at, row in self._rows(layout, texts, rows, frame):
            if layout.heads_again(texts, [held[at][column] is not None for column in range(len(spans[at]))], at):
                break  # what follows has other heads
            labels += spans[at][: layout.stubs]
            for column in counting:
                figure = held[at][column] if column < len(spans[at]) else None
                if figure is None:
                    continue
                made = self._claim(figure, frame, row, columns[column], spans[at][column])
                if made is not None:
                    figures.append(made)
        return _Table(labels, figures)

    def _figure(self, cell: Span) -> Quantity | None:
        """The figure that a cell is, and nothing else."""
        own = self._quantities[bisect_left(self._starts, cell.start) : bisect_left(self._starts, cell.end)]
        text = cell.cut(self._document.text).strip("*_+↑↓ \u3000")
        if len(own) == 1 and own[0].text == text and any(map(str.isdecimal, text)):
            return own[0]
        return bare_number(self._document, cell) if not own else None

    def _frame(self, number: int, first: Block, titles: Sequence[str]) -> _Frame:
        """What stands over a table: its caption and its units, in lines of their own or in its first row."""
        before = bisect_left(self._blocks, first.span.start)
        captions: list[str] = []
        units: list[HeadUnit] = []
        for line in (*reversed(titles), *self._lines_before(before)):
            given = self._heads.units_over(line)
            units = units or given or []
            if given is None or not self._heads.is_unit_line(line):
                captions.insert(0, line)
        caption = " ".join(dict.fromkeys(captions[-2:]))
        heading = self._heading(before, captions)
        ahead = word_list(self._words.looking_ahead, self._words.spaced)
        when = self._heads.time(caption)
        if when is None and not ahead.within(heading.lower()):
            when = self._heads.time(heading)
        planned = announces_plans(heading, self._grammar) or announces_plans(caption, self._grammar)
        told = self._heads.read([caption]) if caption else Head()
        return _Frame(
            number, caption, self._heads.topic(caption), units, when, heading, planned, told.measure, told.basis
        )

    def _heading(self, before: int, captions: Sequence[str]) -> str:
        """The heading that a table stands under, which is not its caption."""
        last = bisect_left(self._headings, before)
        for number in reversed(self._headings[max(0, last - _LINES - 1) : last]):
            text = self._document.cut(self._document.blocks[number].span).strip("#*_ ")
            if text not in captions:
                return text
        return ""

    def _lines_before(self, before: int) -> Iterator[str]:
        """The short lines right before a table, the nearest first, up to a heading."""
        for block in reversed(self._document.blocks[max(0, before - _LINES) : before]):
            line = self._document.cut(block.span).strip("#*_ ")
            if block.kind in ("row", "item") or len(line) > _LONGEST_LINE * (1 + self._words.spaced):
                return
            if not line or (line[-1] in _CLOSERS and self._heads.units_over(line) is None):
                return
            yield line
            if block.kind == "heading" and not self._heads.is_unit_line(line):
                return

    def _rows(
        self, layout: TableLayout, texts: Sequence[Sequence[str]], rows: Sequence[Block], frame: _Frame
    ) -> Iterator[tuple[int, _Row]]:
        """The rows with figures, each with its head."""
        section, name, above = "", "", ""
        for at in layout.body:
            if layout.is_section(texts, at):
                section = next(filter(None, texts[at]))
                continue
            names = layout.row_texts(texts, at, above)
            above = names[0] if names else above
            if not any(names):
                continue
            head = self._heads.read(names, frame.year)
            if not head.name and head.measure and name:
                head = replace(head, name=name)  # a row of growth below the one of its level
            elif head.name and not head.measure:
                name = head.name
            given = texts[at][layout.unit] if layout.unit is not None and layout.unit < len(texts[at]) else ""
            unit = self._heads.unit(given)
            yield at, _Row(head, names, head.unit or unit, section, rows[at])

    def _claim(
        self, figure: Quantity, frame: _Frame, row: _Row, under: _Column, cell: Span
    ) -> tuple[Claim, Quantity] | None:
        """A cell's claim and its figure; None where the heads name nothing."""
        column = under.head
        name, total = self._name(row.head.name, column.name)
        if not name:
            return None
        measured, written = self._measured(figure, frame, row, column)
        head_measure = column.measure or row.head.measure
        basis = column.basis or row.head.basis
        if head_measure is None and measured.dimension in ("percent", "permille"):
            head_measure, basis = frame.measure, frame.basis  # 表1 比上年涨跌幅度
        measure = fitting(head_measure, measured) if head_measure else measure_of(measured, name, "", self._grammar)
        stated = measured
        if measured.high < 0 and head_measure in _OPPOSITE and measure in _OPPOSITE:
            measure = _OPPOSITE[measure]
            stated = replace(measured, low=-measured.high, high=-measured.low)
            written = written.lstrip("-－−﹣")
        when = self._when(row, under, frame)
        before, after = self._wording(name, measure, basis, stated)
        heading = f"{frame.heading} {frame.caption} {row.section}".strip()
        claim = Claim(
            quantity=stated,
            subject=name,
            measure=measure,
            clause=cell,
            sentence=row.block.span,
            before=before,
            after=after,
            near=(before, after),
            basis=basis,
            when=when,
            where=region_in(name, self._grammar) or region_in(frame.caption, self._grammar),
            planned=frame.planned or column.planned or row.head.planned or is_planned(name, "", self._grammar),
            part=row.head.part or column.part,
            heading=heading,
            own_time=when is not None,
            former=column.former or row.head.former,
            plain=not total,
            cell=Cell(frame.number, written, f"{before}{written}{after}", frame.caption, frame.topic, row.section),
        )
        return claim, measured

    def _measured(self, figure: Quantity, frame: _Frame, row: _Row, column: Head) -> tuple[Quantity, str]:
        """A figure in its unit, and as prose would write it."""
        if figure.dimension != "number":
            return figure, figure.text
        rates = column.measure in _RATES or (column.unit is None and row.head.measure in _RATES)
        unit = column.unit
        if unit is not None and row.unit is not None and not unit.is_rate and not row.unit.is_rate:
            unit = unit if unit == row.unit else None
        elif unit is None:
            unit = row.unit if row.unit is not None and row.unit.is_rate == rates else None
            of_rates = rates or all(each.is_rate for each in frame.units)
            unit = unit or (bare_unit(frame.units, rates=of_rates) if row.unit is None or rates else None)
        if unit is None or (unit.scale != 1 and figure.digits is not None and figure.digits != figure.span):
            return figure, figure.text
        measured = replace(
            figure,
            low=_tidy(figure.low * unit.scale),
            high=_tidy(figure.high * unit.scale),
            step=figure.step * unit.scale,
            measured_in=unit.unit,
        )
        return measured, unit.written(figure.text)

    def _when(self, row: _Row, under: _Column, frame: _Frame) -> Period | None:
        """The time of a figure: that of its column, of its row, of both together, or of the table."""
        column, texts = under.head, under.texts
        if column.former or row.head.former:
            return None
        if column.when is not None and row.head.when is not None:
            gap = " " if self._words.spaced else ""
            both = (gap.join((*row.texts, *texts)), gap.join((*texts, *row.texts)))
            ways = [self._heads.read([way]).when for way in both]
            return next((way for way in ways if way not in (None, row.head.when, column.when)), None)
        return column.when or row.head.when or frame.when

    def _name(self, row: str, column: str) -> tuple[str, bool]:
        """What the heads of row and column name together, and whether that is a total of all rows."""
        total = row.lower() in self._totals
        names = (column, row) if total and not self._words.spaced else (row, column)
        apart = self._words.spaced or (row[-1:].isascii() and column[:1].isascii())
        return (" " if apart else "").join(dict.fromkeys(filter(None, names))), total

    def _wording(self, name: str, measure: Measure, basis: Basis | None, figure: Quantity) -> tuple[str, str]:
        """What prose would say before and behind the figure."""
        rate = figure.dimension in ("percent", "permille") and measure in _RATES
        way = self._words.told[measure if rate else "total"]
        before, _, after = way.partition("{figure}")
        told = {"name": name, "basis": self._words.against.get(basis, "")}
        return before.format_map(told), after.format_map(told).rstrip()


def _timed(columns: Mapping[int, _Column]) -> Mapping[int, _Column]:
    """The columns, those of changes and shares with what they leave to the others: of what they are, and of which time.

    They are of what the nearest column before them is, at the time of the latest.
    """
    columns = dict(columns)
    before = ""
    for at, column in columns.items():
        if column.head.measure not in _RATES:
            before = column.head.name
        elif not column.head.name and before:
            columns[at] = replace(column, head=replace(column.head, name=before))
    timed = [
        (column.head.when.end, at)
        for at, column in columns.items()
        if column.head.when is not None and column.head.when.end is not None and column.head.measure not in _RATES
    ]
    if not timed:
        return columns
    latest = columns[max(timed)[1]].head
    return {
        at: replace(column, head=replace(column.head, when=latest.when, planned=column.head.planned or latest.planned))
        if column.head.measure in _RATES and column.head.when is None
        else column
        for at, column in columns.items()
    }


def _tidy(value: Decimal) -> Decimal:
    """623.5 in 亿 is 62350000000, not 62350000000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value
