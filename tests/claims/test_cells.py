"""What the heads of a table say of its cells: table → figure, subject, measure, time and value."""

from __future__ import annotations

import pytest

from factcheck.model.claim import Claim
from factcheck.pipeline import contradictions, read
from factcheck.reading import document_of

Said = tuple[str, str, str | None, str, str | None]


def cells(text: str) -> dict[str, Claim]:
    return {claim.quantity.text: claim for claim in read(document_of(text)).claims if claim.cell is not None}


def said(text: str) -> dict[str, Said]:
    """Each cell's subject, measure and time, and its figure in its own unit."""
    return {
        figure: (
            claim.subject,
            claim.measure,
            claim.when.label() if claim.when else None,
            f"{claim.quantity.low:f}",
            claim.quantity.unit,
        )
        for figure, claim in cells(text).items()
    }


def table(*rows: str) -> str:
    """A Markdown table, of rows whose cells stand between spaces; _ is an empty cell."""
    lines = ["| " + " | ".join("" if cell == "_" else cell for cell in row.split()) + " |" for row in rows]
    rule = "|" + "---|" * len(rows[0].split())
    return "\n".join([lines[0], rule, *lines[1:]])


def spaced(head: str, *rows: str) -> str:
    """A Markdown table of rows that are written out, with the rule below its head."""
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rows])


def tabs(*rows: str) -> str:
    """The same with tabs, as readers of other formats give it."""
    return "\n".join("\t".join("" if cell == "_" else cell for cell in row.split()) for row in rows)


GIVEN: list[tuple[str, dict[str, Said]]] = [
    (
        "表1 主要指标（单位：亿元）\n\n"
        + table("指标 2023年 2024年 同比增长（%）", "财政收入 48.6 51.3 5.6", "粮食产量（万吨） 35.2 34.8 -1.1"),
        {
            "48.6": ("财政收入", "total", "2023", "4860000000", "元"),
            "51.3": ("财政收入", "total", "2024", "5130000000", "元"),
            "5.6": ("财政收入", "growth", "2024", "5.6", "%"),
            "35.2": ("粮食产量", "total", "2023", "352000", "t"),
            "-1.1": ("粮食产量", "decline", "2024", "1.1", "%"),
        },
    ),
    (
        table("年份 发行只数（只） 发行总额(亿)", "2023 41 315.6", "2024 47 402.1"),
        {
            "41": ("发行只数", "total", "2023", "41", "只"),
            "315.6": ("发行总额", "total", "2023", "31560000000", None),
            "402.1": ("发行总额", "total", "2024", "40210000000", None),
        },
    ),
    (
        table("指标 单位 绝对量 比上年增长（%）", "公路里程 公里 4127 1.2", "常住人口 万人 88.4 0.3"),
        {
            "4127": ("公路里程", "total", None, "4127", "km"),
            "88.4": ("常住人口", "total", None, "884000", "人"),
            "0.3": ("常住人口", "growth", None, "0.3", "%"),
        },
    ),
    (
        tabs(
            "险种 2023年 _ 2024年 _",
            "_ 保费（万元） 增速（%） 保费（万元） 增速（%）",
            "车险 620 3.1 655 5.6",
            "合计 1620 4.1 1755 8.3",
        ),
        {
            "620": ("车险保费", "total", "2023", "6200000", "元"),
            "655": ("车险保费", "total", "2024", "6550000", "元"),
            "5.6": ("车险保费", "growth", "2024", "5.6", "%"),
            "1755": ("保费合计", "total", "2024", "17550000", "元"),
        },
    ),
    (
        tabs("序号 片区 网点 客户（户）", "1 城北 一店 340", "2 _ 二店 275", "3 城南 一店 190"),
        {
            "340": ("城北一店客户", "total", None, "340", "户"),
            "275": ("城北二店客户", "total", None, "275", "户"),
            "190": ("城南一店客户", "total", None, "190", "户"),
        },
    ),
    (
        tabs("指标 2024年", "用电量（万千瓦时） 3120", "增长（%） 6.4"),
        {"3120": ("用电量", "total", "2024", "31200000", "kWh"), "6.4": ("用电量", "growth", "2024", "6.4", "%")},
    ),
    (
        "Table 1: Key figures (US$ million)\n\n"
        + spaced(
            "| | 2023 | 2024 | Change (%) |",
            "| Net sales | 410.2 | 433.9 | 5.8 |",
            "| Operating profit | 50.2 | 48.1 | -4.2 |",
        ),
        {
            "410.2": ("Net sales", "total", "2023", "410200000", "USD"),
            "433.9": ("Net sales", "total", "2024", "433900000", "USD"),
            "5.8": ("Net sales", "growth", "2024", "5.8", "%"),
            "-4.2": ("Operating profit", "decline", "2024", "4.2", "%"),
        },
    ),
    (
        spaced(
            "| Depot | Trams | Amount ($m) | Staff ('000) | Share of total (%) |", "| Quayside | 86 | 12.4 | 1.2 | 61 |"
        ),
        {
            "86": ("Quayside Trams", "total", None, "86", None),
            "12.4": ("Quayside", "total", None, "12400000", "USD"),
            "1.2": ("Quayside Staff", "total", None, "1200", None),
            "61": ("Quayside Staff", "share", None, "61", "%"),
        },
    ),
    (
        "表3 2024年居民消费价格比上年涨跌幅度\n\n单位：%\n\n" + table("指标 城市 农村", "食品 1.4 -0.6"),
        {
            "1.4": ("食品城市", "growth", "2024", "1.4", "%"),
            "-0.6": ("食品农村", "decline", "2024", "0.6", "%"),
        },
    ),
    (
        table("指标 2024年末（亿元） 比上年末增长（%）", "存款 112.5 8.2"),
        {
            "112.5": ("存款", "total", "2024", "11250000000", "元"),
            "8.2": ("存款", "growth", "2024", "8.2", "%"),
        },
    ),
    (
        spaced("| Line | Passengers (m) | Length (m) | % of staff |", "| Quay | 3.1 | 4,200 | 12 |"),
        {
            "3.1": ("Quay Passengers", "total", None, "3100000", None),
            "4,200": ("Quay Length", "total", None, "4200", "m"),
            "12": ("Quay staff", "share", None, "12", "%"),
        },
    ),
    (
        table("项目 数值 单位 同比增长", "净利润 456.78 万元 +8.7%"),
        {
            "456.78": ("净利润", "total", None, "4567800", "元"),
            "8.7%": ("净利润", "growth", None, "8.7", "%"),
        },
    ),
    (
        table("指标 2025A 2026E", "净利润（万元） 567 774"),
        {
            "567": ("净利润", "total", "2025", "5670000", "元"),
            "774": ("净利润", "total", "2026", "7740000", "元"),
        },
    ),
    (
        "All figures in RMB million\n\nItem\tQ1 2024\tQ2 2024\nFreight\t1,240\t1,310",
        {
            "1,240": ("Freight", "total", "2024-01…2024-03", "1240000000", "元"),
            "1,310": ("Freight", "total", "2024-04…2024-06", "1310000000", "元"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_heads_say_what_cells_are(text: str, expected: dict[str, Said]) -> None:
    found = said(text)
    assert {figure: found.get(figure) for figure in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "张三\t12\t13\n李四\t14\t15",
        "| 长度 | 12 |\n| 宽度 | 15 |",
        "| 12 | 13 |\n|---|---|\n| 14 | 15 |",
        "| | |\n|---|---|\n| Staff | 12 |",
    ],
    ids=["no heads", "pairs", "figures as heads", "empty heads"],
)
def test_a_table_without_heads_is_not_guessed_at(text: str) -> None:
    assert not cells(text)


def test_what_is_not_understood_stays_in_the_name() -> None:
    found = said(table("指标 本月 本月止累计", "发电量（万千瓦时） 310 2850"))
    assert found["310"][0] == "发电量本月"


def test_a_unit_is_not_guessed_at_where_two_come_into_question() -> None:
    found = said("单位：万元、户\n\n" + table("指标 2024年", "赔付 310"))
    assert found["310"][3:] == ("310", None)
    found = said("单位：万元\n\n" + table("指标 2024年 增幅", "赔付 310 2.5"))
    assert found["2.5"][3:] == ("2.5", None)


def test_what_is_expected_is_told_from_what_is_reported() -> None:
    found = cells(table("指标 2025A 2026E 2027年预算数", "净利润（万元） 567 774 881"))
    assert [claim.planned for claim in found.values()] == [False, True, True]


def test_the_text_and_its_places_stay_as_they_are() -> None:
    document = document_of("单位：亿元\n\n" + table("指标 2024年", "财政收入 1,051.3"))
    claim = next(claim for claim in read(document).claims if claim.cell is not None)
    assert document.cut(claim.span) == claim.quantity.text == "1,051.3"
    assert claim.cell is not None
    assert claim.cell.written == "1,051.3亿元"


def test_a_rule_or_an_empty_first_cell_moves_no_column() -> None:
    for text in (
        "|| 2023年 | 2024年 |\n|---|---|---|\n| 学校（所） | 41 | 47 |",
        "\t2023年\t2024年\n学校（所）\t41\t47",
    ):
        assert [claim.when and claim.when.label() for claim in cells(text).values()] == ["2023", "2024"]


def test_a_blank_line_parts_two_tables() -> None:
    text = "| 年份 | 学校（所） |\n| 2023年 | 41 |\n\n| 年份 | 医院（所） |\n| 2023年 | 12 |"
    assert [claim.subject for claim in cells(text).values()] == ["学校", "医院"]


def test_what_stands_below_other_heads_is_not_read_by_the_first() -> None:
    found = said("年份（学校）\t2023\n城东\t41\n年份（医院）\t2024\n城西\t12")
    assert found == {"41": ("城东", "total", "2023", "41", None)}


TABLE = table("指标（亿元） 2023年 2024年", "财政收入 48.6 51.3", "固定资产投资 210.5 223.4")


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("2024年全市财政收入53.1亿元。", True),
        ("2023年财政收入46.8亿元。", True),
        ("2024年，财政收入达到53.1亿元。", True),
        ("2024年财政收入51.3亿元，固定资产投资达243.2亿元。", True),
        ("2024年财政收入513000万元。", False),
        ("2024年财政收入超过51亿元。", False),
        ("2022年财政收入53.1亿元。", False),
        ("2024年高新区财政收入53.1亿元。", False),
        ("高新区发展较快。2024年财政收入53.1亿元。", False),
        ("2024年全国财政收入53.1亿元。", False),
        ("2024年预计财政收入53.1亿元。", False),
        ("2024年一般债券安排后，财政收入53.1亿元。", False),
        ("2024年人均财政收入5.31亿元。", False),
        ("2024年财政收入增长5.3%。", False),
        ("2024年财政收入增加5.3亿元。", False),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_prose_is_held_against_the_table(prose: str, *, found: bool, before: bool) -> None:
    parts = [prose, "主要指标", TABLE] if before else ["主要指标", TABLE, prose]
    document = document_of("\n\n".join(["海城市经济运行情况", *parts]))
    assert bool(contradictions(read(document))) is found


def test_a_caption_that_narrows_its_table_down_keeps_it_from_other_prose() -> None:
    text = "海城市经济运行情况\n\n2024年财政收入53.1亿元。\n\n表1 {}\n\n" + TABLE
    assert contradictions(read(document_of(text.format("主要指标"))))
    assert not contradictions(read(document_of(text.format("临港园区主要指标"))))


def test_two_cells_of_one_name_answer_for_none() -> None:
    rows = table("指标（亿元） 2024年", "财政收入 51.3", "财政收入 12.7")
    assert not contradictions(read(document_of(f"2024年财政收入53.1亿元。\n\n{rows}")))
