"""A draft's text in the page: its blocks as what they are, and every character where it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from handmade import document_of, finding_of
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pages import draft_of, marks, parsed, shown

from factcheck.model.case import Case
from factcheck.model.document import Block, BlockKind, Document
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.reporting.html import html
from factcheck.reporting.plain import plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A block with its level, or what stands between blocks.
Piece = str | tuple[BlockKind, int, str]

PIECES: tuple[Piece, ...] = (
    "# ", ("heading", 1, "港城区经济简报"), "\n\n　　", ("paragraph", 0, "至年底，全区共有57家金融机构。"),
    "<!-- ignore missing-unit -->\n\n", ("item", 1, "- 学校28所"), "\n  ", ("item", 2, "- 小学18所"), "\n\n",
    ("row", 0, "指标\t2022年\t 2023年"), "\n", ("row", 0, "机构(家)\t55\t58"), "\n\n", ("row", 0, "| 指标 | 2023年 |"), "\n",
    ("chrome", 0, "|------|-------|"), "\n", ("row", 0, "| 学校 | 28所 |"), " \r\n\r\n", ("caption", 0, "图1 港口"), "\n",
)  # fmt: skip


def document(pieces: Iterable[Piece]) -> Document:
    text, blocks = "", []
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            kind, level, words = piece
            blocks.append(Block(Span(len(text), len(text) + len(words)), kind, level))
            text += words
    return replace(document_of(text), blocks=tuple(blocks))


def page_of(written: Document, *spans: Span) -> Element:
    findings = tuple(
        finding_of("contradiction", "error", Offence(span=span, message=say("so"))) for span in sorted(spans)
    )
    return parsed(html(Report((Checked(Case(written), findings),), None)))


def test_blocks_are_what_they_are_and_every_character_is_kept() -> None:
    written = document(PIECES)
    draft = draft_of(page_of(written))
    assert shown(draft) == written.text.replace("\r\n", "\n")
    assert [(child.tag, child.get("class")) for child in draft] == [
        ("h3", None), ("p", None), ("ul", None), ("table", None), ("table", None), ("p", "caption"),
    ]  # fmt: skip
    heading, paragraph, items, tabbed, barred, _ = draft
    assert [shown(heading), *(shown(aside) for aside in heading)] == ["# 港城区经济简报", "# "]
    assert shown(paragraph).startswith("　　至年底")
    assert [shown(aside) for aside in paragraph] == ["<!-- ignore missing-unit -->"]
    assert [(item.get("class"), shown(item)) for item in items] == [("l1", "- 学校28所"), ("l2", "  - 小学18所")]
    assert [[shown(cell) for cell in row] for row in tabbed.iter("tr")] == [
        ["指标", "2022年", " 2023年"],
        ["机构(家)", "55", "58"],
    ]
    head, rule, row = barred.iter("tr")
    assert [(cell.tag, shown(cell)) for cell in head] == [("th", "| 指标 "), ("th", "| 2023年 |")]
    assert rule.get("class") == "rule"
    assert [(cell.tag, shown(cell)) for cell in row] == [("td", "| 学校 "), ("td", "| 28所 | ")]


def test_a_mark_over_several_blocks_and_cells_is_cut_at_their_edges() -> None:
    written = document(PIECES)
    span = Span(written.text.index("学校28所"), written.text.index("\n\n| 指标"))
    root = page_of(written, span)
    pieces = ["学校28所", "- 小学18所", "指标", "2022年", " 2023年", "机构(家)", "55", "58"]
    assert [mark.text for mark in marks(root)] == pieces
    assert [mark.label for mark in marks(root)] == [*[None] * 7, "✗1"]
    assert [mark.get("id") for mark in root.iter("mark")] == [f"d1-{span.start}-{span.end}", *[None] * 7]
    assert shown(draft_of(root)) == written.text.replace("\r\n", "\n")


def test_what_belongs_to_no_block_is_shown_apart_and_folded_away_when_it_is_long() -> None:
    first, last = ("paragraph", 0, "开头。"), ("paragraph", 0, "结尾。")
    short, long = f"\n\n<!--\n{'注' * 3}\n-->\n\n", f"\n\n<!--\n{'注' * 400}\n-->\n\n"
    assert [child.tag for child in draft_of(page_of(document([first, short, last])))] == ["p", "div", "p"]  # type: ignore[list-item]
    folded = draft_of(page_of(document([first, long, last])))  # type: ignore[list-item]
    assert [child.tag for child in folded] == ["p", "details", "p"]
    assert [shown(summary) for summary in folded.iter("summary")] == ["409 characters not read"]


BETWEEN = st.sampled_from(
    ("\n", "\n\n", "\r\n", "\r", "  ", "\t", "　", "<!-- x -->", "> ", "\x0b", "\u2028", "\n注\n")
)
WORDS = st.text(alphabet="57家a|-\t\\ 　\u202e", min_size=1, max_size=12).filter(lambda words: words == words.strip())
BLOCK = st.tuples(
    st.sampled_from(("heading", "paragraph", "item", "row", "caption", "chrome")), st.integers(0, 9), WORDS
)


@given(st.lists(st.one_of(BETWEEN, BLOCK), max_size=30), st.integers(0, 60), st.integers(1, 40))
def test_any_blocks_make_a_valid_page_that_shows_the_text(pieces: list[Piece], start: int, length: int) -> None:
    written = document([*pieces, "字"])
    text = written.text
    first = min(start, len(text) - 1)
    draft = draft_of(page_of(written, Span(first, min(first + length, len(text)))))
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if not draft.findall(".//summary"):
        assert shown(draft) == "".join(char if char in "\n\t" else plain(char) for char in lines)
