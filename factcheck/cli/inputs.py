"""The drafts of a command line: which they are, and what they hold. What can't be read does not hide the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.config.project import STANDARD_INPUT, Project
from factcheck.model.document import Document
from factcheck.model.message import Message, say

if TYPE_CHECKING:
    from factcheck.config.settings import Settings


class Draft(Struct, frozen=True):
    """A draft by the path that opens it, and the name that it goes by: another for standard input, else the same."""

    path: str
    name: str


class Named(Struct, frozen=True):
    """The drafts that a command line names, each once, in its order; a message for each path that names none.

    `excluded` are those that the configuration keeps out. `swept` tells that a folder or pattern brought some in.
    """

    drafts: tuple[Draft, ...]
    complaints: tuple[Message, ...] = ()
    excluded: tuple[str, ...] = ()
    swept: bool = False


def named_drafts(
    paths: Sequence[str] | None, project: Project, *, stdin_filename: str | None = None, force_exclude: bool = False
) -> Named:
    """The drafts of these paths; of none, those of the configuration's paths, else of the working directory."""
    drafts: list[Draft] = []
    complaints: list[Message] = []
    excluded: list[str] = []
    seen: set[str] = set()
    swept = False
    for path in paths or default_paths(project):
        swept = swept or not _is_outright(path)
        leave_out = force_exclude or not _is_outright(path)
        before = len(drafts)
        found = list(_found(path, complaints))
        if not paths:
            found = list(map(os.path.normpath, found))  # nobody wrote the ./ of the working directory
        out = {each for each in found if leave_out and each != STANDARD_INPUT and project.excluded(each)}
        for each in found:
            place = each if each == STANDARD_INPUT else os.path.realpath(each)
            if each not in out and place not in seen:
                seen.add(place)
                drafts.append(Draft(each, stdin_filename if each == STANDARD_INPUT and stdin_filename else each))
        excluded += sorted(out)
        if out and len(out) == len(found) and before == len(drafts) and not force_exclude:
            complaints.append(
                say("{path}: the configuration excludes every draft here, nothing was checked", path=path)
            )
    return Named(tuple(drafts), tuple(complaints), tuple(excluded), swept)


def default_paths(project: Project) -> tuple[str, ...]:
    """What is checked when nobody names a path: in the folder of the configuration its paths, elsewhere all that is there."""
    here = Path.cwd()
    config = project.configuration(str(here / STANDARD_INPUT))
    if config is not None and config.folder == here:
        return tuple(config.whole.get("paths", (".",)))
    return (".",)


def read_draft(draft: Draft, settings: Settings) -> Document:
    """The document of a draft. Raises ReadingError."""
    from factcheck.reading import draft_bytes, read_document

    return read_document(draft_bytes(draft.path), draft.name, settings.language, settings.encoding)


def version(path: str, project: Project, stdin_filename: str | None = None) -> Document:
    """One version of a document by the path of its file. Raises CommandError where it can't be read, ConfigError."""
    from factcheck.cli.errors import CommandError
    from factcheck.reading import ReadingError, find_drafts

    if os.path.isdir(path):  # noqa: PTH112
        raise CommandError([say("{path}: this is a folder; name the file of one version", path=path)])
    name = stdin_filename if path == STANDARD_INPUT and stdin_filename else path
    try:
        (found,) = find_drafts([path])
        return read_draft(Draft(found, name), project.settings(name))
    except ReadingError as error:
        raise CommandError([error.message]) from error
    except ValueError as error:
        raise CommandError([say("{path}: names several files; name the file of one version", path=path)]) from error


def read_drafts(drafts: Sequence[Draft], project: Project) -> tuple[tuple[Document, ...], tuple[Message, ...]]:
    """The documents of the drafts that can be read, and a message for each that can't. Raises ConfigError."""
    from factcheck.reading import ReadingError

    documents, unread = [], []
    for draft in drafts:
        try:
            documents.append(read_draft(draft, project.settings(draft.name)))
        except ReadingError as error:
            unread.append(error.message)
    return tuple(documents), tuple(unread)


def _found(path: str, complaints: list[Message]) -> Iterator[str]:
    from factcheck.reading import ReadingError, find_drafts

    try:
        yield from find_drafts([path])
    except ReadingError as error:
        complaints.append(error.message)


def _is_outright(path: str) -> bool:
    """Whether a path is a file's, and not a folder's or a pattern."""
    return path == STANDARD_INPUT or (os.path.lexists(path) and not os.path.isdir(path))  # noqa: PTH112
