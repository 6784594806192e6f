"""Sentences in outline: their figures, their periods and the words that set figures in relation, a letter each.

公交线路由年初的312条增加到347条，增加45条 reads xFYG#UT#,U#; "rose from 252 to 287, up 14%" reads UF#T#,U#. What one language
says with a verb and another with a preposition looks alike in outline, so that the same few patterns read both. Any other
words are one x; marks stand for themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from factcheck.claims.words import WordList, word_list
from factcheck.language.grammar import words
from factcheck.language.relations import Relations, table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.patterns import compiled

# In code points. A longer sentence is no prose but a row of data, where nothing says what belongs to what; and how long it takes
# to look for that grows with the square of its length.
_LONGEST = 2000

FIGURE, TIME, MULTIPLE, OTHER = "#", "@", "M", "x"
EARLIER = ("Y", "Z")

_SPANS_OF_TIME = frozenset({"months", "time"})
_POINTS_IN_TIME = frozenset({"year", "quarter", "half", "month", "day"})

_MARKS = {
    **dict.fromkeys(",，", ","),
    **dict.fromkeys(";；", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys("(（[", "("),
    **dict.fromkeys(")）]", ")"),
    **dict.fromkeys("、", "、"),
    **dict.fromkeys("—–", ","),
    **dict.fromkeys("。.!！?？", "."),
}
_SILENT = " \t\n\u3000\u00a0“”\"'‘’*_"


class Outline(Struct, frozen=True):
    """A sentence in outline: `shape` has one letter for each of the `spans`; figures and periods are found by their place."""

    shape: str
    spans: tuple[Span, ...]
    figures: dict[int, Quantity]
    times: dict[int, Period]
    span: Span

    def text(self, document: Document, start: int, end: int) -> str:
        """The document's text between two places of the outline: [start, end)."""
        if not 0 <= start < end:
            return ""
        return document.text[self.spans[start].start : self.spans[end - 1].end]


def joined(before: Outline, outline: Outline) -> Outline:
    """Two sentences in one outline, the full stop between them as a comma: for what the second says of the first."""
    shape = before.shape.removesuffix(".")
    at = len(shape) + 1
    return Outline(
        f"{shape},{outline.shape}",
        (*before.spans[: len(shape)], Span(before.span.end, before.span.end), *outline.spans),
        before.figures | {place + at: figure for place, figure in outline.figures.items()},
        before.times | {place + at: period for place, period in outline.times.items()},
        before.span.to(outline.span),
    )


def outlines(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    least: int,
) -> Iterator[Outline]:
    """The outlines of the prose sentences that hold at least so many figures; those that a semicolon divides are one.

    A sentence of more than _LONGEST code points has none.
    """
    reader = _Reader(document, quantities, periods)
    for span in _whole_sentences(document, sentences):
        outline = reader.outline(span, least)
        if outline is not None:
            yield outline


def _whole_sentences(document: Document, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The spans of the sentences up to a full stop, in paragraphs, items and headings."""
    start = block = -1
    end = 0
    for sentence in sentences:
        if document.blocks[sentence.block].kind == "row":
            continue
        if start >= 0 and (sentence.block != block or document.text[end - 1] not in ";；"):
            yield Span(start, end)
            start = -1
        if start < 0:
            start, block = sentence.span.start, sentence.block
        end = sentence.span.end
    if start >= 0:
        yield Span(start, end)


class _Reader:
    """Makes outlines of one document's sentences, which come in order."""

    def __init__(self, document: Document, quantities: Sequence[Quantity], periods: Sequence[Period]) -> None:
        self.text = document.text
        self.quantities, self.periods = quantities, periods
        self.places = [quantity.start for quantity in quantities]
        self.dates = [period.span.start for period in periods]
        self.kinds = _kinds(document.language)

    def outline(self, span: Span, least: int) -> Outline | None:
        figures = self.quantities[bisect_left(self.places, span.start) : bisect_left(self.places, span.end)]
        if len(figures) < least or span.end - span.start > _LONGEST:
            return None
        times = self.periods[bisect_left(self.dates, span.start) : bisect_left(self.dates, span.end)]
        marks: list[tuple[Span, Quantity | Period]] = [(q.outer or q.span, q) for q in figures]
        marks += [(period.span, period) for period in times]
        marks.sort(key=lambda mark: mark[0])
        shape: list[str] = []
        spans: list[Span] = []
        known: dict[int, Quantity] = {}
        dated: dict[int, Period] = {}
        at = span.start
        for place, found in marks:
            if place.start < at:
                continue
            self._words(Span(at, place.start), shape, spans)
            if isinstance(found, Period):
                led = self.kinds.led(place.cut(self.text), found)
                if led:
                    shape.append(led)
                    spans.append(Span(place.start, place.start))
                dated[len(shape)] = found
                shape.append(TIME)
            elif found.dimension in _SPANS_OF_TIME and shape and shape[-1] in EARLIER:
                shape.append(TIME)  # the previous twelve months are no figure
            else:
                known[len(shape)] = found
                shape.append(FIGURE)
            spans.append(place)
            at = place.end
        self._words(Span(at, span.end), shape, spans)
        return Outline("".join(shape), tuple(spans), known, dated, span)

    def _words(self, span: Span, shape: list[str], spans: list[Span]) -> None:
        for letters, place in self.kinds.read(self.text, span):
            if letters == OTHER and shape and shape[-1] == OTHER and spans[-1].end >= span.start:
                spans[-1] = Span(spans[-1].start, place.end)
                continue
            for letter in letters:
                shape.append(letter)
                spans.append(place)


class _Kinds(Struct, frozen=True):
    """A language's words of relation, for looking up; `telling` holds what a word begins with, and every mark."""

    spaced: bool
    listed: WordList
    letters: dict[str, str]
    telling: frozenset[str]

    def read(self, text: str, span: Span) -> Iterator[tuple[str, Span]]:
        """The words and marks of a stretch without figures, each with the letters of its kind."""
        stretch = span.cut(text).lower()
        if len(stretch) != span.end - span.start:  # a letter whose small form is longer
            stretch = span.cut(text)
        at, letters = 0, ""
        while at < len(stretch):
            word = self.listed.at_start(stretch, at)
            time = _yardstick().match(stretch, at) if letters == "C" else None
            if time is not None:
                letters, length = "Z", time.end() - at
            elif word:
                letters, length = self.letters[word], len(word)
            elif stretch[at] in _MARKS:
                letters, length = _MARKS[stretch[at]], 1
            elif stretch[at] in _SILENT:
                at += 1
                continue
            else:
                letters, length = OTHER, self._other(stretch, at)
            if letters:
                yield letters, Span(span.start + at, span.start + at + length)
            at += length

    def led(self, text: str, period: Period) -> str:
        """The word of relation that a period takes to itself: 从2020年的45.2万吨增加|到2024年的. One with two ends has none."""
        letters = self.letters.get(self.listed.at_start(text.lower()), "")
        return letters if letters in ("F", "T") and period.grain in _POINTS_IN_TIME else ""

    def _other(self, stretch: str, at: int) -> int:
        """The length of a word that says nothing of relations."""
        end = at + 1
        if self.spaced:
            while end < len(stretch) and (stretch[end].isalnum() or stretch[end] in "-'’"):
                end += 1
        else:
            while end < len(stretch) and not (stretch[end] in self.telling and self._tells(stretch, end)):
                end += 1
        return end - at

    def _tells(self, stretch: str, at: int) -> bool:
        """Whether a mark stands at a place, or a word begins there, and not only its first letter."""
        return stretch[at] in _MARKS or stretch[at] in _SILENT or self.listed.at_start(stretch, at) != ""


@cache
def _yardstick() -> re.Pattern[str]:
    """A time that a figure is compared with, which is no period of its own: 较|2月末, than |2019."""
    return compiled(r"\s?\d{1,4}(?:年(?:末|底|初|同期)?|[月日季]份?(?:末|底|初)?|\b(?![.,]?\d))")


@cache
def _kinds(language: Language) -> _Kinds:
    relations: Relations = table(language)
    letters = {word: kind for kind, listed in relations.kinds.items() for word in words(listed)}
    letters.update(dict.fromkeys(relations.factors, MULTIPLE))
    listed = word_list(tuple(letters), relations.spaced)
    return _Kinds(relations.spaced, listed, letters, frozenset(listed.by_first) | _MARKS.keys() | frozenset(_SILENT))
