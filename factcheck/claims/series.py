"""Series of ordinals: 一是…二是…, First … Second …, and the numbers of headings and items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.language.enumerations import table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.relation import Mark
from factcheck.model.span import Span
from factcheck.patterns import compiled


class Series(Struct, frozen=True):
    """The marks of one kind from a first one on, up to the next first one. `family` tells the kind; the lower, the higher."""

    family: int
    marks: tuple[Mark, ...]
    blocks: tuple[int, ...]  # the block of each mark

    @property
    def runs_on(self) -> bool:
        """Whether the numbers follow each other without a gap or a repetition."""
        return [mark.number for mark in self.marks] == list(range(1, len(self.marks) + 1))


def prose_series(document: Document, sentences: Sequence[Sentence]) -> tuple[Series, ...]:
    """The series of ordinals that open clauses. Where one opens the next at once (一是…一是…), both are first, and no series."""
    marks = _Marks(document, headings=False)
    found: list[tuple[int, Mark, int]] = []
    for sentence in sentences:
        for clause in sentence.clauses:
            start = clause.start
            while start < clause.end and document.text[start] in " \t\u3000“\"'‘":
                start += 1
            mark = marks.at(start, clause.end + 1)
            if mark is not None:
                found.append((*mark, sentence.block))
    return tuple(_series(found, len(marks.patterns)))


def heading_series(document: Document) -> tuple[Series, ...]:
    """The series of numbers that open headings, items and paragraphs. A mark of a higher kind ends those of the lower ones."""
    marks = _Marks(document, headings=True)
    found: list[tuple[int, Mark, int]] = []
    for number, block in enumerate(document.blocks):
        if block.kind in ("heading", "item", "paragraph"):
            mark = marks.at(block.span.start, block.span.end)
            if mark is not None:
                found.append((*mark, number))
    return tuple(_series(found, len(marks.patterns)))


class _Marks:
    """The marks of a document: of its headings and items, or the ordinals of its prose; the `patterns` of each family."""

    def __init__(self, document: Document, *, headings: bool) -> None:
        self._text, self._language = document.text, document.language
        sources = table(document.language).headings if headings else table(document.language).series
        self.patterns = tuple(map(compiled, sources))
        self._any = compiled("|".join(sources).replace("?P<n>", "?:"))

    def at(self, start: int, end: int) -> tuple[int, Mark] | None:
        """The mark that begins at `start`, with the number of its family."""
        if self._any.match(self._text, start, end) is None:
            return None
        for family, pattern in enumerate(self.patterns):
            match = pattern.match(self._text, start, end)
            number = _ordinal(match["n"], self._language) if match else None
            if match and number is not None:
                return family, Mark(Span(*match.span()), number)
        return None


def _ordinal(word: str, language: Language) -> int | None:
    return int(word) if word.isdecimal() else table(language).ordinals.get(word.lower())


def _series(found: Sequence[tuple[int, Mark, int]], families: int) -> Iterator[Series]:
    """The marks of each family, from each first one up to the next; what stands before a first one belongs to none."""
    open_: list[list[tuple[Mark, int]]] = [[] for _ in range(families)]
    closed: list[tuple[int, list[tuple[Mark, int]]]] = []
    for family, mark, block in found:
        for lower in range(family + 1, families):
            closed.append((lower, open_[lower]))
            open_[lower] = []
        last = open_[family][-1][0].number if open_[family] else 0
        if mark.number == 1:
            closed.append((family, open_[family]))
            open_[family] = [(mark, block)]
        elif mark.number < last:
            # Another series, whose first one has no ordinal: 首先…二是…
            closed.append((family, open_[family]))
            open_[family] = []
        elif open_[family]:
            open_[family].append((mark, block))
    closed += enumerate(open_)
    closed = [(family, marks) for family, marks in closed if marks]
    closed.sort(key=lambda series: series[1][0][0].span)
    for family, marks in closed:
        yield Series(family, tuple(mark for mark, _ in marks), tuple(block for _, block in marks))
