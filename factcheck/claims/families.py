"""Parts that make up a whole by their nature: exports and imports, men and women, the three industries, ayes and noes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.claims.outline import Outline
from factcheck.claims.segments import addable, figures_in, segment_bounds, stretch_end
from factcheck.language.relations import Family, Relations
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Sum
from factcheck.patterns import compiled

_RATES = frozenset({"percent", "permille", "point", "basis-point", "times"})

# What leads to a rate of change, a mean or a comparison: such figures are no parts.
_NO_PARTS = frozenset("UDCA")

# Shares without a word that calls them so are shares of one whole only if they come near to all of it.
_NEAR_ALL = range(90, 111)

# What lies further from the sum of its parts than this is no whole of theirs, unless a word leads to them.
_NEAR = 10


def named_families(text: str, families: Iterable[Family]) -> tuple[Family, ...]:
    """The families of which a text names every member: most drafts speak of none, and no sentence need be searched for it."""
    folded = text.lower()
    return tuple(
        family
        for family in families
        if all(any(name in folded for name in member.split("|")) for member in family.members)
    )


def families_in(
    outline: Outline, before: Outline | None, document: Document, families: Sequence[Family], words: Relations
) -> Iterator[Sum]:
    """Those of the families that a sentence names whole, with the figure that they make up; `before` is the sentence before it."""
    for family in named_families(document.cut(outline.span), families) if families else ():
        yield from _sums(outline, before, document, family, words)


def _sums(
    outline: Outline, before: Outline | None, document: Document, family: Family, words: Relations
) -> Iterator[Sum]:
    for places in _members(outline, document, family, words):
        parts = tuple(outline.figures[place] for place in places)
        if len({part.dimension for part in parts}) > 1:
            continue
        if parts[0].dimension == "percent" and _are_shares(outline, places):
            yield Sum(parts)
        elif parts[0].dimension not in _RATES:
            whole = _whole(outline, before, document, places, family)
            if whole is not None:
                yield Sum(parts, whole)


def _members(outline: Outline, document: Document, family: Family, words: Relations) -> Iterator[tuple[int, ...]]:
    """For each unit, the places of the figures that the members are named with, each alone of its unit in its segment.

    Nothing where one is named twice, or not at all.
    """
    found: dict[tuple[str, str | None], dict[str, int]] = {}
    spoiled: set[tuple[str, str | None]] = set()
    for start, end in segment_bounds(outline.shape, 0, len(outline.shape)):
        member = _member(outline.text(document, start, end).lower(), family, words)
        for place in figures_in(outline, start, end) if member is not None else ():
            unit = _unit(outline.figures[place])
            named = found.setdefault(unit, {})
            if member in named or _NO_PARTS & set(outline.shape[max(start, place - 2) : place]):
                spoiled.add(unit)
            elif member is not None:
                named[member] = place
    for unit, named in found.items():
        if unit not in spoiled and all(member in named for member in family.members):
            yield tuple(sorted(named.values()))


def _unit(quantity: Quantity) -> tuple[str, str | None]:
    return quantity.dimension, quantity.unit if quantity.dimension == "count" else None


def _member(label: str, family: Family, words: Relations) -> str | None:
    """The one member of a family that a segment names; None where it names none, more than one, or the whole."""
    if any(_named(whole, label, words) for whole in family.wholes):
        return None
    named = {name: member for member in (*family.members, *family.others) for name in member.split("|")}
    held = [name for name in named if _named(name, label, words)]
    held = [name for name in held if not any(name in other and name != other for other in held)]
    members = {named[name] for name in held}
    return members.pop() if len(members) == 1 else None


def _named(name: str, label: str, words: Relations) -> bool:
    return _word(name).search(label) is not None if words.spaced else name in label


@cache
def _word(name: str) -> re.Pattern[str]:
    return compiled(rf"\b{re.escape(name)}\b")


def _are_shares(outline: Outline, places: Sequence[int]) -> bool:
    """Whether percentages are the shares of one whole: by a word that calls them so (占, of), or by what they come to."""
    if any(
        "S" in outline.shape[max(0, place - 3) : place] or outline.shape[place + 1 :][:1] == "G" for place in places
    ):
        return True
    total = sum(outline.figures[place].base_low for place in places)
    return len(places) > 2 and round(total) in _NEAR_ALL


def _whole(
    outline: Outline, before: Outline | None, document: Document, places: Sequence[int], family: Family
) -> Quantity | None:
    """The figure that the members of a family make up: the nearest before them, the next behind, or one in the sentence before."""
    parts = [outline.figures[place] for place in places]
    earlier = [at for at in outline.figures if at < places[0] and addable(outline.figures[at], parts[0])]
    if earlier:
        label = outline.text(document, 0, earlier[-1])
        led = "P" in outline.shape[earlier[-1] : places[0]] or outline.shape[0] == "G"
        return _if_whole(outline.figures[earlier[-1]], parts, label, family, led=led)
    behind = _whole_behind(outline, document, places, family)
    if behind is not None or before is None:
        return behind
    ahead = [at for at in before.figures if addable(before.figures[at], parts[0])]
    if len(ahead) != 1:
        return None
    label = before.text(document, 0, ahead[0])
    return _if_whole(before.figures[ahead[0]], parts, label, family, led="P" in outline.shape[:2])


def _whole_behind(outline: Outline, document: Document, places: Sequence[int], family: Family) -> Quantity | None:
    """The next figure in the unit of the members, when a word for a total leads to it, or the name of their whole."""
    parts = [outline.figures[place] for place in places]
    for at in range(places[-1] + 1, len(outline.shape)):
        if at in outline.figures and addable(outline.figures[at], parts[0]):
            label = outline.text(document, places[-1] + 1, stretch_end(outline.shape, at, ",;.")).lower()
            named = any(name in label for name in (*family.wholes, *family.sums))
            if "W" not in outline.shape[places[-1] : at] and not named:
                return None
            return (
                _if_whole(outline.figures[at], parts, label, family, led=True) if named or not family.wholes else None
            )
    return None


def _if_whole(figure: Quantity, parts: Sequence[Quantity], label: str, family: Family, *, led: bool) -> Quantity | None:
    """A figure, if it is the whole by its name and the word that leads to its parts, or by lying so near to their sum."""
    if figure.base_low <= max(part.base_low for part in parts):
        return None
    if family.wholes and not any(name in label.lower() for name in family.wholes):
        return None
    near = abs(sum(part.base_low for part in parts) - figure.base_low) * _NEAR <= figure.base_low
    return figure if led or near else None
