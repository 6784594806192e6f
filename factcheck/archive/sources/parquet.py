"""Parquet: a document in each row."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.archive.article import Article, day_of, said_of
from factcheck.archive.errors import ArchiveError
from factcheck.archive.sources import Columns, Read
from factcheck.model.message import listed, say

# So many rows are in memory at a time.
ROWS = 256


def read(path: str, columns: Columns) -> Read:
    """An article a row: its text, or the bytes of a file. Raises ArchiveError where the column of the text is missing."""
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowException as error:
        yield Article(path, failure=say("can't be read ({why})", why=said_of(error))), 0
        return
    with file:
        wanted = _columns(path, file.schema_arrow.names, columns)
        size, rows = Path(path).stat().st_size, max(1, file.metadata.num_rows)
        number = 0
        try:
            for batch in file.iter_batches(ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield _article(f"{path}#{number}", row, columns), size * number // rows
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            broken = say("the rest of the file can't be read ({why})", why=said_of(error))
            yield Article(f"{path}#{number + 1}", failure=broken), size


def _columns(path: str, names: list[str], columns: Columns) -> list[str]:
    if columns.text not in names:
        near = get_close_matches(columns.text, names, n=1)
        there = say("did you mean {name}?", name=near[0]) if near else say("it has {names}", names=listed(names))
        missing = say("{path}: there is no column “{column}”", path=path, column=columns.text)
        raise ArchiveError(say("{said}; {advice}", said=missing, advice=there))
    return [name for name in (columns.text, columns.date, columns.title, columns.url) if name in names]


def _article(name: str, row: dict[str, object], columns: Columns) -> Article:
    text = row[columns.text]
    content = text if isinstance(text, str | bytes) else None
    failure = None if content is not None else say("the value of “{key}” is no text", key=columns.text)
    title, url = (value if isinstance(value := row.get(key), str) else None for key in (columns.title, columns.url))
    return Article(name, content, failure, published=day_of(row.get(columns.date)), title=title, url=url)
