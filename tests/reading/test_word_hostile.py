"""Word files that mean harm, or were harmed: one clear error each, in bounded time and memory."""

from __future__ import annotations

import struct
import time
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from linear import is_linear
from test_word import numbered
from word_files import HEAD, SPACES, docx, members, p, packed, root, style, table, tc, tr

from factcheck.reading import ReadingError, read_document
from factcheck.reading.word import read

SOUND = members(p("全区共有76家金融机构。"))
BODY = "word/document.xml"
LINKS = "_rels/.rels"


def changed(content: str | None, name: str = BODY) -> bytes:
    """A sound file with its main part, or another, changed or gone."""
    new = {**SOUND, name: content}
    return packed({name: content for name, content in new.items() if content is not None})


def bomb() -> bytes:
    """Some 100 KB that inflate to 100 MB."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in SOUND.items():
            if name != BODY:
                archive.writestr(name, content)
        with archive.open(BODY, "w") as part:
            part.write(f"{HEAD}<w:document {SPACES}><w:body>".encode())
            for _ in range(100):
                part.write(b" " * 2**20)
            part.write(b"</w:body></w:document>")
    return file.getvalue()


def lying_bomb() -> bytes:
    """The same, which says that it inflates to 1,000 bytes."""
    data = bytearray(bomb())
    at = data.rindex(BODY.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def entities() -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "ha">{levels}]><w:document {SPACES}><w:body>&e11;</w:body></w:document>'


def outside() -> str:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return f'<?xml version="1.0"?>{doctype}<w:document {SPACES}><w:body>{p("&x;")}</w:body></w:document>'


def nested() -> str:
    content = p("1")
    for _ in range(20_000):
        content = f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"
    return root("document", f"<w:body>{content}</w:body>")


def encrypted() -> bytes:
    """The head of a compound file with the stream in which Office keeps an encrypted document."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + "EncryptedPackage".encode("utf-16-le").ljust(
        512, b"\0"
    )


def encrypted_member() -> bytes:
    data = bytearray(packed(SOUND))
    at = data.rindex(BODY.encode()) - 46
    data[at + 8] |= 1
    return bytes(data)


def strange_compression() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_LZMA) as archive:
        for name, content in SOUND.items():
            archive.writestr(name, content)
    return file.getvalue()


def many_members() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(BODY, "")
        archive.comment = b""
    data = bytearray(file.getvalue())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 2**30)
    return bytes(data)


def wide() -> str:
    return root("document", f"<w:body>{table(tr(*[tc(p('1'))] * 5000))}</w:body>")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (bomb, "inflated, it is larger than any document is"),
    "a zip bomb that lies": (lying_bomb, "damaged or cut short"),
    "an entity bomb": (lambda: changed(entities()), "it defines entities"),
    "an external entity": (lambda: changed(outside()), "it defines entities"),
    "an entity in its relationships": (lambda: changed(entities(), LINKS), "it defines entities"),
    "deep tables": (lambda: changed(nested()), "nested deeper"),
    "a wide table": (lambda: changed(wide()), "a table that is larger"),
    "too many paragraphs": (lambda: docx("<w:p/>" * 100_001), "more paragraphs than any document has"),
    "too many elements in one": (lambda: docx(f"<w:p>{'<w:r><w:t/></w:r>' * 125_000}</w:p>"), "more elements than any"),
    "an encrypted document": (encrypted, "an Office document that is encrypted"),
    "an encrypted member": (encrypted_member, "it is encrypted"),
    "compression that Word has not": (strange_compression, "damaged or cut short"),
    "a cut file": (lambda: packed(SOUND)[:-200], "damaged or cut short"),
    "half a file": (lambda: packed(SOUND)[: len(packed(SOUND)) // 2], "damaged or cut short"),
    "too many members": (many_members, "lists more members"),
    "no main part": (lambda: changed(None), "the part that holds its text is missing"),
    "no relationships": (lambda: changed(None, LINKS), "the part that holds its text is missing"),
    "broken markup": (lambda: changed("<w:document>"), "its markup is broken"),
    "an unknown encoding": (lambda: changed('<?xml version="1.0" encoding="x"?><a/>'), "its markup is broken"),
    "an empty main part": (lambda: changed(""), "its markup is broken"),
    "no text": (lambda: docx("<w:p/>"), "holds no text"),
    "another kind of markup": (lambda: changed("<html><body>76家</body></html>"), "holds no text"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_one_clear_error_in_bounds(kind: str) -> None:
    make, said = HOSTILE[kind]
    data = make()
    tracemalloc.start()
    began = time.process_time()
    try:
        with pytest.raises(ReadingError) as error:
            read_document(data, "draft.docx")
        memory = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("draft.docx: ")
    assert memory < 150 * 2**20
    assert time.process_time() - began < 20


def test_a_bomb_that_is_no_text_is_never_inflated() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in SOUND.items():
            archive.writestr(name, content)
        with archive.open("word/media/image1.png", "w") as part:
            for _ in range(200):
                part.write(b"\0" * 2**20)
    tracemalloc.start()
    try:
        assert read_document(file.getvalue(), "draft.docx").text == "全区共有76家金融机构。"
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


def test_a_sheet_inside_makes_a_document_no_sheet() -> None:
    parts = {**SOUND, "word/embeddings/sheet.xlsx": packed({"xl/workbook.xml": "<x/>"})}
    assert read_document(packed(parts), "draft.bin").text == "全区共有76家金融机构。"


FIELD = '<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t>'
LONG: dict[str, Callable[[int], bytes]] = {
    "runs": lambda size: docx(p(*["76家。"] * size)),
    "paragraphs": lambda size: docx(p("76家。") * size),
    "line breaks": lambda size: docx(f"<w:p><w:r><w:t>a</w:t>{'<w:br/>' * size}<w:t>b</w:t></w:r></w:p>"),
    "fields": lambda size: docx(f"<w:p><w:r>{FIELD * size}</w:r></w:p>"),
    "cells": lambda size: docx(table(tr("1", "2") * (size // 2))),
    "sections": lambda size: docx("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" * size),
    "overrides": lambda size: docx(
        numbered("项", 1) * size,
        numbering=root(
            "numbering",
            f'<w:num w:numId="1">{"<w:lvlOverride/>" * size}<w:abstractNumId w:val="0"/></w:num>',
        ),
    ),
    "styles": lambda size: docx(
        "".join(p("文", properties=f'<w:pStyle w:val="s{at}"/>') for at in range(size)),
        styles=root(
            "styles", "".join(style(f"s{at}", f"s{at}", f'<w:basedOn w:val="s{at + 1}"/>') for at in range(size))
        ),
    ),
}


@pytest.mark.parametrize("kind", LONG)
def test_what_is_long_takes_time_in_proportion(kind: str) -> None:
    files = {size: LONG[kind](size) for size in (500, 4000)}
    assert is_linear(lambda size: list(read(files[size], "draft.docx")), 500, 4000)
