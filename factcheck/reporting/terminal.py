"""From rich's texts and tables to a string, the same on every machine: no environment, terminal or markup is consulted."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.reporting.fold import folded

# Everything is folded before it comes here, so that rich has nothing left to wrap or crop.
_ENDLESS = 100_000


def rendered(parts: Iterable[Text | Table], colour: bool) -> str:
    """The parts one below the other; with `colour`, with ANSI sequences in the sixteen colours that every terminal has."""
    sink = StringIO()
    console = Console(
        file=sink,
        width=_ENDLESS,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip(" ") for line in sink.getvalue().split("\n"))


def lines(text: str, width: int, style: str = "") -> Text:
    """A paragraph, folded."""
    return Text("\n".join(folded(text, width)), style)
