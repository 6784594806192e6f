"""PDFs that are broken, locked or made to harm: one clear error each, in bounded time and memory."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from fpdf import FPDF
from pdf_files import one_page, raw, read, stream, texts

from factcheck.reading import pdf
from factcheck.reading.errors import ReadingError
from factcheck.reading.pdf import __main__ as process

SAID = b"BT /F1 12 Tf 72 700 Td (There are 76 banks in the district.) Tj ET"
FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def locked() -> bytes:
    document = FPDF()
    document.set_encryption(owner_password="owner", user_password="user")  # noqa: S106
    document.add_page()
    document.set_font("helvetica")
    document.cell(text="There are 76 banks.")
    return bytes(document.output())


def truncated() -> bytes:
    whole = one_page(SAID)
    return whole[: len(whole) // 2]


def garbage() -> bytes:
    return b"%PDF-1.7\n" + random.Random(7).randbytes(100_000) + b"\n%%EOF\n"  # noqa: S311


def pages_that_hold_each_other() -> bytes:
    return raw(
        [
            CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>",
        ]
    )


def more_pages_than_there_are() -> bytes:
    return raw([CATALOG, b"<< /Type /Pages /Kids [] /Count 2147483647 >>"])


def pages_beyond_count() -> bytes:
    kids = b"4 0 R " * 20_000
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return raw([CATALOG, b"<< /Type /Pages /Kids [" + kids + b"] /Count 20000 >>", b"<< >>", leaf])


def stream_that_unpacks_to_gigabytes() -> bytes:
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"( " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)  # which may stand any number of times
    packed = zlib.compress(head + block * 2000 + packer.flush(), 9)
    return one_page(b"", stream(packed, "/Filter [/FlateDecode /FlateDecode]"), page="/Contents 5 0 R")


def forms_that_draw_forms() -> bytes:
    """Ten forms that draw the next one ten times each."""
    forms = []
    for number in range(5, 15):
        resources = f"/XObject << /X {number + 1} 0 R >>" if number < 14 else FONT
        content = b"/X Do " * 10 if number < 14 else SAID
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} >>"
        forms.append(stream(content, entries))
    return one_page(b"/X Do " * 10, *forms, resources="/XObject << /X 5 0 R >>")


def a_scan() -> bytes:
    picture = stream(
        b"\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    return one_page(b"q 595 0 0 842 0 0 cm /P Do Q", picture, resources="/XObject << /P 5 0 R >>")


@pytest.mark.parametrize(
    ("made", "complaint"),
    [
        (locked, "the PDF is locked with a password"),
        (truncated, "the PDF is cut off"),
        (garbage, "the PDF is damaged"),
        (pages_that_hold_each_other, "the PDF (is damaged|holds no text)"),
        (more_pages_than_there_are, "the PDF (is damaged|says that it has too many pages)"),
        (pages_beyond_count, "the PDF says that it has too many pages"),
        (stream_that_unpacks_to_gigabytes, "the PDF (needs more memory|takes longer|holds no text)"),
        (forms_that_draw_forms, "the PDF (takes longer|needs more memory)"),
        (a_scan, "the PDF holds no text: its pages are pictures"),
    ],
)
def test_one_clear_error_in_bounds(made: Callable[[], bytes], complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST", 10.0)
    data = made()
    start = time.monotonic()
    with pytest.raises(ReadingError, match=complaint):
        read(data)
    assert time.monotonic() - start < 15
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= process.MOST_MEMORY // 1024


def test_a_page_of_miles_is_read() -> None:
    assert texts(read(one_page(SAID, box="0 0 1e9 1e9"))) == ["There are 76 banks in the district."]


def test_fonts_that_tell_no_characters() -> None:
    maps = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7f> <e000> endbfrange endcmap"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>"
    data = one_page(SAID, stream(maps), resources=f"/Font << /F1 {font} >>")
    with pytest.raises(ReadingError, match="the fonts of the PDF don't tell which characters they show"):
        read(data)


def test_the_library_is_loaded_in_the_reading_process_alone() -> None:
    code = "import sys, factcheck.reading.pdf; print('pypdfium2_raw' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


def test_any_damage_ends_in_text_or_one_error() -> None:
    whole = one_page(SAID)
    chance = random.Random(11)  # noqa: S311
    for _ in range(10):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            data[chance.randrange(9, len(data) - 8)] = chance.randrange(256)
        with suppress(ReadingError):
            assert read(bytes(data)).text
