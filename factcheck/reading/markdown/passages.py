"""The passages of a paragraph of Markdown: a line end within one is a blank, unless the writer meant the end of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.reading.markdown.inline import Shown
from factcheck.reading.parts import Piece
from factcheck.reading.spacing import gap
from factcheck.reading.wrapping import reads_on, width

# Chinese paragraphs begin with two.
_INDENT = "\u3000"

_Line = list[Piece]


def passages(stretches: Iterable[Shown]) -> Iterator[_Line]:
    """The pieces of a paragraph, a list for each passage that reads on."""
    lines, ends = _lines(stretches)
    texts = [_text(line) for line in lines]
    widest = max(map(width, texts), default=0)
    passage: _Line = []
    for number, line in enumerate(lines):
        passage += line
        if number == len(ends):
            break
        end, following = ends[number], lines[number + 1]
        indented = bool(following) and following[0].text.startswith(_INDENT)
        if end.ends_line == "soft" and not indented and reads_on(texts[number], texts[number + 1], widest):
            between = gap(texts[number], texts[number + 1])
            passage += [Piece(between, end.span)] if between else []
        else:
            yield passage
            passage = []
    yield passage


def _lines(stretches: Iterable[Shown]) -> tuple[list[_Line], list[Shown]]:
    """The lines, and the ends between them."""
    lines: list[_Line] = [[]]
    ends = []
    for each in stretches:
        if each.ends_line:
            ends.append(each)
            lines.append([])
        elif each.text:
            lines[-1].append(Piece(each.text, each.span, is_comment=each.is_comment))
    return lines, ends


def _text(line: _Line) -> str:
    return "".join(piece.text for piece in line if not piece.is_comment).strip()
