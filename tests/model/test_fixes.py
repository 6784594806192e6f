"""Which mends are made by machine, and what they leave."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.model.fixes import fixed, fixes_of
from factcheck.model.quotations import quotations
from factcheck.pipeline import check
from factcheck.reading import document_of

BERTH = "The harbour board approved the plan for a third berth in May."


def mended(text: str) -> str:
    return fixed(text, fixes_of(check(document_of(text), None)))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "全区整合社会组织20余家,为群众提供60余项专业化服务整合社会组织20余家,为群众提供60余项专业化服务。",
            "全区整合社会组织20余家,为群众提供60余项专业化服务。",
        ),
        (
            f"{BERTH} {BERTH} Work has begun.",
            f"{BERTH} Work has begun.",
        ),
        ("平均换乘时间从6.8分钟缩短到4.5。", "平均换乘时间从6.8分钟缩短到4.5分钟。"),
        ("成交量和成交额同比分别增长29.71和1.80%。", "成交量和成交额同比分别增长29.71%和1.80%。"),
        (
            "平均换乘时间从6.8分钟缩短到4.5。成交量和成交额同比分别增长29.71和1.80%。",
            "平均换乘时间从6.8分钟缩短到4.5分钟。成交量和成交额同比分别增长29.71%和1.80%。",
        ),
    ],
)
def test_what_is_certain_is_mended(text: str, after: str) -> None:
    assert mended(text) == after


def test_of_mends_that_overlap_the_first_is_made_and_the_others_wait() -> None:
    said = "平均换乘时间从6.8分钟缩短到4.5，乘客普遍感到方便，反响很好。"
    fixes = fixes_of(check(document_of(said * 2), None))
    assert all(fix.span.end <= other.span.start for fix, other in pairwise(fixes))
    assert mended(said * 2) == said.replace("4.5", "4.5分钟")


@pytest.mark.parametrize(
    "text",
    [
        "他说：“平均换乘时间从6.8分钟缩短到4.5。”",
        "零售额同比增长14.63，高于全市平均水平9.26个百分点。",
        "A县3个、B县4个，共8个。",
        "Sales rose from $4.0bn to $4.8bn, up 12 per cent.",
    ],
)
def test_what_is_quoted_or_open_is_left(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("他说“好”，又说「再见」。", ["“好”", "「再见」"]),
        ("外面“里面‘再里面’还在里面”外面", ["“里面‘再里面’还在里面”"]),
        ("The mayor’s “plan” isn’t ‘new’.", ["“plan”", "‘new’"]),
        ('He said "yes", then "no".', ['"yes"', '"no"']),
        ("他说：“没有说完。\n\n第二段“完了”。", ["“没有说完。", "“完了”"]),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]) -> None:
    assert [span.cut(text) for span in quotations(document_of(text))] == quoted
