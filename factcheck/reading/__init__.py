"""Reading: bytes → `Document`. One module for each step; this one is the face, and loads a step when it is asked for.

read_document(data, path, language="auto", encoding=None) -> Document    the bytes of a draft
document_of(text, path="-", language="auto") -> Document                 text that is decoded already
find_drafts(paths) -> tuple[str, ...]                                    files, folders, globs and "-"
draft_bytes(path) -> bytes                                               a file's bytes, or those of standard input
ReadingError                                                             what went wrong, in one clear message
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.reading.document import document_of, read_document
    from factcheck.reading.drafts import draft_bytes, find_drafts
    from factcheck.reading.errors import ReadingError

__all__ = ["ReadingError", "document_of", "draft_bytes", "find_drafts", "read_document"]


def __getattr__(name: str) -> Any:
    homes = {"document_of": "document", "read_document": "document", "find_drafts": "drafts", "draft_bytes": "drafts"}
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{homes.get(name, 'errors')}"), name)
