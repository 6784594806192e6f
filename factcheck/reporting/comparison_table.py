"""The comparison of two versions for an editor at a terminal: what each claim was and is, and what became of it."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from factcheck.model.comparison import Comparison, Fate
from factcheck.reporting.comparison import HEADS, Row, Side, outcome, rows
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.rows import NOTHING
from factcheck.reporting.table import figured
from factcheck.reporting.terminal import lines, rendered
from factcheck.translation.translator import ENGLISH, Translator

_COLOURS: dict[Fate, str] = {"changed": "yellow", "appeared": "green", "vanished": "red", "kept": ""}


def comparison_table(
    comparison: Comparison,
    *,
    width: int = 80,
    colour: bool = False,
    every: bool = False,
    translate: Translator = ENGLISH,
) -> str:
    """The rows as text for `width` terminal cells, and how many claims there are of each kind; `every` claim on demand."""
    versions = (comparison.old.document.path, comparison.new.document.path)
    parts: list[Text | Table] = [Text(" → ".join(map(plain, versions)), "bold")]
    listed = rows(comparison, every=every)
    if listed:
        columns = [Column(translate(head), firm=at >= 3) for at, head in enumerate(HEADS)]
        parts += [grid(columns, [_cells(row, translate) for row in listed], width, ruled=True), Text("")]
    parts.append(lines(translate(outcome(comparison)), width))
    return rendered(parts, colour)


def _cells(row: Row, translate: Translator) -> tuple[Text, ...]:
    places = [plain_line(translate(side.where)) if side is not None else NOTHING for side in (row.old, row.new)]
    return (
        _figured(row.old),
        _figured(row.new),
        Text(plain_line(translate(row.what)), _COLOURS[row.fate]),
        Text("\n".join(dict.fromkeys(places))),  # one place where both are the same
    )


def _figured(side: Side | None) -> Text:
    return figured(side.says) if side is not None else Text(NOTHING)
