"""`factcheck ignore`: findings accepted one by one, with a reason, in the ignore file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.model.finding import Finding
from factcheck.model.message import say
from factcheck.model.report import Checked
from factcheck.patterns import compiled, patterns_kept
from factcheck.translation.translator import Translator

if TYPE_CHECKING:
    from factcheck.config.project import Project

_PLACE = r"(?s)(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?:?"


@patterns_kept()
def ignore(
    context: typer.Context,
    places: Annotated[
        list[str],
        typer.Argument(metavar="PATH:LINE[:COLUMN]...", help="Where the findings stand, as a report writes it."),
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why they are accepted.")],
    until: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The last day on which that holds: 2027-01-31.",
            show_default=False,
        ),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            metavar="RULE",
            help="Accept what this rule finds there, and nothing else.",
            show_default=False,
            autocompletion=o.complete_rules,
        ),
    ] = None,
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Accept findings, with a reason, in the ignore file."""
    translate: Translator = context.obj
    if not reason.strip():
        raise CommandError([say("--reason is empty: say why the findings are accepted")])
    flags = flags_of(facts=facts, no_facts=no_facts, select=[rule] if rule else None)
    project = project_of(flags, configuration, no_configuration)
    with faults_told():
        accepted = [(path, finding) for place in places for path, finding in _found(place, project)]
        for file, entries in _entries(accepted, project, reason, until.date() if until else None).items():
            _add(file, entries)
            said = say("{file}: {number} added", file=file, number=len(entries))
            streams.put(f"{translate(said)}\n")


def _found(place: str, project: Project) -> list[tuple[str, Finding]]:
    """The findings at a place, each with the path of its draft. Raises CommandError where there is none."""
    from factcheck.cli.checking import Unread, check_draft
    from factcheck.cli.inputs import Draft

    match = compiled(_PLACE).fullmatch(place)
    if match is None or Path(place).exists():
        raise CommandError([say("{place}: name a line too, as a report does: {place}:12:5", place=place)])
    path, line, column = match["path"], int(match["line"]), int(match["column"] or 0)
    outcome = check_draft(Draft(path, path), project)
    if isinstance(outcome, Unread):
        raise CommandError([outcome.message])
    found = [(path, finding) for finding in outcome.findings if _stands_at(outcome, finding, line, column)]
    if not found:
        raise CommandError([say("{place}: nothing is found here that could be accepted", place=place)])
    return found


def _stands_at(checked: Checked, finding: Finding, line: int, column: int) -> bool:
    """Whether a finding covers a place; column 0 is all of the line."""
    at = checked.case.document.place(finding.span)
    if finding.span.start == finding.span.end or column == 0:
        return at.line == line
    return (at.line, at.column) <= (line, column) < (at.end_line, at.end_column)


def _entries(
    accepted: Sequence[tuple[str, Finding]], project: Project, reason: str, until: date | None
) -> dict[Path, list[str]]:
    """The new entries as TOML, by the ignore file that they belong to."""
    from factcheck.config.baseline import shown
    from factcheck.config.globs import name_below
    from factcheck.config.ignore_file import Entry, written
    from factcheck.config.project import place

    entries: dict[Path, list[str]] = {}
    for path, finding in accepted:
        file = _ignore_file(project, path)
        entry = Entry(
            finding.fingerprint,
            " ".join(reason.split()),
            0,
            0,
            path=name_below(file.absolute().parent, place(path)),
            rule=finding.rule,
            found=shown(finding) or None,
            until=until,
        )
        entries.setdefault(file, []).append(written(entry))
    return entries


def _ignore_file(project: Project, path: str) -> Path:
    """The ignore file of a draft; where there is none, one beside its configuration, else beside itself."""
    from factcheck.config.find import IGNORE_FILE
    from factcheck.config.settings import short

    settings = project.settings(path)
    if named := settings.paths("ignore-file"):
        return named[0]
    found = project.ignore_file(settings, path)
    if found is not None:
        return Path(found.shown)
    return short((settings.config.folder if settings.config else Path(path).absolute().parent) / IGNORE_FILE)


def _add(file: Path, entries: Sequence[str]) -> None:
    """Write new entries below what an ignore file holds, which stays as it is."""
    before = ""
    if file.exists():
        before = file.read_text("utf-8")
        before += "\n" if before.endswith("\n") else "\n\n" if before else ""
    streams.save(before + "\n".join(entries), file)
