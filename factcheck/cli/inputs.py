"""The drafts of a command line, read; what can't be read is complained of and does not hide the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from factcheck.model.document import Document

STANDARD_INPUT = "-"


class Draft(Struct, frozen=True):
    """A document, and the folder from which its facts are looked for."""

    document: Document
    folder: Path


class Inputs(Struct, frozen=True):
    """What could be read, in the order of the command line, and a message for each path that could not."""

    drafts: tuple[Draft, ...]
    complaints: tuple[str, ...]


def read_inputs(paths: Sequence[str], *, language: str, encoding: str | None, stdin_filename: str | None) -> Inputs:
    """Read every draft that the paths name, each once."""
    from factcheck.reading import ReadingError, draft_bytes, read_document

    drafts: list[Draft] = []
    complaints: list[str] = []
    for path in _found(paths, complaints):
        shown = stdin_filename if path == STANDARD_INPUT and stdin_filename else path
        try:
            drafts.append(Draft(read_document(draft_bytes(path), shown, language, encoding), _folder(shown)))
        except ReadingError as error:
            complaints.append(str(error))
    return Inputs(tuple(drafts), tuple(complaints))


def _found(paths: Sequence[str], complaints: list[str]) -> Iterator[str]:
    from factcheck.reading import ReadingError, find_drafts

    seen: set[str] = set()
    for path in paths:
        try:
            found = find_drafts([path])
        except ReadingError as error:
            complaints.append(str(error))
            continue
        for draft in found:
            place = draft if draft == STANDARD_INPUT else os.path.realpath(draft)
            if place not in seen:
                seen.add(place)
                yield draft


def _folder(path: str) -> Path:
    return Path.cwd() if path == STANDARD_INPUT else Path(path).absolute().parent
