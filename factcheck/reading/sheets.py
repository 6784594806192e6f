"""Spreadsheets (.xlsx): the cells of each visible sheet as a reader sees them, a row for a row.

What a cell shows and what it holds are two things: 0.078 is shown as 7.8%, 45230 as a day. What is shown is checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadStream  # noqa: N812 - it has a plain name

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from factcheck.model.message import Message, say
from factcheck.model.source import Where
from factcheck.patterns import compiled
from factcheck.reading.cell_formats import shown
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import CELL, Part, Piece

# Bounds within which any table that people read lies: what its markup may take inflated, and how many cells it may have.
_LARGEST = 128 * 2**20
_MOST_CELLS = 1_000_000
_MOST_GAPS = 100_000

_PIECE = 2**16
_READ = (".xml", ".rels")

# What programs call a sheet that nobody has named.
_UNNAMED = r"(?i:sheet|tabelle|feuille|工作表|シート) ?\d*"


def read(data: bytes, path: str) -> Iterator[Part]:
    """The rows of the visible sheets, each sheet below its name. Raises ReadingError for what can't be read within bounds."""
    _measure(data, path)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        left = _MOST_CELLS
        for sheet in sheets:
            if len(sheets) > 1 and not compiled(_UNNAMED).fullmatch(sheet.title):
                yield Part((Piece(sheet.title, Where(sheet=sheet.title, cell="A1")),), "heading", 2)
            for part in _rows(sheet):
                left -= len(part.pieces)
                if left < 0:
                    raise _trouble(path, say("it has more than {number} cells", number=f"{_MOST_CELLS:,}"))
                yield part
    except ReadingError:
        raise
    except _GapError as error:
        raise _trouble(path, say("its rows lie too far apart")) from error
    except (
        InvalidFileException,
        BadZipFile,
        BadStream,
        KeyError,
        ValueError,
        TypeError,
        OSError,
        SyntaxError,
    ) as error:
        raise _trouble(path, say("it is damaged or cut short")) from error
    except (AttributeError, IndexError, AssertionError, RecursionError, MemoryError) as error:
        raise _trouble(path, say("it is no spreadsheet that another program would write")) from error


class _GapError(Exception):
    """Rows without number between two that hold something."""


def _rows(sheet: Any) -> Iterator[Part]:
    """The rows of an openpyxl sheet, read only, that hold something; those below an empty one stand apart from it."""
    sheet.reset_dimensions()  # what a file declares may be wrong, and is filled up with empty cells
    apart, gaps = True, 0
    for row in sheet.iter_rows():
        texts = [_one_line(shown(cell.value, getattr(cell, "number_format", ""))) for cell in row]
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts:
            apart, gaps = True, gaps + 1
            if gaps > _MOST_GAPS:
                raise _GapError
            continue
        yield Part(tuple(_cells(sheet.title, row, texts)), "row", apart=apart)
        apart, gaps = False, 0


def _cells(title: str, row: Sequence[Any], texts: Sequence[str]) -> Iterator[Piece]:
    """The cells of a row; an empty one has no place of its own."""
    where = Where(sheet=title)
    for at, (cell, text) in enumerate(zip(row, texts, strict=False)):
        if text:
            where = Where(sheet=title, cell=cell.coordinate)
        if at or text:
            yield Piece(CELL + text if at else text, where)


def _one_line(text: str) -> str:
    return compiled(r"[\t\r\n\v\f]+").sub(" ", text)


def _measure(data: bytes, path: str) -> None:
    """Inflate the markup once, to know that it is no more than any table takes: what an archive declares may be a lie."""
    left = _LARGEST
    try:
        with ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                if not member.filename.lower().endswith(_READ):
                    continue
                if member.flag_bits & 0x1:
                    raise ReadingError(
                        path,
                        say("a spreadsheet that is encrypted"),
                        say("save it without a password, and check that file"),
                    )
                with archive.open(member) as file:
                    while piece := file.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            raise _trouble(path, say("inflated, it is larger than any table that is read by people"))
    except (BadZipFile, BadStream, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise _trouble(path, say("it is damaged or cut short")) from error


def _trouble(path: str, why: Message) -> ReadingError:
    said = say("a spreadsheet that can't be read: {why}", why=why)
    return ReadingError(path, said, say("save the table as CSV in UTF-8, and check that file"))
