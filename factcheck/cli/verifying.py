"""What `factcheck verify` does, once its command line is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.cli.flags import flags_of, project_of
from factcheck.cli.formats import Format
from factcheck.cli.run import Asked, run
from factcheck.patterns import patterns_kept
from factcheck.translation.translator import Translator


@patterns_kept()
def verified(
    translate: Translator,
    *,
    paths: Sequence[str] | None = None,
    facts: Sequence[Path] | None = None,
    no_facts: bool = False,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    strict: bool = False,
    language: str | None = None,
    encoding: str | None = None,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    jobs: int = 1,
    min_severity: str | None = None,
    fail_on: str | None = None,
    exit_zero: bool = False,
    baseline: Path | None = None,
    no_baseline: bool = False,
    fix: bool = False,
    diff: bool = False,
    annotate: Path | None = None,
    format: Format = "table",  # noqa: A002 - the option's name
    every: bool = False,
    statistics: bool = False,
    output: Path | None = None,
    color: str = "auto",
    configuration: Path | None = None,
    no_configuration: bool = False,
    _ui_language: str | None = None,
) -> int:
    """Check drafts and report; the exit status. The parameters are the options of the command.

    Raises CommandError where facts or configuration can't be used.
    """
    flags = flags_of(
        facts=facts,
        no_facts=no_facts,
        select=select,
        ignore=ignore,
        strict=strict,
        language=language,
        encoding=encoding,
        fail_on="never" if exit_zero else fail_on,
        min_severity=min_severity,
        baseline=baseline,
        no_baseline=no_baseline,
    )
    asked = Asked(
        paths, stdin_filename, force_exclude, jobs, format, every, statistics, output, color, fix, diff, annotate
    )
    return run(asked, project_of(flags, configuration, no_configuration), translate)
