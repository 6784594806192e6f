"""Quantities: every number of a text with its unit and hedge, and nothing that is no number.

A number is found by the grammar of its language's numerals, measured with the unit, sign and currency around it, joined with
the one that it makes a range with, and dropped when its surroundings show that it counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib import import_module

from msgspec.structs import replace

from factcheck.extraction.exclusions import APART_MARKS, TELEPHONE_LENGTH, Exclusions
from factcheck.extraction.expressions import Expressions
from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.labels import Labels
from factcheck.extraction.measured import Measured, Measurer, is_year
from factcheck.extraction.numbers import ONE
from factcheck.extraction.ranges import RangeReader
from factcheck.extraction.ratios import RatioReader
from factcheck.extraction.units import UnitReader
from factcheck.language import numerals
from factcheck.language.units import NUMBER
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, Quantity
from factcheck.model.span import Span
from factcheck.patterns import compiled

# The module that reads a language's numerals.
_NUMERALS: dict[Language, str] = {"zh": "chinese_numerals", "en": "english_numerals"}

# The dimensions of what an indefinite article stands before: 一个, 一年, one year.
_INDEFINITE = frozenset({"number", "count", "person", "time", "months", "age", "index", "score", "degree", "turn"})
_COUNTS = frozenset({"count", "person"})

# So far apart may two figures of a list with its unit at the end stand: 0.8个、全省0.5个百分点.
_NEAR = 12

# A sign that every figure of a list has for itself: 29.71%和1.80%.
_OWN_SIGNS = frozenset("%％‰")

# In Chinese, a number in words without a classifier counts only from here on (八亿农民): 三 and 十二 are parts of words.
_COUNTS_FROM = 100


def read_quantities(text: str, language: Language, *, indefinite: bool = False) -> tuple[Quantity, ...]:
    """The quantities of a text, in order, with disjoint spans. Time is linear in the text's length.

    With `indefinite`, numbers that claim nothing are read too: 一个, 五, one, those of slogans and names.
    """
    return tuple(_reader(language).read(text, indefinite=indefinite))


def read_value(text: str, language: Language) -> Quantity | None:
    """The one quantity that the whole text is, as a writer notes it (3000余次, 约5.1亿人, 4.7 out of 5); None when it isn't.

    A few words may stand beside it: 2,870 groups, decreased 0.7 percent.
    """
    found = tuple(_reader(language).read(text, indefinite=True, alone=True))
    if len(found) != 1:
        return None
    words = r"(?:[a-z&'’]+(?:[ -][a-z&'’]+){0,4}|[\u4e00-\u9fff]{1,6})?"
    before, after = text[: (found[0].outer or found[0].span).start].strip(), text[found[0].end :].strip()
    beside = compiled(words, re.IGNORECASE).fullmatch(before) and compiled(words, re.IGNORECASE).fullmatch(after)
    return found[0] if beside else None


@cache
def _reader(language: Language) -> _Reader:
    return _Reader(language)


class _Reader:
    """Reads the quantities of one language."""

    def __init__(self, language: Language) -> None:
        words, grammar = numerals.table(language), import_module(f"factcheck.extraction.{_NUMERALS[language]}")
        fold = words.counts_alone
        self._counts_alone = words.counts_alone
        self._heads = grammar.heads()
        self._numeral = grammar.read_numeral
        self._units = UnitReader(language, fold=fold)
        self._hedges = HedgeReader(language, fold=fold)
        self._measurer = Measurer(language, self._numeral, self._units, self._hedges, fold=fold)
        self._ranges = RangeReader(language, self._measurer, self._hedges, fold=fold)
        self._exclusions = Exclusions(language, self._units, self._hedges, fold=fold)
        self._expressions = Expressions(language, self._heads, self._units, fold=fold)
        self._labels = Labels(language, fold=fold)
        self._ratios = RatioReader(language, self._numeral, self._units)
        self._list = compiled(words.list_marks)

    def read(self, text: str, *, indefinite: bool, alone: bool = False) -> Iterator[Quantity]:
        """The quantities of a text; `alone` when it is known to be a value and nothing else."""
        exclusions, labels, labelled = self._exclusions, self._labels, -1
        for figure in self._with_shared_units(text, alone=alone):
            if alone:
                yield self._quantity(text, figure)
            elif figure.unit is None:
                if labels.names(text, figure) or labels.go_on(text, labelled, figure):
                    labelled = figure.end
                elif self._counts(text, figure, indefinite=indefinite):
                    yield self._quantity(text, figure)
            elif not exclusions.tells_no_amount(text, figure):
                plain = figure.number.writing == "figures"
                if plain or self._counts(text, figure, indefinite=indefinite):
                    yield self._quantity(text, figure)

    def _with_shared_units(self, text: str, *, alone: bool) -> Iterator[Measured]:
        """The figures; in a list, those before the last have its unit when they have none: 3、5、7个."""
        waiting: list[Measured] = []
        expected = -1
        for figure in self._figures(text, alone=alone):
            if waiting and figure.start != expected and not self._elides(waiting[-1], figure):
                yield from waiting
                waiting = []
            if figure.excluded:
                waiting = []  # 3、4月
            elif figure.unit is not None and figure.unit.symbol in self._units.elided and figure.number.step < ONE:
                waiting.append(figure)
            elif figure.unit is None and not is_year(figure.number) and (mark := self._list.match(text, figure.end)):
                waiting.append(figure)
                expected = mark.end()
            else:
                if waiting:
                    yield from _sharing(text, waiting, figure)
                    waiting = []
                yield figure
        yield from waiting

    def _elides(self, first: Measured, second: Measured) -> bool:
        """高于全国0.8个、全省0.5个百分点: whether the unit of the first figure is short for that of the second."""
        short = self._units.elided.get(first.unit.symbol) if first.unit else None
        return short is not None and second.unit in (short, first.unit) and second.start - first.end <= _NEAR

    def _figures(self, text: str, *, alone: bool) -> Iterator[Measured]:
        """All figures in order, also those that are excluded."""
        at = floor = 0
        search, numeral, exclusions = self._heads.search, self._numeral, self._exclusions
        while match := search(text, at):
            start = match.start()
            number = numeral(text, start)
            if number is None:
                at = start + 1
                while text[at : at + 1].isdecimal():  # a row of figures that is too long for a number
                    at += 1
                continue
            end = number.end
            if text.startswith(self._ratios.starts, end) and (ratio := self._ratios.at(text, number, alone=alone)):
                at = floor = ratio.end
                yield ratio
                continue
            may_go_on = text[end : end + 1] in APART_MARKS or end - start == TELEPHONE_LENGTH
            may_go_on = may_go_on or (text[end : end + 1] == " " and text[end + 1 : end + 2].isdecimal())
            if may_go_on and (apart := exclusions.apart(text, number)) is not None:
                at = floor = apart
                continue
            suspect = start > 0 and text[start - 1] in exclusions.suspect
            if number.writing == "ordinal" or (suspect and exclusions.inside(text, number)):
                at = floor = end
                continue
            if number.in_words and (word := self._expressions.in_word(text, start)) is not None:
                at = floor = word
                continue
            figure = self._measurer.of(text, number, floor=floor)
            idiom = self._expressions.idiom(text, start)
            if idiom is not None and idiom >= figure.end:
                at = floor = idiom
                continue
            figure = figure if figure.excluded else self._ranges.joined(text, figure)
            at = floor = figure.end
            yield figure

    def _counts(self, text: str, figure: Measured, *, indefinite: bool) -> bool:
        """Whether a number counts or measures something."""
        return not self._means_nothing(text, figure) and (indefinite or not self._claims_nothing(text, figure))

    def _means_nothing(self, text: str, figure: Measured) -> bool:
        """Whether a number is a label, or a mere string of digits."""
        if figure.number.writing == "read-out":
            return True
        if figure.unit is not None:
            return False
        labels = self._labels
        of_another = labels.of_the_word_before(text, figure) or labels.of_a_month(text, figure)
        return of_another or self._exclusions.means_nothing(text, figure)

    def _claims_nothing(self, text: str, figure: Measured) -> bool:
        """Whether a number is an article, part of a slogan or of a name."""
        number, exclusions = figure.number, self._exclusions
        if number.writing == "doublings":
            return True  # a verb of growth, which is read as a change of what it names
        if number.in_words:
            if number.writing == "single" and number.form == "vague" and number.hedge is None:
                return True  # millions of Americans: many, and no figure
            if number.low == number.high and number.low <= ONE and figure.dimension in _INDEFINITE:
                return True
            if number.writing == "headless" and self._is_class(text, figure):
                return True
            counts = not self._counts_alone and figure.dimension in _COUNTS
            if counts and (self._expressions.in_slogan(text, figure) or self._expressions.in_row(text, figure)):
                return True
        if figure.unit is not None:
            return False
        if number.in_words and not self._counts_alone:
            return number.form != "vague" and number.high < _COUNTS_FROM and number.step >= ONE
        return (
            self._labels.of_a_name(text, figure)
            or exclusions.is_attribute(text, figure)
            or exclusions.is_id(text, figure)
        )

    def _is_class(self, text: str, figure: Measured) -> bool:
        """Whether a multiplier without a digit has no hedge that makes it a number, or classes a noun: 过亿元企业."""
        if figure.number.hedge is None and self._hedge_before(text, figure)[0] is None:
            return True
        return self._exclusions.is_class(text, figure)

    def _hedge_before(self, text: str, figure: Measured) -> tuple[Hedge | None, int]:
        start, number = figure.start, figure.number
        if not start or text[start - 1] not in self._hedges.before_ends:
            return None, start
        bare = number.writing == "headless" or (number.in_words and number.low < ONE)
        return self._hedges.before(text, start, lasts=figure.lasts, bare=bare)

    def _quantity(self, text: str, figure: Measured) -> Quantity:
        number, end, after = figure.number, figure.end, None
        if text[end : end + 1] in self._hedges.after_starts:
            after, end = self._hedges.after(text, end)
        before, outset = self._hedge_before(text, figure)
        unit = figure.unit or NUMBER
        if unit.dimension == "length":
            unit = self._units.speed(text, outset, unit)
        low = _tidy(number.low)
        return Quantity(
            Span(figure.start, end),
            text[figure.start : end],
            low,
            low if number.high is number.low else _tidy(number.high),
            unit,
            number.step,
            number.hedge or before or after,
            number.form,
            number.open_high,
            Span(number.start, number.end),
            Span(outset, end) if before else None,
        )


def _sharing(text: str, waiting: Sequence[Measured], last: Measured) -> Sequence[Measured]:
    """The figures of a list with the unit of its last one."""
    if last.unit is None or text[last.end - 1] in _OWN_SIGNS:
        return waiting
    return [replace(figure, unit=last.unit) for figure in waiting]


def _tidy(value: Decimal) -> Decimal:
    """1.2 times 10000 is 12000, not 12000.0."""
    exponent = value.as_tuple().exponent
    if exponent == 0:
        return value
    whole = value.to_integral_value()
    return whole if whole == value else value
