"""What the readers of formats give: the parts of a draft in the order of reading, each in pieces that know where they stand.

A reader tells what its format tells for sure: that this is a heading, an item, a row. What only looks like one (a bold line, a
“一、” at its head) it leaves open, and the look decides, as in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factcheck.model.document import BlockKind, Comment
from factcheck.model.source import Laid, Where, Written
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.lines import line_starts

# Between the cells of a row.
CELL = "\t"


class Piece(Struct, frozen=True):
    """A stretch of text with its origin: a span of the file's text, or a place in a file that has none to count in.

    It holds no line end. A comment, `<!-- … -->`, stands as it does in the file.
    """

    text: str
    origin: Span | Where
    is_comment: bool = False


class Part(Struct, frozen=True):
    """A paragraph, heading, item or row: what becomes one block. A `kind` of None is told by its look.

    A row holds its cells with CELL between them, empty ones too. `apart` says that space stands above the part, as between
    paragraphs; the rows of a table have none.
    """

    pieces: tuple[Piece, ...]
    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Joined(Struct, frozen=True):
    """Parts as one text, each on a line of its own that begins at its offset in `starts`."""

    text: str
    starts: tuple[int, ...]
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]
    source: Written | Laid


def join(parts: Iterable[Part], file_text: str | None = None) -> Joined:
    """The parts that hold anything. `file_text` is the text that the spans of pieces belong to."""
    kept = tuple(part for part in parts if part.text.strip())
    lines: list[str] = []
    starts: list[int] = []
    comments: list[Comment] = []
    origins: list[tuple[int, Span | Where]] = []
    at = 0
    for number, part in enumerate(kept):
        if part.kind == "row" and part.apart and number and kept[number - 1].kind == "row":
            lines.append("")  # another table: an empty line parts it from the one above
            at += 1
        starts.append(at)
        pieces = [piece for piece in part.pieces if piece.text]
        for piece in pieces:
            if piece.is_comment:
                comments.append(_comment(Span(at, at + len(piece.text))))
            origins.append((at, piece.origin))
            at += len(piece.text)
        lines.append("".join(map(_on_one_line, pieces)))
        if isinstance(behind := pieces[-1].origin, Span):
            origins.append((at, Span(behind.end, behind.end)))  # the line end, which stands for nothing
        at += 1
    text = "\n".join(lines)
    return Joined(text, tuple(starts), kept, tuple(comments), _source(origins, len(text), file_text))


def _comment(span: Span) -> Comment:
    return Comment(span, Span(span.start + len("<!--"), span.end - len("-->")))


def _on_one_line(piece: Piece) -> str:
    """A piece without line ends: a comment may hold some, and a reader's slip must not move what follows."""
    return piece.text if piece.is_comment else compiled(r"[\r\n]").sub(" ", piece.text)


def _source(origins: Sequence[tuple[int, Span | Where]], length: int, file_text: str | None) -> Written | Laid:
    starts = tuple(start for start, _ in origins)
    if file_text is None:
        return Laid(starts, tuple(origin for _, origin in origins if isinstance(origin, Where)))
    spans = tuple(origin for _, origin in origins if isinstance(origin, Span))
    return Written(file_text, line_starts(file_text), starts, spans, length)
