"""What each figure is read to say: sentence → figure, subject, measure, and whatever else the case is about."""

from __future__ import annotations

import pytest

from factcheck.model.claim import Claim
from factcheck.pipeline import read
from factcheck.reading import document_of


def claims(text: str) -> dict[str, Claim]:
    return {claim.quantity.text: claim for claim in read(document_of(text)).claims}


SUBJECTS = [
    ("全区建成网格党支部576个，划分楼宇党小组1028个。", {"576个": "网格党支部", "1028个": "楼宇党小组"}),
    ("76家金融机构形成了以银证保为主体的金融组织体系。", {"76家": "金融机构"}),
    ("金融机构增至75家，新增挂牌企业12家。", {"75家": "金融机构", "12家": "挂牌企业"}),
    ("建设居民睦邻网点115个、小区睦邻驿站73个。", {"115个": "居民睦邻网点", "73个": "小区睦邻驿站"}),
    (
        "引进省部级以上高层次人才23人、本科及以上大学生3518人。",
        {"23人": "省部级以上高层次人才", "3518人": "本科及以上大学生"},
    ),
    ("全区规上工业增加值同比增长7.8%。", {"7.8%": "规上工业增加值"}),
    (
        "服务业营业收入实现42.91亿元，同比增长14.63%，高于全市平均水平9.26个百分点。",
        {"42.91亿元": "服务业营业收入", "14.63%": "服务业营业收入"},
    ),
    ("出口5995.7亿元，增长20.2%。", {"5995.7亿元": "出口", "20.2%": "出口"}),
    ("In total 75 financial institutions opened branches here.", {"75": "financial institutions"}),
    ("Capital spending came to £96.4 million.", {"£96.4 million": "Capital spending"}),
    ("The number of institutions rose to 75.", {"75": "institutions"}),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(text: str, subjects: dict[str, str]) -> None:
    found = {figure: claim.subject for figure, claim in claims(text).items() if figure in subjects}
    assert found == subjects


MEASURES = [
    ("全区规上工业增加值同比增长7.8%。", "7.8%", "growth", "year-on-year"),
    ("一般公共预算支出比上年下降3.1%。", "3.1%", "decline", "year-on-year"),
    ("贷款余额较年初增长9.66%。", "9.66%", "growth", "year-to-date"),
    ("高于全市平均水平9.26个百分点。", "9.26个百分点", "difference", None),
    ("民生支出占财政支出比重80%。", "80%", "share", None),
    ("城镇累计新增就业3.06万人。", "3.06万人", "increase", None),
    ("建成标准厂房22万平方米。", "22万平方米", "total", None),
    ("Exports rose 7.8% year on year.", "7.8%", "growth", "year-on-year"),
    ("Exports fell 7.8%.", "7.8%", "decline", None),
    ("The company employed 2,043 people.", "2,043 people", "total", None),
]


@pytest.mark.parametrize(("text", "figure", "measure", "basis"), MEASURES)
def test_measures(text: str, figure: str, measure: str, basis: str | None) -> None:
    claim = claims(text)[figure]
    assert (claim.measure, claim.basis) == (measure, basis)


def test_a_respective_list_binds_each_value_to_its_own_subject() -> None:
    found = claims("存、贷款余额分别为1273亿元、1099.5亿元，分别较年初增长18.03%、9.66%。")
    assert [claim.subject for claim in found.values()] == ["存款余额", "贷款余额", "存款余额", "贷款余额"]
    assert [claim.listed for claim in found.values()] == [(0, 2), (1, 2), (0, 2), (1, 2)]
    assert [claim.measure for claim in found.values()] == ["total", "total", "growth", "growth"]


def test_a_change_has_two_ends() -> None:
    found = claims("将63个社区规划调整为84个。")
    assert [claim.role for claim in found.values()] == ["from", "to"]
    found = claims("The number of rooms rose from 252 to 287.")
    assert [claim.role for claim in found.values()] == ["from", "to"]


def test_a_part_is_marked() -> None:
    found = claims("全区企业51家，其中过亿元企业27家。")
    assert not found["51家"].part
    assert found["27家"].part


def test_the_period_of_a_clause_carries_over_to_the_next() -> None:
    found = claims("至2020年11月份，全区企业51家。固定资产投资同比增长7.6%。")
    periods = [claim.when.label() if claim.when else None for claim in found.values()]
    assert periods == ["2020-11", "2020-11"]


def test_what_a_change_is_measured_against_is_no_scope() -> None:
    claim = claims("2020年，全区企业比2019年增加12家。")["12家"]
    assert claim.when is not None
    assert claim.when.label() == "2020"


def test_a_forecast_is_planned() -> None:
    assert claims("预计全年社会消费品零售总额145亿元。")["145亿元"].planned
    assert not claims("全年社会消费品零售总额145亿元。")["145亿元"].planned
