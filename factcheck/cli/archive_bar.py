"""The bar of an archive's run: how much of the source is done with, by its bytes, and how many documents that was."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.model.message import counted
from factcheck.translation.translator import Translator


@contextmanager
def bar(size: int, translate: Translator) -> Iterator[Callable[[int, int], None]]:
    """What it yields is called with bytes and documents. A terminal that can't move its cursor, and a pipe, get no bar."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _size, _documents: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn())
    console = Console(stderr=True, legacy_windows=False)
    done = 0

    def told() -> str:
        return translate(counted("{number} document", "{number} documents", done))

    with Progress(*columns, console=console, transient=True, refresh_per_second=2) as progress:
        task = progress.add_task(told(), total=size)

        def advance(read: int, documents: int) -> None:
            nonlocal done
            done += documents
            progress.update(task, advance=read, description=told())

        yield advance
