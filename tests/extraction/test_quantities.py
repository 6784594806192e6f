"""Quantities: the corpus of values and their spellings, and what must not be read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

import factcheck
from factcheck.extraction.quantities import read_quantities, read_value
from factcheck.language.units import RATIO, lexicon
from factcheck.model.document import Language
from factcheck.model.quantity import Quantity

CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def corpus(language: Language, part: str) -> list[Any]:
    entries: list[Any] = yaml.safe_load((CORPUS / f"{language}.yaml").read_text(encoding="utf-8"))[part]
    return entries


def spellings() -> list[Any]:
    return [
        pytest.param(language, entry, str(written), id=f"{language}-{written}")
        for language in LANGUAGES
        for entry in corpus(language, "values")
        for written in entry["written"]
    ]


def texts() -> list[Any]:
    return [(language, *entry) for language in LANGUAGES for entry in corpus(language, "texts")]


def unread() -> list[Any]:
    return [(language, text) for language in LANGUAGES for text in corpus(language, "unread")]


def amount(value: object, unit: str, language: Language) -> Fraction:
    """A value of the corpus in the base unit of its dimension."""
    if unit == RATIO.symbol:
        return Fraction(Decimal(str(value)))
    over, _, under = unit.partition("/")
    units = lexicon(language).after
    factor = units[unit].factor if unit in units else units[over].factor / units[under].factor if unit else Fraction(1)
    return Fraction(Decimal(str(value))) * factor


def written(quantities: tuple[Quantity, ...]) -> list[str]:
    return [quantity.text for quantity in quantities]


@pytest.mark.parametrize(("language", "entry", "spelling"), spellings())
def test_every_spelling_is_read_as_its_value(language: Language, entry: dict[str, Any], spelling: str) -> None:
    quantity = read_value(spelling, language)
    assert quantity is not None
    low, high = entry.get("low", entry.get("value")), entry.get("high", entry.get("value"))
    assert quantity.base_low == amount(low, entry["unit"], language)
    assert quantity.base_high == amount(high, entry["unit"], language)
    assert (quantity.hedge.kind if quantity.hedge else None) == entry.get("hedge")
    assert quantity.measured_in.dimension == (dimension(entry["unit"], language) or quantity.measured_in.dimension)


def dimension(unit: str, language: Language) -> str | None:
    """The dimension of a unit; None for no unit and for compounds."""
    units = lexicon(language).after
    return units[unit].dimension if unit in units else None


@pytest.mark.parametrize(("language", "text", "figures"), texts())
def test_figures_in_their_sentences(language: Language, text: str, figures: list[str]) -> None:
    assert written(read_quantities(text, language)) == [str(figure) for figure in figures]


@pytest.mark.parametrize(("language", "text"), unread())
def test_what_is_no_quantity_is_not_read(language: Language, text: str) -> None:
    assert written(read_quantities(text, language)) == []


def only(text: str, language: Language = "zh") -> Quantity:
    (quantity,) = read_quantities(text, language)
    return quantity


def test_spans_of_a_figure_its_digits_and_its_hedge() -> None:
    text = "每村每年增收超过1.2万元以上。"
    quantity = only(text)
    assert quantity.span.cut(text) == quantity.text == "1.2万元以上"
    assert quantity.digits is not None
    assert quantity.outer is not None
    assert quantity.digits.cut(text) == "1.2万"
    assert quantity.outer.cut(text) == "超过1.2万元以上"


def test_a_hedge_leaves_the_number_as_written() -> None:
    quantity = only("近100家企业")
    assert (quantity.low, quantity.high, quantity.form) == (Decimal(100), Decimal(100), "exact")


@pytest.mark.parametrize(
    ("text", "step"), [("1.2万元", 1000), ("7.8%", Decimal("0.1")), ("145个", 1), ("一万二千元", 1000), ("450多项", 1)]
)
def test_the_step_is_one_unit_of_the_last_written_digit(text: str, step: Decimal) -> None:
    assert only(text).step == step


def test_figures_of_a_list_share_the_unit_at_its_end() -> None:
    units = [quantity.unit for quantity in read_quantities("占地3、5、7亩", "zh")]
    assert units == ["亩", "亩", "亩"]


def test_a_sign_of_percent_is_not_shared() -> None:
    units = [quantity.unit for quantity in read_quantities("分别增长29.71和1.80%", "zh")]
    assert units == [None, "%"]


def test_a_year_before_to_is_no_end_of_a_range() -> None:
    figures = read_quantities("It grew from 3.2 million in 2018 to 4.1 million in 2023.", "en")
    assert [figure.text for figure in figures] == ["3.2 million", "4.1 million"]


def test_the_ends_of_a_change_share_their_unit_and_scale() -> None:
    first, second = read_quantities("The fund grew from $10 to $15 billion", "en")
    assert (first.low, second.low) == (Decimal(10**10), Decimal(15 * 10**9))


def test_numbers_that_claim_nothing_are_read_when_asked_for() -> None:
    assert written(read_quantities("一个中心", "zh")) == []
    assert written(read_quantities("一个中心", "zh", indefinite=True)) == ["一个"]
    assert written(factcheck.quantities("一个中心")) == ["一个"]
    assert written(factcheck.quantities("one of the 30 firms")) == ["one", "30"]


@pytest.mark.parametrize("text", ["", "没有数字", "76家和75家", "增长7.8%，高于全市", "第三届", "2020年"])
def test_a_value_is_one_figure_and_nothing_else(text: str) -> None:
    assert read_value(text, "zh") is None


def test_few_words_may_stand_beside_a_value() -> None:
    for text in ("2,870 groups", "decreased 0.7 percent", "17 F&B outlets"):
        assert read_value(text, "en") is not None
