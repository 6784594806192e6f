"""`factcheck compare`: what became of the claims of one version of a document in another."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FOUND, CommandError
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator

OLD = typer.Argument(metavar="OLD", help="The earlier version: a file, or - for standard input.", show_default=False)
NEW = typer.Argument(metavar="NEW", help="The later version; it may be in another format.", show_default=False)


@patterns_kept()
def compare(
    context: typer.Context,
    old: Annotated[str, OLD],
    new: Annotated[str, NEW],
    format: Annotated[  # noqa: A002 - the option's name
        Literal["table", "json", "html"], typer.Option(help="How to report.", rich_help_panel=o.OUTPUT)
    ] = "table",
    every: o.Every = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="End with status 1 when a claim changed, appeared or vanished.",
            rich_help_panel=o.OUTPUT,
        ),
    ] = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    stdin_filename: o.StdinFilename = None,
    output: o.Output = None,
    color: o.Color = "auto",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Tell what became of the claims of one version of a document in another."""
    from factcheck.cli.inputs import version
    from factcheck.model.message import say
    from factcheck.pipeline import compare as compared

    if (old, new) == ("-", "-"):
        raise CommandError([say("only one of the two versions can be standard input")])
    project = project_of(flags_of(language=language, encoding=encoding), configuration, no_configuration)
    with faults_told():
        comparison = compared(*(version(path, project, stdin_filename) for path in (old, new)))
    translate: Translator = context.obj
    if format == "json":
        from factcheck import __version__
        from factcheck.reporting.comparison_json import comparison_json

        text = comparison_json(comparison, __version__)
    elif format == "html":
        from factcheck.reporting.comparison_html import comparison_html

        text = comparison_html(comparison, translate)
    else:
        from factcheck.reporting.comparison_table import comparison_table

        colour = streams.coloured(color, output)
        text = comparison_table(comparison, width=streams.width(), colour=colour, every=every, translate=translate)
    streams.save(text, output)
    raise typer.Exit(FOUND if exit_code and comparison.of("changed", "appeared", "vanished") else 0)
