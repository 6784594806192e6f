"""What was computed of each draft, as tables for a reader: each relation with its formula, and how many of them hold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcheck.model.case import Case
from factcheck.model.document import Document
from factcheck.model.message import say
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.places import short_place
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.reckoned import KINDS, Reckoned, reckoned, summary
from factcheck.reporting.terminal import lines, rendered
from factcheck.translation.translator import ENGLISH, Translator

# The heads, and whether a column is firm.
_COLUMNS = (
    (say("relation"), True),
    (say("as the text has it"), False),
    (say("holds"), True),
    (say("at"), True),
)


def relations_table(
    cases: Sequence[Case], *, width: int = 80, colour: bool = False, translate: Translator = ENGLISH
) -> str:
    """A table for each document, and how many relations of each kind were reckoned and hold over all of them."""
    columns = tuple(Column(translate(head), firm=firm) for head, firm in _COLUMNS)
    parts: list[Text | Table] = []
    every: list[Reckoned] = []
    for case in cases:
        found = reckoned(case)
        every += found
        if found:
            parts.append(Text(plain(case.document.path), "bold"))
            parts.append(grid(columns, [_cells(case.document, each, translate) for each in found], width, ruled=False))
            parts.append(Text(""))
    parts.append(lines(translate(summary(every)), width))
    return rendered(parts, colour)


def _cells(document: Document, each: Reckoned, translate: Translator) -> tuple[Text, ...]:
    place = plain_line(translate(short_place(document, each.span)))
    holds = Text(translate(say("yes"))) if each.holds else Text(translate(say("no")), "red")
    kind, formula = translate(KINDS[each.kind]), plain_line(translate(each.formula))
    return Text(kind), Text(formula), holds, Text(place)
