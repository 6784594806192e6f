"""Tables as Parquet files, read by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Asked, Row, Table, text_of
from factcheck.model.message import say

_BATCH = 10_000


@contextmanager
def parquet_table(asked: Asked) -> Iterator[Table]:
    """A Parquet file. Raises FactsError, and ImportError where DuckDB is not installed."""
    import duckdb  # noqa: PLC0415

    path = Path(asked.place)
    try:
        with closing(duckdb.connect(config={"autoinstall_known_extensions": False})) as database:
            (total,) = database.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone() or (0,)
            found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
            columns = tuple(column[0] for column in found.description or ())
            yield Table(str(path), columns, _rows(found), total)
    except duckdb.Error as error:
        why = str(error).partition("\n")[0]
        raise FactsError([of_file(path, say("the file can't be read: {why}", why=why))]) from error


def _rows(found: Any) -> Iterator[Row]:
    number = 0
    while batch := found.fetchmany(_BATCH):
        for cells in batch:
            number += 1
            yield (
                number,
                tuple("; ".join(map(text_of, cell)) if isinstance(cell, list) else text_of(cell) for cell in cells),
            )
