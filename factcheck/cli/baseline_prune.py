"""`factcheck baseline prune`: a baseline without what is found no more."""

from __future__ import annotations

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED, CommandError
from factcheck.model.message import say
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator


@patterns_kept()
def baseline_prune(
    context: typer.Context,
    paths: o.Drafts = None,
    baseline: o.Baseline = None,
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    jobs: o.Jobs = 1,
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Take out of the baseline what is found no more; nothing is added."""
    from factcheck.cli.baselines import gather, keep

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
    for each in gathered:
        if each.held is None:
            told = say("{file}: there is no such baseline; `factcheck baseline update` writes one", file=each.file)
            raise CommandError([told])
        after = each.held.pruned(each.findings)
        if after.count != each.held.count:
            keep(each.file, after)
        gone = each.held.count - after.count
        said = say("{file}: {now} held, {gone} taken out", file=each.file, now=after.count, gone=gone)
        streams.put(f"{translate(said)}\n")
    raise typer.Exit(0 if complete else FAILED)
