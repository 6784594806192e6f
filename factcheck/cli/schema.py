"""`factcheck schema`: the JSON Schemas that the package publishes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Annotated, Any, Literal

import typer

from factcheck.cli import streams
from factcheck.cli.options import UiLanguage
from factcheck.translation.translator import Translator

# The keywords of JSON Schema that speak to readers.
_SAYS = ("title", "description")

_PUBLISHED = {
    "config": ("factcheck.config", "schema.json"),
    "facts": ("factcheck.facts", "schema.json"),
    "report": ("factcheck.reporting", "report.schema.json"),
    "comparison": ("factcheck.reporting", "comparison.schema.json"),
}


def schema(
    context: typer.Context,
    of: Annotated[
        Literal["config", "facts", "report", "comparison"],
        typer.Argument(metavar="|".join(_PUBLISHED), help="What the schema describes."),
    ],
    _ui_language: UiLanguage = None,
) -> None:
    """Print a JSON Schema, for editors and programs."""
    package, name = _PUBLISHED[of]
    text, translate = files(package).joinpath(name).read_text("utf-8"), context.obj
    streams.put(text if translate.language == "en" else _translated(text, translate))


def _translated(text: str, translate: Translator) -> str:
    """A schema with what it says to readers in another language; keys and values stay as they are."""

    def each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {
            key: translate.text(value) if key in _SAYS and isinstance(value, str) else value for key, value in pairs
        }

    return json.dumps(json.loads(text, object_pairs_hook=each), ensure_ascii=False, indent=2) + "\n"
