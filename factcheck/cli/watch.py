"""`factcheck watch`: drafts checked again when something changes."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.extras import extra
from factcheck.cli.flags import flags_of, project_of
from factcheck.cli.formats import Format
from factcheck.cli.verify import FORMAT
from factcheck.model.message import say
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator


def watch(
    context: typer.Context,
    paths: o.Drafts = None,
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    select: o.Select = None,
    ignore: o.Ignore = None,
    strict: o.Strict = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    force_exclude: o.ForceExclude = False,
    jobs: o.Jobs = 1,
    min_severity: o.MinSeverity = None,
    baseline: o.Baseline = None,
    no_baseline: o.NoBaseline = False,
    format: Annotated[Format, FORMAT] = "table",  # noqa: A002 - the option's name
    every: o.Every = False,
    output: o.Output = None,
    color: o.Color = "auto",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Check drafts again whenever they, their facts or their configuration change."""
    with extra("watch", "watchfiles", "anyio", "idna", "sniffio"):
        from factcheck.cli.watching import keep_watch
    from factcheck.cli.run import Asked, run
    from factcheck.cli.watched import Watched, watched_by
    from factcheck.config.project import STANDARD_INPUT

    if STANDARD_INPUT in (paths or ()):
        raise CommandError([say("standard input can't be watched; name files or folders")])
    flags = flags_of(
        facts=facts,
        no_facts=no_facts,
        select=select,
        ignore=ignore,
        strict=strict,
        language=language,
        encoding=encoding,
        min_severity=min_severity,
        baseline=baseline,
        no_baseline=no_baseline,
    )
    translate: Translator = context.obj
    asked = Asked(paths, None, force_exclude, jobs, format, every, False, output, color)

    def check() -> Watched:
        """One report. What can't be read is told, and may be in order the next time."""
        streams.clear()
        project = project_of(flags, configuration, no_configuration)
        watched = watched_by(asked, project)
        try:
            with patterns_kept():
                run(asked, project, translate)
        except CommandError as error:
            for message in error.messages:
                streams.tell(translate(message))
        streams.tell(translate(say("checked at {time}; watching for changes (Ctrl-C ends it)", time=_now())))
        return watched

    keep_watch(check, streams.Reader())


def _now() -> str:
    from time import strftime

    return strftime("%H:%M:%S")
