"""Which files a command line names: files, folders, globs, and "-" for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.model.message import Message, listed, say
from factcheck.reading.errors import ReadingError
from factcheck.translation.foreign import reason

# What a folder is searched for. A file that is named outright may have any name.
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps", ".rtf", ".odt", ".eml")

# The title of the program's own reports, which may lie beside the drafts, stands among so many bytes.
_PAGES, _REPORT, _HEAD = (".html", ".htm"), b"<title>factcheck: ", 4096

# Hidden files, and those by which Word marks a document as open.
_HIDDEN = (".", "~$")

STANDARD_INPUT = "-"


def find_drafts(paths: Sequence[str]) -> tuple[str, ...]:
    """The drafts that `paths` name, each once: in the order of `paths`, those of a folder or glob sorted by name.

    A folder is searched in depth for names that end as in SUFFIXES; hidden ones and the
    program's own reports are left out. A pattern (*, ?, [) is
    matched here too, for shells that don't. Raises ReadingError where nothing is found.
    """
    found: dict[str, str] = {}
    for path in paths:
        for draft in _drafts_of(path):
            found.setdefault(draft if draft == STANDARD_INPUT else os.path.realpath(draft), draft)
    return tuple(found.values())


def draft_bytes(path: str) -> bytes:
    """What a draft holds. Raises ReadingError when it can't be opened."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadingError(path, say("can't be read ({why})", why=reason(error))) from error


def _drafts_of(path: str) -> list[str]:
    if path == STANDARD_INPUT:
        return [path]
    if not path:
        raise ReadingError("", say("an empty path names no draft; name a file, a folder, or - for standard input"))
    if os.path.isdir(path):  # noqa: PTH112 - a Path would drop a leading ./ that the user wrote
        drafts = sorted(files_in(path))
        if not drafts:
            suffixes = listed(SUFFIXES)
            raise ReadingError(path, say("no drafts in this folder (files that end in {suffixes})", suffixes=suffixes))
        return drafts
    if os.path.lexists(path):
        return [path]
    if any(mark in path for mark in "*?["):
        return _matching(path)
    raise ReadingError(path, say("no such file or folder"), _nearest(path))


def files_in(folder: str, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[str]:
    """The files in and below a folder whose names end so, in no order; hidden ones are left out."""
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = os.path.join(where, name)  # noqa: PTH118
            if not name.startswith(_HIDDEN) and name.lower().endswith(suffixes) and not _is_report(path):
                yield path


def _is_report(path: str) -> bool:
    """Whether a page is a report that the program wrote itself."""
    if not path.lower().endswith(_PAGES):
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return _REPORT in file.read(_HEAD)
    except OSError:
        return False


def _matching(pattern: str) -> list[str]:
    from glob import glob  # noqa: PLC0415 - used where a shell left a pattern as it is

    # A pattern that names no suffix of its own (drafts/*) means the drafts among what it matches.
    any_suffix = "." in os.path.basename(pattern)  # noqa: PTH119
    drafts: list[str] = []
    for path in sorted(glob(pattern, recursive=True)):  # noqa: PTH207
        if os.path.isdir(path):  # noqa: PTH112
            drafts += [] if any_suffix else sorted(files_in(path))
        elif any_suffix or path.lower().endswith(SUFFIXES):
            drafts.append(path)
    if not drafts:
        raise ReadingError(pattern, say("nothing matches this pattern"))
    return drafts


def _nearest(path: str) -> Message | None:
    """A hint at the file that was perhaps meant: the name in the same folder that comes nearest."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for an error

    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")  # noqa: PTH208
    except OSError:
        return None
    near = get_close_matches(name, names, n=1)
    return say("did you mean {name}?", name=os.path.join(folder, near[0])) if near else None  # noqa: PTH118
