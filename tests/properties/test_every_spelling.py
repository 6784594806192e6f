"""Every value in every way that the tables can spell it is read back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.extraction.quantities import read_quantities, read_value
from factcheck.language import hedges, idioms, numerals
from factcheck.language.units import EXCLUDED, NUMBER, PERCENT, lexicon, table
from factcheck.model.document import Language
from factcheck.model.quantity import Quantity, Unit

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ZH, EN = numerals.table("zh"), numerals.table("en")
GAP: dict[Language, str] = {"zh": "", "en": " "}
# The first example compiles patterns.
unhurried = settings(deadline=None)

# 俩 and 仨 count things by themselves and stand in no longer numeral; 两 leads a hundred or more.
_ALONE, _LEADING = "俩倆仨", "两兩"
ONES = {
    value: [word for word, worth in ZH.digits.items() if worth == value and word not in _ALONE + _LEADING]
    for value in range(10)
}
TIMES = {
    value: [word for word, worth in ZH.multipliers.items() if worth == value] for value in (10, 100, 1000, 10**4, 10**8)
}


def value(text: str, language: Language) -> Quantity:
    quantity = read_value(text, language)
    assert quantity is not None, text
    return quantity


@st.composite
def numeral(draw: st.DrawFn, number: int) -> str:
    """A whole number in Chinese numerals, each in any of its forms: 一 壹, 两 贰, 万 萬."""
    for scale in (10**8, 10**4, 1000, 100, 10):
        if number >= scale:
            over, rest = divmod(number, scale)
            spell = draw(st.sampled_from(_LEADING)) if over == 2 and scale > 10 and draw(st.booleans()) else ""
            lead = spell or draw(numeral(over))
            zero = draw(st.sampled_from(ONES[0])) if 0 < rest < scale // 10 else ""
            return lead + draw(st.sampled_from(TIMES[scale])) + zero + (draw(numeral(rest)) if rest else "")
    return draw(st.sampled_from(ONES[number]))


@unhurried
@given(st.data(), st.integers(min_value=10, max_value=10**11))
def test_a_number_in_any_form_of_its_numerals(data: st.DataObject, number: int) -> None:
    written = data.draw(numeral(number))
    quantity = value(f"{written}个", "zh")
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(number), Decimal(number), "个"), written


@unhurried
@given(
    st.integers(1, 9999), st.integers(1, 9), st.sampled_from(["亿", "億"]), st.sampled_from(["万", "萬"]), st.booleans()
)
def test_a_number_in_figures_and_words(
    large: int, small: int, hundred_million: str, myriad: str, thousands: bool
) -> None:
    rest = f"{small}千" if thousands else f"{small}000"
    assert value(f"{large}{myriad}{rest}元", "zh").low == large * 10**4 + small * 1000
    assert value(f"{small}{hundred_million}{large}{myriad}元", "zh").low == small * 10**8 + large * 10**4


small = st.integers(min_value=1, max_value=60)
tenths = st.decimals(min_value=Decimal("0.1"), max_value=60, places=1, allow_nan=False)


def measures(language: Language) -> st.SearchStrategy[tuple[str, Unit]]:
    """Units and one spelling of each, without those whose meaning hangs on other words."""
    words = lexicon(language)
    told = {"doubling", "times", "index", "score"}
    plain = {
        word: unit
        for word, unit in words.after.items()
        if unit not in (NUMBER, EXCLUDED) and unit.dimension not in told and not word.startswith("of ")
    }
    return st.sampled_from(sorted(plain.items(), key=lambda item: item[0]))


def ranges(language: Language, low: object, high: object, unit: str) -> list[str]:
    """All ways to write a range, but those in which the unit and the word behind it are another word: 升|至."""
    words, gap, nouns = numerals.table(language), GAP[language], table(language).nouns.split()
    joiners = [f"{gap}{word}{gap}" for word in words.joiners.split()]
    written = [f"{low}{joiner}{high}{gap}{unit}" for joiner in (*joiners, *"-–—~～")]
    apart = [joiner for joiner in joiners if f"{unit}{joiner}" not in nouns]
    written += [f"{low}{gap}{unit}{joiner}{high}{gap}{unit}" for joiner in apart]
    written += [f"{word}{gap}{low}{gap}{joiner}{gap}{high}{gap}{unit}" for word, joiner in words.between.items()]
    return written


@pytest.mark.parametrize("language", LANGUAGES)
@unhurried
@given(data=st.data(), low=tenths, more=tenths)
def test_a_range_in_any_unit(language: Language, data: st.DataObject, low: Decimal, more: Decimal) -> None:
    spelling, unit = data.draw(measures(language))
    for written in ranges(language, low, low + more, spelling):
        quantity = value(written, language)
        assert (quantity.low, quantity.high, quantity.form) == (low, low + more, "range"), written
        assert quantity.measured_in == unit, written


@unhurried
@given(low=small, more=small, scale=st.sampled_from(["万", "亿", "万亿"]))
def test_the_ends_of_a_range_share_a_multiplier(low: int, more: int, scale: str) -> None:
    factor = {"万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    for written in ranges("zh", low, f"{low + more}{scale}", "元")[:-1]:
        if not written.startswith(f"{low}元"):
            assert value(written, "zh").low == low * factor, written


@pytest.mark.parametrize("language", LANGUAGES)
@unhurried
@given(data=st.data(), amount=tenths)
def test_a_unit_counted_per_another(language: Language, data: st.DataObject, amount: Decimal) -> None:
    (above, over), (below, under) = data.draw(measures(language)), data.draw(measures(language))
    rates = {"percent", "permille", "point", "basis-point"}
    assume(over.dimension != under.dimension and not rates & {over.dimension, under.dimension})
    assume("/" not in over.dimension + under.dimension and f"{above}/{below}" not in lexicon(language).after)
    assume(not {"(", "（", "/", "."} & set(above + below))
    quantity = value(f"{amount}{GAP[language]}{above}/{below}", language)
    assert quantity.dimension == f"{over.dimension}/{under.dimension}"
    assert quantity.base_low == Fraction(amount) * over.factor / under.factor


@unhurried
@given(st.integers(1, 9), st.integers(1, 9))
def test_tenths_in_any_form(whole: int, part: int) -> None:
    for digit in ONES[whole]:
        assert value(f"{digit}成", "zh").low == 10 * whole
        assert value(f"{whole}.{part}成", "zh").low == 10 * whole + part
        for rest in ONES[part]:
            both = value(f"{digit}成{rest}", "zh")
            assert (both.low, both.measured_in) == (Decimal(10 * whole + part), PERCENT)


@unhurried
@given(small, st.sampled_from(["十分之", "百分之", "千分之", "万分之"]))
def test_parts_in_words(part: int, of: str) -> None:
    under = {"十": 10, "百": 100, "千": 1000, "万": 10**4}[of[0]]
    assert value(f"{of}{part}", "zh").base_low == Fraction(100 * part, under)


@unhurried
@given(st.data(), small)
def test_what_is_more_reaches_to_the_next_step(data: st.DataObject, tens: int) -> None:
    more = data.draw(st.sampled_from(sorted(set(ZH.more.split()))))
    counter = data.draw(st.sampled_from(table("zh").counters.split()))
    assume(tens % 10)
    quantity = value(f"{tens}0{more}{counter}", "zh")
    assert (quantity.low, quantity.high, quantity.open_high) == (Decimal(10 * tens), Decimal(10 * tens + 10), True)


def test_every_vague_number() -> None:
    for head, (low, high) in ZH.vague.items():
        for word, factor in ZH.multipliers.items():
            if str(factor).strip("0") == "1":
                quantity = value(f"{head}{word}家", "zh")
                assert quantity.form == "vague"
                assert (quantity.low, quantity.high) == (Decimal(low * factor), Decimal(high * factor)), word
    for head, (low, high) in EN.vague.items():
        factor, word = (1, "") if head.endswith(" of") else (1000, " thousand")
        quantity = value(f"{head}{word} firms", "en")
        assert quantity.form == "vague"
        assert (quantity.low, quantity.high) == (Decimal(low * factor), Decimal(high * factor)), head


def test_every_denominator() -> None:
    for word, under in EN.denominators.items():
        if under > 3 and not word.endswith("halve"):
            quantity = value(f"three {word}s", "en")
            assert quantity.base_low - Fraction(300, under) < Fraction(1, 10**20), word


@pytest.mark.parametrize("language", LANGUAGES)
@unhurried
@given(data=st.data(), amount=tenths)
def test_a_hedge_before_and_behind_any_unit(language: Language, data: st.DataObject, amount: Decimal) -> None:
    words, gap = hedges.table(language), GAP[language]
    spelling, unit = data.draw(measures(language))
    before = data.draw(st.sampled_from(sorted(word for word, kind in words.before.items() if kind)))
    after = data.draw(st.sampled_from(sorted(word for word in words.after if word[0] not in "-+")))
    assume(not (unit.dimension in ("time", "months") and before in words.recent))
    near = "" if before[-1] in "-~>＞<＜≥≤≈±～" else gap
    hedged = value(f"{before}{near}{amount}{gap}{spelling}", language)
    assert (hedged.low, hedged.measured_in, hedged.hedge and hedged.hedge.kind) == (amount, unit, words.before[before])
    assume(spelling + after not in lexicon(language).after)
    assume(not any((spelling + after).startswith(noun) for noun in table(language).nouns.split()))  # 册|封顶
    hedged = value(f"{amount}{gap}{spelling}{gap}{after}", language)
    assert (hedged.low, hedged.measured_in, hedged.hedge and hedged.hedge.kind) == (amount, unit, words.after[after])


@unhurried
@given(st.integers(1600, 2099), st.integers(1, 12), st.integers(1, 28))
def test_dates_are_no_quantities(year: int, month: int, day: int) -> None:
    names = idioms.entries(idioms.table("en").months)
    chinese = (
        f"{year}年{month}月{day}日",
        f"{year}年{month}月",
        f"{year}年",
        f"{month}月{day}日",
        f"{year}-{month:02}-{day:02}",
    )
    english = (
        f"{day} {names[month - 1]} {year}",
        f"{names[month - 1]} {day}, {year}",
        f"in {year}",
        f"{year}-{month:02}-{day:02}",
    )
    for language, dates in zip(LANGUAGES, (chinese, english), strict=True):
        for date in dates:
            assert read_quantities(date, language) == (), date
