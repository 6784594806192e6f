"""A check takes time in proportion to its draft, whatever that is made of: rows of data, long lists, what is never closed."""

from __future__ import annotations

import pytest
from linear import is_linear

from factcheck.facts.load import facts_of
from factcheck.pipeline import check
from factcheck.reading import document_of

FACTS = facts_of(
    "factcheck: 1\nfacts:\n  - {id: goal, quote: 七个走在前列，八个全面开创}\n  - {id: schools, claim: 新建学校23所, value: 23所}\n"
)
PIECES = {
    "a row of figures": "23,",
    "a row of figures in Chinese": "23个、",
    "one clause of prose": "新建学校23所改造道路30条",
    "a sentence of many clauses": "新建学校23所，其中农村12所，",
    "a sentence of many semicolons": "新建学校23所；",
    "a line of many sentences": "我强调三点。第一，学校。第二，道路。第三，桥梁。",
    "changes": "由312条增加到347条，比上年312条减少3条，",
    "changes across sentences": "学校23所。比上年末的20所增加3所。",
    "balances": "出口520亿元，进口340亿元，顺差180亿元，还剩9亿元，",
    "changes in English": "rose from 3 to 4, up 2 from 1, leaving a gap of 3, ",
    "respective lists": "学校、道路、桥梁分别为23所、30条、4座。",
    "periods": "2020年3月1日，2019年以来比2018年增长3%，",
    "dates with weekdays": "3月1日，星期三，",
    "lists within lists": "1. 推进三大工程，共3个：\n- 甲工程1个\n- 乙工程2个\n",
    "one list": "- 新建学校23所\n",
    "headings": "一、学校\n（一）新建\n新建学校23所。\n",
    "a table": "| 学校 | 23 | 合计 |\n",
    "quotations that are never closed": "会议提出“七个走在前列，",
    "brackets that are never closed": "（新建学校23所",
    "placeholders": "增长X%，某某公司，",
    "names": "滨州市委书记王晓东到滨城区人民政府调研。",
    "one sentence again and again": "全区金融机构形成了以银证保为主体的金融组织体系。",
    "English": "The museum welcomed 1.2 million visitors in May 2020, up 3% on 2019. ",
    "English without a stop": "3 schools and 4 roads, ",
}  # fmt: skip


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_is_in_proportion_to_the_draft(piece: str) -> None:
    drafts = {size: document_of(piece * size) for size in (100, 800)}
    assert is_linear(lambda size: check(drafts[size], FACTS), 100, 800)
