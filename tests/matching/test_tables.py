"""Figures of tables are bound to facts as any other, and held against them only where nothing is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.facts.load import load_facts
from factcheck.pipeline import check
from factcheck.reading import document_of

FACTS = """
factcheck: 1
language: zh
facts:
  - {id: revenue, claim: 2024年全市财政收入51.3亿元, subject: 财政收入, value: 51.3亿元, when: 2024年}
  - {id: growth, claim: 2024年全市财政收入同比增长5.6%, subject: 财政收入, value: 5.6%, measure: growth, when: 2024年}
  - {id: trade, claim: 2024年进出口总额同比下降4.2%, subject: 进出口总额, value: 4.2%, measure: decline, when: 2024年}
  - {id: schools, claim: 全市有小学41所, subject: 小学, value: 41所}
"""


def verdicts(text: str, folder: Path) -> dict[str, tuple[str, str | None]]:
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    checked = check(document_of(text), load_facts([folder / "facts.yaml"]))
    return {
        match.claim.quantity.text: (match.verdict, match.fact.id if match.fact else None)
        for match in checked.case.matches
    }


def test_cells_restate_facts(tmp_path: Path) -> None:
    text = (
        "单位：亿元\n\n| 指标 | 2023年 | 2024年 | 同比增长（%） |\n|---|---|---|---|\n"
        "| 财政收入 | 48.6 | 51.3 | 5.6 |\n| 进出口总额 | 35.2 | 33.7 | -4.2 |\n| 小学（所） | 40 | 41 | 2.5 |"
    )
    found = verdicts(text, tmp_path)
    assert found["51.3"] == ("verified", "revenue")
    assert found["5.6"] == ("verified", "growth")
    assert found["-4.2"] == ("verified", "trade")
    assert found["48.6"] == ("unsupported", None)


def test_prose_and_table_may_restate_one_fact(tmp_path: Path) -> None:
    text = "2024年全市财政收入51.30亿元。\n\n| 指标 | 2024年财政收入（万元） |\n|---|---|\n| 全市财政收入 | 513000 |"
    assert {verdict for verdict, _ in verdicts(text, tmp_path).values()} == {"verified"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("| 指标 | 2024年（亿元） |\n|---|---|\n| 财政收入 | 53.1 |", {"53.1"}),
        ("| 年份 | 财政收入（亿元） |\n|---|---|\n| 2022年 | 31.5 |\n| 2023年 | 53.1 |", set()),
        ("| 片区 | 2024年财政收入（亿元） |\n|---|---|\n| 东区 | 31.5 |\n| 西区 | 19.8 |", set()),
        ("| 类别 | 2023年（所） | 2024年（所） |\n|---|---|---|\n| 小学 | 14 | 41 |", set()),
        ("| 指标 | 上年同期（亿元） |\n|---|---|\n| 财政收入 | 53.1 |", set()),
    ],
    ids=["another figure", "other years", "parts", "no time in the fact", "the year before"],
)
def test_only_what_is_surely_of_the_fact_is_wrong(text: str, wrong: set[str], tmp_path: Path) -> None:
    found = {figure for figure, (verdict, _) in verdicts(text, tmp_path).items() if verdict == "mismatch"}
    assert found == wrong
