"""A stretch of time and its many spellings, read alone."""

from __future__ import annotations

import pytest

from factcheck.extraction.periods import read_period
from factcheck.model.document import Language
from factcheck.model.period import Period

# start…end (a day, or a year for the year of writing and those about it), grain, reach → spellings
CHINESE = {
    "2020-01-01…2020-12-31 year during": [
        "2020年",
        "2020",
        "2020年度",
        "２０２０年",
        "二〇二〇年",
        "二○二○年",
        "2020 年",
        "2020年全年",
        "在2020年",
    ],
    "1978-01-01…1978-12-31 year during": ["一九七八年", "1978年"],
    "2020-11-01…2020-11-30 month during": [
        "2020年11月",
        "2020年11月份",
        "２０２０年１１月",
        "二〇二〇年十一月",
        "2020 年 11 月",
        "2020-11",
    ],
    "2020-11-01…2020-11-30 month by": [
        "至2020年11月份",
        "截至2020年11月",
        "截至2020年11月底",
        "2020年11月末",
        "到2020年11月底",
    ],
    "2024-01-01…2024-10-31 part during": [
        "2024年1—10月",
        "2024年1-10月",
        "2024年1～10月份",
        "2024年1至10月",
        "2024年前10个月",
        "2024年前十个月",
    ],
    "2024-01-01…2024-09-30 part during": ["2024年前三季度", "2024年的前三个季度", "2024年1月至9月", "2024年一至九月"],
    "2024-01-01…2024-03-31 quarter during": ["2024年一季度", "2024年第一季度", "2024年首季度", "2024年1季度"],
    "2024-01-01…2024-06-30 half during": ["2024年上半年", "2024年上半年度"],
    "2024-07-01…2024-12-31 half during": ["2024年下半年"],
    "2024-10-16…2024-10-16 day during": [
        "2024年10月16日",
        "2024年10月16号",
        "2024-10-16",
        "2024/10/16",
        "2024.10.16",
        "二〇二四年十月十六日",
    ],
    "2024-11-15…2024-11-15 day by": ["截至2024年11月15日", "到2024年11月15日"],
    "2024-02-30…2024-02-30 day during": ["2024年2月30日"],
    "2024-13-01…2024-13-31 month during": ["2024年13月"],
    "2024-10-11…2024-10-20 part during": ["2024年10月中旬"],
    "2024-09-25…2024-10-08 part during": [
        "2024年9月25日至10月8日",
        "2024年9月25日—10月8日",
        "自2024年9月25日至2024年10月8日",
    ],
    "2024-06-02…2024-06-08 part during": ["2024年6月2日至8日", "2024年6月2—8日", "2024年6月2日—8日"],
    "2023-11-01…2024-02-29 part during": ["2023年11月至2024年2月", "2023年11月—2024年2月"],
    "2019-01-01…2019-12-31 year since": ["2019年以来", "自2019年", "自2019年以来", "从2019年起", "2019年至今"],
    "2021-01-01…2021-01-01 day since": ["自2021年1月1日起", "2021年1月1日起"],
    "2027-01-01…2027-12-31 year by": ["到2027年底", "2027年底前", "2027年末", "到2027年"],
    "2016-01-01…2020-12-31 named during": ["“十三五”", "“十三五”时期", "十三五", "十三五期间", '"十三五"'],
    "1953-01-01…1957-12-31 named during": ["“一五”", "“一五”时期"],
    "2026-01-01…2030-12-31 named during": ["“十五五”"],
    "2010-01-01…2020-12-31 years during": [
        "2010—2020年",
        "2010-2020年",
        "2010年至2020年",
        "2010年到2020年",
        "2010年—2020年",
    ],
    "2017-01-01…2018-12-31 years during": ["2017、2018年", "2017年和2018年"],
    "1980-01-01…1989-12-31 years during": ["20世纪80年代", "80年代", "八十年代", "上世纪80年代"],
    "1984-01-01…1986-12-31 years during": ["80年代中期"],
    "-1…-1 year during": ["去年"],
    "0…0 year during": ["今年", "全年", "本年度"],
    "1…1 year during": ["明年", "次年"],
    "0…0 year since": ["今年以来"],
    "-1…-1 year by": ["去年底", "去年年底", "去年末"],
    "0…0 year by": ["今年年底", "年底", "到年底"],
    "0-01-01…0-09-30 part during": ["今年前三季度", "前三季度", "1—9月", "今年1至9月份"],
    "0-12-01…0-12-31 month during": ["12月", "十二月", "12月份"],
    "0-08-15…0-08-15 day during": ["8月15日", "八月十五日"],
    "0-10-01…0-10-31 month by": ["截至10月底", "10月末", "至10月份"],
    "-4…0 years during": ["近五年", "近5年", "五年来", "过去五年", "最近五年", "近5年来"],
    "1…5 years during": ["未来五年", "今后5年"],
    "-14…0 years during": ["近十五年", "15年来"],
    "? month during": ["本月", "当月", "上个月"],
}

ENGLISH = {
    "2020-01-01…2020-12-31 year during": ["2020", "in 2020", "the 2020"],
    "2024-07-01…2024-09-30 quarter during": [
        "Q3 2024",
        "third quarter of 2024",
        "the third quarter of 2024",
        "third-quarter 2024",
        "3Q 2024",
        "in Q3 2024",
    ],
    "2024-01-01…2024-06-30 half during": ["first half of 2024", "the first half of 2024", "H1 2024", "1H 2024"],
    "2024-01-01…2024-09-30 part during": [
        "the first nine months of 2024",
        "first 9 months of 2024",
        "January to September 2024",
        "January-September 2024",
    ],
    "2022-12-01…2022-12-31 month during": [
        "December 2022",
        "Dec 2022",
        "Dec. 2022",
        "December, 2022",
        "DECEMBER 2022",
        "in December 2022",
    ],
    "2024-12-16…2024-12-18 part during": [
        "16-18 December 2024",
        "16 to 18 December 2024",
        "16–18 Dec 2024",
        "December 16-18, 2024",
    ],
    "2024-03-14…2024-03-14 day during": [
        "14 March 2024",
        "March 14, 2024",
        "14th of March 2024",
        "March 14th, 2024",
        "Mar. 14, 2024",
        "2024-03-14",
    ],
    "2021-02-10…2021-02-19 part during": [
        "10 February to 19 February 2021",
        "from 10 February to 19 February 2021",
        "from 10 to 19 February 2021",
    ],
    "2013-04-01…2014-03-31 part during": ["1 April 2013 to 31 March 2014"],
    "2019-01-01…2019-12-31 year since": ["since 2019", "Since 2019", "from 2019 onwards", "2019 onwards"],
    "2024-06-01…2024-06-30 month by": [
        "by the end of June 2024",
        "as of the end of June 2024",
        "by end-June 2024",
        "until June 2024",
    ],
    "2024-06-30…2024-06-30 day by": ["as of 30 June 2024", "until June 30, 2024", "as at 30 June 2024"],
    "2023-01-01…2023-12-31 year by": ["end of 2023", "by the end of 2023", "the end of 2023", "end-2023", "by 2023"],
    "2023-05-01…2023-08-31 part during": ["mid-2023"],
    "1990-01-01…1999-12-31 years during": ["the 1990s", "1990s", "the 1990's"],
    "2010-01-01…2020-12-31 years during": [
        "2010-2020",
        "2010–2020",
        "from 2010 to 2020",
        "between 2010 and 2020",
        "2010 to 2020",
    ],
    "2021-01-01…2025-12-31 named during": [
        "14th Five-Year Plan",
        "the 14th Five-Year Plan period",
        "the Fourteenth Five-Year Plan",
    ],
    "2023-11-31…2023-11-31 day during": ["31 November 2023"],
    "-1…-1 year during": ["last year", "Last year"],
    "0…0 year during": ["this year", "the year", "the full year"],
    "1…1 year during": ["next year"],
    "0…0 year by": ["the end of this year", "by the end of the year", "year-end", "the year-end"],
    "0-01-01…0-06-30 part during": ["between January and June", "January to June", "the first six months"],
    "0-12-16…0-12-18 part during": ["16-18 December"],
    "-4…0 years during": ["over the past five years", "the last 5 years", "in the past five years"],
    "-9…0 years during": ["the past decade"],
    "1…5 years during": ["the next five years"],
    "? named during": [
        "fiscal 2023",
        "FY2024",
        "FY24",
        "2023/24",
        "2023-24",
        "financial year 2013",
        "fiscal year 2023",
    ],
    "? month during": ["last month", "this month"],
}

NAMES = {
    "fiscal 2023": "FY2023",
    "FY24": "FY2024",
    "2023/24": "FY2023/24",
    "2023-24": "FY2023/24",
    "Q3 fiscal 2024": "Q3 FY2024",
}


def written(period: Period) -> str:
    """A period as the tables above write it."""
    if period.start is None or period.end is None:
        return f"? {period.grain} {period.reach}"
    start, end = (f"{day.year}-{day.month:02}-{day.day:02}" for day in (period.start, period.end))
    if not period.anchored and period.grain in ("year", "years"):
        start, end = f"{period.start.year}", f"{period.end.year}"
    return f"{start}…{end} {period.grain} {period.reach}"


def spellings(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(spelling, wanted) for wanted, spellings in table.items() for spelling in spellings]


@pytest.mark.parametrize(("spelling", "wanted"), spellings(CHINESE))
def test_chinese_times(spelling: str, wanted: str) -> None:
    period = read_period(spelling, "zh")
    assert period is not None
    assert written(period) == wanted
    assert spelling.endswith(period.text)


@pytest.mark.parametrize(("spelling", "wanted"), spellings(ENGLISH))
def test_english_times(spelling: str, wanted: str) -> None:
    period = read_period(spelling, "en")
    assert period is not None
    assert written(period) == wanted
    assert spelling.endswith(period.text)


@pytest.mark.parametrize(("spelling", "name"), NAMES.items())
def test_fiscal_years_have_one_name_for_all_spellings(spelling: str, name: str) -> None:
    period = read_period(spelling, "en")
    assert period is not None
    assert period.name == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(
            (text, "zh")
            for text in (
                "3年",
                "五年",
                "30天",
                "三个月",
                "十五",
                "三分之二",
                "12月的",
                "第三",
                "2020",
                "近三年级",
                "1号线",
                "时间",
            )
        ),
        *(
            (text, "en")
            for text in (
                "five years",
                "30 days",
                "three months",
                "may",
                "march",
                "the quarter",
                "12,024",
                "24 hours",
                "now",
            )
        ),
    ],
)
def test_durations_and_numbers_are_no_times(text: str, language: Language) -> None:
    period = read_period(text, language)
    assert period is None or text == "2020"


@pytest.mark.parametrize(
    ("text", "language", "weekday"),
    [
        ("2024年10月16日（星期三）", "zh", 2),
        ("10月16日星期日", "zh", 6),
        ("10月16日（周一）", "zh", 0),
        ("Monday, 17 September 2024", "en", 0),
        ("Sunday September 17, 2024", "en", 6),
        ("2024年10月16日", "zh", None),
    ],
)
def test_a_weekday_beside_a_date(text: str, language: Language, weekday: int | None) -> None:
    period = read_period(text, language)
    assert period is not None
    assert period.weekday == weekday
    assert period.text == text
