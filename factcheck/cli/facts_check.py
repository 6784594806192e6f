"""`factcheck facts check`: whether facts files are in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.model.message import Message, counted, listed, say
from factcheck.translation.translator import Translator

if TYPE_CHECKING:
    from factcheck.model.fact import FactBase


def facts_check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Facts files, or folders of them. Default: those of the configuration, else the nearest facts/ upwards.",
            show_default=False,
        ),
    ] = None,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Validate facts files."""
    from factcheck.cli.flags import faults_told
    from factcheck.facts.check import check_facts
    from factcheck.reporting.words import SEVERITY_WORDS

    translate: Translator = context.obj
    with faults_told():
        for group in [tuple(paths)] if paths else _configured():
            base, remarks = check_facts(group)
            for remark in remarks:
                told = say("{said} ({severity})", said=remark.placed, severity=SEVERITY_WORDS[remark.severity])
                streams.tell(translate(told))
            streams.put(f"{translate(_verdict(base, len(remarks)))}\n")


def _configured() -> list[tuple[Path, ...]]:
    """The facts that the configuration names for all drafts and for some, each set once; else the nearest folder of facts."""
    from factcheck.config.project import Project
    from factcheck.config.settings import short
    from factcheck.facts.find import nearest_facts

    config = Project().configuration("-")
    if config is not None:
        sets = [part.values["facts"] for part in config.parts if part.values.get("facts")]
        if sets:
            return list(dict.fromkeys(tuple(short(config.folder / path) for path in each) for each in sets))
    found = nearest_facts(Path.cwd())
    if found is None:
        raise CommandError([say("no facts/ folder with a facts file here or above; name a file or folder")])
    return [(found,)]


def _verdict(base: FactBase, remarks: int) -> Message:
    from factcheck.reporting.plain import plain

    counts = (
        counted("{number} fact", "{number} facts", len(base.facts)),
        counted("{number} name", "{number} names", len(base.names)),
        counted("{number} person", "{number} people", len(base.people)),
        counted("{number} quote", "{number} quotes", len(base.quotes)),
    )
    files, entries = listed(map(plain, base.paths)), listed(counts)
    if remarks:
        number = counted("{number} remark", "{number} remarks", remarks)
        return say("{files}: {entries}: in order, {remarks}", files=files, entries=entries, remarks=number)
    return say("{files}: {entries}: in order", files=files, entries=entries)
