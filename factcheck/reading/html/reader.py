"""Walks the tokens of a page and gives its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.html.elements import (
    AROUND,
    BLOCKS,
    CELLS,
    HEADINGS,
    ITEMS,
    LISTS,
    ROLES_AROUND,
    UNSEEN,
    VOID,
)
from factcheck.reading.html.flow import Flow, Line
from factcheck.reading.html.stack import Context, Element, Stack
from factcheck.reading.html.tables import Table, cell, is_frame, rows_of
from factcheck.reading.html.tokens import Token, tokens
from factcheck.reading.parts import Piece

_HIDING = r"(?i:display\s*:\s*none|visibility\s*:\s*hidden)"
_OURS = r"\s*factcheck\s*[:：]"

# A name or class by which sites call what stands around their text, as a word of its own.
_CALLED_AROUND = (
    r"(?i:(?:^|\s|(?<!with)(?<!has)(?<!no)[_-])(?:nav|navbar|navigation|menu|submenu|sidebar|side|footer|foot|copyright"
    r"|breadcrumbs?|crumbs?|share|sharing|social[_-](?:media|links|icons)|related|recommend(?:ed)?|comments?|cookies?|banner"
    r"|pagination|pager|toolbar|skip|login|search|subscribe|newsletter|advert(?:isement)?s?|ads?|sitemap|dqwz|mbx|weizhi|hot"
    r"|ranking|gmail_quote|moz-cite-prefix|fenxiang|xgxw|links?|friendlink)(?:$|[\s_-]))"
)
# What belongs to the text, whatever else its class says.
_CALLED_MAIN = r"(?i:(?:^|[\s_-])(?:article|content|text|main|story|body|post|entry|editor|news|detail)(?:$|[\s_-]))"


class Reader:
    """The lines of one page, or of the stretch of a text that is HTML, in their order."""

    def __init__(self, text: str, span: Span) -> None:
        self._text = text
        self._span = span
        self._stack = Stack()
        self._flow = Flow()
        self._apart = True
        self._breaks = 0
        self._links = 0
        self._first_of_cell = 0  # the number of the first line of the cell that was opened last
        self._tables: list[Table] = []
        self._items: list[str] = []  # the mark of each item that is open and has no text yet
        self._numbers: list[int | None] = []  # of each list that is open; None for one without numbers
        self.lines: list[Line] = []
        self.title = Span(0, 0)
        self.metas: list[Mapping[str, Span]] = []

    def read(self) -> None:
        for token in tokens(self._text, self._span):
            if token.kind == "text":
                self._put(token.span)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
            elif token.kind == "comment":
                self._comment(token.span)
            elif token.name == "title" and self.title.end == 0:
                self.title = token.span
        self._close(self._stack.rest())

    def _put(self, span: Span) -> None:
        context = self._stack.context
        if context.unseen:
            return
        if context.kept:
            self._put_kept(span, context)
            return
        if not self._flow.line.pieces and not span.cut(self._text).strip(" \t\r\n\f"):
            return
        self._open(span.start)
        self._flow.put(self._text, span, link=context.link, raised=context.raised, kept=False)

    def _put_kept(self, span: Span, context: Context) -> None:
        """Text whose lines are kept."""
        at = span.start
        for end in compiled(r"\r\n?|\n").finditer(self._text[span.start : span.end]):
            self._put_line(Span(at, span.start + end.start()), context)
            self._break()
            at = span.start + end.end()
        self._put_line(Span(at, span.end), context)

    def _put_line(self, span: Span, context: Context) -> None:
        if span.cut(self._text).strip():
            self._open(span.start)
            self._flow.put(self._text, span, link=context.link, raised=False, kept=True)

    def _open(self, at: int) -> None:
        """Begin a line, unless one has begun."""
        line, context = self._flow.line, self._stack.context
        if line.length or any(not piece.is_comment for piece in line.pieces):
            return
        line.apart, self._apart, self._breaks = self._apart, False, 0
        line.around, line.main, line.box = context.around, context.main, self._stack.block.number
        if context.heading:
            line.kind, line.level = "heading", context.heading
        elif context.caption:
            line.kind = "caption"
        elif self._items and self._items[-1] is not _BEGUN:
            mark, self._items[-1] = self._items[-1], _BEGUN
            line.kind, line.level = "item", max(context.depth, 1)
            if mark:
                self._flow.put_mark(mark, at)

    def _break(self) -> None:
        """End a line within a block; two ends on end set the next line apart."""
        self._breaks += 1
        self._finish()
        self._apart = self._apart or self._breaks > 1

    def _finish(self) -> None:
        line = self._flow.taken()
        if line.pieces:
            self.lines.append(line)

    def _comment(self, span: Span) -> None:
        """A comment that speaks to factcheck stands with the text on its line of the file; others are nothing."""
        if self._stack.context.unseen or not compiled(_OURS).match(self._text, span.start + len("<!--")):
            return
        last = self.lines[-1] if len(self.lines) > self._first_of_cell else None
        if not self._flow.line.pieces and last is not None and "\n" not in self._text[last.end : span.start]:
            last.pieces.append(Piece(span.cut(self._text), span, is_comment=True))
        elif self._flow.line.pieces:
            self._flow.put_comment(self._text, span)
        else:
            self.lines.append(Line(apart=False, pieces=[Piece(span.cut(self._text), span, is_comment=True)]))

    def _start(self, token: Token) -> None:
        name = token.name
        if name in VOID:
            self._void(token)
            return
        self._close(self._stack.implied(name))
        context = self._context(token)
        if name in BLOCKS:
            self._finish()
            self._breaks, self._apart = 0, name not in ITEMS or self._apart
        if not context.unseen:
            self._structure(token, context)
        self._stack.push(name, context)

    def _structure(self, token: Token, context: Context) -> None:
        """Begin a list, an item, a table, a row or a cell."""
        name = token.name
        if name in LISTS:
            kind = self._value(token, "type")
            numbered = name == "ol" and kind in ("", "1")
            start = self._value(token, "start").strip()[:6]
            self._numbers.append((int(start) if start.isascii() and start.isdecimal() else 1) if numbered else None)
        elif name == "li":
            self._items.append(self._mark(context))
        elif name == "table":
            if self._tables:
                self._tables[-1].is_frame = True
            role = self._value(token, "role").lower()
            self._tables.append(Table(len(self.lines), is_frame=role in ("presentation", "none")))
        elif self._tables and name == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and name in CELLS:
            table = self._tables[-1]
            if not table.rows:
                table.rows.append([])
            self._first_of_cell = len(self.lines)
            table.has_head = table.has_head or name == "th"
            table.rows[-1].append(
                cell(token.span.end, len(self.lines), self._value(token, "colspan"), self._value(token, "rowspan"))
            )

    def _mark(self, context: Context) -> str:
        """What a page shows before an item: its number."""
        if not self._numbers or self._numbers[-1] is None or not context.depth:
            return ""
        number = self._numbers[-1]
        self._numbers[-1] = number + 1
        return f"{number}. "

    def _void(self, token: Token) -> None:
        if token.name == "br":
            self._break()
        elif token.name == "hr":
            self._finish()
            self._apart = True
        elif token.name == "meta":
            self.metas.append(token.attributes)

    def _end(self, token: Token) -> None:
        if token.name == "br":
            self._break()
        else:
            self._close(self._stack.ended(token.name))

    def _close(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self._closed(element)

    def _closed(self, element: Element) -> None:
        name = element.name
        if name not in BLOCKS:
            return
        self._finish()
        self._breaks, self._apart = 0, True if name not in ITEMS else self._apart
        if element.context.unseen:
            return
        if name in LISTS and self._numbers:
            self._numbers.pop()
        elif name == "li" and self._items:
            self._items.pop()
        elif name in CELLS and self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].last = len(self.lines)
        elif name == "table" and self._tables:
            table = self._tables.pop()
            if not is_frame(table, self.lines):
                self.lines[table.first :] = list(rows_of(table, self.lines))

    def _context(self, token: Token) -> Context:
        """What an element makes of the text in it."""
        name, outer = token.name, self._stack.context
        if outer.unseen:
            return outer
        if name in UNSEEN or self._is_hidden(token):
            return replace(outer, unseen=True)
        if not token.attributes and name in _PLAIN:
            return outer
        is_main = name in ("main", "article") or self._value(token, "role") in ("main", "article")
        return replace(
            outer,
            around=outer.around or self._is_around(token),
            main=outer.main or is_main or self._value(token, "itemprop") == "articleBody",
            link=self._link(token) or outer.link,
            raised=outer.raised or name == "sup",
            kept=outer.kept or name == "pre",
            heading=HEADINGS.get(name, outer.heading),
            caption=outer.caption or name == "figcaption",
            depth=outer.depth + (name in LISTS and name != "dl"),
        )

    def _link(self, token: Token) -> int:
        """The number of the link that begins here; 0 where none does."""
        if token.name != "a" or "href" not in token.attributes:
            return 0
        self._links += 1
        return self._links

    def _is_hidden(self, token: Token) -> bool:
        style = self._value(token, "style")
        closed = token.name == "dialog" and "open" not in token.attributes
        return "hidden" in token.attributes or closed or bool(style and compiled(_HIDING).search(style))

    def _is_around(self, token: Token) -> bool:
        if token.name in AROUND or self._value(token, "role").lower() in ROLES_AROUND:
            return True
        if token.name not in BLOCKS or token.name in ("body", "html", "main", "article", *HEADINGS):
            return False
        if token.name == "blockquote" and self._value(token, "type") == "cite":
            return True  # what a mail answers
        called = f"{self._value(token, 'class')} {self._value(token, 'id')}"[:400]
        return (
            called != " "
            and compiled(_CALLED_AROUND).search(called) is not None
            and compiled(_CALLED_MAIN).search(called) is None
        )

    def _value(self, token: Token, name: str) -> str:
        span = token.attributes.get(name)
        return span.cut(self._text) if span is not None else ""


# Elements that change nothing about the text in them.
_PLAIN = frozenset(
    "p div span b i em strong font u br center tr td th tbody thead tfoot li h7 small big section".split()
)

# The mark of an item whose text has begun.
_BEGUN = "\0"
