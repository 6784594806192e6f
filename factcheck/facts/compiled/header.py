"""What a compiled index says of itself: how it was made, by which program, and of which files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from factcheck.facts.files import files_in
from factcheck.model.document import Language
from factcheck.model.period import Period

# The version of the tables. "fact" in the header of an SQLite file says that it is an index (its application id).
FORM, MARK = 1, int.from_bytes(b"fact", "big")

# What is made of facts depends on the code and the tables of these parts of the program.
PARTS = ("claims", "extraction", "facts", "language", "model")

_SQLITE = b"SQLite format 3\0"
_BLOCK = 2**20


class SourceFile(Struct, frozen=True):
    """A file that an index was made of, as seen from the index's folder; how large it was, when it changed, and its digest."""

    path: str
    size: int
    modified: int  # nanoseconds
    digest: str


class Header(Struct, frozen=True):
    """What holds for a whole index."""

    program: str  # its version, for a reader
    parts: str  # what its parts were
    command: str  # by which it is made again
    files: tuple[SourceFile, ...]
    folders: tuple[str, ...]  # of facts files, as seen from the index's
    facts: int
    languages: tuple[Language, ...]  # of drafts
    spoken: tuple[Language, ...]  # by the facts
    usual: Period | None  # the time that most of the facts are of
    times: tuple[Period, ...]  # that facts are of
    lefts: tuple[int, ...]  # how long it is what stands before figures, in wordings that are looked for to the letter


def is_index(path: Path) -> bool:
    """Whether a file is a compiled index, by what it begins with."""
    return _mark(path) == MARK.to_bytes(4, "big")


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database of any kind."""
    return _mark(path) is not None


def _mark(path: Path) -> bytes | None:
    """The application id of an SQLite file."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return None
    return head[68:72] if head.startswith(_SQLITE) else None


@cache
def parts_of_program() -> str:
    """A name for the state of the parts that a compiled index depends on."""
    root = Path(__file__).parents[2]
    found = crc32("".join(sorted(name for part in PARTS for name in _files(root / part, part))).encode())
    return f"{found:08x}"


def _files(folder: Path, name: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(folder / entry.name, f"{name}/{entry.name}")
            else:
                yield f"{name}/{entry.name} {entry.stat().st_size}\n"


def source_folders(folders: Iterable[Path], folder: Path) -> tuple[str, ...]:
    """Folders of facts files, as seen from the folder of an index."""
    return tuple(_from(each, folder) for each in folders)


def source_files(files: Iterable[Path], folder: Path) -> tuple[SourceFile, ...]:
    """The state of files, for an index in a folder. Raises OSError."""
    return tuple(_state(file, folder) for file in files)


def changed(header: Header, folder: Path) -> Path | None:
    """The first file that is not what the index was made of. One that is not there is none: an index may travel alone."""
    known = {os.path.realpath(folder / source.path) for source in header.files}
    for place in header.folders:
        for file in files_in(folder / place):
            if os.path.realpath(file) not in known:
                return file
    for source in header.files:
        file = folder / source.path
        try:
            status = file.stat()
            if status.st_size != source.size:
                return file
            if status.st_mtime_ns != source.modified and _digest(file) != source.digest:
                return file
        except OSError:
            continue
    return None


def _state(file: Path, folder: Path) -> SourceFile:
    status = file.stat()
    return SourceFile(_from(file, folder), status.st_size, status.st_mtime_ns, _digest(file))


def _from(file: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return str(file.resolve())


def _digest(file: Path) -> str:
    found = sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
