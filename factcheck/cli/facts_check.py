"""`factcheck facts check`: whether facts files are in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import streams
from factcheck.cli.errors import CommandError

if TYPE_CHECKING:
    from factcheck.model.fact import FactBase


def facts_check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", help="Facts files, or folders of them. Default: the nearest facts/ folder upwards."
        ),
    ] = None,
) -> None:
    """Validate facts files.

    Every error is told with its file, line and column, and with what to write instead; so is what is worth a second look.
    """
    from factcheck.facts.check import check_facts
    from factcheck.facts.problems import FactsError

    try:
        base, remarks = check_facts(paths or _nearest())
    except FactsError as error:
        raise CommandError(map(str, error.problems)) from error
    for remark in remarks:
        streams.tell(f"{remark} ({remark.severity})")
    streams.put(_verdict(base, len(remarks)))


def _nearest() -> list[Path]:
    from factcheck.facts.find import nearest_facts

    found = nearest_facts(Path.cwd())
    if found is None:
        raise CommandError(["no facts/ folder with a facts file here or above; name a file or folder"])
    return [found]


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
