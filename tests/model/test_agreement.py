"""When two numbers agree: fact, draft → agreement, in writers' notation."""

from __future__ import annotations

import pytest

from factcheck.extraction.quantities import read_value
from factcheck.model.agreement import agreement
from factcheck.model.document import Language
from factcheck.model.quantity import Quantity

AGREES = [
    # equal, after conversion
    ("76家", "76家", "verified"),
    ("76家", "76个", "verified"),
    ("1.2万余件", "12000多件", "verified"),
    ("145亿元", "1450000万元", "verified"),
    ("3459吨", "345.9万公斤", "verified"),
    ("22万平方米", "22公顷", "verified"),
    ("22万平方米", "220000平方米", "verified"),
    ("7.8%", "百分之七点八", "verified"),
    ("14.1%", "14.10%", "verified"),
    ("3000余次", "3000多次", "verified"),
    ("4万元以上", "4万元以上", "verified"),
    # rounded or cut to the digits that are shown, at most 1 % away
    ("30.59亿元", "30.6亿元", "rounded"),
    ("21836万人", "2.18亿", "rounded"),
    ("1273亿元", "0.13万亿元", "mismatch"),
    ("14.63%", "14.6%", "rounded"),
    ("14.6%", "14.63%", "mismatch"),
    ("1028个", "1000个", "mismatch"),
    # hedges that admit the fact
    ("30600", "近31000", "approximate"),
    ("23家", "20余家", "approximate"),
    ("49416万户", "近5亿户", "approximate"),
    ("38%", "近四成", "approximate"),
    ("415", "四百多名", "approximate"),
    ("52300小时", "超过5.2万小时", "approximate"),
    ("5625件", "5600多件", "approximate"),
    ("20余家", "23家", "approximate"),
    ("1700亿元以上", "1700多亿元", "approximate"),
    # hedges that do not
    ("30600", "逾31000", "mismatch"),
    ("4万元以上", "近4万元", "mismatch"),
    ("145亿元", "超过145亿元", "mismatch"),
    ("超20万人", "超29万人", "mismatch"),
    ("2705万千瓦", "逾1000万千瓦", "mismatch"),
    # another kind of unit
    ("7.8%", "7.8个百分点", "mismatch"),
    ("940万美元", "940万元", "mismatch"),
    ("8小时", "8公里", "mismatch"),
]

ENGLISH = [
    ("1.27 million", "1,270,000", "verified"),
    ("68%", "more than two-thirds", "approximate"),
    ("52%", "just over half", "approximate"),
    ("21%", "roughly a fifth", "approximate"),
    ("one in four", "25%", "verified"),
    ("61%", "about six in ten", "approximate"),
    ("39%", "29%", "mismatch"),
    ("$9.4 million", "$9.4 billion", "mismatch"),
    ("5 percentage points", "5%", "mismatch"),
    ("12 tonnes", "12,000 kg", "verified"),
]


def value(text: str, language: Language) -> Quantity:
    found = read_value(text, language)
    assert found is not None, f"{text!r} can't be read"
    return found


@pytest.mark.parametrize(("fact", "draft", "expected"), AGREES)
def test_chinese_figures(fact: str, draft: str, expected: str) -> None:
    assert agreement(value(fact, "zh"), value(draft, "zh")) == expected


@pytest.mark.parametrize(("fact", "draft", "expected"), ENGLISH)
def test_english_figures(fact: str, draft: str, expected: str) -> None:
    assert agreement(value(fact, "en"), value(draft, "en")) == expected
