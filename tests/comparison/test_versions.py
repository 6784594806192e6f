"""Which claim of one version is which of another, and what became of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.comparison import Comparison
from factcheck.pipeline import compare
from factcheck.reading import document_of


def compared(old: str, new: str) -> Comparison:
    return compare(document_of(old), document_of(new))


def told(old: str, new: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """What is not kept: the figure as it was, as it is, and the aspects."""
    return [
        (each.old.quantity.text if each.old else None, each.new.quantity.text if each.new else None, each.aspects)
        for each in compared(old, new).of("changed", "appeared", "vanished")
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("全区金融机构76家。", "全区金融机构75家。", [("76家", "75家", ("value",))]),
        ("全区金融机构76家。", "全区共有金融机构75家。", [("76家", "75家", ("value",))]),
        ("全区金融机构76家。", "全区金融机构约76家。", [("76家", "76家", ("bound",))]),
        ("存款12亿元，同比增长7.8%。", "存款12亿元，同比下降7.8%。", [("7.8%", "7.8%", ("direction",))]),
        ("存款12亿元，同比增长7.8。", "存款12亿元，同比增长7.8%。", [("7.8", "7.8%", ("unit",))]),
        ("存款12亿元，同比增长7.8%。", "存款12亿元，同比增长7.8个百分点。", [("7.8%", "7.8个百分点", ("unit",))]),
        ("2023年接待游客31万人次。", "2024年接待游客31万人次。", [("31万人次", "31万人次", ("time",))]),
        ("全区企业51家。", "全区企业51家，其中过亿元企业27家。", [(None, "27家", ())]),
        ("全区企业51家，其中过亿元企业27家。", "全区企业51家。", [("27家", None, ())]),
        ("The port employs 312 people.", "The port employs 320 people.", [("312 people", "320 people", ("value",))]),
        ("Exports rose 4% to $12bn.", "Exports fell 4% to $12bn.", [("4%", "4%", ("direction",))]),
    ],
)
def test_what_changes(old: str, new: str, what: list[tuple[str | None, str | None, tuple[str, ...]]]) -> None:
    assert told(old, new) == what


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("市场主体6.3万户。", "市场主体63000户。"),
        ("面积3公顷。", "面积3万平方米。"),
        ("全区金融机构76家。", "全区拥有金融机构七十六家。"),
        ("历时3年。", "历时36个月。"),
        ("The port employs 1,200 people.", "The port employs twelve hundred people."),
    ],
)
def test_other_words_or_another_notation_are_no_change(old: str, new: str) -> None:
    assert told(old, new) == []


def test_a_passage_that_moves_keeps_its_claims() -> None:
    first, second, third = "全区企业51家。", "新建学校12所，投资3.4亿元。", "医院床位1,820张。"
    assert told(f"{first}\n\n{second}\n\n{third}", f"{third}\n\n{first}\n\n{second}") == []


def test_of_equal_wordings_those_with_equal_figures_belong_together() -> None:
    old = "东镇种植12亩。西镇种植15亩。南镇种植18亩。"
    new = "东镇种植12亩。北镇种植9亩。西镇种植15亩。南镇种植19亩。"
    assert told(old, new) == [(None, "9亩", ()), ("18亩", "19亩", ("value",))]


def test_a_row_of_a_table() -> None:
    assert told("|企业|12|\n|机构|13|\n|银行|15|", "|企业|12|\n|机构|14|\n|银行|15|") == [("13", "14", ("value",))]


def test_what_vanished_stands_where_it_stood() -> None:
    fates = [each.fate for each in compared("企业5家。学校6所。医院7家。", "企业5家。医院7家。").counterparts]
    assert fates == ["kept", "vanished", "kept"]


SENTENCES = st.lists(
    st.sampled_from(
        ["企业51家。", "企业52家。", "学校12所。", "同比增长7.8%。", "同比下降3%。", "存款12亿元。", "无数字。"]
    ),
    max_size=9,
)


@given(SENTENCES, SENTENCES)
def test_every_claim_is_told_once(old: list[str], new: list[str]) -> None:
    comparison = compared("。".join(old) or "空", "。".join(new) or "空")
    olds = [each.old for each in comparison.counterparts if each.old is not None]
    news = [each.new for each in comparison.counterparts if each.new is not None]
    assert sorted(claim.span for claim in olds) == [claim.span for claim in comparison.old.claims]
    assert [claim.span for claim in news] == [claim.span for claim in comparison.new.claims]


@given(SENTENCES)
def test_a_version_is_the_same_as_itself(sentences: list[str]) -> None:
    text = "\n".join(sentences) or "空"
    assert told(text, text) == []
