"""What was computed of each draft, as tables for a reader: each relation with its formula, and how many of them hold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcheck.model.case import Case
from factcheck.model.document import Document
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.reckoned import Reckoned, reckoned, summary
from factcheck.reporting.terminal import lines, rendered

_COLUMNS = (
    Column("relation", firm=True),
    Column("as the text has it"),
    Column("holds", firm=True),
    Column("at", firm=True),
)


def relations_table(cases: Sequence[Case], *, width: int = 80, colour: bool = False) -> str:
    """A table for each document, and how many relations of each kind were reckoned and hold over all of them."""
    parts: list[Text | Table] = []
    every: list[Reckoned] = []
    for case in cases:
        found = reckoned(case)
        every += found
        if found:
            parts.append(Text(plain(case.document.path), "bold"))
            parts.append(grid(_COLUMNS, [_cells(case.document, each) for each in found], width, ruled=False))
            parts.append(Text(""))
    parts.append(lines(summary(every), width))
    return rendered(parts, colour)


def _cells(document: Document, each: Reckoned) -> tuple[Text, ...]:
    place = document.place(each.span)
    holds = Text("yes") if each.holds else Text("no", "red")
    return Text(each.kind), Text(plain_line(each.formula)), holds, Text(f"{place.line}:{place.column}")
