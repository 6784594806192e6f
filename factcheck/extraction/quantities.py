"""Quantities: every number of a text with its unit and hedge, and nothing that is no number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from factcheck.extraction import chinese_numerals, english_numerals
from factcheck.extraction.numbers import ONE, Number
from factcheck.extraction.units import Found, Spellings, unit_reader
from factcheck.language import hedges as hedge_tables
from factcheck.language import idioms as idiom_tables
from factcheck.language import numerals as numeral_tables
from factcheck.language.units import NUMBER
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, HedgeKind, Quantity, Unit
from factcheck.model.span import Span

_NUMERALS: dict[Language, Callable[[str, int], Number | None]] = {
    "zh": chinese_numerals.read_numeral,
    "en": english_numerals.read_numeral,
}


def read_quantities(text: str, language: Language, *, indefinite: bool = False) -> tuple[Quantity, ...]:
    """The quantities of a text, in order, with disjoint spans. Time is linear in the text's length.

    With `indefinite`, single words for small numbers that claim nothing are read too: 一个, 五, one.
    """
    return tuple(_reader(language).read(text, indefinite=indefinite))


def read_value(text: str, language: Language) -> Quantity | None:
    """The one quantity that the whole text is, as a writer notes it (3000余次, 约5.1亿人, 4.7 out of 5); None when it isn't."""
    found = [
        quantity
        for quantity in _reader(language).read(text, indefinite=True)
        if not text[: (quantity.outer or quantity.span).start].strip()
    ]
    if len(found) != 1:
        return None
    rest = text[found[0].end :].strip()
    return found[0] if not rest or language == "en" and rest.isalpha() else None


@cache
def _reader(language: Language) -> _Reader:
    return _Reader(language)


class _Reader:
    """Reads the quantities of one language."""

    def __init__(self, language: Language) -> None:
        self._numeral = _NUMERALS[language]
        self._units = unit_reader(language)
        hedges = hedge_tables.table(language)
        self._hedge_before = Spellings(hedges.before)
        self._hedge_after = Spellings(hedges.after)
        numerals = numeral_tables.table(language)
        self._more = Spellings(dict.fromkeys(numerals.more.split(), "more"))
        self._negative = Spellings(dict.fromkeys(numerals.negative.split(), True))
        idioms = idiom_tables.table(language)
        joiners = "|".join(map(re.escape, numerals.joiners.split()))
        self._range = re.compile(rf"[ \u00a0]?(?:[-–—~～﹣－−]{{1,2}}|(?:{joiners}))[ \u00a0]?")
        split = "," if language == "en" else None
        self._behind = Spellings({word.strip(): True for word in idioms.behind.split(split)})
        self._label = Spellings({word.strip(): True for word in idioms.ahead.split(split)})
        if language == "zh":
            self._scan = re.compile(
                "[0-9０-９零〇一二三四五六七八九两兩十百千万壹贰貳叁參肆伍陆陸柒捌玖拾佰仟廿卅数數几幾上半对對.]"
            )
        else:
            heads = "|".join(
                [
                    *numerals.digits,
                    "a",
                    "an",
                    "half",
                    "quarter",
                    "several",
                    "tens",
                    "dozens",
                    "scores",
                    "hundreds",
                    "thousands",
                    "millions",
                    "billions",
                ]
            )
            self._scan = re.compile(rf"(?<![A-Za-z])(?:[0-9½⅓⅔¼¾⅛⅜⅝⅞]|\.[0-9]|(?:{heads})(?![A-Za-z]))", re.IGNORECASE)
        self._zh = language == "zh"

    def read(self, text: str, *, indefinite: bool) -> Iterator[Quantity]:
        at = 0
        while match := self._scan.search(text, at):
            start = match.start()
            number = self._numeral(text, start)
            if number is None:
                at = start + 1
                continue
            quantity = self._quantity(text, number, indefinite)
            at = max(number.end, start + 1)
            if quantity is not None:
                at = max(at, quantity.end)
                yield quantity

    def _quantity(self, text: str, number: Number, indefinite: bool) -> Quantity | None:
        digits = Span(number.start, number.end)
        before = text[number.start - 1] if number.start else ""
        if before in "第.-" and before:
            if before == "第":
                return None
        if before.isascii() and before.isalpha() and not self._units.before(text, number.start):
            return None
        number = self._ranged(text, number)
        digits = Span(number.start, number.end)
        number, end = self._with_more(text, number)
        unit = None
        found = self._units.before(text, number.start)
        start = number.start
        if found is not None:
            unit, start = found.value, found.start
        after = self._units.behind(text, end)
        dated = self._behind.behind(text, end)
        if dated is not None and (after is None or after.end < dated.end):
            return None
        if number.unit is not None:
            unit = number.unit
        if after is not None and (unit is None or unit.dimension == after.value.dimension):
            if after.value.symbol == "年" and number.figures and 1000 <= number.low <= 2999:
                return None
            after = self._units.per(text, after)
            unit, end = after.value, after.end
        if unit is None and number.figures and 1900 <= number.low <= 2100 and number.end - number.start == 4:
            return None
        if unit is None and number.bare and not indefinite:
            return None
        if (
            number.low == 1
            and number.bare
            and (unit is None or unit.dimension in ("count", "person"))
            and not indefinite
        ):
            return None
        hedge = number.hedge
        behind = self._hedge_after.behind(text, end)
        if behind is None and text[end : end + 1] == " ":
            behind = self._hedge_after.behind(text, end + 1)
        if behind is not None:
            hedge, end = Hedge(behind.value, text[behind.start : behind.end]), behind.end
        outer = None
        place = start
        while place and text[place - 1] in " \u00a0":
            place -= 1
        ahead = self._hedge_before.ahead(text, place)
        if ahead is not None:
            outer = Span(ahead.start, end)
            hedge = hedge or Hedge(ahead.value, text[ahead.start : ahead.end])
        span = Span(start, end)
        return Quantity(
            span,
            span.cut(text),
            number.low,
            number.high,
            unit or NUMBER,
            number.step,
            hedge,
            number.form,
            number.open_high,
            digits,
            outer,
        )

    def _ranged(self, text: str, number: Number) -> Number:
        match = self._range.match(text, number.end)
        if match is None or number.form != "exact":
            return number
        other = self._numeral(text, match.end())
        if other is None or other.form != "exact":
            return number
        low = number
        if number.scale == 1 and other.scale > 1 and number.low < other.low / other.scale:
            low = number.times(other.scale)
        if not low.low < other.low:
            return number
        return other._replace(
            start=number.start, low=low.low, form="range", figures=number.figures, unit=number.unit or other.unit
        )

    def _with_more(self, text: str, number: Number) -> tuple[Number, int]:
        found = self._more.behind(text, number.end)
        if found is None or number.form != "exact":
            return number, number.end
        return number.or_more(found.end, Hedge("more", text[found.start : found.end])), found.end
