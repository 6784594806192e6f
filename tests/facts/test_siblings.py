"""In a base of series a claim restates the fact of the place and the time that it names."""

from __future__ import annotations

import pytest

from factcheck.facts.index import build
from factcheck.facts.load import facts_of
from factcheck.facts.match import match_claims
from factcheck.model.match import Match
from factcheck.pipeline import read, statements
from factcheck.reading import document_of

PLACES = "东港 西湾 南岭 北原 青禾 云溪 永宁 柳坪 沃原 榆州 廊桥 锦川 白沙 石门 长桥 梅岭".split()


def yearbook() -> str:
    entries = (
        f"  - {{id: {thing}-{place}-{year}, claim: {year}年{place}区新建{thing}{100 + at * 7 + year % 10}所, subject: 新建{thing}, "
        f"value: {100 + at * 7 + year % 10}所, when: {year}年, where: {place}区}}\n"
        for thing in ("学校", "医院")
        for at, place in enumerate(PLACES)
        for year in range(2019, 2024)
    )
    return "factcheck: 1\nlanguage: zh\nfacts:\n" + "".join(entries)


def matched(text: str) -> tuple[Match, ...]:
    index = build(statements(facts_of(yearbook())), "zh")
    return match_claims(read(document_of(text, language="zh")).claims, index)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2021年，云溪区的新学校共建成136所。", "学校-云溪-2021"),
        ("2021年云溪区新建学校136所。", "学校-云溪-2021"),
        ("2020年，廊桥区新建的医院有170所。", "医院-廊桥-2020"),
    ],
)
def test_the_place_and_the_time_decide(text: str, fact: str) -> None:
    (match,) = matched(text)
    assert match.fact is not None
    assert (match.verdict, match.fact.id) == ("verified", fact)


def test_a_wrong_figure_is_held_against_the_fact_of_its_place_and_time() -> None:
    (match,) = matched("2021年云溪区新建学校163所。")
    assert match.fact is not None
    assert (match.verdict, match.fact.id, match.slip) == ("mismatch", "学校-云溪-2021", "swapped-digits")


@pytest.mark.parametrize("text", ["新建学校136所。", "2021年新建学校136所。", "云山区新建学校136所。"])
def test_where_nothing_decides_none_is_guessed(text: str) -> None:
    (match,) = matched(text)
    assert match.verdict == "unsupported"
