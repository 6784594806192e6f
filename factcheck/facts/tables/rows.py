"""From the rows of a table to entries, by the same checks as those of a facts file."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.facts import form
from factcheck.facts.entries import read_entry
from factcheck.facts.fields import Faults
from factcheck.facts.tables.columns import Columns
from factcheck.facts.tables.table import Row
from factcheck.facts.yaml_nodes import Mapping, Node, Scalar, Sequence
from factcheck.model.document import Language
from factcheck.model.fact import Entry
from factcheck.model.message import say
from factcheck.model.problem import Problem

# What stands between the texts of one cell, where a key takes several.
SEPARATORS = ";；\n"

# How spreadsheets and databases write what is true or false.
_FLAGS = {"1": "true", "0": "false", "true": "true", "false": "false"}


def read_rows(
    rows: Iterable[Row], columns: Columns, name: str, language: Language | None
) -> tuple[list[tuple[Entry, Row]], list[tuple[Problem, Row]]]:
    """The entries of rows, and what is wrong with the others. Places are the row's line and the number of the column."""
    entries, problems = [], []
    for row in rows:
        faults = Faults(name)
        entry = _read(row, columns, language, faults)
        if entry is not None:
            entries.append((entry, row))
        problems += [(problem, row) for problem in faults.problems]
    return entries, problems


def _read(row: Row, columns: Columns, language: Language | None, faults: Faults) -> Entry | None:
    line, cells = row
    if len(cells) > len(columns.keys) and any(cells[len(columns.keys) :]):
        said = say("this row has more cells than there are columns")
        faults.report(
            Scalar(line, len(columns.keys) + 1, "", plain=True), said, say("put a text that holds a comma in quotes")
        )
        return None
    return read_entry(node_of(row, columns), language, faults)


def node_of(row: Row, columns: Columns) -> Mapping:
    """A row as a facts file would have it. An empty cell is a key that is left out."""
    line, cells = row
    pairs: list[tuple[Scalar, Node]] = []
    if columns.numbers:
        pairs.append((Scalar(line, 1, "id", plain=True), Scalar(line, 1, f"{columns.prefix or ''}{line}", plain=False)))
    for column, (key, cell) in enumerate(zip(columns.keys, cells, strict=False), 1):
        if key is not None and cell.strip():
            text = f"{columns.prefix}{cell.strip()}" if key == "id" and columns.prefix else cell
            pairs.append((Scalar(line, column, key, plain=True), _value(line, column, key, text)))
    return Mapping(line, 1, tuple(pairs))


def _value(line: int, column: int, key: str, text: str) -> Node:
    kind = form.every_key()[key].kind
    if kind == "flag":
        text = _FLAGS.get(text.strip().lower(), text)
    if kind not in form.LISTS:
        return Scalar(line, column, text, plain=False)
    for separator in SEPARATORS[1:]:
        text = text.replace(separator, SEPARATORS[0])
    parts = [part for part in text.split(SEPARATORS[0]) if part.strip()]
    return Sequence(line, column, tuple(Scalar(line, column, part, plain=False) for part in parts))
