"""A document's own date: from where press texts carry it, and None where they don't."""

from __future__ import annotations

import pytest

from factcheck.model.period import Day
from factcheck.reading import document_of

BODY = "\n\n去年,全区新增企业120家。前三季度,新增企业80家。\n"
ENGLISH = "\n\nExports rose 7.8% last year. They rose 3% in the first half.\n"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("新闻发布会实录\n时间：2024年10月16日（星期三）上午10时" + BODY, Day(2024, 10, 16)),
        ("东湾区交出答卷\n\n发布时间：2021-01-05 10:30 来源：江河网" + BODY, Day(2021, 1, 5)),
        ("东湾区交出答卷\n\n2021年1月5日 来源：江河网" + BODY, Day(2021, 1, 5)),
        ("政府工作报告\n\n——2022年3月5日在东湾区第十三届人民代表大会上" + BODY, Day(2022, 3, 5)),
        ("东湾区交出答卷\n（2022年3月5日）" + BODY, Day(2022, 3, 5)),
        ("东湾区交出答卷" + BODY + "\n东湾区统计局\n２０２２年３月５日\n", Day(2022, 3, 5)),
        ("东湾区交出答卷" + BODY + "\n二〇二二年三月五日", Day(2022, 3, 5)),
        ("东湾区2025年上半年经济运行简报" + BODY, Day(2025, 6, 30)),
        ("稳字当头\n——东湾区2025年上半年经济运行简报" + BODY, Day(2025, 6, 30)),
        ("2022年政府工作报告\n\n今年要抓好十项工作。", Day(2022, 12, 31)),
        ("东湾区交出答卷" + BODY + "至2020年11月份,全区工业增长7.8%。2019年获评先进。", Day(2020, 11, 30)),
        ("东湾区交出答卷" + BODY + "2024年前三季度增长5%,到2027年底达到100家。", Day(2024, 9, 30)),
        ("Output up\n\n26 Feb 2016 Posted in Press releases" + ENGLISH, Day(2016, 2, 26)),
        ("---\ntitle: Output up\ndate: 2016-02-26\n---" + ENGLISH, Day(2016, 2, 26)),
        ("Output up\n\nSINGAPORE, 14 May 2021 – Exports rose last year.", Day(2021, 5, 14)),
        ("Output up\n\nBEIJING, Oct. 16, 2024 (Xinhua) -- Exports rose last year.", Day(2024, 10, 16)),
        ("Output up\n\n(Xinhua, 16 October 2024) Exports rose last year.", Day(2024, 10, 16)),
        ("Output up" + ENGLISH + "\n26 FEBRUARY 2016\nMINISTRY OF LAW", Day(2016, 2, 26)),
        ("Output up\n\nExports rose in the first half of 2024. Work would start in 2026.", Day(2024, 6, 30)),
    ],
)
def test_a_document_tells_its_date(text: str, dated: Day) -> None:
    assert document_of(text).dated == dated


@pytest.mark.parametrize(
    "text",
    [
        "东湾区交出答卷" + BODY,
        # A review of 2021 is written in 2022 as often as not; and a report by the end of a year nearly always later.
        "东湾区交出答卷" + BODY + "2021年增长5%。",
        "东湾区交出答卷" + BODY + "截至2022年底,全区共有企业1500家。",
        "2023年我国外贸好于预期\n\n今天（1月12日）,海关发布数据。去年12月,外贸规模创新高。",
        # What lies ahead says nothing of the day of writing, and nor does what is long past.
        "东湾区交出答卷" + BODY + "自2023年4月1日起施行。到2025年6月底建成。",
        "东湾区交出答卷" + BODY + "截至1998年6月底,全区共有企业20家。2021年有企业1500家。",
        "Output up" + ENGLISH,
        "Output up" + ENGLISH + "\nIt was 5% in 2023 and 4% in 2022.",
    ],
)
def test_a_document_that_does_not_tell_has_no_date(text: str) -> None:
    assert document_of(text).dated is None
