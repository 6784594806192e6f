"""Markdown: headings, paragraphs, items, quotes and rows, as markdown-it reads them.

Code, pictures and front matter make no claims.

source.py     the text that the parser is given, with comments and front matter put aside
parser.py     markdown-it, set up for drafts, and where the contents of its blocks stand
inline.py     what readers see of a content, and where each stretch of it stands
brackets.py   which brackets of a long paragraph can be those of a link
hidden.py     comments, put back in among what readers see
passages.py   where a paragraph goes on in the next line
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from factcheck.model.document import BlockKind
from factcheck.model.span import Span
from factcheck.reading.markdown.hidden import Hidden
from factcheck.reading.markdown.inline import Content, Shown, shown
from factcheck.reading.markdown.parser import cells, contents, parsed
from factcheck.reading.markdown.passages import passages
from factcheck.reading.markdown.source import Source, source_of
from factcheck.reading.parts import CELL, Part, Piece


def read(text: str, path: str) -> Iterator[Part]:
    """The parts of a draft in Markdown. Raises ReadingError where blocks are nested too deep."""
    return _Reader(text, path).parts()


class _Reader:
    """Walks the blocks of one draft."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._source: Source = source_of(text, path)
        self._parser, self._tokens, self._env = parsed(self._source, path)
        self._hidden = Hidden(self._source.comments, text)
        self._depth = 0  # of lists
        self._mark: Piece | None = None  # the number of an item that has not begun
        self._opens_item = False
        self._behind_mark: dict[int, int] = {}  # by line, where the last number on it ends

    def parts(self) -> Iterator[Part]:
        for number, line in enumerate(self._source.front):
            yield Part((Piece(line.cut(self._text), line),), "chrome", apart=number == 0)
        row: list[Token] = []
        block = Token("", "", 0)
        opens_table = False
        for token in self._tokens:
            if token.type == "inline" and block.type == "tr_open":
                row.append(token)
            elif token.type == "html_block" and token.level == 0:
                yield from self._page(token)
            elif token.type in ("inline", "html_block"):
                yield from self._paragraph(token, block if token.type == "inline" else token)
            elif token.type == "tr_close":
                yield from self._row(row, apart=opens_table)
                row, opens_table, block = [], False, Token("", "", 0)
            elif token.type in ("heading_open", "lheading_open", "paragraph_open", "tr_open"):
                block = token
            elif token.type == "table_open":
                opens_table, self._opens_item = True, False
            else:
                self._list(token)
        yield from self._hidden.rest()

    def _list(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._depth -= 1
        elif token.type == "list_item_open":
            self._opens_item, self._mark = True, self._number(token) if token.info else None
        elif token.type == "list_item_close":
            self._opens_item = False

    def _number(self, item: Token) -> Piece:
        """The number of an item of an ordered list, as it is written."""
        line = item.map[0] if item.map else 0
        start = self._source.text.index(item.info + item.markup, self._behind_mark.get(line, self._source.starts[line]))
        end = start + len(item.info + item.markup)
        self._behind_mark[line] = end
        end += self._source.text[end : end + 1] == " "
        place = self._source.place(start)
        return Piece(self._source.text[start:end], Span(place, place + end - start))

    def _paragraph(self, token: Token, block: Token) -> Iterator[Part]:
        lines = self._lines(token)
        yield from self._hidden.before(lines.start)
        content = contents(token, block.markup, self._source)
        kind, level = self._kind(block, token)
        mark = (self._mark,) if self._mark is not None and kind == "item" else ()
        stretches = self._hidden.among(self._shown(content), lines.end)
        for number, passage in enumerate(passages(stretches)):
            pieces = (*mark, *passage) if number == 0 else tuple(passage)
            first = number == 0 or kind == "heading"
            yield Part(pieces, kind if first else None, level if first else 0, apart=number == 0)

    def _page(self, token: Token) -> Iterator[Part]:
        """A block of HTML, such as a table, as the reader of pages has it."""
        from factcheck.reading.html import read_within  # noqa: PLC0415 - few drafts hold any

        lines = self._lines(token)
        yield from self._hidden.before(lines.start)
        yield from read_within(self._text, lines)
        self._hidden.pass_by(lines.end)

    def _kind(self, block: Token, token: Token) -> tuple[BlockKind | None, int]:
        """What a block is for sure, and its level. A rule below a sentence is one that a writer drew, and makes no heading."""
        if self._opens_item:
            self._opens_item = False
            if block.type in ("paragraph_open", "html_block"):
                return "item", self._depth
        underlined = block.markup in ("=", "-")
        if block.type != "heading_open" or (underlined and ("\n" in token.content or _is_sentence(token.content))):
            return None, 0
        return "heading", int(block.tag[1:])

    def _row(self, row: Sequence[Token], *, apart: bool) -> Iterator[Part]:
        lines = self._lines(row[0])
        yield from self._hidden.before(lines.start)
        stretches = self._hidden.among(self._cells(row, lines.start), lines.end)
        yield Part(tuple(Piece(each.text, each.span, each.is_comment) for each in stretches), "row", apart=apart)

    def _cells(self, row: Sequence[Token], start: int) -> Iterator[Shown]:
        end = start
        for number, content in enumerate(cells(row, self._source)):
            stretches = [
                Shown(" ", each.span) if each.ends_line else each
                for each in (self._shown(content) if content.text else ())
            ]
            if number:
                yield Shown(CELL, Span(end, max(end, stretches[0].span.start if stretches else end)))
            yield from stretches
            end = stretches[-1].span.end if stretches else end

    def _shown(self, content: Content) -> Iterator[Shown]:
        return shown(content, self._parser, self._env)

    def _lines(self, token: Token) -> Span:
        """The lines of a block, as they stand in the draft."""
        first, behind = token.map or (0, 1)
        return self._source.line(first).to(self._source.line(behind - 1))


def _is_sentence(text: str) -> bool:
    return text.rstrip("”’」』）)\"'").endswith(("。", "！", "？", ".", "；", "，"))
