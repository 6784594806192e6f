"""A table of facts, whatever it lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from math import isfinite
from pathlib import Path

from msgspec import Struct

from factcheck.facts.compiled.header import is_database, is_index
from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.model.message import listed, say

# A row's cells as texts, and its number: the line of a file where it begins, else counted from 1.
Row = tuple[int, tuple[str, ...]]


class Table(Struct, frozen=True):
    """An open table: `name` is what faults call it, `total` about how many rows there are, where that is quickly told."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Row]
    total: int | None = None


class Asked(Struct, frozen=True):
    """Which table is meant: a file or a database, the table or sheet in it, and the encoding of a text."""

    place: str
    table: str | None = None
    encoding: str | None = None


Opener = Callable[[Asked], AbstractContextManager[Table]]

SUFFIXES = (".csv", ".tsv", ".parquet", ".xlsx", ".sqlite", ".sqlite3", ".db")
SERVERS = ("postgresql://", "postgres://")


def is_table(place: str) -> bool:
    """Whether a place is a table by its name, or by what the file begins with."""
    return place.startswith(SERVERS) or place.lower().endswith(SUFFIXES) or is_database(Path(place))


def open_table(asked: Asked) -> AbstractContextManager[Table]:
    """The table, opened for as long as the context lasts. Raises FactsError, and ImportError for a package that is missing."""
    return _opener(asked)(asked)


def _opener(asked: Asked) -> Opener:  # each kind is imported when it comes up
    if asked.place.startswith(SERVERS):
        from factcheck.facts.tables.postgresql import postgresql_table  # noqa: PLC0415

        return postgresql_table
    path = Path(asked.place)
    if not path.is_file():
        raise FactsError([of_file(path, say("there is no such file"))])
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        from factcheck.facts.tables.csv import csv_table  # noqa: PLC0415

        return csv_table
    if suffix == ".parquet":
        from factcheck.facts.tables.parquet import parquet_table  # noqa: PLC0415

        return parquet_table
    if suffix == ".xlsx":
        from factcheck.facts.tables.xlsx import xlsx_table  # noqa: PLC0415

        return xlsx_table
    if is_index(path):
        raise FactsError([of_file(path, say("this is a compiled index"), say("name what it was made of"))])
    if is_database(path):
        from factcheck.facts.tables.sqlite import sqlite_table  # noqa: PLC0415

        return sqlite_table
    said = say("this is no table that can be read")
    raise FactsError([of_file(path, said, say("the name of one ends in {suffixes}", suffixes=listed(SUFFIXES, "or")))])


def shown(place: str) -> str:
    """A place as it may be shown: the address of a database without who asks, and the password."""
    if not place.startswith(SERVERS):
        return place
    from urllib.parse import urlsplit, urlunsplit  # noqa: PLC0415

    parts = urlsplit(place)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def chosen(asked: Asked, names: list[str]) -> str:
    """The table that is meant, of those that a file holds. Raises FactsError where that can't be told."""
    path = Path(asked.place)
    if asked.table is not None:
        if asked.table in names:
            return asked.table
        said = say("there is no table “{name}” in it", name=asked.table)
        raise FactsError([of_file(path, said, say("it holds {names}", names=listed(names, "and")))])
    if len(names) == 1:
        return names[0]
    if not names:
        raise FactsError([of_file(path, say("it holds no table"))])
    said = say("it holds {number} tables", number=len(names))
    raise FactsError([of_file(path, said, say("name one with --table: {names}", names=listed(names, "or")))])


def text_of(value: object) -> str:
    """A cell's value as one would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value) if isfinite(value) else ""
    return str(value)


def _number(value: float) -> str:
    """A number in the fewest digits that name it, without an exponent."""
    from decimal import Decimal  # noqa: PLC0415

    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
