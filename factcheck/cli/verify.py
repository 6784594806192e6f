"""`factcheck verify`: drafts against the facts, and against themselves."""

from typing import Annotated, get_args

import typer

from factcheck.cli import options as o
from factcheck.cli.formats import Format

FORMAT = typer.Option(metavar="NAME", help=f"How to report: {', '.join(get_args(Format))}.", rich_help_panel=o.OUTPUT)


def verify(
    context: typer.Context,
    paths: o.Drafts = None,
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    select: o.Select = None,
    ignore: o.Ignore = None,
    strict: o.Strict = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    stdin_filename: o.StdinFilename = None,
    force_exclude: o.ForceExclude = False,
    jobs: o.Jobs = 1,
    min_severity: o.MinSeverity = None,
    fail_on: o.FailOn = None,
    exit_zero: o.ExitZero = False,
    baseline: o.Baseline = None,
    no_baseline: o.NoBaseline = False,
    fix: o.Fix = False,
    diff: o.Diff = False,
    annotate: o.Annotate = None,
    format: Annotated[Format, FORMAT] = "table",  # noqa: A002 - the option's name
    every: o.Every = False,
    statistics: o.Statistics = False,
    output: o.Output = None,
    color: o.Color = "auto",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Check drafts against the facts, and against themselves."""
    from factcheck.cli.verifying import verified

    options = {name: value for name, value in locals().items() if name not in ("context", "verified")}
    raise typer.Exit(verified(context.obj, **options))
