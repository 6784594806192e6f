"""The places of a draft that the page marks: each piece of text between the edges of marks is one link to the gravest's row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.model.span import Span
from factcheck.reporting.html.items import TONES, Section, kind_word
from factcheck.reporting.html.links import Book, Mention, marked_as, place_name, row_name
from factcheck.reporting.html.markup import line, lines
from factcheck.reporting.plain import plain_line


class Mark(Struct, frozen=True):
    """A stretch of the text that leads to a row. The lower the `rank`, the rather it shows where several lie together."""

    span: Span
    rank: int
    name: str  # of the place
    row: str  # the name of the row
    classes: str
    label: str  # a sign, and the number of the row where somebody has to do something about it
    said: str


class Piece(Struct, frozen=True):
    """A stretch between two edges, with the marks that cover it, the first of which shows."""

    span: Span
    marks: tuple[Mark, ...]


class Writer:
    """Writes a draft's text as HTML, stretch by stretch, with its marks; each place's name is set once, where it begins."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._pieces = tuple(_pieces(marks))
        self._starts = tuple(piece.span.start for piece in self._pieces)
        self._names = tuple(dict.fromkeys((mark.span.start, mark.name) for mark in marks))
        self._named = 0  # how many of them are set

    def write(self, start: int, end: int) -> Iterator[str]:
        """A stretch of the text. Stretches are written in their order."""
        at = start
        for piece in self._pieces[max(bisect_right(self._starts, start) - 1, 0) : bisect_left(self._starts, end)]:
            first, last = max(piece.span.start, start), min(piece.span.end, end)
            if first < last:
                yield self._shown(at, first)
                names = self._names_before(last)
                yield from _anchors(names[1:])
                closes = last == piece.span.end
                yield _mark(piece, names[:1], self._shown(first, last), closes=closes)
                at = last
        yield self._shown(at, end)

    def _shown(self, start: int, end: int) -> str:
        r"""A piece as HTML. One that ends inside of \r\n leaves the line end to the next."""
        inside = self._text[end - 1 : end + 1] == "\r\n"
        return lines(self._text[start : end - 1 if inside else end])

    def rest(self) -> Iterator[str]:
        """The names of places that begin where no text was written."""
        return _anchors(self._names_before(len(self._text) + 1))

    def _names_before(self, end: int) -> list[str]:
        """The names that are not set yet, of places that begin before an offset."""
        first = self._named
        self._named = bisect_left(self._names, end, key=lambda name: name[0])
        return [name for _, name in self._names[first : self._named]]


def writer(book: Book, section: Section) -> Writer:
    """A draft's text with a mark for every item that stands in it, and for the other places that items refer to."""
    marks = sorted(_marks(book, section), key=lambda mark: (mark.span, mark.rank))
    return Writer(section.document.text, marks)


def _marks(book: Book, section: Section) -> Iterator[Mark]:
    for item in section.items:
        if item.placed:
            label = f"{item.sign}{item.number}" if item.tone in ("error", "warning") else item.sign
            name, row = place_name(section, item.span), row_name(section, item)
            said = f"{book.translate(kind_word(item.kind))}: {item.row.why or ''.join(item.row.states)}"
            yield Mark(item.span, 2 * TONES.index(item.tone), name, row, marked_as(book, item), label, said)
    for mention in book.mentions.get(section.number, ()):
        yield _mention(book, section, mention)


def _mention(book: Book, section: Section, mention: Mention) -> Mark:
    """A place that an item elsewhere refers to: it shows unless something as grave stands there itself."""
    item = mention.item
    rank, row = 2 * TONES.index(item.tone) + 1, row_name(mention.section, item)
    classes, said = f"also {marked_as(book, item)}", f"{book.translate(kind_word(item.kind))}: {item.row.why}"
    return Mark(mention.span, rank, place_name(section, mention.span), row, classes, f"→{item.number}", said)


def _pieces(marks: Sequence[Mark]) -> Iterator[Piece]:
    edges = sorted({edge for mark in marks for edge in (mark.span.start, mark.span.end)})
    covering: list[Mark] = []
    at = 0
    for start, end in pairwise(edges):
        covering = [mark for mark in covering if mark.span.end > start]
        while at < len(marks) and marks[at].span.start == start:
            covering.append(marks[at])
            at += 1
        if covering:
            yield Piece(Span(start, end), tuple(sorted(covering, key=lambda mark: mark.rank)))


def _mark(piece: Piece, names: Sequence[str], text: str, *, closes: bool) -> str:
    shown = piece.marks[0]
    name = f' id="{names[0]}"' if names else ""
    labels = dict.fromkeys(mark.label for mark in piece.marks if mark.span.end == piece.span.end and closes)
    label = f' data-label="{line(" ".join(_telling(labels)))}"' if labels else ""
    said = line("; ".join(dict.fromkeys(plain_line(mark.said) for mark in piece.marks)))
    return f'<mark class="{shown.classes}"{name}{label}><a href="#{shown.row}" title="{said}">{text}</a></mark>'


def _telling(labels: Iterable[str]) -> list[str]:
    """Labels, without bare signs where others have numbers."""
    every = list(labels)
    return [label for label in every if len(label) > 1] or every


def _anchors(names: Sequence[str]) -> Iterator[str]:
    return (f'<span id="{name}"></span>' for name in names)
