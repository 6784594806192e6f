"""Ages and anniversaries with the years that they are counted between, and events announced for a day or said to be over."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.language.elapsed import ElapsedWords, table
from factcheck.model.document import Document, Sentence
from factcheck.model.period import Day, Period
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Elapsed, Event
from factcheck.model.span import Span
from factcheck.patterns import compiled

# The words that say what happened at a time stand so near to it.
_NEAR = 60

# An event that was announced for a day longer gone is told for its history.
_LONG_AGO = 2


class _Since(Struct, frozen=True):
    """A time from which years are counted, of a person's birth or of a founding."""

    day: Day
    born: bool
    span: Span
    exact: bool


class _Until(Struct, frozen=True):
    """The time up to which years are counted.

    Where it is but the document's own date, an anniversary may have been that of the year before, or lie `ahead`.
    """

    day: Day
    exact: bool = False
    told: bool = False
    ahead: bool = False


class _Years(Struct, frozen=True):
    """A number of years that an age or an anniversary gives."""

    number: int
    born: bool
    span: Span


def read_elapsed(
    document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity], periods: Sequence[Period]
) -> Iterator[Elapsed]:
    """The ages and anniversaries whose first year stands in the same sentence or in one beside it."""
    reader = _Reader(document, quantities, periods)
    for at, sentence in enumerate(sentences):
        counts = reader.counts(sentence.span)
        if not counts:
            continue
        around = [reader.starts(sentence.span)] + [
            reader.starts(sentences[near].span)
            for near in (at - 1, at + 1)
            if 0 <= near < len(sentences) and sentences[near].block == sentence.block
        ]
        for count in _alone(counts):
            since = next((fit for own in around if (fit := [each for each in own if each.born == count.born])), [])
            if len(since) == 1:
                elapsed = reader.elapsed(sentence.span, since[0], count)
                if elapsed is not None:
                    yield elapsed
            elif not since:
                yield from reader.of_common_knowledge(sentence.span, count)


def _alone(counts: Sequence[_Years]) -> Iterator[_Years]:
    """The one age and the one anniversary of a sentence: of several, nobody knows whose they are."""
    number = Counter(count.born for count in counts)
    return (count for count in counts if number[count.born] == 1)


def read_events(document: Document, sentences: Sequence[Sentence], periods: Sequence[Period]) -> Iterator[Event]:
    """The events that a dated document announces for a day, or reports as over."""
    if document.dated is None:
        return
    words = table(document.language)
    places = [period.span.start for period in periods]
    for sentence in sentences:
        for period in periods[bisect_left(places, sentence.span.start) : bisect_left(places, sentence.span.end)]:
            if not (period.anchored and period.written) or period.grain not in ("day", "month") or period.end is None:
                continue
            before = document.text[max(sentence.span.start, period.span.start - _NEAR) : period.span.start]
            if _found(words.reported, before):
                continue
            if _found(words.will, before) and document.dated.year - period.end.year < _LONG_AGO:
                yield Event(period, document.dated, ahead=True)
            elif _found(words.did, before) or _found(
                words.did_behind, document.text[period.span.end : period.span.end + 12]
            ):
                yield Event(period, document.dated, ahead=False)


class _Reader:
    """Reads one document's sentences."""

    def __init__(self, document: Document, quantities: Sequence[Quantity], periods: Sequence[Period]) -> None:
        self.document, self.text = document, document.text
        self.words: ElapsedWords = table(document.language)
        self.quantities, self.periods = quantities, periods
        self.places = [quantity.start for quantity in quantities]
        self.dates = [period.span.start for period in periods]

    def starts(self, span: Span) -> list[_Since]:
        """The times from which a sentence counts."""
        return [since for period in self._periods(span) if (since := self._since(period, span)) is not None]

    def counts(self, span: Span) -> list[_Years]:
        """The years that a sentence counts."""
        return [*self._written(span), *self._in_text(span)]

    def elapsed(self, sentence: Span, since: _Since, count: _Years) -> Elapsed | None:
        """An age or anniversary with its two ends: the last other time before it in the sentence, else the document's date."""
        ends = [
            period
            for period in self._periods(sentence)
            if period.span != since.span and period.anchored and period.written and period.start is not None
        ]
        before = [period for period in ends if period.span.start < count.span.start]
        chosen = before[-1] if before else ends[0] if ends else None
        if chosen is not None and chosen.start is not None:
            return self._between(since, count, _Until(chosen.start, chosen.grain == "day", told=True))
        if self.document.dated is None:
            return None
        ahead = _found(self.words.ahead, sentence.cut(self.text))
        return self._between(since, count, _Until(self.document.dated, ahead=ahead))

    def of_common_knowledge(self, sentence: Span, count: _Years) -> Iterator[Elapsed]:
        """The anniversaries of what everybody knows the year of: 中华人民共和国成立75周年."""
        led = self.text[max(sentence.start, count.span.start - _NEAR) : count.span.start]
        for name, year in self.words.known.items():
            if not count.born and led.endswith(name):
                elapsed = self.elapsed(sentence, _Since(Day(year, 1, 1), False, Span(0, 0), exact=False), count)
                if elapsed is not None:
                    yield elapsed
                return

    def _between(self, since: _Since, count: _Years, until: _Until) -> Elapsed:
        years = until.day.year - since.day.year
        allowed = {years}
        if since.born:
            had_birthday = (until.day.month, until.day.day) >= (since.day.month, since.day.day)
            completed = {years if had_birthday else years - 1} if until.exact and since.exact else {years - 1, years}
            allowed = completed | {years + more for more in range(self.words.reckoned_up + 1) if self.words.reckoned_up}
        elif not until.told:
            allowed |= {years - 1, years + until.ahead}
        return Elapsed(count.span, count.number, frozenset(allowed), since.day.year, until.day.year, since.span)

    def _periods(self, span: Span) -> Sequence[Period]:
        return self.periods[bisect_left(self.dates, span.start) : bisect_left(self.dates, span.end)]

    def _since(self, period: Period, sentence: Span) -> _Since | None:
        if (
            not (period.anchored and period.written)
            or period.start is None
            or period.grain not in ("year", "month", "day")
        ):
            return None
        before = self.text[max(sentence.start, period.span.start - _NEAR) : period.span.start]
        behind = self.text[period.span.end : min(sentence.end, period.span.end + _NEAR)]
        born = _found(self.words.born_before, before) or _found(self.words.born_behind, behind)
        founded = _found(self.words.founded_before, before) or _found(self.words.founded_behind, behind)
        return _Since(period.start, born, period.span, period.grain == "day") if born or founded else None

    def _written(self, span: Span) -> Iterator[_Years]:
        """Those that are quantities: 75周年, 81岁, 81-year-old."""
        for quantity in self.quantities[bisect_left(self.places, span.start) : bisect_left(self.places, span.end)]:
            if quantity.form != "exact" or quantity.hedge is not None or quantity.low != int(quantity.low):
                continue
            if quantity.dimension == "age" and not compiled(self.words.bounds).match(
                self.text, quantity.end, quantity.end + 12
            ):
                yield _Years(int(quantity.low), True, quantity.span)
            elif quantity.dimension == "months" and self.words.anniversary in quantity.text:
                yield _Years(int(quantity.low), False, quantity.span)

    def _in_text(self, span: Span) -> Iterator[_Years]:
        """Those that no quantity writes: its 70th anniversary, aged 81."""
        for source, born in ((self.words.anniversary, False), (self.words.age, True)):
            for match in compiled(source).finditer(self.text, span.start, span.end):
                number = next((value for value in match.groups() if value), None)
                if number is not None:
                    yield _Years(int(number), born or match[0].endswith("birthday"), Span(*match.span()))


def _found(source: str, text: str) -> bool:
    return compiled(source).search(text) is not None
