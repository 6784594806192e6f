"""A draft's own text, to the letter, by its blocks: headings, paragraphs, lists, tables.

The text of the element is the text of the draft, line ends aside: what stands between blocks stays there, and a browser leaves no
room for white space between blocks. What belongs to no block, such as a comment, is shown apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import Literal

from msgspec import Struct

from factcheck.model.document import Block, BlockKind
from factcheck.model.message import counted
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reporting.html.items import Section
from factcheck.reporting.html.links import Book
from factcheck.reporting.html.marks import Writer, writer
from factcheck.reporting.html.markup import LANGUAGES, line, lines

_SPACE = " \t\n\r"  # what a browser leaves no room for between blocks
_DEEPEST = 6  # heading of HTML, and indent of an item
_LONGEST = 300  # code points between blocks that are shown as they are; what is longer is folded away

# What holds several blocks of a kind together.
_Holder = Literal["table", "ul"]
_HOLDERS: dict[BlockKind, _Holder] = {"row": "table", "item": "ul"}

_BAR = r"(?<!\\)\|"


class _Placed(Struct, frozen=True):
    """A block with what stands beside it on its own line: `whole` reaches from the margin to the end of the line."""

    block: Block
    whole: Span
    rule: bool  # the line below the head of a table in Markdown

    @property
    def kind(self) -> BlockKind:
        return "row" if self.rule else self.block.kind


class _Cell(Struct, frozen=True):
    """A cell of a row; `whole` has the bars that stand before and behind it."""

    whole: Span
    inner: Span


def draft(book: Book, section: Section) -> Iterator[str]:
    """The text of a draft, with what was found in it marked."""
    text, write = section.document.text, writer(book, section)
    yield f'<div class="draft" lang="{LANGUAGES[section.document.language]}">'
    holder: _Holder | None = None
    at = 0
    placed = _placed(section)
    for each, following in zip_longest(placed, placed[1:]):
        wanted, between = _HOLDERS.get(each.kind), text[at : each.whole.start]
        if holder and (wanted != holder or not _goes_on(holder, between)):
            yield f"</{holder}>"
            holder = None
        yield from _between(book, write, text, Span(at, each.whole.start))
        if wanted and not holder:
            yield f"<{wanted}>"
            holder = wanted
        yield from _block(write, text, each, head=following is not None and following.rule)
        at = each.whole.end
    if holder:
        yield f"</{holder}>"
    yield from _between(book, write, text, Span(at, len(text)))
    yield from write.rest()
    yield "</div>"


def _placed(section: Section) -> list[_Placed]:
    """Each block with the rest of its line, as far as no other block has it."""
    text, blocks = section.document.text, section.document.blocks
    starts, ends = [], []
    for before, after in pairwise((None, *blocks, None)):
        gap = Span(before.span.end if before else 0, after.span.start if after else len(text))
        between = gap.cut(text)
        margin = max(between.rfind("\n"), between.rfind("\r")) + 1  # what stands before the next block on its line
        closing = min((at for at in (between.find("\n"), between.find("\r")) if at >= 0), default=len(between))
        if before:
            ends.append(gap.start + closing)
        if after:
            starts.append(gap.start + (max(margin, closing) if before else margin))
    return [
        _Placed(block, Span(start, end), _is_rule(block, text))
        for block, start, end in zip(blocks, starts, ends, strict=True)
    ]


def _is_rule(block: Block, text: str) -> bool:
    signs = set(block.span.cut(text))
    return {"-", "|"} <= signs <= set("|:- \t")


def _goes_on(holder: _Holder, between: str) -> bool:
    """Whether a list or a table goes on behind what stands between two of its blocks. A table ends at a blank line."""
    if between.strip(_SPACE):
        return False
    return holder == "ul" or len(between.splitlines()) <= 1


def _between(book: Book, write: Writer, text: str, span: Span) -> Iterator[str]:
    """What stands between blocks: white space as it is, anything else as text apart."""
    between = span.cut(text)
    if not between.strip(_SPACE):
        yield lines(between)
        return
    shown = f'<div class="outside">{"".join(write.write(span.start, span.end))}</div>'
    if len(between) > _LONGEST:
        length = len(between.strip())
        said = book.translate(counted("{number} character not read", "{number} characters not read", length))
        shown = f"<details><summary>{line(said)}</summary>{shown}</details>"
    yield shown


def _block(write: Writer, text: str, each: _Placed, *, head: bool) -> Iterator[str]:
    """A block as its element; of rows of a table, the `head` has cells of its own kind."""
    whole, inner = each.whole, each.block.span
    if each.kind == "row":
        yield from _row(write, text, each, "th" if head else "td")
        return
    name, attribute = _element(each.block)
    yield f"<{name}{attribute}>"
    yield from _aside(write, text, Span(whole.start, inner.start))
    yield from write.write(inner.start, inner.end)
    yield from _aside(write, text, Span(inner.end, whole.end))
    yield f"</{name}>"


def _element(block: Block) -> tuple[str, str]:
    """The element of a block, and its class as an attribute."""
    match block.kind:
        case "heading":
            return f"h{min(max(block.level, 1) + 2, _DEEPEST)}", ""
        case "item":
            return "li", f' class="l{min(max(block.level, 1), _DEEPEST)}"'
        case "caption" | "chrome":
            return "p", f' class="{block.kind}"'
        case _:
            return "p", ""


def _aside(write: Writer, text: str, span: Span) -> Iterator[str]:
    """What stands beside a block on its line: an indent, or signs of the source, which are shown as such."""
    beside = span.cut(text)
    if beside.strip():
        yield f'<span class="outside">{"".join(write.write(span.start, span.end))}</span>'
    else:
        yield lines(beside)


def _row(write: Writer, text: str, each: _Placed, name: Literal["td", "th"]) -> Iterator[str]:
    """A row of a table with its cells; what parts them stays in the text: tabs between cells, bars inside them."""
    yield '<tr class="rule">' if each.rule else "<tr>"
    at = each.whole.start
    for cell in _cells(text, each.whole):
        yield lines(text[at : cell.whole.start])
        yield f"<{name}>"
        yield from _aside(write, text, Span(cell.whole.start, cell.inner.start))
        yield from write.write(cell.inner.start, cell.inner.end)
        yield from _aside(write, text, Span(cell.inner.end, cell.whole.end))
        yield f"</{name}>"
        at = cell.whole.end
    yield "</tr>"


def _cells(text: str, row: Span) -> Iterable[_Cell]:
    """The cells of a row, parted by tabs or by bars."""
    whole = row.cut(text)
    if "\t" in whole.strip():
        tabs = (row.start + match.start() for match in compiled(r"\t").finditer(whole))
        for before, after in pairwise((row.start - 1, *tabs, row.end)):
            yield _Cell(Span(before + 1, after), Span(before + 1, after))
        return
    bars = [row.start + match.start() for match in compiled(_BAR).finditer(whole)]
    if len(bars) < 2:
        yield _Cell(row, row)
        return
    for number, (bar, following) in enumerate(pairwise(bars)):
        first, last = number == 0, number == len(bars) - 2
        around = Span(row.start if first else bar, row.end if last else following)
        yield _Cell(around, Span(bar + 1, following))
