"""The report for an editor at a terminal: one table a document, offences alone, and what is covered below.

Nothing is cut off: long text folds. Severity is written as a word; colour only repeats it. The figure that a row is
about is bold.
"""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from factcheck.model.report import Checked, Report
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.plain import plain
from factcheck.reporting.rows import Notes, Row, notes, rows
from factcheck.reporting.summary import closing
from factcheck.reporting.terminal import lines, rendered

_FACTS = 1  # the column of the facts, left out where there are none
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def table(report: Report, *, width: int = 80, colour: bool = False, every_claim: bool = False) -> str:
    """The whole report as text for `width` terminal cells; `every_claim` lists the claims that agree, too."""
    parts: list[Text | Table] = []
    for checked in report.documents:
        parts += _document(checked, width, every_claim, report.facts is not None)
    parts += [lines(line, width) for line in closing(report)]
    return rendered(parts, colour)


def _document(checked: Checked, width: int, every_claim: bool, with_facts: bool) -> list[Text | Table]:
    listed, asides = rows(checked, every_claim), () if every_claim else notes(checked)
    if not listed and not asides:
        return []
    parts: list[Text | Table] = [Text(plain(checked.case.document.path), "bold")]
    if listed:
        parts += [_table(listed, width, with_facts), Text("")]
    parts += [_aside(note, width) for note in asides]
    return [*parts, Text("")] if asides else parts


def _table(listed: tuple[Row, ...], width: int, with_facts: bool) -> Table:
    columns = (
        Column("the draft says"),
        Column("the facts say"),
        Column("where", firm=True),
        Column("verdict", firm=True),
        Column("why"),
    )
    kept = [at for at in range(len(columns)) if with_facts or at != _FACTS]
    cells = [_cells(row) for row in listed]
    return grid(tuple(columns[at] for at in kept), [tuple(row[at] for at in kept) for row in cells], width, ruled=True)


def _cells(row: Row) -> tuple[Text, ...]:
    colour = _COLOURS.get(row.severity or "", "green")
    verdict = Text(f"{row.severity}\n{row.verdict}" if row.severity else row.verdict, colour)
    return _figured(row.says), _figured(row.states), Text(row.where), verdict, Text(row.why)


def _figured(parts: tuple[str, str, str]) -> Text:
    before, figure, after = parts
    return Text.assemble(before, (figure, "bold"), after)


def _aside(note: Notes, width: int) -> Text:
    return lines(f"{note.rule} ({len(note.items)}): {' · '.join(note.items)}", width)
