"""The options and settings that several commands share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

Drafts = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")]
Language = Annotated[Literal["auto", "zh", "en"], typer.Option(help="The language of the text.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="The encoding of the text. Default: told apart.")]
StdinFilename = Annotated[str | None, typer.Option(metavar="NAME", help="What to call standard input.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="When to colour the report.")]


def settings() -> dict[str, Any]:
    """How typer makes every command: in plain text, without a traceback of its own or options for completion."""
    return {
        "add_completion": False,
        "context_settings": {"help_option_names": ["-h", "--help"]},
        "pretty_exceptions_enable": False,
        "rich_markup_mode": None,
    }
