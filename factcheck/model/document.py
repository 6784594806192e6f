"""A draft as text, with its structure and its places."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from factcheck.model.message import Message, say
from factcheck.model.period import Day
from factcheck.model.source import Laid, Where, Written
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
    r"""The text of one draft as its readers see it, never altered, with what the reader knows of its structure.

    It is the decoded text of a file, or was taken out of a file with markup, pages or cells: `source` tells from where.
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
    source: Written | Laid | None = None

    def place(self, span: Span) -> Place:
        """The lines and columns of a span in the file; those of the text itself where the file has none."""
        lines, stretch = self.written_lines, self.origin(span)
        return Place(*_position(lines, stretch.start), *_position(lines, stretch.end))

    def where(self, span: Span) -> Where | None:
        """The place of a span in a file that has no lines."""
        return self.source.where(span) if isinstance(self.source, Laid) else None

    def told(self, span: Span) -> Message:
        """The place of a span as a reader is told it: “line 34”, “paragraph 12”."""
        where = self.where(span)
        return say("line {line}", line=self.place(span).line) if where is None else where.said()

    def origin(self, span: Span) -> Span:
        """The stretch of `written` at which a span of the text stands."""
        return self.source.origin(span) if isinstance(self.source, Written) else span

    def stands(self, span: Span) -> bool:
        """Whether a span stands in `written` as it does in the text, so that something else can be written in its place."""
        if isinstance(self.source, Written):
            return self.source.is_verbatim(span, self.text)
        return self.source is None

    def offset(self, at: int) -> int:
        """The offset in the text of a place in `written`."""
        return self.source.offset(at) if isinstance(self.source, Written) else at

    @property
    def written(self) -> str:
        """The decoded text of the file, markup and all; the text itself where the file has none."""
        return self.source.text if isinstance(self.source, Written) else self.text

    @property
    def written_lines(self) -> tuple[int, ...]:
        """The offsets in `written` at which its lines begin."""
        return self.source.lines if isinstance(self.source, Written) else self.lines

    def cut(self, span: Span) -> str:
        return self.text[span.start : span.end]


class Sentence(Struct, frozen=True):
    """A sentence inside one block; `clauses` tile it, each without the mark that closes it."""

    span: Span
    clauses: tuple[Span, ...]
    block: int  # index into Document.blocks


def _position(lines: tuple[int, ...], offset: int) -> tuple[int, int]:
    line = bisect_right(lines, offset)
    return line, offset - lines[line - 1] + 1
