"""What is reckoned from an archive's claims and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Literal

import duckdb
from msgspec import Struct

from factcheck.archive.errors import ArchiveError
from factcheck.archive.parts import Folder
from factcheck.archive.report import sql
from factcheck.model.message import say

Stand = Literal["agrees", "wrong", "disputed"]


class Said(Struct, frozen=True):
    """One value that documents give for a fact.

    `stands` tells how it stands to the facts file; `text` is how the first of them writes it, and `document` its name. `days` are
    the dated documents that say so, by day; `documents` counts the undated, too.
    """

    text: str
    stands: Stand
    documents: int
    document: str
    days: tuple[tuple[date, int], ...] = ()

    @property
    def first(self) -> date | None:
        return self.days[0][0] if self.days else None

    @property
    def last(self) -> date | None:
        return self.days[-1][0] if self.days else None


class Contradiction(Struct, frozen=True):
    """A fact that different documents give different values for, in the order in which the values came up."""

    fact: str
    value: str
    claim: str
    values: tuple[Said, ...]

    @property
    def span(self) -> tuple[date, date] | None:
        """The days between which dated documents state it."""
        days = [day for said in self.values for day, _ in said.days]
        return (min(days), max(days)) if days else None


class WrongFact(Struct, frozen=True):
    """An entry of the facts file that documents get wrong.

    `stated` counts the documents that state it, rightly or wrongly: none for names and quotes, which are only told where they
    are wrong. `found` is what most of the wrong ones write, `expected` what the facts file has.
    """

    fact: str
    rules: str
    expected: str
    found: str
    wrong: int
    stated: int


class Month(Struct, frozen=True):
    """The documents of a month, "2023-11"; those without a date have none."""

    month: str | None
    documents: int
    failed: int
    claims: int
    bound: int  # claims that a fact speaks of
    mismatches: int
    errors: int
    warnings: int


class Figures(Struct, frozen=True):
    """All of it. `contradictions` and `wrong` hold the gravest of so many as there are in all."""

    documents: int
    failed: int
    claims: int
    contradictions: tuple[Contradiction, ...]
    contradictions_in_all: int
    wrong: tuple[WrongFact, ...]
    wrong_in_all: int
    months: tuple[Month, ...]


def figures(folder: Folder, top: int) -> Figures:
    """The figures of a finished archive, with the `top` contradictions and facts. Raises ArchiveError."""
    keys = folder.manifest().parts
    if not keys:
        raise ArchiveError(say("{path}: this archive holds no documents", path=folder.path))
    with duckdb.connect() as connection:
        try:
            for table in ("documents", "claims", "findings"):
                files = [str(folder.file(table, key)) for key in keys]
                connection.register(table, connection.read_parquet(files))
            return _figures(connection, top)
        except duckdb.IOException as error:
            lacks = say(
                "{path}: parts of the archive are missing; `factcheck archive run` makes them", path=folder.path
            )
            raise ArchiveError(lacks) from error


def _figures(connection: duckdb.DuckDBPyConnection, top: int) -> Figures:
    connection.execute(sql.STATED)
    ((documents, failed, claims),) = _rows(connection, sql.TOTALS)
    ((contradictions,),) = _rows(connection, sql.CONTRADICTIONS_IN_ALL)
    wrong = [WrongFact(*row) for row in _rows(connection, sql.WRONG)]
    return Figures(
        documents,
        failed,
        claims,
        tuple(_contradictions(_rows(connection, sql.CONTRADICTIONS, top))),
        contradictions,
        tuple(wrong[:top]),
        len(wrong),
        tuple(Month(*row) for row in _rows(connection, sql.MONTHS)),
    )


def _contradictions(rows: Sequence[tuple[Any, ...]]) -> Iterator[Contradiction]:
    for (fact, value, claim), of_fact in groupby(rows, key=lambda row: row[:3]):
        said = (
            Said(text, stands, documents, document, tuple((each["day"], each["documents"]) for each in days or ()))
            for _, _, _, text, stands, documents, document, days in of_fact
        )
        yield Contradiction(fact, value, claim, tuple(said))


def _rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(query, list(values)).fetchall()
