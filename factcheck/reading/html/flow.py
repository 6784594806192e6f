"""Text as it flows on a page: white space is folded, entities stand for their characters, lines end where blocks do."""

from __future__ import annotations

import html
from collections.abc import Iterator
from html.entities import html5

from msgspec import Struct, field

from factcheck.model.document import BlockKind
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.parts import Part, Piece
from factcheck.reading.spacing import gap

# White space that folds, but for a single blank within a line.
_PIECES = (
    r"(?P<fold>[ \t\r\n\f]*[\t\r\n\f][ \t\r\n\f]*|  +|^ | $)"
    r"|(?P<entity>&(?:\#[0-9]{1,9};?|\#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?))"
)

_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


class Line(Struct):
    """A line of the page while it is read: its pieces, what it is, and what tells text from what stands around it."""

    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True
    pieces: list[Piece] = field(default_factory=list)
    around: bool = False  # within an element that stands around the text
    main: bool = False  # within an element that says that it is the text
    box: int = 0  # the element that holds the block
    length: int = 0
    linked: int = 0  # so many of its characters are links
    links: int = 0
    link: int = 0  # the number of the last one

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces if not piece.is_comment)

    @property
    def end(self) -> int:
        origin = self.pieces[-1].origin if self.pieces else None
        return origin.end if isinstance(origin, Span) else 0

    @property
    def start(self) -> int:
        origin = self.pieces[0].origin if self.pieces else None
        return origin.start if isinstance(origin, Span) else 0

    def part(self, kind: BlockKind | None) -> Part:
        return Part(tuple(self.pieces), kind, self.level if kind == self.kind else 0, apart=self.apart)


class Folded(Struct, frozen=True):
    """A stretch of text, or white space before what follows."""

    text: str
    span: Span
    is_space: bool = False
    breaks: bool = False  # it holds a line end


def folded(text: str, span: Span) -> Iterator[Folded]:
    """The stretches of a text token; each stands for the span that it has."""
    at = span.start
    for match in compiled(_PIECES).finditer(text[span.start : span.end]):
        start, end = match.start() + span.start, match.end() + span.start
        if start > at:
            yield Folded(text[at:start], Span(at, start))
        if match["fold"] is not None:
            yield Folded("", Span(start, end), is_space=True, breaks=any(char in "\r\n" for char in match[0]))
        else:
            end = start + _length_of_entity(match[0])
            shown = html.unescape(text[start:end])
            yield Folded(shown, Span(start, end))
        at = end
    if at < span.end:
        yield Folded(text[at : span.end], Span(at, span.end))


def _length_of_entity(text: str) -> int:
    """How much of it is an entity: of &nbsp2 only its first five characters."""
    if text.endswith(";") or text[1] == "#":
        return len(text)
    return next((length + 1 for length in range(len(text) - 1, 1, -1) if text[1 : length + 1] in html5), len(text))


class Flow:
    """The line that is being read."""

    def __init__(self) -> None:
        self.line = Line()
        self._space: Folded | None = None

    def put(self, text: str, span: Span, *, link: int, raised: bool, kept: bool) -> None:
        """Add the text of a token. With `kept`, white space is not folded: it holds no line end."""
        for each in [Folded(span.cut(text), span)] if kept else folded(text, span):
            if each.is_space:
                self._space = self._space or each
                if each.breaks:
                    self._space = each
            else:
                self._add(each, link=link, raised=raised)

    def put_comment(self, text: str, span: Span) -> None:
        self.line.pieces.append(Piece(span.cut(text), span, is_comment=True))

    def put_mark(self, mark: str, at: int) -> None:
        """Add what the page shows and its text does not hold: the number of an item."""
        self.line.pieces.append(Piece(mark, Span(at, at)))

    def taken(self) -> Line:
        """The line that was read; the next one is empty."""
        line, self.line, self._space = self.line, Line(), None
        return line

    def _add(self, each: Folded, *, link: int, raised: bool) -> None:
        line, space = self.line, self._space
        self._space = None
        before = line.pieces[-1].text[-1:] if line.pieces and not line.pieces[-1].is_comment else ""
        if space is not None and before and not before.isspace():
            between = gap(before, each.text[:1]) if space.breaks else " "
            if between:
                line.pieces.append(Piece(between, space.span))
        shown = each.text.translate(_SUPERSCRIPT) if raised else each.text
        line.pieces.append(Piece(shown, each.span))
        line.length += len(shown)
        line.linked += len(shown) if link else 0
        line.links += bool(link) and link != line.link
        line.link = link


def pieces_of(text: str, span: Span) -> list[Piece]:
    """The pieces of a stretch without tags, such as a title."""
    flow = Flow()
    flow.put(text, span, link=0, raised=False, kept=False)
    return flow.taken().pieces
