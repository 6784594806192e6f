"""Where the facts are when nobody says so."""

from __future__ import annotations

from pathlib import Path

from factcheck.facts.files import files_in

FOLDER = "facts"
_REPOSITORY = (".git", ".hg", ".svn")


def nearest_facts(start: Path) -> Path | None:
    """The nearest folder `facts` with a facts file in it: beside `start`, or in a folder above; None when there is none.

    The search ends at the root of a repository, or of the file system. A folder `facts` that holds something else
    (a Python package of that name, say) is passed by. The path is relative when the folder is below the working directory.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        candidate = folder / FOLDER
        if candidate.is_dir() and next(files_in(candidate), None) is not None:
            return _short(candidate)
        if any((folder / mark).exists() for mark in _REPOSITORY):
            return None
    return None


def _short(path: Path) -> Path:
    working = Path.cwd()
    return path.relative_to(working) if path.is_relative_to(working) else path
