"""The article: each of its figures with interval and unit, none of its fixed expressions, its dates by its own text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.model.case import Case
from factcheck.pipeline import read
from factcheck.reading import document_of

ARTICLE = Path(__file__).parent.parent / "drafts" / "article.txt"

# Each figure in order: as written, what it is at least and at most, and its unit.
FIGURES = """
8个 8 8 个 | 63个 63 63 个 | 84个 84 84 个 | 576个 576 576 个 | 1028个 1028 1028 个 | 178个 178 178 个 | 576个 576 576 个
230个 230 230 个 | 894支 894 894 支 | 6500余场次 6500 6600 场次 | 183家 183 183 家 | 365家 365 365 家 | 45个 45 45 个
5个 5 5 个 | 4万元以上 40000 40000 元 | 三轮 3 3 轮 | 70个 70 70 个 | 100% 100 100 % | 72家 72 72 家 | 8处 8 8 处
五级 5 5 级 | 64项 64 64 项 | 5625件 5625 5625 件 | 3000多万元 30000000 40000000 元 | 560次 560 560 次
3000余次 3000 4000 次 | 1.2万余件 12000 13000 件 | 20余家 20 30 家 | 300余家 300 400 家 | 20大类 20 20 大类
60余项 60 70 项 | 20余家 20 30 家 | 300余家 300 400 家 | 20大类 20 20 大类 | 60余项 60 70 项 | 4类 4 4 类 | 86个 86 86 个
115个 115 115 个 | 73个 73 73 个 | 38个 38 38 个 | 13个 13 13 个 | 500余名 500 600 人 | 76家 76 76 家
22万平方米 220000 220000 m² | 23人 23 23 人 | 3518人 3518 3518 人 | 7.8% 7.8 7.8 % | 51家 51 51 家 | 27家 27 27 家
7.6% 7.6 7.6 % | 43.3亿元 4330000000 4330000000 元 | 145亿元 14500000000 14500000000 元
30.59亿元 3059000000 3059000000 元 | 1273亿元 127300000000 127300000000 元 | 1099.5亿元 109950000000 109950000000 元
18.03% 18.03 18.03 % | 9.66% 9.66 9.66 % | 42.91亿元 4291000000 4291000000 元 | 14.63 14.63 14.63 -
9.26个百分点 9.26 9.26 个百分点 | 450多项 450 460 项 | 79项 79 79 项 | 150多项 150 160 项 | 4.95万家 49500 49500 家
17条 17 17 条 | 124公里 124 124 km | 161.1万平方米 1611000 1611000 m² | 103个 103 103 个 | 305个 305 305 个
80%以上 80 80 % | 3.06万人 30600 30600 人 | 7.18% 7.18 7.18 % | 8.01% 8.01 8.01 % | 23所 23 23 所 | 30所 30 30 所
75家 75 75 家 | 12家 12 12 家 | 两年 2 2 年
"""

# What looks like a number and claims nothing.
FIXED = """
七个走在前列 八个全面开创 一根针 一张网 小事一格解决 两规范一运用 两个覆盖 “两新”组织 至2020年11月份 一核(党建为核心)
四融(融合法治、自治、德治、智治) 五级(区、街道、社区、居民小组、居民)共治 五级双向工作法 一窗受理、全科服务 零距离
一带一跟一联 三无小区 新六产 一二三产融合 3511 十百千 争一流 两连冠 双优秀
"""

# What the text says of time, and the days that it means: the article gives no date of its own.
TIMES = (
    ("2020年", "2020", "during"),
    ("自2017年", "2017", "since"),
    ("至2020年11月份", "2020-11", "by"),
    ("2019年以来", "2019", "since"),
    ("去年以来", "2019", "since"),
    ("至2020年11月份", "2020-11", "by"),
    ("全年", "2020", "during"),
    ("至10月份", "2020-10", "by"),
    ("“十三五”", "“十三五”", "during"),
    ("2017", "2017", "during"),
    ("2018年", "2018", "during"),
    ("2019年", "2019", "during"),
)


@pytest.fixture(scope="module")
def case() -> Case:
    return read(document_of(ARTICLE.read_text(encoding="utf-8"), "article.txt", "zh"))


def test_every_figure_with_its_interval_and_unit(case: Case) -> None:
    expected = [figure.split() for line in FIGURES.strip().splitlines() for figure in line.split(" | ")]
    found = [[figure.text, figure.low, figure.high, figure.unit or "-"] for figure in case.quantities]
    assert found == [[text, Decimal(low), Decimal(high), unit] for text, low, high, unit in expected]


def test_every_figure_is_a_claim(case: Case) -> None:
    assert [claim.quantity for claim in case.claims] == list(case.quantities)


@pytest.mark.parametrize("expression", FIXED.split())
def test_a_fixed_expression_claims_nothing(case: Case, expression: str) -> None:
    start = case.document.text.index(expression)
    end = start + len(expression)
    assert [claim.quantity.text for claim in case.claims if start < claim.span.end and claim.span.start < end] == []


def test_its_dates_by_its_own_text(case: Case) -> None:
    assert [(period.text, period.label(), period.reach) for period in case.periods] == list(TIMES)
    assert all(period.anchored for period in case.periods)
