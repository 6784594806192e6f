"""A bar that shows how far a run has come: on standard error, and only where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Fewer drafts are done before a bar could be read.
LEAST = 10


def is_wanted(total: int) -> bool:
    """Whether a bar would be seen and be of use."""
    return total >= LEAST and sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar over `total` drafts; what it yields is called once a draft. It leaves nothing behind."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True, legacy_windows=False)
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("checking", total=total)

        def advance() -> None:
            progress.advance(task)
            progress.refresh()

        progress.refresh()
        yield advance
