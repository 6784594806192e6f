"""A drafted facts file is one that an editor would keep: readable, valid, and true to the article, claim by claim."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.draft import draft_facts
from factcheck.facts.load import facts_of
from factcheck.facts.naming import slug
from factcheck.model.case import Case
from factcheck.model.span import Span
from factcheck.pipeline import check, read
from factcheck.reading import document_of


def case_of(text: str, path: str = "article.txt") -> Case:
    return read(document_of(dedent(text), path=path))


def test_a_draft_to_the_letter() -> None:
    case = case_of(
        """\
        港城区2020年经济运行情况

        2020年,全区规上工业增加值同比增长7.8%,建成标准厂房22万平方米。
        """
    )
    assert draft_facts(case) == dedent(
        """\
        # Drafted from article.txt: 2 figures, 2 facts.
        # Read each before you rely on it; a remark above an entry says what to look at.
        factcheck: 1
        source:
          title: 港城区2020年经济运行情况
        language: zh
        facts:

          # 港城区2020年经济运行情况
          - id: 规上工业增加值-growth
            claim: 全区规上工业增加值同比增长7.8%
            subject: 规上工业增加值
            value: 7.8%
            measure: growth
            when: 2020年
            where: 全区
          - id: 标准厂房
            claim: 建成标准厂房22万平方米
            subject: 标准厂房
            value: 22万平方米
            measure: total
            when: 2020年
            where: 全区
        """
    )


def test_nothing_to_draft() -> None:
    assert facts_of(draft_facts(case_of("全区经济形势总体向好。"))).facts == ()


def test_equal_claims_make_one_fact() -> None:
    base = facts_of(draft_facts(case_of("全区建成标准厂房22万平方米。回望这一年,全区建成标准厂房22万平方米。")))
    assert [fact.value.text for fact in base.facts] == ["22万平方米"]


def test_a_contradiction_makes_a_disputed_fact() -> None:
    case = case_of("全区建成标准厂房22万平方米。回望这一年,全区建成标准厂房25万平方米。")
    first, second = (claim.span for claim in case.claims)
    drafted = draft_facts(case, [(first, second)])
    (fact,) = facts_of(drafted).facts
    assert (fact.value.text, [value.text for value in fact.disputed]) == ("22万平方米", ["25万平方米"])
    assert "  # 22万平方米: line 1 says 25万平方米\n" in drafted
    assert len(facts_of(draft_facts(case)).facts) == 2


def test_what_to_look_at_is_said() -> None:
    drafted = draft_facts(case_of("全区规上服务业营业收入同比增长14.63,高于全市平均水平。"))
    assert "  # 14.63: no unit in the text\n  - id: " in drafted


def test_repeated_clauses_are_told_apart() -> None:
    text = "工业投资完成50亿元,增长7.8%;服务业投资完成30亿元,增长7.8%;农业投资完成20亿元,增长7.8%。"
    case = case_of(text)
    base = facts_of(draft_facts(case))
    assert len({fact.claim for fact in base.facts if fact.value.text == "7.8%"}) == 3
    matches = check(case.document, base, rules=()).case.matches
    assert [match.fact.value.text if match.fact else None for match in matches] == [
        claim.quantity.text for claim in case.claims
    ]
    assert len({match.fact.id for match in matches if match.fact}) == 6


TEXTS = (
    """\
    滨河区2022年工作回顾

    截至10月底,全区金融机构本外币合计存、贷款余额分别为1273亿元、1099.5亿元,分别较年初增长18.03%、9.66%。
    将63个社区规划调整为84个。累计帮助解决居民身边事1.2万余件,整合孵化社会组织20余家。
    打通“断头路”17条,新增绿化面积161.1万平方米,民生支出占财政支出比重保持在80%以上。
    """,
    """\
    City museums report record year

    The city's museums welcomed 1.27 million visitors in 2023, up 4.5 per cent on the year before.
    More than 2,870 school groups took part, and one in four visitors came from abroad.
    Ticket income rose to $42.5 million from $35.7 million, while costs fell by 0.8 percentage points.
    """,
)


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_agrees_with_its_own_facts(text: str) -> None:
    case = case_of(text)
    base = facts_of(draft_facts(case))
    checked = check(case.document, base)
    for match in checked.case.matches:
        assert match.fact is not None, match.claim.quantity.text
        assert match.fact.value.base_low == match.claim.quantity.base_low
    assert {match.verdict for match in checked.case.matches} == {"verified"}
    assert len(checked.case.matches) == len(case.claims) > 5


ODD = [
    "'", '"', ": ", " #", "- ", "\n", "\n\n", "\t", "\x07", "\x1b", "😀", "{", "]", "\\", "%", "@", "&a", "76家", "增长7.8%", "，",
    "。", "1,200", "2020年", "银行", "$1.2bn ", "rose 5% ", "half ", "null", "~", "yes: ", "分别为3家、4家", "\u2028", "\ufeff",
]  # fmt: skip


@given(st.lists(st.sampled_from(ODD), max_size=24).map("".join))
def test_whatever_the_text_the_draft_loads(text: str) -> None:
    case = case_of(text, path=text)
    drafted = draft_facts(case, [(a.span, b.span) for a, b in zip(case.claims, case.claims[1:], strict=False)])
    base = facts_of(drafted)
    assert len(base.facts) <= len(case.claims)
    assert bool(base.facts) == bool(case.claims)
    kept = {fact.value.text for fact in base.facts} | {other.text for fact in base.facts for other in fact.disputed}
    assert all(value.strip() for value in kept)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("金融机构", "金融机构"),
        ("“嵌入式”网格党群服务站", "嵌入式网格党群服务站"),
        ("污水、雨水管网", "污水雨水管网"),
        ("The city's museums", "the-citys-museums"),
        ("5G 用户", "5g-用户"),
        ("net sales, third quarter", "net-sales-third-quarter"),
        ("...", ""),
        ("Ｎｅｔ ＳＡＬＥＳ", "net-sales"),
    ],
)
def test_ids_are_readable(subject: str, name: str) -> None:
    assert slug(subject) == name


def test_ids_are_unique() -> None:
    case = case_of(
        "2019年全区新建学校23所。2020年全区新建学校25所。全区新建学校27所。全区新建学校29所。全区新建学校31所。"
    )
    ids = [fact.id for fact in facts_of(draft_facts(case)).facts]
    assert len(set(ids)) == 5


def test_a_span_of_a_claim_that_is_not_there_changes_nothing() -> None:
    case = case_of("全区建成标准厂房22万平方米。")
    assert draft_facts(case, [(Span(0, 1), Span(2, 3))]) == draft_facts(case)


TABLES = [
    """\
    2024年海城市经济运行情况

    2024年全市财政收入51.3亿元，增长5.6%。

    单位：亿元

    | 指标 | 2023年 | 2024年 | 同比增长（%） |
    |---|---|---|---|
    | 财政收入 | 48.6 | 51.3 | 5.6 |
    | 进出口总额 | 35.2 | 33.7 | -4.2 |
    | 粮食产量（万吨） | 35.2 | 34.8 | -1.1 |
    """,
    """\
    Harbour Group: results for 2024

    Net sales rose 5.8% to $433.9 million in 2024.

    | US$ million | 2023 | 2024 | Change (%) |
    |---|---|---|---|
    | Net sales | 410.2 | 433.9 | 5.8 |
    | Operating profit | 50.2 | 48.1 | -4.2 |
    | Staff (thousands) | 2.4 | 2.5 | 4.2 |
    """,
]


@pytest.mark.parametrize("text", TABLES, ids=["zh", "en"])
def test_facts_from_a_table_say_what_its_heads_do(text: str) -> None:
    case = case_of(text)
    base = facts_of(draft_facts(case), "facts.yaml")
    checked = check(case.document, base)
    cells = [match for match in checked.case.matches if match.claim.cell is not None]
    assert len(cells) == 9
    assert {match.verdict for match in cells} == {"verified"}
    assert not [finding for finding in checked.findings if finding.severity != "info"]
    assert {fact.value.text for fact in base.facts} >= (
        {"48.6亿元", "34.8万吨"} if "海城" in text else {"US$48.1 million"}
    )
