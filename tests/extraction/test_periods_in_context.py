"""Times inside a text: which year they take, and what is no time of a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.extraction.periods import read_periods
from factcheck.reading import document_of

DATED = "发布会实录\n时间：2024年10月16日\n\n"


def times(text: str, language: str = "auto") -> list[tuple[str, str]]:
    """Each period as written, with its days, short: 2024, 2024-10, 2024-10-16, or a stretch; ~ before a relative year."""
    document = document_of(text, language=language)
    found = []
    for period in read_periods(document):
        assert period.span.cut(text) == period.text
        days = f"{period.start}…{period.end}"
        for whole in ("-01-01…{0}-12-31",):
            year = period.start.year if period.start else 0
            if days == f"{year:04d}" + whole.format(f"{year:04d}"):
                days = str(year)
        found.append((period.text, days if period.anchored else f"~{days}"))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年新增5家。", [("去年", "2023")]),
        ("前三季度新增5家。", [("前三季度", "2024-01-01…2024-09-30")]),
        ("11月起,间隔压缩到2分10秒。", [("11月起", "2024-11-01…2024-11-30")]),
        # The year last stated in the same paragraph goes before the document's own.
        ("2022年,新增5家,其中12月2家。", [("2022年", "2022"), ("12月", "2022-12-01…2022-12-31")]),
        ("去年新增5家,当年关闭2家。全年盈利。", [("去年", "2023"), ("当年", "2023"), ("全年", "2023")]),
        # … but not a start, a far end, or a figure of another time in passing.
        ("2019年以来新增5家,10月新增1家。", [("2019年以来", "2019"), ("10月", "2024-10-01…2024-10-31")]),
        ("到2027年底达到9家,10月新增1家。", [("到2027年底", "2027"), ("10月", "2024-10-01…2024-10-31")]),
        ("由2021年的3家增至5家,10月新增1家。", [("2021年", "2021"), ("10月", "2024-10-01…2024-10-31")]),
        ("2021年同期为3家。10月新增1家。", [("2021年", "2021"), ("10月", "2024-10-01…2024-10-31")]),
        # 上年 is the year before the one in question, and not last year.
        ("2022年产粮48.6万吨,由上年的46.9万吨增长3.6%。", [("2022年", "2022"), ("上年", "2021")]),
        ("当月新增5家。", [("当月", "2024-10-01…2024-10-31")]),
        ("上月新增5家。", [("上月", "2024-09-01…2024-09-30")]),
        ("15日,新增5家。", [("15日", "2024-10-15…2024-10-15")]),
        ("8月3日开工,15日完工。", [("8月3日", "2024-08-03…2024-08-03"), ("15日", "2024-08-15…2024-08-15")]),
    ],
)
def test_what_a_dated_text_counts_from(text: str, found: list[tuple[str, str]]) -> None:
    assert times(DATED + text)[1:] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年新增5家。", [("去年", "~-1")]),
        ("10月新增5家。", [("10月", "~0000-10-01…0000-10-31")]),
        ("2021年新增5家。\n\n10月新增1家。", [("2021年", "2021"), ("10月", "2021-10-01…2021-10-31")]),
        # A text that speaks of this year means its own months by a month.
        (
            "2021年新增5家。\n\n今年好转,\n10月新增1家。",
            [("2021年", "2021"), ("今年", "~0"), ("10月", "~0000-10-01…0000-10-31")],
        ),
        ("去年9月新增5家,12月关闭。", [("去年9月", "~-001-09-01…-001-09-30"), ("12月", "~-001-12-01…-001-12-31")]),
    ],
)
def test_what_an_undated_text_counts_from(text: str, found: list[tuple[str, str]]) -> None:
    assert times(text) == found


def test_a_month_of_the_year_before() -> None:
    text = "通报\n时间：2024年1月12日\n\n12月出口增长5%。\n\n3月将开工。"
    assert times(text)[1:] == [("12月", "2023-12-01…2023-12-31"), ("3月", "2024-03-01…2024-03-31")]
    english = "Notice\n\nSINGAPORE, 14 May 2021 – The rate fell since October. Claims run until 30 September."
    assert times(english)[1:] == [
        ("since October", "2020-10-01…2020-10-31"),
        ("until 30 September", "2021-09-30…2021-09-30"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("同比增长5%,比上年增长3%,较去年增加5家,较年初增长9.66%。", []),
        ("与2019年相比增长5%,比2021年增长44%。", []),
        ("恢复到2019年同期的84.6%,超过2023年、2019年的水平。", []),
        ("比2021年的46.9万吨增长3.6%。", ["2021年"]),
        ("用了3年时间,为期40天,每年增收4万元,三年级学生5人,20年老店。", []),
        ("1号线、3号线开通,日均5万人次,月均3次。", []),
        ("“十百千”行动引进5人,一二三产融合。", []),
        ("年产值3亿元,投产后年产值5亿元,以上年龄段占三成。", []),
        ("2020年初步统计,10月份额上升。", ["2020年"]),
        ("说明年报数据,3月底线不变。", ["3月"]),
        ("2022年前三季度增长5%。", ["2022年前三季度"]),
        ("前2020年的数据", ["2020年"]),
        ("一、2020年工作回顾", ["2020年"]),
        ("电话0543-3162020年中无休。", []),
        ("在2017、2018年全市考核中", ["2017", "2018年"]),
        ("3、4月份增长5%。", ["3", "4月份"]),
        ("农民工2020人次,2020年人均5次。", ["2020年"]),
        ("《规划（2018—2022年）》实施五年来", ["2018—2022年", "五年来"]),
    ],
)
def test_what_is_a_time_in_chinese_prose(text: str, found: list[str]) -> None:
    assert [spelling for spelling, _ in times(text, "zh")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales rose 5% from 2022 and beat those of 2021.", ["2021"]),
        ("Output was higher than last year and up on 2019 levels.", []),
        ("Up 5% over the year, compared with 219 million litres a day in 2022.", ["2022"]),
        ("It may rise, and we march on. In May it fell.", ["May"]),
        ("They sold 2024 units for $2019 and 2,020 more at 2021 Main Street.", []),
        ("In 2023, 2,000 people and 12.5% of 2022 staff left.", ["2023", "2022"]),
        ("A second half of the century, COVID-19, Boeing 747 and 5G.", []),
        ("By June, 2000 people had left.", ["By June"]),
        ("The second half was better; the third-quarter result fell.", ["The second half", "the third-quarter"]),
        ("In Q3 and Q4 2024 it rose.", ["Q3", "Q4 2024"]),
        ("Revenue for the three months ended September 30, 2024, rose.", ["September 30, 2024"]),
        ("It opened in the early 1970s and closed in late 2023.", ["early 1970s", "late 2023"]),
    ],
)
def test_what_is_a_time_in_english_prose(text: str, found: list[str]) -> None:
    spellings = [spelling for spelling, _ in times(text, "en")]
    assert [spelling.removeprefix("the ") for spelling in spellings] == [
        spelling.removeprefix("the ") for spelling in found
    ]


def test_the_article_is_anchored_to_its_own_text() -> None:
    text = (
        "迈向高质量发展新阶段\n\n2020年,滨城区纵深推进“基层组织力全面提升年”活动。自2017年先后开展三轮行动,至2020年11月份,覆盖率均实现100%。\n\n"
        "2019年以来,累计投入3000多万元。\n\n去年以来累计引进人才23人。\n\n至2020年11月份,工业经济稳步提升。预计全年总额145亿元,分别较年初增长18.03%、"
        "9.66%。服务业至10月份,实现42.91亿元。\n\n回望“十三五”,在2017、2018年全市考核中夺得“两连冠”。2019年获评进步县。"
    )
    assert times(text) == [
        ("2020年", "2020"),
        ("自2017年", "2017"),
        ("至2020年11月份", "2020-11-01…2020-11-30"),
        ("2019年以来", "2019"),
        ("去年以来", "2019"),
        ("至2020年11月份", "2020-11-01…2020-11-30"),
        ("全年", "2020"),
        ("至10月份", "2020-10-01…2020-10-31"),
        ("“十三五”", "2016-01-01…2020-12-31"),
        ("2017", "2017"),
        ("2018年", "2018"),
        ("2019年", "2019"),
    ]


PIECES = (
    *"0123456789０一二三五十〇零年月日号季度前上下去今明近底末初旬世纪代财个半全当本的、和至到—-~/.,() \n",
    *("2020", "first ", "May ", "Q", " of ", "last year", "FY", "十三五", "2024-10-16", "截至", "以来", "Monday, "),
)
ANY_TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(ANY_TEXT, st.sampled_from(["zh", "en"]))
def test_any_text_is_read_in_order_and_apart(text: str, language: str) -> None:
    document = document_of(text, language=language)
    end = 0
    for period in read_periods(document):
        assert period.span.cut(text) == period.text
        assert end <= period.span.start < period.span.end
        end = period.span.end
        assert (period.start is None) == (period.end is None)
        assert period.label()


@given(st.integers(1600, 2199), st.integers(1, 12), st.integers(1, 28))
def test_a_date_is_read_back_from_every_spelling(year: int, month: int, day: int) -> None:
    digits = str.maketrans("0123456789", "〇一二三四五六七八九")
    numerals = [
        "",
        *"一二三四五六七八九十",
        "十一",
        "十二",
        *(f"十{n}" for n in "三四五六七八九"),
        "二十",
        *(f"二十{n}" for n in "一二三四五六七八"),
    ]
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
    months += ["November", "December"]
    spellings = [
        (f"{year}年{month}月{day}日", "zh"),
        (f"{str(year).translate(digits)}年{numerals[month]}月{numerals[day]}日", "zh"),
        (f"{day} {months[month - 1]} {year}", "en"),
        (f"{months[month - 1]} {day}, {year}", "en"),
        (f"{months[month - 1][:3]} {day}, {year}", "en"),
    ]
    for spelling, language in spellings:
        [period] = read_periods(document_of(spelling, language=language))
        assert str(period.start) == f"{year:04}-{month:02}-{day:02}", spelling
        assert period.start == period.end


@pytest.mark.parametrize(
    "piece",
    [
        "2020年",
        "2020",
        "一、",
        "1—",
        "十",
        "至",
        "去年",
        "前",
        "May ",
        "Q3 ",
        "the first ",
        "2020-",
        "1/",
        "“十三五",
        "由2019年到",
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_time_is_in_proportion_to_the_text(piece: str, language: str) -> None:
    documents = {size: document_of(piece * (size // len(piece)), language=language) for size in (10_000, 100_000)}
    assert is_linear(lambda size: read_periods(documents[size]), 10_000, 100_000)
