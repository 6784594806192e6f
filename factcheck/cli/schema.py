"""`factcheck schema`: the JSON Schemas that the package publishes."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated, Literal

import typer

from factcheck.cli import streams

_PUBLISHED = {
    "config": ("factcheck.config", "schema.json"),
    "facts": ("factcheck.facts", "schema.json"),
    "report": ("factcheck.reporting", "report.schema.json"),
}


def schema(
    of: Annotated[Literal["config", "facts", "report"], typer.Argument(help="What the schema describes.")],
) -> None:
    """Print a JSON Schema, for editors and programs."""
    package, name = _PUBLISHED[of]
    streams.put(files(package).joinpath(name).read_text("utf-8"))
