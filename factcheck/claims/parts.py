"""Parts of wholes as a text states them: what it names as a part (其中, of which)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.outline import Outline
from factcheck.claims.portions import NO_PARTS
from factcheck.claims.segments import same_unit
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Part
from factcheck.patterns import compiled

# “其中…230万只”, “其中80岁及以上的3580万人、65岁及以上的29064万人”: the clause that names the parts.
_PART = r"P,?(?P<clause>[^;:.,]{1,40})"
# “Of the 30 visitors fined, 34 had come …”: the figure is the subject of its own clause, not the number of something else.
_OF = r"(?:^|[.,;])&?G(?P<whole>#)[^#;:.]{0,8}?,(?P<part>#)(?=[IFG,.;)]|$)"


def parts_in(outline: Outline, before: Outline | None, document: Document) -> Iterator[Part]:
    """The figures that a sentence names as parts; `before` is the sentence that stands before it in the same block."""
    for match in compiled(_PART).finditer(outline.shape):
        for place in range(match.start("clause"), match.end()):
            part = outline.figures.get(place)
            if part is None or part.dimension in NO_PARTS or set("UDC") & set(outline.shape[place - 2 : place]):
                continue
            wholes = _wholes(outline, match.start(), part)
            if not wholes and before is not None and match.start() <= 1:
                wholes = _wholes(before, len(before.shape), part)
            if wholes and _same_noun(outline, before, document, place, wholes):
                yield Part(part, wholes)
    for match in compiled(_OF).finditer(outline.shape):
        whole, part = outline.figures[match.start("whole")], outline.figures[match.start("part")]
        if same_unit(whole, part) and part.dimension not in NO_PARTS:
            yield Part(part, (whole,))


def _wholes(outline: Outline, end: int, part: Quantity) -> tuple[Quantity, ...]:
    """The figures before a place that may be the whole of a part, the nearest first; a mean is a whole of nothing."""
    return tuple(
        figure
        for place, figure in reversed(outline.figures.items())
        if place < end and same_unit(figure, part) and not set("AV") & set(outline.shape[max(0, place - 3) : place])
    )


def _same_noun(
    outline: Outline, before: Outline | None, document: Document, place: int, wholes: tuple[Quantity, ...]
) -> bool:
    """Whether part and whole count the same things, where no unit tells: 85 companies, including 1,200 workers, do not."""
    part = outline.figures[place]
    if part.dimension != "number":
        return True
    following = outline.shape[place + 1 : place + 2]
    if following != "x":
        return True
    noun = outline.text(document, place + 1, place + 2).lower().split()[:3]
    for source in (outline, before):
        for at, figure in source.figures.items() if source is not None else ():
            if figure in wholes and source is not None:
                counted = source.text(document, at + 1, min(at + 2, len(source.shape))).lower().split()[:3]
                if not set(noun) & set(counted):
                    return False
    return True
