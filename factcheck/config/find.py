"""The nearest configuration: in the folder of a draft, or in one above it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

CONFIGURATION = "factcheck.toml"
PYPROJECT = "pyproject.toml"
IGNORE_FILE = "factcheck-ignore.toml"
TABLE = ("tool", "factcheck")

_REPOSITORY = (".git", ".hg", ".svn")


class Finder:
    """Looks upwards from folders; each folder is looked at once. A search ends at the root of a repository."""

    def __init__(self) -> None:
        self.configuration = cache(self._configuration)
        self.ignore_file = cache(self._ignore_file)
        self._is_root = cache(_is_root)

    def _configuration(self, folder: str) -> Path | None:
        """factcheck.toml, else a pyproject.toml that has the table tool.factcheck; None where there is neither."""
        found = os.path.join(folder, CONFIGURATION)  # noqa: PTH118 - a run over many folders is quicker without Path
        if os.path.isfile(found):  # noqa: PTH113
            return Path(found)
        found = os.path.join(folder, PYPROJECT)  # noqa: PTH118
        if os.path.isfile(found) and has_table(Path(found)):  # noqa: PTH113
            return Path(found)
        above = os.path.dirname(folder)  # noqa: PTH120
        return None if above == folder or self._is_root(folder) else self.configuration(above)

    def _ignore_file(self, folder: str) -> Path | None:
        found = os.path.join(folder, IGNORE_FILE)  # noqa: PTH118
        if os.path.isfile(found):  # noqa: PTH113
            return Path(found)
        above = os.path.dirname(folder)  # noqa: PTH120
        return None if above == folder or self._is_root(folder) else self.ignore_file(above)


# A line that begins the table, in one of the ways that TOML has for it. Most projects that name factcheck only depend on it.
_MAY_HAVE_TABLE = r"""(?m)^[ \t]*\[{0,2}[ \t]*["']?tool["']?[ \t]*(?:\.[ \t]*["']?factcheck|\]|=)"""


def _is_root(folder: str) -> bool:
    return any(os.path.exists(os.path.join(folder, mark)) for mark in _REPOSITORY)  # noqa: PTH110, PTH118


def has_table(pyproject: Path) -> bool:
    """Whether a pyproject.toml configures factcheck. One that can't be read is somebody else's trouble."""
    try:
        data = pyproject.read_bytes()
    except OSError:
        return False
    if b"factcheck" not in data:
        return False
    from factcheck.patterns import compiled  # noqa: PLC0415 - most commands end before it is needed

    if not compiled(_MAY_HAVE_TABLE).search(data.decode("utf-8", "replace")):
        return False
    import tomllib  # noqa: PLC0415

    try:
        table = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except ValueError:  # of TOML, or of UTF-8
        return b"[tool.factcheck" in data
    return isinstance(table.get("tool"), dict) and "factcheck" in table["tool"]
