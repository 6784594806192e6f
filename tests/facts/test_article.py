"""The facts file that a new user copies: it is in order, and says what the article says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.facts.check import check_facts
from factcheck.model.fact import FactBase
from factcheck.pipeline import check
from factcheck.reading import document_of

FACTS = Path(__file__).parents[2] / "facts"


@pytest.fixture(scope="module")
def base() -> FactBase:
    loaded, remarks = check_facts([FACTS])
    assert remarks == ()
    return loaded


def test_its_size(base: FactBase) -> None:
    assert (len(base.facts), len(base.names), len(base.people), len(base.quotes)) == (73, 3, 1, 4)


@pytest.mark.parametrize(
    ("name", "low", "high", "unit", "hedge"),
    [
        ("communities-before", "63", "63", "个", None),
        ("communities", "84", "84", "个", None),
        ("themed-activities", "6500", "6600", "场次", "more"),
        ("village-income", "40000", "40000", "元", "at-least"),
        ("rectification-rounds", "3", "3", "轮", None),
        ("two-coverage", "100", "100", "%", None),
        ("governance-funds", "30000000", "40000000", "元", "more"),
        ("worries-solved", "12000", "13000", "件", "more"),
        ("service-items", "60", "70", "项", "more"),
        ("financial-institutions", "76", "76", "家", None),
        ("standard-workshops", "220000", "220000", "m²", None),
        ("deposits", "127300000000", "127300000000", "元", None),
        ("loans", "109950000000", "109950000000", "元", None),
        ("deposits-growth", "18.03", "18.03", "%", None),
        ("loans-growth", "9.66", "9.66", "%", None),
        ("service-revenue-growth", "14.63", "14.63", "%", None),
        ("service-revenue-lead", "9.26", "9.26", "个百分点", None),
        ("new-market-entities", "49500", "49500", "家", None),
        ("livelihood-spending-share", "80", "80", "%", "at-least"),
        ("excellent-years", "2", "2", "年", None),
    ],
)
def test_its_values(base: FactBase, name: str, low: str, high: str, unit: str, hedge: str | None) -> None:
    (fact,) = (fact for fact in base.facts if fact.id == name)
    value = fact.value
    assert (value.low, value.high, value.unit) == (Decimal(low), Decimal(high), unit)
    assert (value.hedge.kind if value.hedge else None) == hedge


def test_a_figure_stands_twice_in_the_source_and_is_disputed(base: FactBase) -> None:
    assert {fact.id: [other.text for other in fact.disputed] for fact in base.facts if fact.disputed} == {
        "financial-institutions": ["75家"]
    }


def test_times_are_read(base: FactBase) -> None:
    labels = {fact.when_text: fact.when.label() for fact in base.facts if fact.when is not None}
    assert labels == {
        "2017年以来": "2017",
        "2019年以来": "2019",
        "2020年": "2020",
        "2020年10月": "2020-10",
        "2020年11月": "2020-11",
        "“十三五”": "“十三五”",
        "去年以来": "去年以来",
    }


def test_subjects_stand_in_their_claims_or_name_their_part_of_a_list(base: FactBase) -> None:
    apart = [fact.id for fact in base.facts if fact.subject is not None and fact.subject not in fact.claim]
    assert apart == [
        "deposits",
        "loans",
        "deposits-growth",
        "loans-growth",
        "urban-income-growth",
    ]


def test_every_figure_has_an_english_name(base: FactBase) -> None:
    assert [fact.id for fact in base.facts if not any(alias.isascii() for alias in fact.aliases)] == []


def test_each_fact_is_told_from_all_others_by_its_own_wording(base: FactBase) -> None:
    text = "\n\n".join(dict.fromkeys(f"{fact.claim}。" for fact in base.facts))
    matches = check(document_of(text), base, rules=()).case.matches
    assert {match.fact.id for match in matches if match.fact} == {fact.id for fact in base.facts}
    wrong = [
        (match.claim.quantity.text, match.verdict, match.fact and match.fact.id)
        for match in matches
        if match.verdict not in ("verified", "disputed")
    ]
    assert wrong == []
