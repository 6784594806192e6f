"""The watch itself: it sleeps until the system tells of a change that concerns the report, and has a new one made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

from factcheck.cli.streams import Reader
from factcheck.cli.watched import Watched

# Milliseconds: how long changes are gathered while they go on, how long nothing must have changed, and how often it is looked
# whether anybody still reads.
GATHER, QUIET, LOOK = 1_600, 100, 500


def keep_watch(check: Callable[[], Watched], reader: Reader) -> None:
    """Have a report made, and another whenever what it depends on has changed, until nobody reads them.

    Ctrl-C raises KeyboardInterrupt. Folders are watched, not files, as most editors replace a file when they save it.
    """
    watched = check()
    while reader.is_there():
        watched = _until_elsewhere(check, watched, reader)


def _until_elsewhere(check: Callable[[], Watched], watched: Watched, reader: Reader) -> Watched:
    """Watch the same folders until reports depend on others, or nobody reads."""
    places = watched.places()
    fresh = True  # what changed before the system began to watch is found by looking
    for changes in watch(
        *places,
        watch_filter=None,
        recursive=False,
        debounce=GATHER,
        step=QUIET,
        rust_timeout=LOOK,
        yield_on_timeout=True,
    ):
        if not reader.is_there():
            return watched
        if (fresh and watched.has_changed()) or any(watched.concerns(Path(path)) for _, path in changes):
            watched = check()
            if watched.places() != places:
                return watched
        fresh = False
    return watched
