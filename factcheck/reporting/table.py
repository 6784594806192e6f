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
from factcheck.reporting.words import SEVERITY_WORDS, VERDICT, WHERE, heads
from factcheck.translation.translator import ENGLISH, Translator

_FIRM = (WHERE, VERDICT)
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def table(
    report: Report,
    *,
    width: int = 80,
    colour: bool = False,
    every_claim: bool = False,
    translate: Translator = ENGLISH,
) -> str:
    """The whole report as text for `width` terminal cells; `every_claim` lists the claims that agree, too."""
    parts: list[Text | Table] = []
    for checked in report.documents:
        parts += _document(checked, width, every_claim, report.facts is not None, translate)
    parts += [lines(translate(line), width) for line in closing(report)]
    return rendered(parts, colour)


def _document(
    checked: Checked, width: int, every_claim: bool, with_facts: bool, translate: Translator
) -> list[Text | Table]:
    listed, asides = rows(checked, every_claim, translate), () if every_claim else notes(checked, translate)
    if not listed and not asides:
        return []
    parts: list[Text | Table] = [Text(plain(checked.case.document.path), "bold")]
    if listed:
        parts += [_table(listed, width, with_facts, translate), Text("")]
    parts += [_aside(note, width) for note in asides]
    return [*parts, Text("")] if asides else parts


def _table(listed: tuple[Row, ...], width: int, with_facts: bool, translate: Translator) -> Table:
    columns = tuple(Column(translate(head), firm=head in _FIRM) for head in heads(with_facts=with_facts))
    return grid(columns, [_cells(row, with_facts, translate) for row in listed], width, ruled=True)


def _cells(row: Row, with_facts: bool, translate: Translator) -> tuple[Text, ...]:
    colour = _COLOURS.get(row.severity or "", "green")
    severity = f"{translate(SEVERITY_WORDS[row.severity])}\n" if row.severity else ""
    states = (figured(row.states),) if with_facts else ()
    return figured(row.says), *states, Text(row.where), Text(severity + row.verdict, colour), Text(row.why)


def figured(parts: tuple[str, str, str]) -> Text:
    """What stands before a figure, the figure in bold, and what stands behind."""
    before, figure, after = parts
    return Text.assemble(before, (figure, "bold"), after)


def _aside(note: Notes, width: int) -> Text:
    return lines(f"{note.rule} ({len(note.items)}): {' · '.join(note.items)}", width)
