"""`factcheck claims`: every claim of a draft, as the program reads it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator


@patterns_kept()
def claims(
    context: typer.Context,
    paths: o.Drafts = None,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["table", "json"], typer.Option(help="How to list them.", rich_help_panel=o.OUTPUT)
    ] = "table",
    relations: Annotated[
        bool,
        typer.Option(
            "--relations",
            help="List what figures and lists say of each other instead, and whether it holds: sums, growth …",
            rich_help_panel=o.OUTPUT,
        ),
    ] = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    stdin_filename: o.StdinFilename = None,
    color: o.Color = "auto",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """List every claim as the program reads it."""
    from factcheck.cli.inputs import named_drafts, read_drafts
    from factcheck.pipeline import read

    project = project_of(flags_of(language=language, encoding=encoding), configuration, no_configuration)
    with faults_told():
        named = named_drafts(paths, project, stdin_filename=stdin_filename)
        documents, unread = read_drafts(named.drafts, project)
    translate: Translator = context.obj
    complaints = [*named.complaints, *unread]
    for complaint in complaints:
        streams.tell(translate(complaint))
    cases = tuple(map(read, documents))
    if cases and format == "json":
        from factcheck import __version__
        from factcheck.reporting.json import json_claims, json_relations

        streams.put((json_relations if relations else json_claims)(cases, __version__))
    elif cases:
        from factcheck.reporting.claims import claims_table
        from factcheck.reporting.relations import relations_table

        listed = relations_table if relations else claims_table
        colour = streams.coloured(color, None)
        streams.put(listed(cases, width=streams.width(), colour=colour, translate=translate))
    raise typer.Exit(FAILED if complaints else 0)
