"""Rows as entries of a facts file."""

from __future__ import annotations

from factcheck.facts import form
from factcheck.facts.tables.columns import Columns
from factcheck.facts.tables.rows import node_of
from factcheck.facts.tables.table import Row
from factcheck.facts.yaml_nodes import Node, Scalar, Sequence
from factcheck.facts.yaml_text import comment, scalar
from factcheck.model.document import Language


def head(name: str, language: Language | None) -> str:
    """What a facts file begins with that is made of a table."""
    spoken = f"language: {language}\n" if language is not None else ""
    return f"{comment(name)}\nfactcheck: {form.VERSION}\n{spoken}"


def entry(row: Row, columns: Columns) -> str:
    """A row without fault as lines of YAML, its keys in the order of the form."""
    given = {key.text: value for key, value in node_of(row, columns).pairs}
    lines = [f"{key}: {_written(key, given[key])}" for key in form.every_key() if key in given]
    return "  - " + "\n    ".join(lines) + "\n"


def _written(key: str, node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text if form.every_key()[key].kind == "flag" else scalar(node.text.strip())
    if isinstance(node, Sequence):
        return (
            f"[{', '.join(scalar(item.text.strip(), in_list=True) for item in node.items if isinstance(item, Scalar))}]"
        )
    raise TypeError(node)
