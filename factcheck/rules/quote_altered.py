"""Quotations whose words were changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.fact import Quotation
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say, verbatim
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.patterns import compiled

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

_HAN = ("\u4e00", "\u9fff")  # the unified ideographs, which are as they are

SHORTEST = 6  # characters of a quotation, or of a part of one, that can be recognised though it was changed
QUOTED = 0.25  # so much of the words between quotation marks may differ for them to be meant as this quotation,
FREE = 0.12  # and so much of words that stand without marks


class Letters(Struct, frozen=True):
    """The letters and figures of a stretch, folded (case and width), one for one: all that a quotation is compared by."""

    text: str
    whole: str
    stretch: Span

    def span(self, start: int, end: int) -> Span:
        """Where letters [start, end) stand in the whole text."""
        places = [at for at in range(self.stretch.start, self.stretch.end) if self.whole[at].isalnum()]
        return Span(places[start], places[end - 1] + 1)


class Alteration(Struct, frozen=True):
    """Letters [start, end) of a stretch that stand for letters [meant, meant_end) of a quotation."""

    start: int
    end: int
    meant: int
    meant_end: int


@rule(
    severity="error",
    facts="""
- {id: goal, quote: "七个走在前列,八个全面开创"}
- {id: whistle, quote: "群众吹哨、党员报到,党员吹哨、支部报到;小事一格解决,大事全网联动"}
- {id: rebuild, quote: "We will rebuild the harbour, and we will do it with our own hands."}
""",
    examples=[
        Bad(
            "落实市委提出的“⟦七个走在前列,八个全面开拓⟧”奋斗目标。",
            says="七个走在前列,八个全面开拓: the words are 七个走在前列,八个全面开创",
        ),
        Bad(
            "实现“⟦群众吹哨、干部报到，党员吹哨、支部报到；小事一格解决，大事全网联动⟧”。",
            says=(
                "群众吹哨、干部报到，党员吹哨、支部报到；小事一格解决，大事全网联动: "
                "the words are 群众吹哨、党员报到,党员吹哨、支部报到;小事一格解决,大事全网联动"
            ),
        ),
        Bad("做到“⟦小事一网解决⟧”。", says="小事一网解决: the words are 小事一格解决"),
        Bad(
            "坚持⟦七个走在前面，八个全面开创⟧，推进发展。",
            says="七个走在前面，八个全面开创: the words are 七个走在前列,八个全面开创",
        ),
        Bad(
            "“⟦We will rebuild the harbour, and we will do it with our bare hands⟧,” the mayor said.",
            says=(
                "We will rebuild the harbour, and we will do it with our bare hands: "
                "the words are We will rebuild the harbour, and we will do it with our own hands"
            ),
        ),
        Good("落实“七个走在前列，八个全面开创”奋斗目标。", because="a comma of another width"),
        Good("落实“七个走在前列”的要求。", because="a part of the quotation, to the letter"),
        Good("省委要求“走在前列、全面开创”。", because="words were left out: another, shorter saying"),
        Good("群众来报到，支部有回应，大事小事都有人管。", because="other words, and no quotation marks"),
        Good(
            "“We will rebuild the harbour,” she said, “and we will do it with our own hands.”",
            because="a quotation in two parts",
        ),
        Good("The mayor said they would rebuild the harbour with their own hands.", because="reported speech"),
        Good("“We will rebuild the bridge,” he said.", because="too little of it is the same"),
    ],
)
def quote_altered(case: Case) -> Iterator[Offence]:
    """Flag a quotation of the facts file that stands in the draft with other words.

    Punctuation, the width of characters and capitals are forgiven; so is a quotation that is cut, in two parts, or without
    some of its words. Words without quotation marks are only taken for a quotation when nearly all of it is there.
    """
    quotes = [(quote, _letters(quote.quote, Span(0, len(quote.quote)))) for quote in case.facts.quotes]
    stretches = [each for each in _stretches(case) if len(each[0].text) >= SHORTEST] if quotes else []
    for quote, words in quotes:
        others = [letters.text for other, letters in quotes if other is not quote]
        pairs = _pairs(words.text)
        for stretch, marked in stretches:
            found = _altered(words.text, pairs, stretch.text, marked=marked)
            if found is not None and not any(stretch.text[found.start : found.end] in other for other in others):
                meant = words.span(found.meant, found.meant_end).cut(quote.quote)
                yield _offence(case, quote, stretch.span(found.start, found.end), meant)


def _stretches(case: Case) -> Iterator[tuple[Letters, bool]]:
    """The words between quotation marks, and those around them."""
    text = case.document.text
    for block in case.document.blocks:
        at = block.span.start
        for marked in _marked().finditer(text, block.span.start, block.span.end):
            yield _letters(text, Span(at, marked.start())), False
            yield _letters(text, Span(marked.start() + 1, marked.end() - 1)), True
            at = marked.end()
        yield _letters(text, Span(at, block.span.end)), False


@cache
def _marked() -> re.Pattern[str]:
    return compiled('“[^“”]*+”|「[^「」]*+」|『[^『』]*+』|"[^"\\n]*+"')


def _letters(text: str, span: Span) -> Letters:
    return Letters(span.cut(text).translate(_folding()), text, span)


class _Folding(dict[int, str]):
    """What stands for each character: a letter or figure of plain width in small form, or nothing. Each is made once."""

    def __missing__(self, code: int) -> str:
        char, folded = chr(code), ""
        if _HAN[0] <= char <= _HAN[1]:
            folded = char
        elif char.isalnum():
            folded = unicodedata.normalize("NFKC", char)[0].lower()[0]
        self[code] = folded
        return folded


@cache
def _folding() -> _Folding:
    return _Folding()


def _altered(said: str, pairs: frozenset[str], stretch: str, *, marked: bool) -> Alteration | None:
    """Where a stretch has a quotation with other words; between marks, a part of a quotation counts too.

    `pairs` holds the pairs of letters of the quotation.
    """
    a_part = len(stretch) < len(said)
    short, long = (stretch, said) if a_part else (said, stretch)
    if len(short) < SHORTEST or (a_part and not marked) or short in long:
        return None
    if not _have_much_in_common(_pairs(short) if a_part else pairs, long):
        return None
    start, end, edits = _window(short, long)
    length = sum(max(op.src_end - op.src_start, op.dest_end - op.dest_start) for op in edits)
    left_out = "insert" if a_part else "delete"
    shortened = all(op.tag == left_out and op.src_end - op.src_start + op.dest_end - op.dest_start > 1 for op in edits)
    if shortened or length > (QUOTED if marked else FREE) * len(short):
        return None
    return Alteration(0, len(stretch), start, end) if a_part else Alteration(start, end, 0, len(said))


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _have_much_in_common(pairs: frozenset[str], long: str) -> bool:
    """Whether it is worth while to align the two: half of the pairs of letters of the shorter stand in the longer."""
    return 2 * sum(map(long.__contains__, pairs)) >= len(pairs)


def _window(short: str, long: str) -> tuple[int, int, list[Opcode]]:
    """The stretch of the longer text that is likest to the shorter one, and the edits between the two."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - loaded only when there is something to align
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    place = fuzz.partial_ratio_alignment(short, long)
    start, end = (place.dest_start, place.dest_end) if place else (0, 0)
    start, end = max(0, start - len(short) // 4), min(len(long), end + len(short) // 4)
    edits = [op for op in Levenshtein.opcodes(short, long[start:end]) if op.tag != "equal"]
    first, last = 0, end - start
    if edits and edits[0].tag == "insert" and edits[0].src_start == 0:
        first = edits.pop(0).dest_end
    if edits and edits[-1].tag == "insert" and edits[-1].src_end == len(short):
        last = edits.pop().dest_start
    return start + first, start + last, edits


def _offence(case: Case, quote: Quotation, span: Span, meant: str) -> Offence:
    found, origin = case.document.cut(span), quote.origin
    return Offence(
        span=span,
        message=say("{found}: the words are {expected}", found=found, expected=meant),
        found=found,
        expected=meant,
        suggestion=meant,
        fact=quote.id,
        related=(Related(verbatim(quote.quote), path=origin.path, line=origin.line, column=origin.column),),
    )
