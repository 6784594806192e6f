"""What one run keeps for the next: what was made of facts files, together with their content.

An editor runs the program on every save, and the facts change seldom: reading them anew takes longer than all else that
a run does for a draft. The cache holds nothing that can't be made again. It lies in the user's own cache folder, is written
to a temporary file and renamed, and is passed over without a word where it can't be read or written. FACTCHECK_CACHE names
another folder, or turns it off when it is empty.
"""

from __future__ import annotations

import os
import pickle  # what it reads is what this program wrote into the user's own folder, as with .pyc files
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

Made = TypeVar("Made")

# As many entries are kept as a newsroom has folders of facts in use at a time; older ones are removed.
KEPT = 32

_UNREADABLE = (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)


def recall(files: Sequence[Path], make: Callable[[], Made], kind: str = "facts") -> Made:
    """What `make` gives for these files, from the cache when neither they nor the program have changed.

    `kind` tells apart what else is made of the same files.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    try:
        origin = _origin(files)
    except OSError:
        return make()  # it tells what is wrong
    entry = folder / f"{_name(files)}-{kind}.pickle"
    with suppress(*_UNREADABLE), entry.open("rb") as kept:
        if pickle.load(kept) == origin:  # noqa: S301
            found: Made = pickle.load(kept)  # noqa: S301
            return found
    made = make()
    with suppress(*_UNREADABLE):
        if _origin(files) == origin:  # nobody saved a file meanwhile
            write(entry, pickle.dumps(origin, pickle.HIGHEST_PROTOCOL) + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
            remove_old(folder, "*.pickle", KEPT)
    return made


def cache_folder() -> Path | None:
    """The user's folder for it; None when the cache is turned off."""
    named = os.environ.get("FACTCHECK_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA") or "~"
    else:
        place = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(place).expanduser() / "factcheck"
    except RuntimeError:  # nobody's home
        return None


def write(entry: Path, data: bytes) -> None:
    """Write an entry as a whole or not at all."""
    draft = entry.with_suffix(f".{os.getpid()}")
    try:
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(entry)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def remove_old(folder: Path, entries: str, kept: int) -> None:
    """Remove all but the newest of the entries that a glob pattern names. Raises OSError."""
    for old in sorted(folder.glob(entries), key=lambda path: path.stat().st_mtime, reverse=True)[kept:]:
        old.unlink()


def _name(files: Sequence[Path]) -> str:
    """A name for what is made of these files. Two may share one: an entry tells what it was made of."""
    paths = "\0".join((os.getcwd(), *map(str, files)))  # noqa: PTH109 - a string is all that is needed
    return f"{crc32(paths.encode('utf-8', 'surrogateescape')):08x}"


def _origin(files: Sequence[Path]) -> object:
    """What an entry is made of: the files with their contents, the program's own files, and the Python that runs it."""
    return sys.version, _program(), tuple((str(file), file.read_bytes()) for file in files)


@cache
def _program() -> tuple[tuple[str, int, int], ...]:
    """The program's files, each with its size and time: what was made by other code is made again."""
    return tuple(_files(os.path.dirname(__file__)))  # noqa: PTH120


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.name, status.st_size, status.st_mtime_ns
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _files(entry.path)
