"""Files that are no plain text, known by how they begin."""

from __future__ import annotations

from msgspec import Struct


class BinaryKind(Struct, frozen=True):
    """What a file is, and what its owner can do about it."""

    what: str
    advice: str


_WORD_PROCESSOR = "save it from its program as plain text in UTF-8, and check that file"
_PICTURE = "check the text that belongs to it"
_UNPACK = "unpack it, and check the texts inside"
_EXPORT = "copy or export its text as plain text in UTF-8, and check that file"

# First bytes, as registered with IANA or given by the `file` program's magic.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", _EXPORT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office program (.doc, .xls, .ppt)", _WORD_PROCESSOR),
    (b"{\\rtf", "a document in rich text format", _WORD_PROCESSOR),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF87a", "a GIF picture", _PICTURE),
    (b"GIF89a", "a GIF picture", _PICTURE),
    (b"\x1f\x8b\x08", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x7fELF", "a program", "name the draft itself"),
    (b"SQLite format 3\x00", "a database", _EXPORT),
    (b"ID3", "a sound recording", "check its transcript"),
    (b"OggS", "a sound recording", "check its transcript"),
)

# What a zip archive is for its owner, by the name of a member that stands near its start.
_ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (.docx)", _WORD_PROCESSOR),
    (b"xl/", "a spreadsheet (.xlsx)", _EXPORT),
    (b"ppt/", "a presentation (.pptx)", _EXPORT),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", _WORD_PROCESSOR),
    (b"mimetypeapplication/epub", "an e-book (.epub)", _EXPORT),
)


def binary_kind(data: bytes) -> BinaryKind | None:
    """What kind of binary file these bytes begin, or None for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        for member, what, advice in _ZIPPED:
            if member in data:
                return BinaryKind(what, advice)
        return BinaryKind("a zip archive", _UNPACK)
    for magic, what, advice in _MAGIC:
        if data.startswith(magic) and (magic not in _LETTERS or b"\0" in data):
            return BinaryKind(what, advice)
    return None


# Beginnings that a text may have too; NUL bytes tell.
_LETTERS = frozenset({b"BZh", b"ID3", b"OggS"})
