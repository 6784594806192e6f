"""What a text says to lie between two of its figures: a gap, the balance of two sides, what is left of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.outline import Outline
from factcheck.claims.segments import figures_in, same_unit, segment_bounds
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.period import same_time
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change
from factcheck.patterns import compiled

# “，缺口55万人”, “, a cushion of 15 points”, “，当年结余36.5亿元”, “, leaving nine”: the word in a clause of its own.
_WAY = r"[,;、(&](?P<led>x?)(?P<time>@?)[IGY]{0,2}(?P<word>J?Q|L|J)[GIT]{0,2}(?P<by>#)"

GAP, LEFT = "L", "J"
_WORDS = frozenset("LQJ")

# What closes a clause; at the end of an outline nothing does.
_ENDS = ",;.)"

# What leads to a change is no level; a mean may lie apart from another, but leaves nothing over.
_CHANGES = frozenset("UDS")
_NO_LEVELS = _CHANGES | {"A"}

# From and to, and what is compared with another time: levels of one thing in two states, which leave nothing over.
_MOVED = frozenset("FTCYZ")

_POINTS = frozenset({"point", "percent", "index"})  # percentage points are also called points


def balances_in(outline: Outline, document: Document, words: Relations) -> Iterator[Change]:
    """The gaps, balances and remainders of a sentence between the two levels that stand before them, and no more of their kind."""
    if outline.shape.count("#") < 3 or _WORDS.isdisjoint(outline.shape):
        return
    for match in compiled(_WAY).finditer(outline.shape):
        if match["led"] and outline.text(document, *match.span("led")).lower() not in words.between:
            continue
        levels = _sides(outline, document, words, match)
        if len(levels) == 2:
            yield Change(outline.figures[levels[0]], outline.figures[levels[1]], outline.figures[match.start("by")])


def _sides(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> Sequence[int]:
    """The places of what a difference lies between: of each kind of word, what it asks for."""
    breaks = "." if "Q" in match["word"] else ".;"  # sides are often set apart by semicolons
    start = max(outline.shape.rfind(mark, 0, match.start()) for mark in breaks) + 1
    by = outline.figures[match.start("by")]
    if match["word"] == GAP:
        closed = outline.shape[match.end() : match.end() + 1] in _ENDS
        return _levels(outline, start, match.start(), by, _CHANGES) if closed else ()
    levels = _levels(outline, start, match.start(), by, _NO_LEVELS)
    if match["word"] == LEFT:
        return levels if _is_whole_and_part(outline, start, match, levels) else ()
    return _opposed(outline, document, words, levels) if _is_at_one_time(outline, start, match) else ()


def _levels(outline: Outline, start: int, end: int, by: Quantity, without: frozenset[str]) -> list[int]:
    """The places of the levels in a stretch that may lie so far apart: nothing that such words lead to, or in brackets."""
    return [
        at
        for at in figures_in(outline, start, end)
        if _is_of(by, outline.figures[at])
        and not without & set(outline.shape[max(start, at - 2) : at].rpartition("T")[2])
    ]


def _is_of(by: Quantity, level: Quantity) -> bool:
    """Whether a figure can be the difference of a level: in its unit, and of a rate in points."""
    if level.dimension == "percent":
        return by.dimension in _POINTS
    return same_unit(by, level)


def _is_whole_and_part(outline: Outline, start: int, match: re.Match[str], levels: Sequence[int]) -> bool:
    """Whether two levels are a whole that is told to be one, and the one part of it that is named: 共83处, 抢通76处.

    Where a third figure stands, or a second time, something else may be gone too; of 在建83处, 建成76处, neither is all; and what
    is more than the whole is left of another one.
    """
    figures = list(figures_in(outline, start, match.start()))
    if len(levels) != 2 or levels != figures or match["led"] or match["time"]:
        return False
    whole, part = (outline.figures[at] for at in levels)
    least = max(part.base_low, outline.figures[match.start("by")].base_low)
    led, between = outline.shape[start : levels[0]], outline.shape[levels[0] : levels[1]]
    told = led == "G" or "W" in led[-2:] or "P" in between  # of the 83; 共83处; 83处, 其中
    before = outline.shape[start : match.start()]
    return told and whole.base_low >= least and before.count("@") < 2 and not _MOVED & set(before)


def _is_at_one_time(outline: Outline, start: int, match: re.Match[str]) -> bool:
    """Whether a balance is one of the time that its sides are of."""
    times = [outline.times[at] for at in range(start, match.start("word")) if at in outline.times]
    return all(same_time(times[0], time) for time in times[1:])


def _opposed(outline: Outline, document: Document, words: Relations, levels: Sequence[int]) -> Sequence[int]:
    """The levels of two sides that are set off against each other, exports and imports, where each has only one."""
    labels = {
        at: _without(outline.text(document, start, at).lower(), words.pairs)
        for start, end in segment_bounds(outline.shape, 0, len(outline.shape))
        for at in levels
        if start <= at < end
    }
    for sides in words.balances:
        named = {
            at: [side for side in sides if any(name in label for name in side.split("|"))]
            for at, label in labels.items()
        }
        held = [at for at in sorted(named) if named[at]]
        if sorted(side for at in held for side in named[at]) == sorted(sides):
            return held
    return ()


def _without(label: str, pairs: Sequence[str]) -> str:
    """A label without words that name both sides: 进出口 is neither 出口 nor 进口."""
    for pair in pairs:
        label = label.replace(pair, "")
    return label
