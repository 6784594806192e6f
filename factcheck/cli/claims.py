"""`factcheck claims`: every claim of a draft, as the program reads it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli import streams
from factcheck.cli.errors import FAILED
from factcheck.cli.options import Color, Drafts, Encoding, Language, StdinFilename
from factcheck.patterns import patterns_kept


@patterns_kept()
def claims(
    paths: Drafts,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to list them.")] = "table",  # noqa: A002
    language: Language = "auto",
    encoding: Encoding = None,
    stdin_filename: StdinFilename = None,
    color: Color = "auto",
) -> None:
    """List every claim as the program reads it.

    A claim is a figure with its subject, measure, value, scope and place.
    """
    from factcheck.cli.inputs import read_inputs
    from factcheck.pipeline import read

    inputs = read_inputs(paths, language=language, encoding=encoding, stdin_filename=stdin_filename)
    for complaint in inputs.complaints:
        streams.tell(complaint)
    cases = tuple(read(draft.document) for draft in inputs.drafts)
    if cases and format == "json":
        from factcheck import __version__
        from factcheck.reporting.json import json_claims

        streams.put(json_claims(cases, __version__))
    elif cases:
        from factcheck.reporting.claims import claims_table

        streams.put(claims_table(cases, width=streams.width(), colour=streams.coloured(color, None)))
    raise typer.Exit(FAILED if inputs.complaints else 0)
