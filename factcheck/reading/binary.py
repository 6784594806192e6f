"""Files that are no plain text, known by how they begin."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.message import Message, say


class BinaryKind(Struct, frozen=True):
    """What a file is, and what its owner can do about it."""

    what: Message
    advice: Message


_WORD_PROCESSOR = say("save it from its program as plain text in UTF-8, and check that file")
_PICTURE = say("check the text that belongs to it")
_UNPACK = say("unpack it, and check the texts inside")
_EXPORT = say("copy or export its text as plain text in UTF-8, and check that file")

# First bytes, as registered with IANA or given by the `file` program's magic.
_MAGIC: tuple[tuple[bytes, Message, Message], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        say("a document of an old Office program (.doc, .xls, .ppt)"),
        _WORD_PROCESSOR,
    ),
    (b"{\\rtf", say("a document in rich text format"), _WORD_PROCESSOR),
    (b"\x89PNG\r\n\x1a\n", say("a PNG picture"), _PICTURE),
    (b"\xff\xd8\xff", say("a JPEG picture"), _PICTURE),
    (b"GIF87a", say("a GIF picture"), _PICTURE),
    (b"GIF89a", say("a GIF picture"), _PICTURE),
    (b"\x1f\x8b\x08", say("a gzip archive"), _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", say("a 7-Zip archive"), _UNPACK),
    (b"Rar!\x1a\x07", say("a RAR archive"), _UNPACK),
    (b"BZh", say("a bzip2 archive"), _UNPACK),
    (b"\xfd7zXZ\x00", say("an xz archive"), _UNPACK),
    (b"\x7fELF", say("a program"), say("name the draft itself")),
    (b"SQLite format 3\x00", say("a database"), _EXPORT),
    (b"ID3", say("a sound recording"), say("check its transcript")),
    (b"OggS", say("a sound recording"), say("check its transcript")),
)

# What a zip archive is for its owner, by the name of a member that stands near its start.
_ZIPPED: tuple[tuple[bytes, Message, Message], ...] = (
    (b"word/", say("a Word document (.docx)"), _WORD_PROCESSOR),
    (b"xl/", say("a spreadsheet (.xlsx)"), _EXPORT),
    (b"ppt/", say("a presentation (.pptx)"), _EXPORT),
    (b"mimetypeapplication/vnd.oasis.opendocument", say("an OpenDocument file"), _WORD_PROCESSOR),
    (b"mimetypeapplication/epub", say("an e-book (.epub)"), _EXPORT),
)


def binary_kind(data: bytes) -> BinaryKind | None:
    """What kind of binary file these bytes begin, or None for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        for member, what, advice in _ZIPPED:
            if member in data:
                return BinaryKind(what, advice)
        return BinaryKind(say("a zip archive"), _UNPACK)
    for magic, what, advice in _MAGIC:
        if data.startswith(magic) and (magic not in _LETTERS or b"\0" in data):
            return BinaryKind(what, advice)
    return None


# Beginnings that a text may have too; NUL bytes tell.
_LETTERS = frozenset({b"BZh", b"ID3", b"OggS"})
