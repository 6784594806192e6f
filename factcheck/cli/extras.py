"""Optional parts of the program: what to do where a package is missing that only they need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.cli.errors import CommandError
from factcheck.model.message import say

# The packages of factcheck[archive].
ARCHIVE = ("dask", "distributed", "duckdb", "pyarrow", "warcio")


@contextmanager
def extra(name: str, *packages: str) -> Iterator[None]:
    """Import what an optional part stands on. Raises CommandError, with how to install it, where one of the packages is missing."""
    try:
        yield
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in packages:
            raise
        raise CommandError(
            [
                say(
                    "factcheck {command} needs {package}, which is not installed here: pip install 'factcheck[{command}]'",
                    command=name,
                    package=missing,
                )
            ]
        ) from error
