"""`factcheck facts check`: whether facts files are in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.model.message import say

if TYPE_CHECKING:
    from factcheck.model.fact import FactBase


def facts_check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Facts files, or folders of them. Default: those of the configuration, else the nearest facts/ upwards.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Validate facts files."""
    from factcheck.cli.flags import faults_told
    from factcheck.facts.check import check_facts

    with faults_told():
        for group in [tuple(paths)] if paths else _configured():
            base, remarks = check_facts(group)
            for remark in remarks:
                streams.tell(f"{remark} ({remark.severity})")
            streams.put(_verdict(base, len(remarks)))


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


def _verdict(base: FactBase, remarks: int) -> str:
    from factcheck.reporting.plain import plain

    counts = (
        _count(len(base.facts), "fact", "facts"),
        _count(len(base.names), "name", "names"),
        _count(len(base.people), "person", "people"),
        _count(len(base.quotes), "quote", "quotes"),
    )
    order = f"in order, {_count(remarks, 'remark', 'remarks')}" if remarks else "in order"
    return f"{', '.join(map(plain, base.paths))}: {', '.join(counts)}: {order}\n"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
