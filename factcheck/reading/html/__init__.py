"""HTML: the text of a page as its readers see it, each character with its place in the file.

tokens.py      tags and text with their places
elements.py    what elements are to a reader
stack.py       the elements that are open, and what they end
flow.py        white space, entities, the pieces of a line
tables.py      rows and cells, or a frame around text
reader.py      walks the tokens and gives the lines
main_text.py   which lines are the text, and which stand around it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model.document import BlockKind
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.html.flow import Line, pieces_of
from factcheck.reading.html.main_text import is_around
from factcheck.reading.html.reader import Reader
from factcheck.reading.parts import Part, Piece

# What pages call the day of their publication: dc terms, Open Graph, schema.org, and the metadata of Chinese portals.
_DATES = frozenset(
    (
        "pubdate publishdate publish_date publishedtime article:published_time og:published_time datepublished date dc.date"
        " dc.date.issued dcterms.date dcterms.issued dcterms.created firstpublishedtime publication_date release_date"
    ).split()
)
_DAY = r"(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}"

# What stands between a title and the name of the site.
_BEHIND_TITLE = r"\s*(?:[_|｜]|\s[-–—·]\s|--|——)"
_LEAST_TITLE = 4


def read(text: str, path: str) -> Iterator[Part]:  # noqa: ARG001 - a page is read alike whatever its name is
    """The parts of a page. Time is linear in the text's length, however its elements are nested."""
    reader = Reader(text, Span(0, len(text)))
    reader.read()
    lines = reader.lines
    around = is_around(lines)
    first = lines[0].start if lines else len(text)
    head = (*_date(text, reader.metas, first), *_title(text, reader.title, lines, around, first))
    yield from sorted(head, key=_start)
    for line, outside in zip(lines, around, strict=True):
        yield line.part(_kind(line, outside))


def read_within(text: str, span: Span) -> Iterator[Part]:
    """The parts of a stretch of HTML within another text."""
    reader = Reader(text, span)
    reader.read()
    for line in reader.lines:
        yield line.part(_kind(line, outside=line.around))


def _kind(line: Line, outside: bool) -> BlockKind | None:
    return "chrome" if outside else line.kind


def _start(part: Part) -> int:
    origin = part.pieces[-1].origin
    return origin.start if isinstance(origin, Span) else 0


def _date(text: str, metas: list[Mapping[str, Span]], before: int) -> Iterator[Part]:
    """The day of publication, as the page's head has it."""
    for meta in metas:
        value = meta.get("content")
        names = (meta[key].cut(text).strip().lower() for key in ("name", "property", "itemprop") if key in meta)
        if value is None or value.end > before or _DATES.isdisjoint(names):
            continue
        day = compiled(_DAY).search(text, value.start, value.end)
        if day is not None:
            span = Span(*day.span())
            yield Part((Piece("date: ", Span(span.start, span.start)), Piece(day[0], span)), "chrome")
            return


def _title(text: str, title: Span, lines: list[Line], around: list[bool], before: int) -> Iterator[Part]:
    """The title that the browser shows, without the name of the site, where no heading of the text says the same.

    A line of the text that says the same becomes a heading itself.
    """
    pieces = pieces_of(text, title)
    said = "".join(piece.text for piece in pieces)
    if not said.strip() or title.end > before:
        return
    shown = [line for line, outside in zip(lines, around, strict=True) if not outside]
    if any(line.kind == "heading" and line.level == 1 for line in shown):
        return
    for line in shown:
        stated = line.text.strip()
        if line.kind is None and len(stated) >= _LEAST_TITLE and said.strip().startswith(stated):
            line.kind, line.level = "heading", 1
            return
    site = compiled(_BEHIND_TITLE).search(said, _LEAST_TITLE)
    length = site.start() if site else len(said)
    kept = []
    for piece in pieces:
        if length > 0:
            kept.append(piece if len(piece.text) <= length else Piece(piece.text[:length], _cut(piece, length)))
        length -= len(piece.text)
    yield Part(tuple(kept), "heading", 1)


def _cut(piece: Piece, length: int) -> Span:
    if not isinstance(piece.origin, Span):
        raise TypeError(piece.origin)
    origin = piece.origin
    return Span(origin.start, origin.start + length) if origin.end - origin.start == len(piece.text) else origin
