"""From paths to facts files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.model.message import Message, say
from factcheck.model.problem import Problem

SUFFIXES = (".yaml", ".yml")


def facts_files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    """Each file once, however often it is named; what can't be found is added to the problems."""
    seen: set[str] = set()
    for path in map(Path, paths):
        for file in _below(path, problems):
            place = os.path.realpath(file)
            if place not in seen:
                seen.add(place)
                yield file


def files_in(folder: Path) -> Iterator[Path]:
    """The facts files in and below a folder, sorted; hidden files and folders are left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(place, name)


def of_file(path: Path, said: Message, advice: Message | None = None) -> Problem:
    """A problem of a whole file or folder."""
    return Problem(str(path), 0, 0, said, advice)


def _below(path: Path, problems: list[Problem]) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path
        else:
            problems.append(of_file(path, say("there is no such file or folder")))
        return
    found = False
    for file in files_in(path):
        found = True
        yield file
    if not found:
        problems.append(of_file(path, say("no facts file is in this folder"), say("facts files end in .yaml or .yml")))
