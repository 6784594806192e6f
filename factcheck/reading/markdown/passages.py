"""Where a paragraph of Markdown goes on in the next line.

A line end within a paragraph is a blank to Markdown. Writers of drafts often mean the end of a paragraph all the same: a title
with its text right below, Chinese with a paragraph on each line. What was wrapped is told by its width: the next word would
not have had room on the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from factcheck.reading.blocks import is_row
from factcheck.reading.markdown.inline import Shown
from factcheck.reading.parts import Piece
from factcheck.reading.spacing import gap, is_unspaced

# Where no editor wraps, a line is as long as its paragraph.
_WIDEST = 132

# How much narrower than the widest a full line may be: the blank, and what differs between programs.
_ROOM = 2

_ENDS = "。！？.!?:："
_CHINESE_ENDS = "。！？"
_MIDDLES = "，、；,;"
_QUOTES = "”’」』）)\"'"
_INDENT = "\u3000"

_Line = list[Piece]


def passages(stretches: Iterable[Shown]) -> Iterator[_Line]:
    """The pieces of a paragraph, a list for each passage that reads on."""
    lines, ends = _lines(stretches)
    texts = [_text(line) for line in lines]
    widest = max(map(_width, texts), default=0)
    passage: _Line = []
    for number, line in enumerate(lines):
        passage += line
        if number == len(ends):
            break
        end, following = ends[number], lines[number + 1]
        indented = bool(following) and following[0].text.startswith(_INDENT)
        if end.ends_line == "soft" and not indented and _reads_on(texts[number], texts[number + 1], widest):
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


def _reads_on(line: str, following: str, widest: int) -> bool:
    if not line or not following:
        return True
    if is_row(line) or is_row(following):
        return False
    if line[-1] in _MIDDLES:
        return True
    last = line.rstrip(_QUOTES)[-1:]
    if last in _CHINESE_ENDS or (widest > _WIDEST and last in _ENDS):
        return False
    return _width(line) + _ROOM + _width(_first_word(following)) >= widest


def _first_word(line: str) -> str:
    """What a line would not be broken in: a word, or some Chinese characters, for a mark of punctuation is kept off its start."""
    word = "".join(takewhile(lambda char: not (char.isspace() or is_unspaced(char)), line[:_WIDEST]))
    return word or line[:2]


def _width(text: str) -> int:
    """How wide a text is, in columns."""
    return len(text) + sum(map(is_unspaced, text))
