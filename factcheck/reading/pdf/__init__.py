"""Drafts as PDF: the reading is done by a process of its own, which may take so much time and memory and no more.

PDFium is written in C++ and reads whatever it is given; a file made to harm can make any such library crash, hang or swell.
A process of its own costs some 30 ms where the package's own start costs 150, and gives its memory back when it ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.util import find_spec

import msgspec

from factcheck.model.message import Message, say
from factcheck.model.source import Where
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import Part, Piece
from factcheck.reading.pdf.told import Scrap, Told

if find_spec("pypdfium2_raw") is None:
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

# Seconds. A thousand pages of Chinese text take about a quarter of this.
LONGEST = 60.0

# A PDF ends with this mark; blanks, or a line of a mail program, may follow it.
_END, _END_LIES_IN = b"%%EOF", 2048


def read(data: bytes, path: str) -> Iterator[Part]:
    """The parts of a PDF, with page and box of every word. Raises ReadingError."""
    if _END not in data.rstrip(b"\0 \r\n\t")[-_END_LIES_IN:]:
        raise ReadingError(
            path,
            say("the PDF is cut off: its end mark is missing"),
            say("fetch it once more, and see whether a PDF reader opens it"),
        )
    answer = _answer(data)
    if isinstance(answer, str):
        raise ReadingError(path, *_fault(answer))
    return map(_part, answer)


def _answer(data: bytes) -> list[Told] | str:
    """What the reading process answers: the parts, or the word for a fault."""
    # It finds the packages that this one finds, and none in the folder that it happens to be started in (-P).
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, env=environment, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        return "slow"
    if done.returncode:
        return "heavy" if done.returncode < 0 else "strange"
    return msgspec.msgpack.decode(done.stdout, type=list[Told] | str)


def _fault(word: str) -> tuple[Message, Message]:
    """What is wrong with a PDF, and what to do about it."""
    text = say("export it as PDF once more, or save the draft's text in a file of its own")
    faults = {
        "locked": (say("the PDF is locked with a password"), say("save a copy without a password, and check that")),
        "broken": (say("the PDF is damaged"), say("fetch it once more, and see whether a PDF reader opens it")),
        "long": (say("the PDF says that it has too many pages for a draft"), say("take out the pages to check")),
        "scan": (
            say("the PDF holds no text: its pages are pictures, as of a scan"),
            say("have its text recognised (OCR), or check the file that it was printed from"),
        ),
        "unmapped": (say("the fonts of the PDF don't tell which characters they show"), text),
        "slow": (say("the PDF takes longer to read than a draft does"), text),
        "heavy": (say("the PDF needs more memory than a draft does, or breaks what reads it"), text),
        "strange": (say("the PDF is built in a way that can't be read"), text),
    }
    return faults[word]


def _part(told: Told) -> Part:
    return Part(tuple(_piece(scrap, told) for scrap in told.scraps), told.kind, told.level, told.apart)


def _piece(scrap: Scrap, told: Told) -> Piece:
    left, top, right, bottom = map(_points, scrap.box)
    where = Where(
        page=scrap.page,
        box=(left, top, right, bottom),
        aside=told.aside,
        number=told.number,
        table=told.table,
        row=scrap.row,
        column=scrap.column,
    )
    return Piece(scrap.text, where)


@cache
def _points(tenths: int) -> Decimal:
    """A tenth of a point, the unit in which places come, in points."""
    return Decimal(tenths) / 10
