"""A document keeps its text to the letter, and knows its lines and its language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.model.span import Place, Span
from factcheck.reading import document_of, read_document


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\n乙\n丙", (0, 2, 4)),
        ("甲\r\n乙\r\n丙", (0, 3, 6)),
        ("甲\r乙\r丙", (0, 2, 4)),
        ("甲\n\r乙", (0, 2, 3)),
        ("甲\u2028乙\x0c丙\x85丁", (0,)),
        ("甲\n", (0, 2)),
    ],
)
def test_lines_begin_behind_every_kind_of_line_end(text: str, lines: tuple[int, ...]) -> None:
    document = document_of(text)
    assert document.text == text
    assert document.lines == lines


def test_places_count_lines_and_columns_from_one() -> None:
    document = document_of("第一行\r\n第二行576个\r\n")
    start = document.text.index("576")
    assert document.place(Span(start, start + 4)) == Place(2, 4, 2, 8)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("全区规上工业增加值同比增长7.8%。", "zh"),
        ("Industrial output rose 7.8% on the year.", "en"),
        ("滨城区引进GDP、CPI、AI、5G、IoT、SaaS等项目，推进digital twin建设", "zh"),
        ("Hu Sufen (胡素芬) and Chng Kok Keng (庄国庆) pleaded guilty in the State Courts.", "en"),
        ("7.8% 12,000 —", "zh"),
    ],
)
def test_the_language_is_that_of_most_words(text: str, language: str) -> None:
    assert document_of(text).language == language


def test_the_language_can_be_named() -> None:
    assert document_of("7.8%", language="en").language == "en"
    assert read_document(b"Output rose.", "a.txt", "zh").language == "zh"
    with pytest.raises(ValueError, match="no such language"):
        document_of("7.8%", language="fr")


ANY_TEXT = st.text(
    st.sampled_from(
        "第一1２.。,，;；:：!?！？…—-–|>\t\r\n \u3000·•（）()“”\"'年月日图摄五十三去今前后上下ABfirst MayQ/#*"
    ),
    max_size=120,
)


@given(ANY_TEXT)
def test_blocks_lie_in_order_without_white_space_at_their_ends(text: str) -> None:
    document = document_of(text)
    assert document.text == text
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        cut = document.cut(block.span)
        assert cut == cut.strip()
        assert "\n" not in cut
        assert "\r" not in cut
        end = block.span.end
    covered = "".join(document.cut(block.span) for block in document.blocks)
    assert "".join(covered.split()) == "".join(text.replace("\ufeff", "").split())


@pytest.mark.parametrize("piece", ["> ", "|", "1\n", "· 笑\n", "（", "2020年", "图：", "a b  ", "\t", "第一", "摄影:"])
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    assert is_linear(lambda size: document_of(piece * (size // len(piece))), 20_000, 200_000)
