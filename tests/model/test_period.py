"""When two periods are one time, and how a period is shown."""

from __future__ import annotations

import pytest

from factcheck.extraction.periods import read_period, read_periods
from factcheck.model.document import Language
from factcheck.model.period import Period, same_time
from factcheck.reading import document_of


def period(text: str) -> Period:
    language: Language = "zh" if any("\u4e00" <= char <= "\u9fff" for char in text) else "en"
    found = read_period(text, language)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2020年", "2020年", True),
        ("2020年", "2020年全年", True),
        ("2020年", "in 2020", True),
        ("2019年", "2020年", False),
        ("2024年一季度", "2024年上半年", False),
        ("2024年一季度", "2024年1—3月", True),
        ("2024年前三季度", "the first nine months of 2024", True),
        ("2020年", "2020年11月", False),
        ("2020年11月", "2020年11月份", True),
        ("“十三五”", "2016—2020年", True),
        ("“十三五”", "“十四五”", False),
        ("“十四五”", "14th Five-Year Plan", True),
        # A figure by the end of a time has the time's last day.
        ("截至2020年11月", "2020年11月", True),
        ("截至2020年11月底", "2020年1—11月", True),
        ("2023年6月末", "2023年上半年", True),
        ("2023年6月末", "2023年7月末", False),
        ("2022年底", "2022年", True),
        ("2022年底", "end of 2022", True),
        ("2022年底", "2021年底", False),
        # A start against that year itself may or may not be the same.
        ("2019年以来", "自2019年", True),
        ("2019年以来", "2019年", None),
        ("2019年以来", "2020年", False),
        ("2019年以来", "2017年以来", False),
        # Counted from the year of writing: one text's own words are told apart, a calendar year is not.
        ("去年", "last year", True),
        ("去年", "今年", False),
        ("去年", "2020年", None),
        ("近五年", "过去五年", True),
        ("近五年", "近三年", False),
        ("10月", "10月份", True),
        ("10月", "11月", False),
        ("10月", "去年10月", None),
        ("10月", "2024年10月", None),
        # Fiscal years begin on days that only their country knows.
        ("fiscal 2023", "FY2023", True),
        ("FY2023", "FY2024", False),
        ("FY2023", "2023/24", None),
        ("FY2023", "2023", None),
        ("Q3 fiscal 2024", "Q3 fiscal 2023", False),
        ("本月", "2024年10月", None),
    ],
)
def test_two_times(a: str, b: str, same: bool | None) -> None:
    assert same_time(period(a), period(b)) is same
    assert same_time(period(b), period(a)) is same


def test_a_missing_time_is_unknown() -> None:
    assert same_time(None, period("2020年")) is None
    assert same_time(period("2020年"), None) is None
    assert same_time(None, None) is None


def test_a_borrowed_year_is_no_sure_difference() -> None:
    text = "2021年新增5家。\n\n10月新增1家。"
    borrowed = read_periods(document_of(text))[1]
    assert (str(borrowed.start), borrowed.written) == ("2021-10-01", False)
    assert same_time(borrowed, period("2021年10月")) is True
    assert same_time(borrowed, period("2022年10月")) is None
    assert same_time(borrowed, period("2022年11月")) is False


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2020年", "2020"),
        ("2020年11月份", "2020-11"),
        ("2024年10月16日", "2024-10-16"),
        ("2024年前三季度", "2024-01…2024-09"),
        ("10 to 19 February 2021", "2021-02-10…2021-02-19"),
        ("2010—2020年", "2010…2020"),
        ("“十三五”", "“十三五”"),
        ("去年", "去年"),
        ("fiscal 2023", "fiscal 2023"),
    ],
)
def test_a_short_form_for_a_reader(text: str, label: str) -> None:
    assert period(text).label() == label
