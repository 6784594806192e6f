"""Sums as a text states them: which figures it says to be all the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims.outline import Outline
from factcheck.claims.segments import addable, figures_in, segment_bounds, stretch_end
from factcheck.claims.small_numbers import leading, small_number
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity, Unit
from factcheck.model.relation import Sum
from factcheck.model.span import Span
from factcheck.patterns import compiled

# A total that closes its parts: “, 共7个”, “, 四级场所加起来共有249个”, “, making 1,002 interviews altogether”, “, or $42.9bn
# in total”. Nothing but the number of the parts may stand beside it, else it counts something new.
_CLOSING = (
    r"[,、;]&?(?P<count>[#xGK]{1,3})W{1,3}(?:,xG?)?I?(?P<whole>#)",
    r"(?:[,、;]|(?<=#))[&O]{0,2}W{1,3}I?(?P<whole>#)(?=[,;.)]|$)",
    r"(?:[,、;]|(?<=#))[&O]{0,2}W{1,3}(?P<whole>#)(?=x[,;.)]|x$)",
)
_CLOSING_BEHIND = r"[,、;][&OI]{0,2}W?(?P<whole>#)x?W"  # where the word for a total may follow its figure
# A total by its name, which might as well count more than the parts before it: “, 奖牌总数30枚”, “, with 98 votes in all”,
# “, a combined hit of £20m”.
_CLOSING_NEAR = (
    r"[,、;]&?x?W{1,3}I?(?P<whole>#)(?=[,;.)]|$)",
    r"[,、;]x(?P<whole>#)x?W(?=[,;.)]|$)",
    r"[,、;]W[xI]?G(?P<whole>#)(?=[,;.)]|$)",
)
_NEAR = 5
# A total that opens a list of its parts: “共7个：…”, “120家（…）”, “12 medals in all: …”, “120 schools, made up of …”.
_OPENING = (r"(?P<whole>#)x?W?(?P<mark>[:(])", r"(?P<whole>#)[^#;:.]{0,4}H(?:#x?(?=:))?(?P<mark>:?)")
# … at the end of its line, with its parts as items below.
OPENING_LINE = r"(?P<whole>#)x?W?:$"
# The number of the parts stands before the whole: “三个会场共接待游客43.8万人次，其中…”.
_COUNTED = (
    r"(?:(?<=[,;.(])|^)(?P<count>[#xGI@Y]{1,4})(?P<total>W)?[^#,;:.]{0,3}(?P<whole>#)"
    r"[^#,;:.]{0,3}[,:;(](?(total)P?|P),?"
)
# A whole, parts of it, and the rest: “共39座，其中21座…，其余18座”, “Of the 120 delegates, 70 … and the other 50 …”.
_REST = (
    r"(?:W[xI]{0,2}(?P<whole>#)|(?P<named>#)(?=[^#;:.]{0,6}P)|(?:^|[.,;])G(?P<of>#))"
    r"(?P<parts>[^:.]{1,40}?)R[xG]{0,2}(?P<rest>#)"
)
# The shares of a whole: 5.8:45.1:49.1. This one is read from the text itself.
_RATIO = r"(?<![\d.:：∶])\d{1,2}(?:\.\d{1,2})?[%％]?(?:[:：∶]\d{1,2}(?:\.\d{1,2})?[%％]?){2,6}(?![\d.:：∶])"
# What sums up to about a hundred and has decimals is a whole in parts, and not the odds of a bet.
_NEAR_ALL = range(85, 116)

# A list of more parts is a table in prose, and which of them are parts of parts is anyone's guess.
_MOST_PARTS = 12


def sums_in(outline: Outline, document: Document, words: Relations) -> Iterator[Sum]:
    """The sums that a sentence states in so many words."""
    if outline.shape.count("#") >= 3:
        yield from _closed_by_a_total(outline, document, spaced=words.spaced)
        yield from _opened_by_a_total(outline)
        yield from _counted_parts(outline, document)
        yield from _parts_and_the_rest(outline)


def _closed_by_a_total(outline: Outline, document: Document, *, spaced: bool) -> Iterator[Sum]:
    read: set[int] = set()
    for way in (*_CLOSING, _CLOSING_BEHIND, *_CLOSING_NEAR) if spaced else (*_CLOSING, *_CLOSING_NEAR):
        for match in compiled(way).finditer(outline.shape):
            whole = outline.figures[match.start("whole")]
            start, end = outline.shape.rfind(".", 0, match.start()) + 1, match.start() + (match[0][0] == "#")
            if set("PEARC") & set(outline.shape[start:end]):
                continue
            parts = [outline.figures[place] for place in figures_in(outline, start, end)]
            parts = _strung(outline, end) or [part for part in parts if addable(part, whole)]
            if not 2 <= len(parts) <= _MOST_PARTS or match.start("whole") in read:
                continue
            if way in _CLOSING_NEAR and not _is_near(parts, whole):
                continue
            if "count" not in match.groupdict():
                read.add(match.start("whole"))
                yield Sum(tuple(parts), whole, tuple(tuple(parts[at:]) for at in range(1, len(parts) - 1)))
            elif (count := _count(outline, document, match)) is not None and count <= len(parts):
                read.add(match.start("whole"))
                yield Sum(tuple(parts[-count:]), whole)


def _is_near(parts: Sequence[Quantity], whole: Quantity) -> bool:
    return abs(sum(part.base_low for part in parts) - whole.base_low) * _NEAR <= whole.base_low


def _strung(outline: Outline, end: int) -> list[Quantity]:
    """Counts that are strung together without any word between, up to a place of the outline."""
    start = end
    while start and outline.shape[start - 1] == "#" and outline.figures[start - 1].dimension == "count":
        start -= 1
    return [outline.figures[place] for place in range(start, end)] if end - start > 1 else []


def _opened_by_a_total(outline: Outline) -> Iterator[Sum]:
    for way in _OPENING:
        for match in compiled(way).finditer(outline.shape):
            whole = outline.figures[match.start("whole")]
            parts = _list_of(outline, match.end(), whole, until=")" if match["mark"] == "(" else ".")
            if parts and whole.low != len(parts):  # three areas: 3 streets here, 4 there …
                yield Sum(parts, whole)


def _counted_parts(outline: Outline, document: Document) -> Iterator[Sum]:
    for match in compiled(_COUNTED).finditer(outline.shape):
        count, whole = _count(outline, document, match), outline.figures[match.start("whole")]
        end = stretch_end(outline.shape, match.end(), ".;)")
        parts = _segments(outline, match.end(), end, whole)
        found = tuple(part for part in parts if part is not None)
        if count == len(found) and None not in parts[:count] and "E" not in outline.shape[match.end() : end]:
            yield Sum(found, whole)


def _parts_and_the_rest(outline: Outline) -> Iterator[Sum]:
    for match in compiled(_REST).finditer(outline.shape):
        place = next(match.start(name) for name in ("whole", "named", "of") if match[name])
        whole, rest = outline.figures[place], outline.figures[match.start("rest")]
        parts = [outline.figures[at] for at in figures_in(outline, match.start("parts"), match.end("parts"))]
        same = tuple(part for part in (*parts, rest) if addable(part, whole))
        if len(same) == len(parts) + 1 >= 2 and whole.dimension not in ("percent", "point", "times"):
            yield Sum(same, whole)


def ratios_in(document: Document) -> Iterator[Sum]:
    """The ratios of a text that divide a whole into shares of a hundred."""
    for match in compiled(_RATIO).finditer(document.text):
        parts = tuple(
            _share(match.start() + part.start(), part[0]) for part in compiled(r"\d+(?:\.\d+)?").finditer(match[0])
        )
        if any(part.step < 1 for part in parts) and round(sum(part.low for part in parts)) in _NEAR_ALL:
            yield Sum(parts)


def _share(start: int, text: str) -> Quantity:
    value = Decimal(text)
    span = Span(start, start + len(text))
    return Quantity(
        span, text, value, value, Unit("", "number"), Decimal(1).scaleb(-len(text.partition(".")[2])), digits=span
    )


def _list_of(outline: Outline, start: int, whole: Quantity, until: str) -> tuple[Quantity, ...]:
    """The figures of a list whose every segment holds one in the whole's unit; () when it holds anything else."""
    end = stretch_end(outline.shape, start, until)
    if set("EP") & set(outline.shape[start:end]) or whole.dimension in ("percent", "point", "times"):
        return ()
    parts = _segments(outline, start, end, whole)
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) and 2 <= len(found) <= _MOST_PARTS else ()


def _segments(outline: Outline, start: int, end: int, whole: Quantity) -> list[Quantity | None]:
    """For each segment of a list, its one figure in the whole's unit; None where there is none, or more than one."""
    found: list[Quantity | None] = []
    for first, last in segment_bounds(outline.shape, start, end):
        same = list(figures_in(outline, first, last))
        same = [at for at in same if addable(outline.figures[at], whole)]
        moved = len(same) == 1 and set("UDCA") & set(outline.shape[max(first, same[0] - 2) : same[0]])
        found.append(outline.figures[same[0]] if len(same) == 1 and not moved else None)
    return found


def _count(outline: Outline, document: Document, match: re.Match[str]) -> int | None:
    """How many parts the words in group “count” announce; None when they don't begin with a number."""
    said = leading(document.language).match(outline.text(document, match.start("count"), match.end("count")))
    return small_number(said["number"].strip(), document.language) if said else None
