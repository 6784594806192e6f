"""`factcheck facts extract`: a first draft of a facts file, to be reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.options import Encoding, Language
from factcheck.patterns import patterns_kept


@patterns_kept()
def facts_extract(
    path: Annotated[str, typer.Argument(metavar="PATH", help="An article, or - for standard input.")],
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The facts file to write. Default: standard output.")
    ] = None,
    language: Language = "auto",
    encoding: Encoding = None,
) -> None:
    """Draft a facts file from an article. Review it before anything is held against it."""
    from factcheck.cli.inputs import read_inputs
    from factcheck.facts.draft import draft_facts
    from factcheck.pipeline import contradictions, read

    inputs = read_inputs([path], language=language, encoding=encoding, stdin_filename=None)
    if inputs.complaints:
        raise CommandError(inputs.complaints)
    if len(inputs.drafts) > 1:
        raise CommandError([f"{path}: names {len(inputs.drafts)} articles; a facts file is drafted from one"])
    case = read(inputs.drafts[0].document)
    streams.save(draft_facts(case, contradictions(case)), output)
