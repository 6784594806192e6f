"""Sheets of an Excel workbook, read by openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Asked, Row, Table, chosen, text_of
from factcheck.model.message import say

# What is left over when 7.8 % is kept as 0.07800000000000001.
_DIGITS = 12

# What openpyxl stumbles over in a file that is no workbook, or is broken; faults of XML are syntax errors.
_BROKEN = (OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, SyntaxError)


@contextmanager
def xlsx_table(asked: Asked) -> Iterator[Table]:
    """The only sheet of a workbook, or the one that is named; its first row has the columns. Raises FactsError.

    Formulas count by the values that were kept of them. Raises ImportError where openpyxl is not installed.
    """
    import zlib  # noqa: PLC0415
    from zipfile import BadZipFile  # noqa: PLC0415

    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    path = Path(asked.place)
    try:
        with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
            sheet = book[chosen(asked, book.sheetnames)]
            rows = sheet.iter_rows()
            columns = tuple(map(_text, next(rows, ())))
            while columns and not columns[-1]:
                columns = columns[:-1]
            yield Table(str(path), columns, _rows(rows), sheet.max_row)
    except (*_BROKEN, BadZipFile, InvalidFileException, zlib.error) as error:
        raise FactsError([of_file(path, say("the workbook can't be read: {why}", why=error))]) from error


def _rows(rows: Iterator[Any]) -> Iterator[Row]:
    for number, row in enumerate(rows, 2):
        cells = tuple(map(_text, row))
        if any(cells):
            yield number, cells


def _text(cell: Any) -> str:
    """A cell as the sheet shows it, as far as figures go: a share is kept as 0.078 and shown as 7.8%."""
    from datetime import date, datetime, time  # noqa: PLC0415

    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{text_of(float(round(value * 100, _DIGITS)))}%"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date) else text_of(value)
