"""The blocks of a draft: of plain text each line that is not blank is one, and its look and its place tell what it is.

A line alone seldom tells: a number is a caption's when a short line follows, a bullet is a poll's when only single words
stand beside it at the end of the page, and what stands above a breadcrumb is the head of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from factcheck.language.layout import Layout, table
from factcheck.model.document import Block, BlockKind, Language
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.furniture import is_furniture, page_foot, page_head
from factcheck.reading.lines import trimmed
from factcheck.reading.parts import Joined

# A title alone may be a question or a call.
_TITLE_CLOSERS = ("!", "！", "?", "？")

# What a subtitle begins with, right below the title.
_DASHES = "—–"

# A first cell that numbers a paragraph, where the second is longer than a cell of a table is.
_PARAGRAPH_NUMBER = r"[(（]?(?:[0-9０-９]{1,3}|[a-z])[.．)）]?"
_LONGEST_CELL = 80

# A run of more short lines than this is a list, a verse or a table that lost its rules, but no headings.
_MOST_HEADINGS = 3


class Line(Struct, frozen=True):
    """A line that is not blank: where it stands without its margins, its text, its indent, and whether it opens a passage."""

    span: Span
    text: str
    indent: int
    apart: bool  # whether a blank line, or nothing, stands before it
    kind: BlockKind | None = None  # where the draft's format tells it
    level: int = 0


# What stands beyond the ends of a text.
_NOTHING = Line(Span(0, 0), "", 0, apart=True)


def read_blocks(
    text: str, starts: tuple[int, ...], language: Language, comments: tuple[Span, ...] = ()
) -> tuple[Block, ...]:
    """The blocks of a text, in order; `starts` are the offsets of its lines. A comment belongs to none and parts two."""
    return _blocks(_around(comments, text, _lines(text, starts)), language)


def blocks_of_parts(joined: Joined, language: Language) -> tuple[Block, ...]:
    """The blocks of the parts that a format has; what it leaves open is told by its look."""
    ends = (*(start - 1 for start in joined.starts[1:]), len(joined.text))
    lines = []
    for part, start, end in zip(joined.parts, joined.starts, ends, strict=True):
        span = trimmed(joined.text, start, end)
        if span.end > span.start:
            lines.append(Line(span, span.cut(joined.text), 0, part.apart, part.kind, part.level))
    return _blocks(_around(tuple(comment.span for comment in joined.comments), joined.text, lines), language)


def _blocks(lines: list[Line], language: Language) -> tuple[Block, ...]:
    layout = table(language)
    seen = _headings_only(_kinds(lines, layout), lines, layout)
    kinds = [line.kind or kind for line, kind in zip(lines, seen, strict=True)]
    title = next((number for number, kind in enumerate(kinds) if kind not in ("caption", "chrome")), -1)
    return tuple(
        Block(line.span, kind, line.level or _level(line, kind, number == title, layout))
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )


def _lines(text: str, starts: tuple[int, ...]) -> list[Line]:
    lines = []
    apart = True
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        span = trimmed(text, start, end)
        if span.end > span.start:
            lines.append(Line(span, span.cut(text), span.start - start, apart))
        apart = span.end == span.start
    return lines


def _around(comments: tuple[Span, ...], text: str, lines: list[Line]) -> list[Line]:
    """The lines without the comments: what stands before and behind one are two, and a line that is a comment is none."""
    if not comments:
        return lines
    kept: list[Line] = []
    at, apart = 0, False  # whether a blank line stood before comments that were left out
    for line in lines:
        pieces, start = [], line.span.start
        while at < len(comments) and comments[at].end <= line.span.start:
            at += 1
        inside = at
        while inside < len(comments) and comments[inside].start < line.span.end:
            pieces.append(trimmed(text, start, max(start, comments[inside].start)))
            start = max(start, comments[inside].end)
            inside += 1
        pieces.append(trimmed(text, start, max(start, line.span.end)))
        apart = apart or line.apart
        for piece in pieces:
            if piece.end > piece.start:
                kept.append(replace(line, span=piece, text=piece.cut(text), apart=apart))
                apart = False
    return kept


def _kinds(lines: list[Line], layout: Layout) -> list[BlockKind]:
    """What each line is, by its own look and its neighbours."""
    texts = [line.text for line in lines]
    head, foot = page_head(texts), page_foot(texts, layout)
    kinds: list[BlockKind] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number > head else _NOTHING
        after = lines[number + 1] if number + 1 < foot else _NOTHING
        if number < head or number >= foot or is_furniture(line.text, layout):
            kinds.append("chrome")
        elif _is_caption(line, before, layout):
            kinds.append("caption")
        else:
            kinds.append(_kind_of_text(line, before, after, layout))
    return kinds


def _kind_of_text(line: Line, before: Line, after: Line, layout: Layout) -> BlockKind:
    text = line.text
    if is_row(text):
        return "row"
    short = _is_short(text, layout)
    if text[0] in layout.mark_openers:
        if short and compiled(layout.heading_pattern).match(text):
            return "heading"
        if compiled(layout.list_mark).match(text):
            return "item"
    title = not before.text and len(text) <= layout.heading_length and _bare(text)[-1:] in _TITLE_CLOSERS
    if title or (short and _may_head(line, before, layout) and (after.text or not before.text)):
        return "heading"
    return "paragraph"


def _may_head(line: Line, before: Line, layout: Layout) -> bool:
    """Whether a short line may be a heading: one in words, that no sentence runs into and that is no date or byline."""
    text = line.text
    byline = text[0] in "(（[" and text[-1] in ")）]"
    opens = line.apart or _bare(before.text)[-1:] in layout.sentence_closers or text[0] in _DASHES
    dated = any(map(str.isdecimal, text)) and compiled(layout.date_label_pattern).match(text)
    return opens and not byline and not dated and any(map(str.isalpha, text))


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells between bars, or set apart by tabs.

    A number, a tab and prose are a numbered paragraph.
    """
    if line.count("|") >= 2 and line[0] == line[-1] == "|":
        return True
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    numbered = (
        compiled(_PARAGRAPH_NUMBER).fullmatch(cells[0]) is not None
        and len(cells) == 2
        and len(cells[1]) > _LONGEST_CELL
    )
    return len(cells) >= 2 and not numbered


def _is_caption(line: Line, before: Line, layout: Layout) -> bool:
    text = line.text.strip("_*")
    if _is_picture_number(line):
        return True
    if not text or len(text) > 3 * layout.caption_length:
        return False
    if text[0] in layout.caption_openers and compiled(layout.caption_pattern).match(text):
        return True
    short = len(text) <= layout.caption_length
    if (short or text[-1] not in layout.heading_closers) and _has_credit(text, layout):
        return True
    return short and _is_picture_number(before) and _is_short(text, layout)


def _is_picture_number(line: Line) -> bool:
    """A number alone on a line that stands apart: within a passage it is rather a piece of a broken line (CO₂)."""
    return line.apart and len(line.text) <= 2 and line.text.isdecimal()


def _has_credit(text: str, layout: Layout) -> bool:
    """Whether a line ends in a picture credit."""
    end = text[-layout.credit_length :]
    return any(word in end for word in layout.credit_words) and bool(compiled(layout.credit_pattern).search(end))


def _is_short(text: str, layout: Layout) -> bool:
    """Whether a line is short and open-ended, as headings and captions are."""
    bare = _bare(text)
    return len(text) <= layout.heading_length and bool(bare) and bare[-1] not in layout.heading_closers


def _bare(text: str) -> str:
    """A line without the quotes, brackets and marks of emphasis that close it."""
    return text.rstrip("”’」』》】)）]\"'*_ ")


def _headings_only(kinds: list[BlockKind], lines: list[Line], layout: Layout) -> list[BlockKind]:
    """The kinds, without the headings of a run of short lines that is too long for them."""
    kept = list(kinds)
    for start, end in (*_passages(lines), *_runs(kinds)):
        short = all(_is_short(line.text, layout) for line in lines[start:end])
        if end - start > _MOST_HEADINGS and start > 0 and short:
            kept[start:end] = ["paragraph" if kind == "heading" else kind for kind in kept[start:end]]
    return kept


def _passages(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The passages of lines with no blank line between, as half-open pairs of line numbers."""
    starts = [number for number, line in enumerate(lines) if line.apart]
    yield from pairwise((*starts, len(lines)))


def _runs(kinds: list[BlockKind]) -> Iterator[tuple[int, int]]:
    """The runs of headings with nothing between."""
    number = 0
    for kind, run in groupby(kinds):
        length = len(list(run))
        if kind == "heading":
            yield number, number + length
        number += length


def _level(line: Line, kind: BlockKind, title: bool, layout: Layout) -> int:
    if kind == "item":
        return 1 + line.indent // 2
    if kind != "heading":
        return 0
    mark = compiled(layout.heading_pattern).match(line.text) if line.text[0] in layout.mark_openers else None
    if mark:
        hashes = len(line.text) - len(line.text.lstrip("#"))
        return hashes or (2 if mark["first"] else 3)
    return 1 if title else 2
