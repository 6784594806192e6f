"""Tables as comma-separated values (RFC 4180), or with tabs or semicolons between."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Asked, Row, Table
from factcheck.model.message import say
from factcheck.model.problem import Problem

# A cell of more characters than this is no fact but a quotation mark that was never closed.
LONGEST = 2**20

_SEPARATORS = ",;\t"
_BLOCK = 2**20


@contextmanager
def csv_table(asked: Asked) -> Iterator[Table]:
    """A CSV file with a line of column names. Raises FactsError."""
    path = Path(asked.place)
    csv.field_size_limit(LONGEST)
    try:
        with path.open(encoding=_encoding(path, asked.encoding), newline="") as stream:
            separator = _separator(stream.readline())
            stream.seek(0)
            reader = csv.reader(stream, delimiter=separator, strict=True)
            columns = tuple(next(reader, ()))
            yield Table(str(path), columns, _rows(reader, path), _lines_of(path))
    except UnicodeError as error:
        raise FactsError([_wrongly_encoded(path, 1)]) from error
    except LookupError as error:
        said = say("there is no encoding “{name}”", name=asked.encoding or "")
        raise FactsError([of_file(path, said, say("name another, such as gb18030"))]) from error
    except OSError as error:
        raise FactsError([of_file(path, say("the file can't be read: {why}", why=error.strerror or error))]) from error


def _rows(reader: Iterator[list[str]], path: Path) -> Iterator[Row]:
    begins = reader.line_num + 1  # type: ignore[attr-defined]
    try:
        for cells in reader:
            if any(cells):
                yield begins, tuple(cells)
            begins = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        said = say("this row can't be read: {why}", why=error)
        advice = say("close the quotation mark that opens in it, and write those within a cell twice")
        raise FactsError([Problem(str(path), begins, 1, said, advice)]) from error
    except UnicodeError as error:
        raise FactsError([_wrongly_encoded(path, begins)]) from error


def _wrongly_encoded(path: Path, line: int) -> Problem:
    said = say("a character in or behind this row is not of the file's encoding")
    return Problem(str(path), line, 1, said, say("name it, as in --encoding gb18030"))


def _encoding(path: Path, named: str | None) -> str:
    if named is not None:
        return named
    with path.open("rb") as stream:
        head = stream.read(2)
    return "utf-16" if head in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _separator(head: str) -> str:
    """What stands most often between the names of columns."""
    return max(_SEPARATORS, key=head.count)


def _lines_of(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
