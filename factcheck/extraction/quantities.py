"""Quantities: every number of a text with its unit and hedge, and nothing that is no number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.extraction import chinese_numerals, english_numerals
from factcheck.extraction.exclusions import Exclusions
from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.measured import Measured, Measurer, is_year
from factcheck.extraction.numbers import Number
from factcheck.extraction.ranges import RangeReader
from factcheck.extraction.units import UnitReader
from factcheck.language import numerals
from factcheck.language.units import NUMBER
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, Quantity
from factcheck.model.span import Span

_NUMERALS = {"zh": chinese_numerals, "en": english_numerals}

# The dimensions of what an indefinite article stands before: 一个, 一年, one year.
_INDEFINITE = frozenset({"number", "count", "person", "time", "months", "age", "index", "score", "degree"})
# A sign that every figure of a list has for itself: 29.71%和1.80%.
_OWN_SIGNS = frozenset("%％‰")
_TIMES = frozenset({"time", "months"})


def read_quantities(text: str, language: Language, *, indefinite: bool = False) -> tuple[Quantity, ...]:
    """The quantities of a text, in order, with disjoint spans. Time is linear in the text's length.

    With `indefinite`, single words for small numbers that claim nothing are read too: 一个, 五, one.
    """
    return tuple(_reader(language).read(text, indefinite=indefinite))


def read_value(text: str, language: Language) -> Quantity | None:
    """The one quantity that the whole text is, as a writer notes it (3000余次, 约5.1亿人, 4.7 out of 5); None when it isn't.

    A few words may stand behind it: 2,870 groups.
    """
    found = tuple(_reader(language).read(text, indefinite=True, alone=True))
    if len(found) != 1:
        return None
    before, after = text[: (found[0].outer or found[0].span).start].strip(), text[found[0].end :].strip()
    return found[0] if _LEADING.fullmatch(before) and _TRAILING.fullmatch(after) else None


# Words beside a value that a facts file may give with it: decreased 0.7 percent, top 1.2%, 17 F&B outlets.
_LEADING = re.compile(r"(?:[a-z]+(?: [a-z]+){0,2}|[\u4e00-\u9fff]{1,6})?", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[a-z&'’]+(?:[ -][a-z&'’]+){0,4}|[\u4e00-\u9fff]{1,6})?", re.IGNORECASE)


@cache
def _reader(language: Language) -> _Reader:
    return _Reader(language)


class _Reader:
    """Reads the quantities of one language."""

    def __init__(self, language: Language) -> None:
        words, grammar = numerals.table(language), _NUMERALS[language]
        fold = words.counts_alone
        self._counts_alone = words.counts_alone
        self._heads = grammar.heads()
        self._numeral = grammar.read_numeral
        self._units = UnitReader(language, fold=fold)
        self._hedges = HedgeReader(language, fold=fold)
        self._measurer = Measurer(language, self._numeral, self._units, self._hedges, fold=fold)
        self._ranges = RangeReader(language, self._measurer, self._hedges, fold=fold)
        self._exclusions = Exclusions(language, self._units, self._hedges, fold=fold)
        self._list = re.compile(words.list_marks)

    def read(self, text: str, *, indefinite: bool, alone: bool = False) -> Iterator[Quantity]:
        """The quantities of a text; `alone` when it is known to be a value and nothing else."""
        waiting: list[Measured] = []
        expected = -1
        for figure in self._figures(text):
            if waiting and figure.start != expected:
                yield from self._finished(text, waiting, indefinite, alone)
                waiting = []
            if figure.excluded:
                waiting = []
                continue
            if figure.unit is None and not is_year(figure.number) and (mark := self._list.match(text, figure.end)):
                waiting.append(figure)
                expected = mark.end()
                continue
            if figure.unit and text[figure.end - 1] not in _OWN_SIGNS:
                waiting = [one._replace(unit=figure.unit) for one in waiting]
            yield from self._finished(text, [*waiting, figure], indefinite, alone)
            waiting = []
        yield from self._finished(text, waiting, indefinite, alone)

    def _figures(self, text: str) -> Iterator[Measured]:
        """All figures in order, also those that are excluded."""
        at = 0
        while match := self._heads.search(text, at):
            start = match.start()
            number = self._numeral(text, start)
            if number is None:
                at = start + 1
                continue
            idiom = self._exclusions.idiom(text, start)
            apart = self._exclusions.apart(text, number) if number.figures else None
            if apart is not None:
                at = max(apart, start + 1)
                continue
            if number.ordinal or self._exclusions.inside(text, number):
                at = number.end
                continue
            figure = self._measurer.of(text, number, floor=at)
            if idiom is not None and idiom >= figure.end or (idiom is not None and number.bare and idiom > number.end):
                at = idiom
                continue
            figure = figure if figure.excluded else self._ranges.joined(text, figure)
            at = max(figure.end, start + 1)
            yield figure

    def _finished(self, text: str, figures: list[Measured], indefinite: bool, alone: bool) -> Iterator[Quantity]:
        for figure in figures:
            if alone or not (
                self._means_nothing(text, figure) or (not indefinite and self._claims_nothing(text, figure))
            ):
                yield self._quantity(text, figure)

    def _means_nothing(self, text: str, figure: Measured) -> bool:
        """Whether a number is a label, or a mere string of digits."""
        if figure.number.read_out:
            return True
        return figure.unit is None and self._exclusions.labels(text, figure)

    def _claims_nothing(self, text: str, figure: Measured) -> bool:
        """Whether a number is an article, part of a slogan or of a name."""
        number = figure.number
        if number.words and number.low == number.high and number.low <= 1 and figure.dimension in _INDEFINITE:
            return True
        if number.headless and number.hedge is None and self._hedge_before(text, figure)[0] is None:
            return True
        if number.headless and self._exclusions.is_class(text, figure):
            return True
        if figure.unit is None:
            if number.words and not self._counts_alone and number.form != "vague" and number.high < 100:
                return True
            excluded = self._exclusions
            return excluded.names(text, figure) or excluded.is_attribute(text, figure) or excluded.is_id(text, figure)
        return (
            number.words
            and figure.dimension in ("count", "person")
            and not self._counts_alone
            and self._exclusions.in_slogan(text, figure)
        )

    def _hedge_before(self, text: str, figure: Measured) -> tuple[Hedge | None, int]:
        number = figure.number
        bare = number.headless or (number.bare and number.low < 1)
        return self._hedges.before(text, figure.start, lasts=figure.dimension in _TIMES, bare=bare)

    def _quantity(self, text: str, figure: Measured) -> Quantity:
        number, unit = figure.number, figure.unit or NUMBER
        after, end = self._hedges.after(text, figure.end)
        before, outset = self._hedge_before(text, figure)
        span = Span(figure.start, end)
        return Quantity(
            span=span,
            text=text[figure.start : end],
            low=_tidy(number.low),
            high=_tidy(number.high),
            measured_in=unit,
            step=number.step,
            hedge=number.hedge or before or after,
            form=number.form,
            open_high=number.open_high,
            digits=Span(number.start, number.end),
            outer=Span(outset, end) if before else None,
        )


def _tidy(value: Decimal) -> Decimal:
    """1.2 times 10000 is 12000, not 12000.0."""
    whole = value.to_integral_value()
    return whole if whole == value and value.as_tuple().exponent != 0 else value
