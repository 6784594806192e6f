"""How figures and lists hang together by the words of a text: what is read, and what is left alone."""

from __future__ import annotations

import pytest
from linear import is_linear

from factcheck.pipeline import read
from factcheck.reading import document_of
from factcheck.reporting.reckoned import reckoned

READ = [
    # sums, in prose
    ("A县3个、B县4个，共7个。", "sum: 3个 + 4个 = 7个"),
    ("全市有学校95所：小学60所、初中35所。", "sum: 60所 + 35所 = 95所"),
    ("养老机构86家（公办32家、民办54家）。", "sum: 32家 + 54家 = 86家"),
    ("全区12个街道分为东片区3个、西片区4个、北片区5个。", "sum: 3个 + 4个 + 5个 = 12个"),
    ("上半年完成投资45亿元，下半年完成52亿元，全年完成97亿元。", "sum: 45亿元 + 52亿元 = 97亿元"),
    ("赞成票88张，反对票5张，弃权票3张，共96张。", "sum: 88张 + 5张 + 3张 = 96张"),
    ("男性占51.3%，女性占48.7%。", "sum: 51.3% + 48.7% = 100%"),
    ("总投资9.6亿元，其中中央资金3.2亿元、省级资金2.4亿元。", "portions: 3.2亿元 + 2.4亿元 ≤ 9.6亿元"),
    ("The 95 schools comprise 60 primary and 35 lower secondary schools.", "sum: 60 + 35 = 95"),
    ("Exports came to $14.2bn and imports to $10.6bn, taking total trade to $24.8bn.", "sum: $14.2bn + $10.6bn = $24.8bn"),
    ("Of the 1,220 people asked, 640 were women and 580 were men.", "sum: 640 + 580 = 1,220 people"),
    # growth, change, share and mean
    ("粮食产量从2020年的45.2万吨增加到2024年的48.6万吨，增长7.5%。", "growth: 45.2万吨 → 48.6万吨: 7.5%"),
    ("旅游收入28.6亿元，同比增长17.2%，上年为24.4亿元。", "growth: 24.4亿元 → 28.6亿元: 17.2%"),
    ("外汇储备32407亿美元，较2月末上升134亿美元，升幅为0.42%。", "growth: 32407亿美元 ±134亿美元: 0.42%"),
    ("Revenue was $5.6bn in 2024, up 33% from $4.2bn in 2023.", "growth: $4.2bn → $5.6bn: 33%"),
    ("Attendance was 4,820 this year and 4,200 last year, an increase of 14.8%.", "growth: 4,200 → 4,820: 14.8%"),
    ("Sales tripled to $90 million from $30 million.", "growth: $30 million → $90 million: tripled"),
    ("在4820辆公交车中，新能源车4170辆，占86.5%。", "share: 4170辆 of 4820辆 = 86.5%"),
    ("全县耕地118万亩，其中高标准农田82.6万亩，占耕地面积的70%。", "share: 82.6万亩 of 118万亩 = 70%"),
    ("完成投资86亿元，完成年度计划80亿元的107.5%。", "share: 86亿元 of 80亿元 = 107.5%"),
    ("Of 350 delegates invited, 321 came, a turnout of 91.7%.", "share: 321 of 350 = 91.7%"),
    ("全市常住人口312.4万人，地区生产总值2561亿元，人均地区生产总值8.2万元。", "mean: 2561亿元 for 312.4万人 = 8.2万元 each"),
    ("全年用水量7.3亿立方米，日均200万立方米。", "mean: 7.3亿立方米 for 全年 = 200万立方米 each"),
    # a way up or down, told by two levels alone
    ("工业产品生产许可证从60类减少到10类。", "direction: 60类 → 10类: down"),
    ("青年夜校由3所增加到12所，报名人数创新高。", "direction: 3所 → 12所: up"),
    ("Complaints fell from 312 to 260 last year.", "direction: 312 → 260: down"),
    ("The waiting list is down from 41,000 to 36,900.", "direction: 41,000 → 36,900: down"),
    # yearly averages
    ("产量从2018年的45.2万吨增加到2023年的48.6万吨，年均增长1.5%。", "growth: 45.2万吨 → 48.6万吨 in 5 years: 1.5% a year"),
    ("Ridership grew from 3.2 million in 2018 to 4.1 million in 2023, or 5.1% a year.",
     "growth: 3.2 million → 4.1 million in 5 years: 5.1% a year"),
    # across two sentences
    ("The fee will be $65. That is an increase of $5 from $60.", "change: $60 → $65: ±$5"),
    ("参保人数达48.6万人。比上年末的45.2万人增加3.4万人。", "change: 45.2万人 → 48.6万人: ±3.4万人"),
    ("The score of 51 points is 13 more than the 38 of last year.", "change: 38 → 51 points: ±13"),
    # gaps, balances and what is left
    ("全市共需教师300人，现有245人，缺口55人。", "change: 300人 → 245人: ±55人"),
    ("2023年进出口860亿元，其中出口520亿元，进口340亿元，贸易顺差180亿元。", "change: 520亿元 → 340亿元: ±180亿元"),
    ("其中，出口17.6亿元，增长4%；进口14.2亿元，下降1%；贸易顺差3.4亿元，增加27%。", "change: 17.6亿元 → 14.2亿元: ±3.4亿元"),
    ("当年基金收入396.8亿元，支出361.2亿元，当年结余35.6亿元。", "change: 396.8亿元 → 361.2亿元: ±35.6亿元"),
    ("全县共塌方83处，抢通76处，还剩7处。", "change: 83处 → 76处: ±7处"),
    ("Of the 83 roads, 76 have reopened, leaving seven.", "change: 83 → 76: ±seven"),
    ("Revenue was $5.6m and spending $4.2m, leaving a surplus of $1.4m.", "change: $5.6m → $4.2m: ±$1.4m"),
    ("Turnout was 58% in the city and 33% in the county, a gap of 25 points.", "change: 58% → 33%: ±25 points"),
    # tables and items
    ("区县\t男\t女\t合计\n东区\t12.3\t11.8\t24.1\n西区\t10.5\t10.9\t21.4", "sum: 12.3 + 11.8 = 24.1"),
    ("项目    数量\n小学    12\n初中    8\n合计    20", "sum: 12 + 8 = 20"),
    ("共计95所：\n\n- 小学60所\n- 初中35所\n", "sum: 60所 + 35所 = 95所"),
    ("Votes:\n\n- For: 88\n- Against: 5\n- Total: 93\n", "sum: 88 + 5 = 93"),
    ("| Area | Visits | Share |\n| North | 60 | 60% |\n| South | 40 | 40% |\n| Total | 100 | 100% |", "share: 60 of 100 = 60%"),
    # years
    ("学校创办于1952年，2022年迎来70周年校庆。", "elapsed: 2022 - 1952 = 70"),
    ("Founded in 1949, the institute celebrated its 75th anniversary in 2024.", "elapsed: 2024 - 1949 = 75"),
]  # fmt: skip


def relations(text: str) -> list[str]:
    return [f"{each.kind}: {each.formula}" for each in reckoned(read(document_of(text)))]


@pytest.mark.parametrize(("text", "relation"), READ)
def test_what_the_words_say_is_read_and_holds(text: str, relation: str) -> None:
    found = reckoned(read(document_of(text)))
    assert relation in [f"{each.kind}: {each.formula}" for each in found]
    assert all(each.holds for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "新建小区3个、改造小区5个，全区共有小区84个。",
        "新建幼儿园3所、小学5所，投入资金900万元。",
        "出口增长6.7%，进口增长5.4%。",
        "The schools take 60 primary, 35 lower secondary and 20 upper secondary classes.",
        "It hired 164 people, bringing the total to 2,043.",
        "Fares rose from $2 to $3 million users.",
        "北京: 3:2:1的比分。",
        "产量从2018年的45.2万吨增加到本年的48.6万吨，年均增长1.5%。",
        "完成项目83个，在建76个，还剩9个。",
        "2010年有学生85人，2015年60人，如今只剩20人。",
        "出口520亿元，进口340亿元，对美顺差90亿元。",
        "2023年出口520亿元，进口340亿元，2024年一季度顺差90亿元。",
        "甲班85人，乙班60人，与丙班差3人到90人。",
        "The storm injured 30 and killed 12, leaving 5 homeless.",
        "The party won 56 seats to its rival's 44, leaving 3 undecided.",
        "The fee will be $65. In Leeds it is $5 more than $50.",
        "The hall seats 300 and the annex 120. This is 40 more than before.",
    ],
)
def test_what_only_looks_so_is_left(text: str) -> None:
    assert not [each for each in relations(text) if each.split(":")[0] in ("sum", "change", "growth", "share")]


@pytest.mark.parametrize(
    "piece",
    [
        "3个、",
        "其中3个，",
        "共3个：",
        "由3增至5，",
        "占3%，",
        "of 3, ",
        "up 3% from 2 to 5, ",
        "分别",
        "| 3 | 合计 |\n",
        "3  4\n",
    ],
)
def test_time_is_in_proportion_to_the_text(piece: str) -> None:
    assert is_linear(lambda size: read(document_of(piece * (size // len(piece)))), 2_000, 20_000)
