"""`factcheck baseline update`: the findings of now, kept so that only new ones count."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED
from factcheck.model.finding import SEVERITIES
from factcheck.model.message import say
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator


@patterns_kept()
def baseline_update(
    context: typer.Context,
    paths: o.Drafts = None,
    baseline: o.Baseline = None,
    min_severity: Annotated[
        Literal["error", "warning", "info"],
        typer.Option(help="The least severity that is kept.", rich_help_panel=o.STATUS),
    ] = "warning",
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    jobs: o.Jobs = 1,
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Write what is found now into the baseline."""
    from factcheck.cli.baselines import gather, keep
    from factcheck.config.baseline import Baseline

    translate: Translator = context.obj
    gathered, complete = gather(
        paths,
        baseline,
        facts=facts,
        no_facts=no_facts,
        jobs=jobs,
        configuration=configuration,
        no_configuration=no_configuration,
        translate=translate,
    )
    kept = SEVERITIES[SEVERITIES.index(min_severity) :]
    for each in gathered:
        before = each.held or Baseline(each.file.absolute().parent)
        found = {path: [one for one in findings if one.severity in kept] for path, findings in each.findings.items()}
        after = before.updated(found)
        keep(each.file, after)
        said = say("{file}: {now} held, {before} before", file=each.file, now=after.count, before=before.count)
        streams.put(f"{translate(said)}\n")
    raise typer.Exit(0 if complete else FAILED)
