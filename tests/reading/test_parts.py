"""Documents that are made of parts: their text, their blocks, and the way back to the file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.document import Document
from factcheck.model.fixes import fixes_of
from factcheck.model.source import Laid, Where, Written
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.pipeline import check
from factcheck.reading.document import document_of_parts
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import Part, Piece
from factcheck.reporting.columns import Ruler


def marked_up(text: str) -> Document:
    """A document of a small language of markup: a line is a part, <…> is nothing, &amp; is &, <!-- … --> a comment."""
    return document_of_parts(_parts(text), "draft.xx", file_text=text)


def _parts(text: str) -> Iterator[Part]:
    for line in compiled(r"[^\n]+").finditer(text):
        pieces = []
        for match in compiled(r"<!--.*?-->|<[^>]*>|&amp;|[^<&]+|.").finditer(text, line.start(), line.end()):
            span = Span(*match.span())
            if match[0].startswith("<!--"):
                pieces.append(Piece(match[0], span, is_comment=True))
            elif match[0] == "&amp;":
                pieces.append(Piece("&", span))
            elif not match[0].startswith("<"):
                pieces.append(Piece(match[0], span))
        yield Part(tuple(pieces))


def laid(*lines: tuple[str, Where]) -> Document:
    return document_of_parts([Part((Piece(text, where),)) for text, where in lines], "draft.xx")


def test_text_without_markup_and_places_with_it() -> None:
    document = marked_up("<h1>标题</h1>\n\n全区<b>76</b>家&amp;更多金融机构。\n")
    assert document.text == "标题\n全区76家&更多金融机构。"
    at = document.text.index("76")
    assert document.place(Span(at, at + 3)).line == 3
    assert document.written[document.origin(Span(at, at + 3)).start :].startswith("76</b>家")
    assert document.origin(Span(at, at + 3)).cut(document.written) == "76</b>家"
    assert document.origin(Span(at, at + 2)).cut(document.written) == "76"
    ampersand = document.text.index("&")
    assert document.origin(Span(ampersand, ampersand + 1)).cut(document.written) == "&amp;"
    assert document.origin(Span(0, 0)) == Span(0, 0)


def test_what_has_markup_inside_does_not_stand_in_the_file() -> None:
    document = marked_up("全区<b>76</b>家金融机构。")
    assert document.stands(Span(2, 4))
    assert not document.stands(Span(2, 5))


@given(st.lists(st.sampled_from(["<b>", "</b>", "&amp;", "金融", "7", " ", "🚢", "\n"]), min_size=1, max_size=40))
def test_every_character_leads_to_the_file_and_back(pieces: list[str]) -> None:
    text = "头" + "".join(pieces)
    document = marked_up(text)
    ruler = Ruler(document, "utf-16")
    for at, char in enumerate(document.text):
        origin = document.origin(Span(at, at + 1))
        if char != "\n":
            assert origin.cut(text) in (char, "&amp;")
            assert document.offset(origin.start) == at
            place = ruler.place(Span(at, at + 1))
            assert document.offset(ruler.offset(place.line, place.column)) == at


def test_blocks_by_the_format_and_by_their_look() -> None:
    where = Where(paragraph=1)
    document = document_of_parts(
        [
            Part((Piece("任意一行标题。", where),), "heading", 1),
            Part((Piece("一、基本情况", where),)),
            Part((Piece("全区共有76家金融机构。", where),)),
            Part((Piece("指标\t2023年\t2024年", where),), "row"),
            Part((Piece("存款\t\t12亿元", where),), "row", apart=False),
            Part((Piece("   ", where),)),
            Part((Piece("第一项", where),), "item", 2),
        ],
        "draft.xx",
    )
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds == [("heading", 1), ("heading", 2), ("paragraph", 0), ("row", 0), ("row", 0), ("item", 2)]
    assert document.cut(document.blocks[4].span) == "存款\t\t12亿元"


def test_comments_are_in_no_block() -> None:
    document = marked_up("全区76家金融机构。<!-- factcheck: ignore fact-mismatch -- 口径 -->\n<!-- 99家 -->\n完。")
    assert [document.cut(comment.inside) for comment in document.comments] == [
        " factcheck: ignore fact-mismatch -- 口径 ",
        " 99家 ",
    ]
    assert [document.cut(block.span) for block in document.blocks] == ["全区76家金融机构。", "完。"]


def test_places_without_lines() -> None:
    document = laid(
        ("全区金融机构76家。", Where(paragraph=1)), ("单位", Where(table=2, row=3, column=4)), ("注", Where(page=7))
    )
    assert isinstance(document.source, Laid)
    tells = [str(document.told(block.span)) for block in document.blocks]
    assert tells == ["paragraph 1", "table 2, row 3, column 4", "page 7"]
    assert not document.stands(Span(0, 2))


def test_a_box_reaches_as_far_as_its_span_on_the_page() -> None:
    boxes = [tuple(map(Decimal, box)) for box in ((10, 20, 90, 30), (5, 32, 60, 42))]
    document = document_of_parts(
        [Part(tuple(Piece(text, Where(page=1, box=box)) for text, box in zip(("全区金融", "机构76家。"), boxes)))],  # type: ignore[arg-type]  # noqa: B905
        "draft.xx",
    )
    where = document.where(Span(2, 8))
    assert where is not None
    assert where.box == tuple(map(Decimal, (5, 20, 90, 42)))
    first = document.where(Span(0, 2))
    assert first is not None
    assert first.box == boxes[0]


def test_only_what_stands_in_the_file_is_mended() -> None:
    twice = "港城区去年共有12家新开业的金融机构，占全市的三成以上。"
    assert fixes_of(check(marked_up(twice + twice), None))
    assert not fixes_of(check(marked_up(f"{twice}{twice[:6]}<b>{twice[6:9]}</b>{twice[9:]}"), None))
    assert not fixes_of(check(laid((twice + twice, Where(paragraph=1))), None))


def test_a_line_end_inside_a_piece_moves_nothing() -> None:
    document = document_of_parts(
        [Part((Piece("两\r\n行", Span(0, 4)),)), Part((Piece("三", Span(5, 6)),))], "x", "zh", "两\r\n行\n三"
    )
    assert document.text == "两  行\n三"
    assert isinstance(document.source, Written)
    assert document.origin(Span(5, 6)) == Span(5, 6)


def test_a_file_without_text_is_told() -> None:
    with pytest.raises(ReadingError, match=r"draft\.xx: the file holds no text"):
        laid(("  ", Where(page=1)))


def test_two_tables_with_nothing_between_stand_apart() -> None:
    rows = [("指标\t值", True), ("甲|乙\t1", False), ("指标\t值", True), ("\t2", False)]
    where = Where(table=1)
    parts = [Part((Piece(text, where),), "row", apart=apart) for text, apart in rows]
    document = document_of_parts(parts, "draft.xx", "zh")
    assert document.text == "指标\t值\n甲|乙\t1\n\n指标\t值\n\t2"
    assert [document.place(block.span).line for block in document.blocks] == [1, 2, 4, 5]
