"""`factcheck verify`: drafts against the facts, and against themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from factcheck.cli import streams
from factcheck.cli.errors import FAILED, FOUND, CommandError
from factcheck.cli.formats import Format, add_job_summary, written
from factcheck.cli.options import Color, Drafts, Encoding, Language, StdinFilename
from factcheck.patterns import patterns_kept

if TYPE_CHECKING:
    from factcheck.cli.in_force import Facts
    from factcheck.cli.inputs import Draft
    from factcheck.model.report import Report
    from factcheck.model.rule import Rule

FailOn = Literal["error", "warning", "info", "never"]


@patterns_kept()
def verify(
    paths: Drafts,
    facts: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH",
            help="A facts file or a folder of them; repeatable. Default: the nearest facts/ folder upwards.",
        ),
    ] = None,
    no_facts: Annotated[bool, typer.Option("--no-facts", help="Check the drafts alone, without facts.")] = False,
    format: Annotated[Format, typer.Option(help="How to report.")] = "table",  # noqa: A002 - the option's name
    every: Annotated[
        bool, typer.Option("--all", help="In the table, list the claims that agree and the notes, too.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report to a file instead of standard output.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Check by this rule alone; repeatable.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Leave this rule out; repeatable.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that makes the exit status 1.")] = "error",
    strict: Annotated[bool, typer.Option("--strict", help="A figure that no fact vouches for is an error.")] = False,
    language: Language = "auto",
    encoding: Encoding = None,
    stdin_filename: StdinFilename = None,
    color: Color = "auto",
) -> None:
    """Check drafts against the facts, and against themselves.

    The exit status is 0 when nothing at or above --fail-on was found, 1 when something was, and 2 when a draft could not be
    read or the facts are bad.
    """
    from factcheck.cli.in_force import Facts, rules_in_force
    from factcheck.cli.inputs import read_inputs

    if facts and no_facts:
        raise CommandError(["--facts and --no-facts exclude each other; leave one out"])
    rules = rules_in_force(select or (), ignore or ())
    inputs = read_inputs(paths, language=language, encoding=encoding, stdin_filename=stdin_filename)
    for complaint in inputs.complaints:
        streams.tell(complaint)
    if not inputs.drafts:
        raise typer.Exit(FAILED)
    report = _checked(inputs.drafts, Facts(tuple(facts or ()), no_facts), rules, strict)
    text = written(report, format, rules=rules, colour=streams.coloured(color, output), every=every)
    streams.save(text, output)
    if format == "github":
        add_job_summary(report)
    if inputs.complaints:
        raise typer.Exit(FAILED)
    raise typer.Exit(FOUND if fail_on != "never" and report.reaches(fail_on) else 0)


def _checked(drafts: tuple[Draft, ...], facts: Facts, rules: tuple[Rule, ...], strict: bool) -> Report:
    from factcheck.model.report import Report
    from factcheck.pipeline import check

    bases = [facts.of(draft.folder) for draft in drafts]
    alone = [draft for draft, base in zip(drafts, bases, strict=True) if base is None]
    if alone and not facts.none:
        streams.tell(_alone(alone))
    checked = (
        check(draft.document, base, rules=rules, strict=strict) for draft, base in zip(drafts, bases, strict=True)
    )
    return Report(tuple(checked), facts.all())


def _alone(drafts: list[Draft]) -> str:
    first, others = drafts[0].document.path, len(drafts) - 1
    which = f"{first} and {others} more" if others else first
    return f"{which}: no facts/ folder here or above, so the text is checked alone (--facts names one)"
