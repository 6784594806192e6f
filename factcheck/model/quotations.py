"""Where a draft quotes: what stands there are somebody's own words, right or wrong."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.document import Document
from factcheck.model.span import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "《": "》", "‘": "’"}
_STRAIGHT = '"'


def quotations(document: Document) -> tuple[Span, ...]:
    """The quotations of each block, their marks included. One that is opened and never closed runs to its block's end."""
    return tuple(span for block in document.blocks for span in _of(document.text, block.span))


def _of(text: str, block: Span) -> Iterator[Span]:
    start, closing = -1, ""
    for at in range(block.start, block.end):
        char = text[at]
        if start < 0 and (char in _PAIRS or char == _STRAIGHT):
            start, closing = at, _PAIRS.get(char, _STRAIGHT)
        elif start >= 0 and char == closing and not _is_apostrophe(text, at):
            yield Span(start, at + 1)
            start = -1
    if start >= 0:
        yield Span(start, block.end)


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
