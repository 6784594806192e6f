"""Quantities: what is written is read back; any text is read without an exception, in time linear in its length."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.extraction.quantities import read_quantities, read_value
from factcheck.language import hedges
from factcheck.language.units import EXCLUDED, NUMBER, lexicon
from factcheck.model.document import Language
from factcheck.model.quantity import Quantity, Unit

LANGUAGES: tuple[Language, ...] = ("zh", "en")

DIGITS = "零一二三四五六七八九"
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def hanzi(number: int) -> str:
    """A whole number in Chinese numerals, 10¹⁶ at most."""
    for scale, word in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            rest = number % scale
            return hanzi(number // scale) + word + ("零" * (0 < rest < scale // 10) + hanzi(rest) if rest else "")
    for scale, word in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            rest = number % scale
            return DIGITS[number // scale] + word + ("零" * (0 < rest < scale // 10) + hanzi(rest) if rest else "")
    return DIGITS[number]


def in_words(number: int) -> str:
    """A whole number in English words, below 10¹⁵."""
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            return f"{in_words(number // scale)} {word}" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{in_words(number // 100)} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS.split()[number // 10 - 2] + (f"-{in_words(number % 10)}" if number % 10 else "")
    return SMALL.split()[number]


def value(text: str, language: Language) -> Quantity:
    quantity = read_value(text, language)
    assert quantity is not None
    return quantity


whole = st.integers(min_value=1, max_value=10**12)
decimals = st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False)


@given(whole)
def test_whole_numbers_in_chinese_are_read_back(number: int) -> None:
    for written in (f"{number}个", f"{number:,}个", f"{hanzi(number)}个", f"{number}个".translate(FULL_WIDTH)):
        quantity = value(written, "zh")
        assert (quantity.low, quantity.high, quantity.unit) == (Decimal(number), Decimal(number), "个")


FULL_WIDTH = {0x30 + digit: 0xFF10 + digit for digit in range(10)}


@given(whole)
def test_whole_numbers_in_english_are_read_back(number: int) -> None:
    for written in (str(number), f"{number:,}", in_words(number), f"{number:,}".replace(",", "\u202f")):
        quantity = value(f"{written} tonnes", "en")
        assert (quantity.low, quantity.high, quantity.unit) == (Decimal(number), Decimal(number), "t")


@given(decimals, st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_scaled_decimals_in_chinese_are_read_back(number: Decimal, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert value(f"{number}{word}元", "zh").low == number * factor


@given(
    decimals, st.sampled_from([(" million", 10**6), ("bn", 10**9), ("-trillion", 10**12), ("k", 10**3), ("m", 10**6)])
)
def test_scaled_decimals_in_english_are_read_back(number: Decimal, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert value(f"${number}{word}", "en").low == number * factor


@given(decimals)
def test_percentages_are_read_back(number: Decimal) -> None:
    chinese = f"百分之{number}", f"{number}%", f"{number}％"
    english = f"{number}%", f"{number} per cent", f"{number} percent"
    for language, spellings in zip(LANGUAGES, (chinese, english), strict=True):
        for written in spellings:
            assert (value(written, language).low, value(written, language).unit) == (number, "%")


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=2, max_value=999))
def test_fractions_in_words_are_read_back(over: int, under: int) -> None:
    quantity = value(f"{hanzi(under)}分之{hanzi(over)}" if under not in (100, 1000) else f"{under}分之{over}", "zh")
    assert abs(quantity.base_low - Fraction(100 * over, under)) < Fraction(1, 10**15)


def units(language: Language) -> list[tuple[str, Unit]]:
    """All spellings but those whose meaning hangs on what follows (times) or goes before (翻两番)."""
    words = lexicon(language)
    plain = words.after.keys() - words.lookahead.keys()
    found = [(word, words.after[word]) for word in plain if words.after[word] not in (NUMBER, EXCLUDED)]
    return [(word, unit) for word, unit in found if unit.dimension != "doubling"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_read_back_in_every_spelling(language: Language) -> None:
    gap = " " if language == "en" else ""
    for spelling, unit in units(language):
        quantity = value(f"37{gap}{spelling}", language)
        assert (quantity.low, quantity.high, quantity.measured_in) == (Decimal(37), Decimal(37), unit), spelling


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_is_read_back_before_its_number(language: Language) -> None:
    for spelling, unit in lexicon(language).before.items():
        gap = " " if spelling[-1].isalpha() else ""
        quantity = value(f"{spelling}{gap}37.5", language)
        assert (quantity.low, quantity.measured_in) == (Decimal("37.5"), unit), spelling


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hedge_is_read_back(language: Language) -> None:
    table, gap, unit = hedges.table(language), " " if language == "en" else "", "km"
    for word, kind in table.before.items():
        if kind:
            quantity = value(f"{word}{gap if word[-1] != '-' else ''}37 {unit}", language)
            assert (quantity.hedge and quantity.hedge.kind) == kind, word
            assert quantity.outer is not None
    for word, kind in table.after.items():
        if word[0] not in "-+":
            quantity = value(f"37 {unit}{gap}{word}", language)
            assert (quantity.hedge and quantity.hedge.kind) == kind, word
            assert quantity.outer is None


# Characters of which figures, dates and names are made, so that chance texts come near to them.
WORDS = (
    "0 1 12 2020 3.5 1,234 ０ ９ . , : - — ~ / % ‰ $ € ￥ 元 万 亿 百 千 十 一 二 两 三 半 几 数 余 多 个 家 年 月 日 号"
    " 第 分 之 成 折 倍 至 到 由 和 、 ， 。 “ ” ( ) （ ） 约 近 超 以上 左右 又 点 又三分之一 百分之"
    " one two half a an dozen hundred million and point of in to from per cent more than or so third fifths bn m km £ x ^ e6 ½"
    " http:// # \n \t \u3000 \u00a0 角 毛 时 秒 比 × 小时 分钟 5G COVID-19"
    " 比例 翻 了 番 两 块 0.1个 个百分点 每 时速 公里 核 融 级 （含） 双 图 波音 ∶ 万亿 个亿 ratio over section + 111"
).split(" ")
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
)


@given(texts, st.sampled_from(LANGUAGES), st.booleans())
def test_any_text_is_read_and_its_spans_cut_it(text: str, language: Language, indefinite: bool) -> None:
    last = 0
    for quantity in read_quantities(text, language, indefinite=indefinite):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.span.cut(text) == quantity.text
        assert quantity.low <= quantity.high
        assert quantity.digits is not None
        assert quantity.span.contains(quantity.digits)
        assert quantity.outer is None or quantity.outer.contains(quantity.span)
        assert quantity.low.is_finite()
        assert quantity.high.is_finite()
        last = quantity.end


@given(texts, st.sampled_from(LANGUAGES))
def test_any_text_may_be_asked_for_its_value(text: str, language: Language) -> None:
    quantity = read_value(text, language)
    assert quantity is None or quantity.span.cut(text) == quantity.text


WORST = (
    "1", "1,", "1.", "1-", "1、", "1 ", "1/2 ", "1万", "1年", "-1", "12:", "1e9", "1^9", "$1", "第1", "“1", "(1)",
    "1\n", " 1", "1,234", "1 234", "一", "十", "百", "一百", "二〇", "三五", "百分之", "分之", "三分之", "又", "1又",
    "点", "一点", "半", "几", "数百", "余", "万", "亿", "1个", "1个半", "1天1小时", "1元1角", "近", "近百", "约",
    "由1至", "1至", "和1", "、一", "“一", "七个，", "个", "元", "/吨", "每", "one ", "a ", "and ", "one and ",
    "hundred ", "one hundred and ", "half a ", "half ", "third ", "point ", "one in ", "from 1 to ", "between 1 and ",
    "million ", "1 million ", "several ", "tens of ", "1 dollar ", "1 foot 1 inch ", "1 ft 1 ", "more than ", "x",
    "http://1 ", "1%20", "A1", "No. 1", "1 Aa ", "May 1 ", "1 May ", "1:", "1:1 ", "1比", "比例1:", "1、2", "二、三", "一核",
    "一核(融)", "1个、", "0.1个、", "1秒1", "1分1秒", "1块", "数以", "section 1, ", "1 or ", "1 to ", "1.1:", "1 111 ", "1，111",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_is_linear_in_the_worst_cases(language: Language) -> None:
    """Eight times the text takes about eight times as long: a test of ratios, with room for a busy machine."""
    size = 1_000_000 // (len(LANGUAGES) * 9 * len(WORST))  # a megabyte in all
    read_quantities("1", language)
    for piece in WORST:

        def read(length: int, piece: str = piece) -> object:
            return read_quantities(piece * (length // len(piece)), language, indefinite=True)

        assert is_linear(read, size, 8 * size), piece


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_figures_without_end(language: Language) -> None:
    """A hundred thousand figures are no number, and are not looked at from each of them anew."""
    assert read_quantities("1" * 100_000, language, indefinite=True) == ()
    assert is_linear(lambda size: read_quantities("1" * size, language, indefinite=True), 12_500, 100_000)
