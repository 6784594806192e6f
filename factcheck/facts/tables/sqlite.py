"""Tables and views of an SQLite database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Asked, Row, Table, chosen, text_of
from factcheck.model.message import say

_NAMES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"


@contextmanager
def sqlite_table(asked: Asked) -> Iterator[Table]:
    """The only table of a database, or the one that is named. Raises FactsError."""
    path = Path(asked.place)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            name = chosen(asked, [name for (name,) in database.execute(_NAMES)])
            quoted = '"' + name.replace('"', '""') + '"'
            (total,) = database.execute(f"SELECT count(*) FROM {quoted}").fetchone()  # noqa: S608
            found = database.execute(f"SELECT * FROM {quoted}")  # noqa: S608
            columns = tuple(column for column, *_ in found.description)
            yield Table(str(path), columns, _rows(found), total)
    except sqlite3.Error as error:
        raise FactsError([of_file(path, say("the database can't be read: {why}", why=error))]) from error


def _rows(found: sqlite3.Cursor) -> Iterator[Row]:
    for number, cells in enumerate(found, 1):
        yield number, tuple(map(text_of, cells))
