"""`factcheck archive report`: what an archive says as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.extras import ARCHIVE, extra
from factcheck.model.message import say
from factcheck.translation.translator import Translator

ONLY = typer.Option(
    help="This table alone; CSV holds one. Default: all three.", rich_help_panel=o.OUTPUT, show_default=False
)


def archive_report(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="What `factcheck archive run` has written.", show_default=False),
    ],
    format: Annotated[  # noqa: A002 - the option's name
        Literal["table", "html", "csv"], typer.Option(help="How to report.", rich_help_panel=o.OUTPUT)
    ] = "table",
    only: Annotated[Literal["contradictions", "facts", "months"] | None, ONLY] = None,
    top: Annotated[
        int, typer.Option(min=1, metavar="N", help="So many contradictions and facts.", rich_help_panel=o.OUTPUT)
    ] = 20,
    output: o.Output = None,
    color: o.Color = "auto",
    _ui_language: o.UiLanguage = None,
) -> None:
    """Tell what an archive says as a whole."""
    with extra("archive", *ARCHIVE):
        from factcheck.archive.report.figures import figures
    from factcheck.archive.errors import ArchiveError
    from factcheck.archive.parts import Folder
    from factcheck.archive.report.words import SECTIONS

    translate: Translator = context.obj
    if format == "csv" and only is None:
        raise CommandError([say("CSV holds one table; name it with --only")])
    try:
        found = figures(Folder(folder), top)
    except ArchiveError as error:
        raise CommandError(error.messages) from error
    sections = tuple(SECTIONS) if only is None else (only,)
    if format == "html":
        from factcheck.archive.report.html import html

        text = html(found, sections, translate)
    elif format == "csv":
        from factcheck.archive.report.csv import csv

        text = csv(found, sections[0], translate)
    else:
        from factcheck.archive.report.table import table

        colour = streams.coloured(color, output)
        text = table(found, sections, width=streams.width(), colour=colour, translate=translate)
    streams.save(text, output)
