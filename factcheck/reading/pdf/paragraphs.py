"""Lines to paragraphs, within columns and across columns and pages, and which of them are headings.

A line goes on with the one before where that one is full: the next word would not have fitted. An indent, more space above,
another size or a list's mark begin a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from factcheck.patterns import compiled
from factcheck.reading.pdf.characters import is_wide
from factcheck.reading.pdf.columns import Flow, Table
from factcheck.reading.pdf.lines import Line, common_leading, common_size, is_bold

# In parts of the font size.
_INDENT = 0.8
_SLACK = 0.6

# A distance of baselines so much greater than is usual parts paragraphs; a size so much greater than the text's is a heading's.
_SPACED = 1.25
_LARGE = 1.14
_OTHER_SIZE = 0.1

# Lines of a flow that tell by themselves where its lines begin.
_ENOUGH_LINES = 6

_LONGEST_HEADING = 60
_MOST_HEADING_LINES = 3
_SENTENCE_CLOSERS = "。！？!?.；;：:”’"

_BULLETS = "•●■◆▪◦‣–"
_NUMBERED = r"[(（]?(?:[0-9０-９]{1,3}|[a-zA-Z])[)）.．、](?![0-9])|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳]"


class Paragraph(Struct, frozen=True):
    """Lines with the index of the page on which each stands. `apart` says that space stands above; `level` is a heading's."""

    lines: tuple[tuple[int, Line], ...]
    apart: bool
    level: int = 0


class Placed(Struct, frozen=True):
    """What stands on a page."""

    page: int
    what: Flow | Table


class Setting(Struct, frozen=True):
    """How a document is set: the size of its text, the distance of its lines, and whether paragraphs begin with an indent."""

    size: float
    leading: float
    indents: bool
    bold: bool
    left: float
    right: float
    headings: tuple[float, ...]


class _Set(Struct, frozen=True):
    """A line with what it is measured by."""

    page: int
    line: Line
    left: float
    right: float
    flow: int


def setting_of(placed: Sequence[Placed]) -> Setting:
    """How the text of a document is set."""
    flows = [each.what for each in placed if isinstance(each.what, Flow)]
    lines = [line for flow in flows for line in flow.lines]
    size = common_size(lines)
    text = [line for line in lines if abs(line.size - size) <= _OTHER_SIZE * size]
    leadings = [leading for flow in flows if (leading := common_leading(flow.lines))]
    wide = [
        line
        for flow in flows
        if not flow.is_column
        for line in flow.lines
        if abs(line.size - size) <= _OTHER_SIZE * size
    ]
    left = _low([line.box.left for line in wide])
    right = _right(wide)
    indented = sum(
        _INDENT * size < line.box.left - _left(flow, left) < 4 * size for flow in flows for line in flow.lines
    )
    bold = sum(len(line.text) for line in text if is_bold(line.style)) * 2 > sum(len(line.text) for line in text)
    sizes = sorted({round(line.size * 2) / 2 for line in lines if line.size > _LARGE * size}, reverse=True)
    return Setting(
        size, median(leadings) if leadings else 1.5 * size, indented * 12 >= len(lines), bold, left, right, tuple(sizes)
    )


def _low(values: Sequence[float]) -> float:
    """The least of them, but for strays."""
    ordered = sorted(values)
    return ordered[len(ordered) // 50] if ordered else 0.0


def _right(lines: Sequence[Line]) -> float:
    """Where lines end that are full. Some reach further: with a mark that hangs out, or a word that doesn't fit."""
    ordered = sorted((line.box.right for line in lines), reverse=True)
    return ordered[len(ordered) // 12] if ordered else 0.0


def _left(flow: Flow, left: float) -> float:
    """Where the lines of a flow begin: the leftmost place that many share, as headings may stand further out."""
    if len(flow.lines) < _ENOUGH_LINES and not flow.is_column:
        return min(left, flow.left)
    ordered = sorted(line.box.left for line in flow.lines)
    for number, place in enumerate(ordered):
        alike = bisect_right(ordered, place + 3, lo=number) - number
        if alike * 6 >= len(ordered):
            return place
    return flow.left


def _set(placed: Sequence[Placed], setting: Setting) -> Iterator[_Set | Placed]:
    for number, each in enumerate(placed):
        if isinstance(each.what, Table):
            yield each
            continue
        flow = each.what
        right = _right(flow.lines) if flow.is_column else setting.right
        for line in flow.lines:
            yield _Set(each.page, line, _left(flow, setting.left), right, number)


def paragraphs_of(placed: Sequence[Placed], setting: Setting) -> Iterator[Paragraph | Placed]:
    """The paragraphs and the tables of a document, in order. A paragraph may go on behind a table that stands in it."""
    own: list[_Set] = []
    last: _Set | None = None
    for each in _set(placed, setting):
        if isinstance(each, Placed):
            if own:
                yield _paragraph(own, last, setting)
                last = own[-1]
            own = []
            yield each
        elif own and not _goes_on(own, each, setting):
            yield _paragraph(own, last, setting)
            last, own = own[-1], [each]
        else:
            own.append(each)
    if own:
        yield _paragraph(own, last, setting)


def _goes_on(own: Sequence[_Set], new: _Set, setting: Setting) -> bool:
    """Whether a line goes on with the paragraph that the lines before it have begun."""
    before, line = own[-1], new.line
    size = line.size
    if abs(size - before.line.size) > _OTHER_SIZE * max(size, before.line.size):
        return False
    if _is_centred(before) and _is_centred(new) and before.flow == new.flow and _is_title(before.line, setting):
        return _near(before, new, setting)
    full = _is_full(before, line)
    if not full or line.text[0] in _BULLETS or (_mark(line.text) and _mark(own[0].line.text)):
        return False
    if before.line.style and line.style and is_bold(before.line.style) != is_bold(line.style):
        return False
    indent = line.box.left - new.left
    if before.flow != new.flow:
        return indent <= _INDENT * size and (setting.indents or before.line.text[-1] not in "。！？!?.")
    if not _near(before, new, setting):
        return False
    step = line.box.left - before.line.box.left
    if indent <= _INDENT * size:
        return step >= -_INDENT * size or len(own) == 1
    if step > _INDENT * size:
        return len(own) == 1 and _mark(own[0].line.text)
    return abs(step) <= 0.5 * size and len(own) > 1


def _near(before: _Set, new: _Set, setting: Setting) -> bool:
    """Whether a line stands as near to the one above as lines of a paragraph do."""
    step = new.line.base - before.line.base
    usual = setting.leading * max(1.0, new.line.size / setting.size) if setting.size else 1.5 * new.line.size
    return 0 < step <= _SPACED * usual


def _mark(text: str) -> bool:
    return text[0] in _BULLETS or compiled(_NUMBERED).match(text) is not None


def _is_full(before: _Set, line: Line) -> bool:
    """Whether the first word of a line would not have fitted at the end of the one before."""
    room = before.right - before.line.box.right
    return room <= _first_word(line) + _SLACK * line.size


def _first_word(line: Line) -> float:
    """The width of what can't be parted at the head of a line; of Chinese text a character and the mark behind it."""
    glyphs = line.glyphs
    if is_wide(glyphs[0].char):
        return line.size * (2 if len(glyphs) > 1 and not glyphs[1].char.isalnum() else 1)
    figures = glyphs[0].char.isdecimal()
    end = 1
    while end < len(glyphs) and not glyphs[end].blank:
        char = glyphs[end].char
        if is_wide(char) and (char.isalpha() or not figures):  # some programs hold figures and their marks together
            break
        end += 1
    return glyphs[end - 1].box.right - glyphs[0].box.left


def _is_centred(each: _Set) -> bool:
    """Whether a line stands in the middle, with as much free at its left as at its right."""
    left, right = each.line.box.left - each.left, each.right - each.line.box.right
    return left > 2 * each.line.size and abs(left - right) <= 2 * each.line.size


def _is_title(line: Line, setting: Setting) -> bool:
    return line.size > _LARGE * setting.size or (is_bold(line.style) and not setting.bold)


def _paragraph(own: Sequence[_Set], last: _Set | None, setting: Setting) -> Paragraph:
    lines = tuple((each.page, each.line) for each in own)
    return Paragraph(lines, _is_apart(last, own, setting), _level(own, setting))


def _is_apart(last: _Set | None, own: Sequence[_Set], setting: Setting) -> bool:
    """Whether a reader sees a paragraph of its own: by space above, an indent, another size, or because it has several lines."""
    first = own[0]
    if last is None or last.flow != first.flow or len(own) > 1:
        return True
    if first.line.box.left - first.left > _INDENT * first.line.size and setting.indents:
        return True
    return not _near(last, first, setting) or abs(last.line.size - first.line.size) > _OTHER_SIZE * first.line.size


def _level(own: Sequence[_Set], setting: Setting) -> int:
    """The level of a heading by its size, or its weight where it stands alone; 0 where it is none for sure."""
    line = own[0].line
    length = sum(len(each.line.text) / (1 if is_wide(each.line.text[0]) else 2) for each in own)
    text = own[-1].line.text
    if length > _LONGEST_HEADING or len(own) > _MOST_HEADING_LINES or not any(map(str.isalpha, text)):
        return 0
    if line.size > _LARGE * setting.size:
        size = round(line.size * 2) / 2
        closed = text[-1] in "。.；;，,"
        return 0 if closed or size not in setting.headings else min(setting.headings.index(size) + 1, 6)
    if is_bold(line.style) and not setting.bold and len(own) == 1 and text[-1] not in _SENTENCE_CLOSERS:
        alone = own[0].right - line.box.right > 2 * line.size and line.size >= (1 - _OTHER_SIZE) * setting.size
        return min(len(setting.headings) + 1, 6) if alone else 0
    return 0
