"""What one run keeps for the next: what was made of facts files, under a key of their content.

An editor runs the program on every save, and the facts change seldom: reading them anew takes longer than all else that
a run does for a draft. The cache holds nothing that can't be made again. It lies in the user's own cache folder, is written
to a temporary file and renamed, and is passed over without a word where it can't be read or written. FACTCHECK_CACHE names
another folder, or turns it off when it is empty.
"""

from __future__ import annotations

import os
import pickle  # what it reads is what this program wrote into the user's own folder, as with .pyc files
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

# As many entries are kept as a newsroom has folders of facts in use at a time; older ones are removed.
KEPT = 32

_UNREADABLE = (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError)


def recall(files: Sequence[Path], make: Callable[[], Made]) -> Made:
    """What `make` gives for these files, from the cache when neither they nor the program have changed."""
    folder = cache_folder()
    if folder is None:
        return make()
    try:
        entry = folder / f"{_key(files)}.pickle"
        made: Made = pickle.loads(entry.read_bytes())  # noqa: S301
    except _UNREADABLE:
        made = make()
        _keep(folder, files, made)
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


def _key(files: Sequence[Path]) -> str:
    """A key of the files' names and contents, of the program's own files and of the Python that runs it."""
    digest = sha256(f"{sys.version} {_program()}".encode())
    for file in files:
        digest.update(f"\0{file}\0".encode("utf-8", "surrogateescape"))
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def _program() -> list[tuple[str, int, int]]:
    """The program's files, each with its size and time: what was made by other code is made again."""
    package = Path(__file__).parent
    found = []
    for place, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(".py"):
                status = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 - in a loop over every module
                found.append((name, status.st_size, status.st_mtime_ns))
    return found


def _keep(folder: Path, files: Sequence[Path], made: object) -> None:
    with suppress(*_UNREADABLE):
        write(folder / f"{_key(files)}.pickle", pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
        for old in sorted(folder.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink()


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
