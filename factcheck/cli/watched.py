"""What the report on some drafts depends on, so that a change of it asks for a new one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factcheck.cli.inputs import default_paths, named_drafts
from factcheck.cli.run import Asked
from factcheck.config.errors import ConfigError
from factcheck.config.find import CONFIGURATION, IGNORE_FILE, PYPROJECT
from factcheck.config.project import Project
from factcheck.facts.files import SUFFIXES as FACTS
from factcheck.facts.find import FOLDER
from factcheck.reading.drafts import SUFFIXES as DRAFTS

# Names at which the search for configuration and facts looks.
_SOUGHT = (CONFIGURATION, PYPROJECT, IGNORE_FILE, FOLDER)

Stamp = tuple[tuple[Path, int, int], ...]


class Watched(Struct, frozen=True):
    """Files, by absolute path, whether they exist or not; folders in which every draft or facts file counts; what is left out.

    `stamp` is how all of it stood before the report was made.
    """

    files: frozenset[Path]
    folders: frozenset[Path]
    left_out: frozenset[Path]
    stamp: Stamp = ()

    def places(self) -> tuple[Path, ...]:
        """The folders in which something may happen, each for itself: those of the files, and all below the folders."""
        found = {file.parent for file in self.files} | {Path.cwd()}
        for folder in self.folders:
            found.update(place for place, _ in _walk(folder))
        return tuple(sorted(place for place in found if place.is_dir()))

    def concerns(self, path: Path) -> bool:
        """Whether a change of this file or folder may change the report."""
        if path in self.left_out:
            return False
        if path in self.files or path.name in _SOUGHT:
            return True
        inside = any(path.is_relative_to(folder) for folder in self.folders)
        return inside and not path.name.startswith(".") and (_counts(path.name) or not path.suffix)

    def has_changed(self) -> bool:
        """Whether anything is other than before the report was made."""
        return _stamp(self) != self.stamp


def watched_by(asked: Asked, project: Project) -> Watched:
    """What a run depends on, as it stands."""
    paths: list[str | Path] = []
    try:
        paths += map(_root, asked.paths or default_paths(project))
        for draft in named_drafts(asked.paths, project, force_exclude=asked.force_exclude).drafts:
            paths += (draft.path, *project.files(draft.name))
    except ConfigError as error:
        paths += (problem.path for problem in error.problems)
    places = frozenset(_both(paths))
    folders = frozenset(place for place in places if place.is_dir())
    out = frozenset(_both([] if asked.output is None else [asked.output]))
    watched = Watched(places - folders, folders, out)
    return replace(watched, stamp=_stamp(watched))


def _both(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Each path under its own name, and under that of what it links to."""
    for path in paths:
        yield Path(path).absolute()
        yield Path(path).resolve()


def _root(path: str) -> Path:
    """A path, or the folder in which a pattern begins to match."""
    root = Path(path)
    while has_magic(str(root)) and not root.exists():
        root = root.parent
    return root


def _stamp(watched: Watched) -> Stamp:
    files = set(watched.files)
    for folder in watched.folders:
        files.update(place / name for place, names in _walk(folder) for name in names if _counts(name))
    return tuple(_stamps(sorted(files - watched.left_out)))


def _stamps(files: Iterable[Path]) -> Iterator[tuple[Path, int, int]]:
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        yield file, status.st_mtime_ns, status.st_size


def _walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """The folders in and below one with the names of their files; hidden folders are left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield Path(place), names


def _counts(name: str) -> bool:
    return name.lower().endswith(DRAFTS + FACTS)
