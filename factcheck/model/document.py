"""A draft as text, with its structure and its places."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from factcheck.model.period import Day
from factcheck.model.span import Place, Span

Language = Literal["zh", "en"]

# What a block is to a reader. "caption" and "chrome" (breadcrumbs, share buttons, picture numbers) yield no claims.
BlockKind = Literal["heading", "paragraph", "item", "row", "caption", "chrome"]


class Block(Struct, frozen=True):
    """A paragraph, heading, list item, table row or piece of page furniture; its span has no white space at its ends."""

    span: Span
    kind: BlockKind
    level: int = 0  # of a heading: 1 is the title; of an item: its depth

    @property
    def is_prose(self) -> bool:
        return self.kind not in ("caption", "chrome")


class Comment(Struct, frozen=True):
    """What a draft says to those who work on it and not to its readers: `<!-- inside -->` of Markdown and HTML."""

    span: Span
    inside: Span


class Document(Struct, frozen=True):
    r"""The decoded text of one draft, never altered, with what the reader knows of its structure.

    `lines` holds the offset at which each line begins (a line ends at \n, \r\n or a lone \r).
    `dated` is the document's own date, the anchor of words such as 去年; None when the document does not tell.
    No block reaches into one of the `comments`: they make no claims.
    """

    path: str
    text: str
    language: Language
    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    dated: Day | None = None
    comments: tuple[Comment, ...] = ()

    def place(self, span: Span) -> Place:
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        return Place(line, column, end_line, end_column)

    def cut(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


class Sentence(Struct, frozen=True):
    """A sentence inside one block; `clauses` tile it, each without the mark that closes it."""

    span: Span
    clauses: tuple[Span, ...]
    block: int  # index into Document.blocks
