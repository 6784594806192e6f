"""Tables and views of a PostgreSQL database, read by psycopg."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Asked, Row, Table, shown, text_of
from factcheck.model.message import say
from factcheck.model.problem import Problem

# Rows that are fetched at a time: the server keeps the rest.
_BATCH = 10_000


@contextmanager
def postgresql_table(asked: Asked) -> Iterator[Table]:
    """The table or view that is named, with its schema where it is in none that is searched. Raises FactsError.

    Raises ImportError where psycopg is not installed.
    """
    import psycopg  # noqa: PLC0415
    from psycopg import sql  # noqa: PLC0415

    name = shown(asked.place)
    if asked.table is None:
        raise FactsError([Problem(name, 0, 0, say("a database holds many tables"), say("name one with --table"))])
    table = sql.SQL(".").join(map(sql.Identifier, asked.table.split(".", 1)))
    try:
        with psycopg.connect(asked.place) as database, database.cursor(name="factcheck") as found:
            database.read_only = True
            found.itersize = _BATCH
            counted = database.execute(sql.SQL("SELECT count(*) FROM {}").format(table)).fetchone()
            found.execute(sql.SQL("SELECT * FROM {}").format(table))
            columns = tuple(column.name for column in found.description or ())
            yield Table(f"{name}#{asked.table}", columns, _rows(found), counted[0] if counted else None)
    except psycopg.Error as error:
        why = str(error).strip().partition("\n")[0]
        raise FactsError([Problem(name, 0, 0, say("the database can't be read: {why}", why=why))]) from error


def _rows(found: Any) -> Iterator[Row]:
    for number, cells in enumerate(found, 1):
        yield (
            number,
            tuple("; ".join(map(text_of, cell)) if isinstance(cell, list) else text_of(cell) for cell in cells),
        )
