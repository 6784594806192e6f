"""The blocks of plain text: each line that is not blank is one, and its look and its place tell what it is.

A line alone seldom tells: a number is a caption's when a short line follows, a bullet is a poll's when only single words
stand beside it at the end of the page, and what stands above a breadcrumb is the head of the site.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.layout import Layout, table
from factcheck.model.document import Block, BlockKind, Language
from factcheck.model.span import Span
from factcheck.reading.furniture import is_furniture, page_foot, page_head
from factcheck.reading.lines import trimmed
from factcheck.reading.patterns import compiled

# Picture numbers have at most two digits.
_PICTURE_NUMBER = r"[0-9０-９]{1,2}"

# A first cell that numbers a paragraph, where the second is longer than a cell of a table is.
_PARAGRAPH_NUMBER = r"[(（]?(?:[0-9０-９]{1,3}|[a-z])[.．)）]?"
_LONGEST_CELL = 80

# A run of more short lines than this is a list, a verse or a table that lost its rules, but no headings.
_MOST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where it stands without its margins, its text, and how far it is indented."""

    span: Span
    text: str
    indent: int


def read_blocks(text: str, starts: tuple[int, ...], language: Language) -> tuple[Block, ...]:
    """The blocks of a text, in order; `starts` are the offsets of its lines."""
    layout = table(language)
    lines = _lines(text, starts)
    kinds = _headings_only(_kinds([line.text for line in lines], layout))
    title = next((number for number, kind in enumerate(kinds) if kind not in ("caption", "chrome")), -1)
    return tuple(
        Block(line.span, kind, _level(line, kind, number == title, layout))
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )


def _lines(text: str, starts: tuple[int, ...]) -> list[Line]:
    lines = []
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        span = trimmed(text, start, end)
        if span.end > span.start:
            lines.append(Line(span, span.cut(text), span.start - start))
    return lines


def _kinds(lines: list[str], layout: Layout) -> list[BlockKind]:
    """What each line is, by its own look and its neighbours."""
    head, foot = page_head(lines), page_foot(lines, layout)
    kinds: list[BlockKind] = []
    for number, line in enumerate(lines):
        before = kinds[-1] if kinds else None
        if number < head or number >= foot or is_furniture(line, layout):
            kinds.append("chrome")
        elif _is_caption(line, lines[number - 1] if number > head else "", layout):
            kinds.append("caption")
        else:
            after = lines[number + 1] if number + 1 < foot else ""
            kinds.append(_kind_of_text(line, after, before, layout))
    return kinds


def _kind_of_text(line: str, after: str, before: BlockKind | None, layout: Layout) -> BlockKind:
    if is_row(line):
        return "row"
    short = _is_short(line, layout)
    if line[0] in layout.mark_openers:
        if short and compiled(layout.heading_pattern).match(line):
            return "heading"
        if compiled(layout.list_mark).match(line):
            return "item"
    if short and (after or before is None) and not _is_byline(line):
        return "heading"
    return "paragraph"


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


def _is_caption(line: str, previous: str, layout: Layout) -> bool:
    number = compiled(_PICTURE_NUMBER)
    if len(line) <= 2 and number.fullmatch(line):
        return True
    if len(line) > 3 * layout.caption_length:
        return False
    if line[0] in layout.caption_openers and compiled(layout.caption_pattern).match(line):
        return True
    short = len(line) <= layout.caption_length
    if (short or line[-1] not in layout.heading_closers) and _has_credit(line, layout):
        return True
    return short and len(previous) <= 2 and bool(number.fullmatch(previous)) and _is_short(line, layout)


def _has_credit(line: str, layout: Layout) -> bool:
    """Whether a line ends in a picture credit."""
    end = line[-layout.credit_length :]
    return any(word in end for word in layout.credit_words) and bool(compiled(layout.credit_pattern).search(end))


def _is_short(line: str, layout: Layout) -> bool:
    """Whether a line is short and open-ended, as headings and captions are."""
    bare = line.rstrip("”’」』》】)）\"'*_ ")
    return len(line) <= layout.heading_length and bool(bare) and bare[-1] not in layout.heading_closers


def _is_byline(line: str) -> bool:
    """A line that is nothing but a date, a byline or a remark in brackets."""
    return line[0] in "(（[" and line[-1] in ")）]"


def _headings_only(kinds: list[BlockKind]) -> list[BlockKind]:
    """The kinds, without the headings of a run that is too long to be one."""
    kept = list(kinds)
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "heading":
            end += 1
        if end - start > _MOST_HEADINGS and start > 0:
            kept[start:end] = ["paragraph"] * (end - start)
        start = end + 1
    return kept


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
