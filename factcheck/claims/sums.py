"""Sums as a text states them: which figures it says to be all the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims.outline import Outline
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
    r"[,、;]&?(?P<count>[#xGK]{1,3})W{1,3}I?(?P<whole>#)",
    r"(?:[,、;]|(?<=#))[&O]{0,2}W{1,3}I?(?P<whole>#)(?=[,;.)]|$)",
    r"(?:[,、;]|(?<=#))[&O]{0,2}W{1,3}(?P<whole>#)(?=x[,;.)]|x$)",
)
_CLOSING_BEHIND = r"[,、;][&OI]{0,2}W?(?P<whole>#)x?W"  # where the word for a total may follow its figure
# A total that opens a list of its parts: “共7个：…”, “共120家（…）”, “12 medals in all: …”.
_OPENING = r"(?:W{1,2}[xI]{0,2}(?P<whole>#)x?|(?P<led>#)x?W)(?P<mark>[:(])"
# … at the end of its line, with its parts as items below.
OPENING_LINE = r"(?:W{1,2}[xI]{0,2}(?P<whole>#)x?|(?P<led>#)x?W):$"
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


def sums_in(outline: Outline, before: Outline | None, document: Document, words: Relations) -> Iterator[Sum]:
    """The sums that a sentence states; `before` is the sentence that stands before it in the same block."""
    if outline.shape.count("#") >= 3:
        yield from _closed_by_a_total(outline, document, (*_CLOSING, _CLOSING_BEHIND) if words.spaced else _CLOSING)
        yield from _opened_by_a_total(outline)
        yield from _counted_parts(outline, document)
        yield from _parts_and_the_rest(outline)
    if outline.shape.count("#") >= 2:
        yield from _families(outline, before, document, words)


def same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count or measure the same way, so that they can be added up. Another classifier is another thing."""
    if a.dimension == "count" and b.dimension == "count":
        return a.unit == b.unit
    return a.dimension == b.dimension


def addable(a: Quantity, b: Quantity) -> bool:
    """As `same_unit`, but a number without a unit, or with a noun of its own, goes with what is counted."""
    return same_unit(a, b) or (
        {a.dimension, b.dimension} <= {"number", "count", "person"} and "number" in (a.dimension, b.dimension)
    )


def _closed_by_a_total(outline: Outline, document: Document, ways: Sequence[str]) -> Iterator[Sum]:
    read: set[int] = set()
    for way in ways:
        for match in compiled(way).finditer(outline.shape):
            whole = outline.figures[match.start("whole")]
            start, end = outline.shape.rfind(".", 0, match.start()) + 1, match.start() + (match[0][0] == "#")
            if set("PEARC") & set(outline.shape[start:end]):
                continue
            parts = [outline.figures[place] for place in _places(outline, start, end)]
            parts = _strung(outline, end) or [part for part in parts if addable(part, whole)]
            if not 2 <= len(parts) <= _MOST_PARTS or match.start("whole") in read:
                continue
            read.add(match.start("whole"))
            if "count" not in match.groupdict():
                yield Sum(tuple(parts), whole, tuple(tuple(parts[at:]) for at in range(1, len(parts) - 1)))
            elif (count := _count(outline, document, match)) is not None and count <= len(parts):
                yield Sum(tuple(parts[-count:]), whole)


def _strung(outline: Outline, end: int) -> list[Quantity]:
    """Counts that are strung together without any word between, up to a place of the outline."""
    start = end
    while start and outline.shape[start - 1] == "#" and outline.figures[start - 1].dimension == "count":
        start -= 1
    return [outline.figures[place] for place in range(start, end)] if end - start > 1 else []


def _opened_by_a_total(outline: Outline) -> Iterator[Sum]:
    for match in compiled(_OPENING).finditer(outline.shape):
        whole = outline.figures[match.start("whole") if match["whole"] else match.start("led")]
        parts = _list_of(outline, match.end(), whole, until=")" if match["mark"] == "(" else ".")
        if parts:
            yield Sum(parts, whole)


def _counted_parts(outline: Outline, document: Document) -> Iterator[Sum]:
    for match in compiled(_COUNTED).finditer(outline.shape):
        count, whole = _count(outline, document, match), outline.figures[match.start("whole")]
        end = _end(outline.shape, match.end(), ".;)")
        parts = _segments(outline, match.end(), end, whole)
        found = tuple(part for part in parts if part is not None)
        if count == len(found) and None not in parts[:count] and "E" not in outline.shape[match.end() : end]:
            yield Sum(found, whole)


def _parts_and_the_rest(outline: Outline) -> Iterator[Sum]:
    for match in compiled(_REST).finditer(outline.shape):
        place = next(match.start(name) for name in ("whole", "named", "of") if match[name])
        whole, rest = outline.figures[place], outline.figures[match.start("rest")]
        parts = [outline.figures[at] for at in _places(outline, match.start("parts"), match.end("parts"))]
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


def _families(outline: Outline, before: Outline | None, document: Document, words: Relations) -> Iterator[Sum]:
    """Parts that make up a whole by their nature: exports and imports, men and women, the three industries."""
    text = document.cut(outline.span).lower()
    for members, wholes in words.families:
        if not all(member in text for member in members):
            continue
        places = _members(outline, document, members, wholes)
        if places is None:
            continue
        parts = tuple(outline.figures[place] for place in places)
        if all(
            part.dimension == "percent" and outline.shape[place - 1] == "S"
            for part, place in zip(parts, places, strict=True)
        ):
            yield Sum(parts)
        elif len({part.dimension for part in parts}) == 1 and parts[0].dimension not in ("percent", "point", "times"):
            whole = _whole_before(outline, document, min(places), parts, wholes)
            if whole is None and before is not None and not _alike_before(outline, min(places), parts):
                whole = _whole_ahead(outline, before, document, parts, wholes)
            if whole is not None:
                yield Sum(parts, whole)


def _members(outline: Outline, document: Document, members: Sequence[str], wholes: Sequence[str]) -> list[int] | None:
    """The figures that the members of a family are named with, each alone in its segment; None unless all are, once."""
    found: dict[str, int] = {}
    for start, end in _segment_bounds(outline.shape, 0, len(outline.shape)):
        places = list(_places(outline, start, end))
        if not places:
            continue
        label = outline.text(document, start, places[0]).lower()
        if any(whole in label for whole in wholes):
            continue
        named = [member for member in members if member in label]
        if len(named) > 1 or (named and named[0] in found):
            return None
        if named:
            found[named[0]] = places[0]
    return [found[member] for member in members] if len(found) == len(members) else None


def _alike_before(outline: Outline, first: int, parts: Sequence[Quantity]) -> list[int]:
    """The places of the figures in the unit of the parts that stand before the first of them, the nearest first."""
    return [
        place for place in reversed(list(_places(outline, 0, first))) if same_unit(outline.figures[place], parts[0])
    ]


def _whole_before(
    outline: Outline, document: Document, first: int, parts: Sequence[Quantity], named: Sequence[str]
) -> Quantity | None:
    """The figure of the same sentence that the members of a family make up: the nearest before them in their unit."""
    for place in _alike_before(outline, first, parts)[:1]:
        label = outline.text(document, 0, place)
        if _may_be_whole(outline.figures[place], parts, label, named, led="P" in outline.shape[place:first]):
            return outline.figures[place]
    return None


def _whole_ahead(
    outline: Outline, before: Outline, document: Document, parts: Sequence[Quantity], named: Sequence[str]
) -> Quantity | None:
    """The figure of the sentence before that the members of a family make up: the only one in their unit."""
    places = _alike_before(before, len(before.shape), parts)
    if len(places) != 1:
        return None
    label = before.text(document, 0, places[0])
    figure = before.figures[places[0]]
    return figure if _may_be_whole(figure, parts, label, named, led="P" in outline.shape[:2]) else None


def _may_be_whole(figure: Quantity, parts: Sequence[Quantity], label: str, named: Sequence[str], *, led: bool) -> bool:
    """Whether a figure is the whole by its name and the word that leads to its parts, or by lying so near to their sum."""
    if figure.base_low <= max(part.base_low for part in parts):
        return False
    if named and not any(name in label for name in named):
        return False
    return led or abs(sum(part.base_low for part in parts) - figure.base_low) <= figure.base_low / 10


def _list_of(outline: Outline, start: int, whole: Quantity, until: str) -> tuple[Quantity, ...]:
    """The figures of a list whose every segment holds one in the whole's unit; () when it holds anything else."""
    end = _end(outline.shape, start, until)
    if "E" in outline.shape[start:end] or "P" in outline.shape[start:end] or "(" in outline.shape[start:end]:
        return ()
    parts = _segments(outline, start, end, whole)
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) and 2 <= len(found) <= _MOST_PARTS else ()


def _segments(outline: Outline, start: int, end: int, whole: Quantity) -> list[Quantity | None]:
    """For each segment of a list, its one figure in the whole's unit; None where there is none, or more than one."""
    found: list[Quantity | None] = []
    for first, last in _segment_bounds(outline.shape, start, end):
        same = [outline.figures[place] for place in _places(outline, first, last)]
        same = [figure for figure in same if addable(figure, whole)]
        found.append(same[0] if len(same) == 1 else None)
    return found


def _segment_bounds(shape: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The segments of a list between its marks and its “and”."""
    first = start
    for at in range(start, end + 1):
        if at == end or shape[at] in ",、;&:.":
            if at > first:
                yield first, at
            first = at + 1


def _places(outline: Outline, start: int, end: int) -> Iterator[int]:
    return (at for at in range(start, end) if at in outline.figures)


def _end(shape: str, start: int, marks: str) -> int:
    return next((at for at in range(start, len(shape)) if shape[at] in marks), len(shape))


def _count(outline: Outline, document: Document, match: re.Match[str]) -> int | None:
    """How many parts the words in group “count” announce; None when they don't begin with a number."""
    said = leading(document.language).match(outline.text(document, match.start("count"), match.end("count")))
    return small_number(said["number"].strip(), document.language) if said else None
