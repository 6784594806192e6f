"""Reading: bytes → `Document`. One module for each step; this one is the face, and loads a step when it is asked for.

read_document(data, path, language="auto", encoding=None) -> Document    the bytes of a draft
document_of(text, path="-", language="auto") -> Document                 text that is decoded already
find_drafts(paths) -> tuple[str, ...]                                    files, folders, globs and "-"
draft_bytes(path) -> bytes                                               a file's bytes, or those of standard input
decode(data, path, encoding=None) -> str                                 bytes as text
encode_as(text, data, old, encoding=None) -> bytes | None                text as bytes, in the encoding of others
ReadingError                                                             what went wrong, in one clear message
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.reading.document import document_of, read_document
    from factcheck.reading.drafts import draft_bytes, find_drafts
    from factcheck.reading.encoding import decode, encode_as
    from factcheck.reading.errors import ReadingError

__all__ = ["ReadingError", "decode", "document_of", "draft_bytes", "encode_as", "find_drafts", "read_document"]

_HOMES = {
    "document_of": "document",
    "read_document": "document",
    "find_drafts": "drafts",
    "draft_bytes": "drafts",
    "decode": "encoding",
    "encode_as": "encoding",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
