"""Changes as a text states them: what a figure was, what it became, by how much and at what rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from factcheck.claims.outline import Outline
from factcheck.claims.words import word_list
from factcheck.language.relations import Relations
from factcheck.model.agreement import comparable
from factcheck.model.arithmetic import scale
from factcheck.model.document import Document
from factcheck.model.period import YEAR_OF_WRITING, Period
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change
from factcheck.patterns import compiled

# What follows a change and states it once more: “, up 14 per cent”, “, 增加45条, 增长14%”, “, or by 14 per cent”,
# “, a 14 per cent rise”. Nothing that could be another subject may stand between.
_MORE = r"(?P<basis>[CYZ@&OI]{0,4})(?P<way>[UD])[UD]?[GI]?B?(?P<by>#)"
_AGAIN = r"(?:x?[,、(&O]{1,2}(?:[CYZ@&]{0,3}[UD][GI]?|B)?B?(?P<by2>#))?"
_TAIL = rf"(?:{_MORE}{_AGAIN}|O?B(?P<bare>#)|O(?P<or>#)|(?P<led>#)(?P<led_way>[UD]))"

# The ways to state a change, in outline.
_WAYS = (
    # from 252 to 287, up 14 %; 由312条增加到347条, 增加45条
    rf"F(?P<start>[^#;:.]{{0,5}})(?P<old>#)[^#;:.,]{{0,5}}T[^#;:.,]{{0,3}}(?P<new>#)(?:[xGYZ@T]{{0,3}}[,(、])?{_TAIL}",
    # up 14 % from 252 to 287
    r"[UD][^#;:.]{0,3}(?P<by>#)[,]?F(?P<start>[^#;:.,]{0,4})(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,3}(?P<new>#)",
    # up 14 % to 287 from 252
    r"[UD]B?(?P<by>#)[^#;:.,]{0,2}T[^#;:.,]{0,2}(?P<new>#)[^#;:.,]{0,3},?F[^#;:.,]{0,3}(?P<old>#)",
    # fell by 1,150 to 8,050, or 12.5 %
    r"[UD][BG]?(?P<by>#)T(?P<new>#)[^#;:.,]{0,3}[,(]?(?:OB?|[UD]B?|B)?(?P<by2>#)",
    # 287 in 2024, against 252 in 2023, a rise of 14 %
    rf"(?P<new>#)[^#;:.]{{0,6}}?(?:C|UF|DF)[^#;:.UDCP]{{0,4}}(?P<old>#)[^#;:.,]{{0,4}}[,(]{_TAIL}",
    # 96.6万标箱, 去年同期为84万标箱, 同比增长15%
    rf"(?P<new>#)[^#;:.UDP,]{{0,3}}[,(][^#;:.UDCP]{{0,2}}(?P<then>[@YZ])[^#;:.UDCP,]{{0,4}}(?P<old>#)[^#;:.,]{{0,3}}[,)]{{1,2}}{_TAIL}",
    # 48.6万吨, 比上年的46.9万吨增长3.6%
    rf"(?P<new>#)[^#;:.UDP]{{0,3}}C[^#;:.UDP,]{{0,4}}(?P<old>#)[^#;:.,UDP]{{0,2}}[UD]I?B?(?P<by>#){_AGAIN}",
    # 28.6亿元, 同比增长17.2%, 上年为24.4亿元
    r"(?P<new>#)x?[,(][CYZ@]{0,3}[UD]I?(?P<by>#)[,;(][^#;:.UDCP,]{0,2}(?P<past>[YZ@])[GI]?(?P<old>#)(?=[,;.)]|$)",
    # 287 in 2024, up 14 % from 252
    r"(?P<new>#)[^#;:.,]{0,4}[,(][UD][GB]?(?P<by>#)[FC][^#;:.,UDP]{0,4}(?P<old>#)",
    # 287 this year and 252 last year, an increase of 14 %
    r"(?P<new>#)[^#;:.,]{0,3}&,?[^#;:.,UDP]{0,2}(?P<old>#)[^#;:.,UDP]{0,2}Y?[^#;:.,UDP]{0,2},[UD][GB]?(?P<by>#)",
    # an increase of the duty, and of the excise, by 25 % from 252 to 315
    r"[UD][^#;:.]{0,14}?B(?P<by>#)F(?P<start>[^#;:.,]{0,4})(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,3}(?P<new>#)",
    # $293.6 million, 3.2 % short of the previous year's $303.5 million
    r"(?P<new>#)[^#;:.]{0,4}[,(](?P<by>#)[UD](?:[^#;:.,&UDP]{0,3}[YZC@][^#;:.,&UDP]{0,2})?(?P<old>#)",
    # 65.22亿, 比上年增加9.07亿, 同比增长16.2%
    r"(?P<new>#)x?[,(][CYZ@]{1,4}[UD]{1,2}I?(?P<by>#)x?[,、&(O]{1,2}(?:[CYZ@]{0,3}[UD]I?)?(?P<by2>#)",
    # 347, up 45 or 15 %
    r"(?P<new>#)[^#;:.,]{0,3}[,(][UD][GB]?(?P<by>#)[,(]?O?B?(?P<by2>#)",
)
_MULTIPLES = (
    r"(?P<factor>M)[^#;:.]{0,3}F[^#;:.]{0,4}(?P<old>#)[^#;:.]{0,4}T[^#;:.,]{0,2}(?P<new>#)",
    r"F[^#;:.]{0,4}(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,2}(?P<new>#)[^#;:.,]{0,3}[,(][IU@]{0,2}(?P<factor>M)",
    r"(?P<factor>M)T(?P<new>#)[^#;:.,]{0,2}F[^#;:.,UDP]{0,3}(?P<old>#)",
)
# A hedge stands so near before a word for a multiple.
_HEDGE = 16
_RATES = frozenset({"percent", "permille", "times"})
_OTHER_RATE = frozenset("NV")
_POINTS = frozenset({"point", "basis-point"})


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(way) for way in _WAYS)


@cache
def _multiples() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(way) for way in _MULTIPLES)


def changes_in(outline: Outline, document: Document, words: Relations) -> Iterator[Change]:
    """The changes that a sentence states, each once: what an earlier way has read is not read again."""
    if outline.shape.count("#") < 3:
        return
    taken: set[int] = set()
    for way in _ways():
        for match in _matches(way, outline.shape):
            places = [match.start(name) for name, value in match.groupdict().items() if value == "#"]
            if taken.intersection(places):
                continue
            change = _change(outline, match)
            if change is not None and _in_real_terms(outline, document, words, match):
                change = replace(change, rate=None) if change.amount is not None else None
            if change is not None:
                taken.update(places)
                yield change


def _matches(way: re.Pattern[str], shape: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, beginning anew behind the first figure of each, so that a false start hides no other."""
    at = 0
    while match := way.search(shape, at):
        yield match
        at = match.start() + 1


def _change(outline: Outline, match: re.Match[str]) -> Change | None:
    named = match.groupdict()
    figure = {name: outline.figures[match.start(name)] for name, value in named.items() if value == "#"}
    old, new = figure.get("old"), figure.get("new")
    stated = [figure[name] for name in ("by", "by2", "bare", "or", "led") if name in figure]
    if new is None or not _is_like_for_like(outline, match):
        return None
    if old is not None:
        pair = _alike(old, new)
        if pair is None:
            return None
        old, new = pair
        if named.get("past") == "@" and not _is_past(outline, match):
            return None
        if named.get("then") == "@" and _runs_backwards(outline, match):
            old, new = new, old
    amount = next((by for by in stated if _is_amount(by, new)), None)
    rate = next((by for by in stated if by is not amount and by.dimension in _RATES), None)
    if sum(part is not None for part in (old, new, amount, rate)) < 3:
        return None
    return Change(old, new, amount, rate)


def _is_like_for_like(outline: Outline, match: re.Match[str]) -> bool:
    """Whether a rate is one of the figures beside it: no real growth, no annual average, and over the time that they span.

    From the first quarter to the second, or since January, is another change than that since last year (同比).
    """
    named = match.groupdict()
    last = max(match.end(name) for name, value in named.items() if value == "#")
    if _OTHER_RATE.intersection(compiled("[,;.]").split(outline.shape[last : last + 6])[0]):
        return False
    if "C" not in (named.get("basis") or "") or "start" not in named:
        return True
    dates = [outline.times.get(place) for place in range(match.start("start"), match.end("start"))]
    return "Y" in named["start"] or any(date is not None and not date.written for date in dates)


def _in_real_terms(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> bool:
    """Whether a rate is one of a measure whose growth is reckoned without prices: GDP, value added."""
    start = max(outline.shape.rfind(mark, 0, match.start()) for mark in ".;") + 1
    said = outline.text(document, start, match.end())
    return any(word in said for word in words.real)


def _runs_backwards(outline: Outline, match: re.Match[str]) -> bool:
    """Whether the later of two levels is named last: 一季度12家, 二季度15家."""
    then = outline.times.get(match.start("then"))
    led = [period for place, period in outline.times.items() if place < match.start("new")]
    return then is not None and bool(led) and _is_before(led[-1], then)


def _is_past(outline: Outline, match: re.Match[str]) -> bool:
    """Whether the level named last is that of an earlier time: last year, or before the time of the other."""
    past = outline.times.get(match.start("past"))
    led = [period for place, period in outline.times.items() if place < match.start("new")]
    if past is None or past.start is None:
        return False
    return _is_before(past, led[-1]) if led else not past.anchored and past.start.year < YEAR_OF_WRITING


def _is_before(a: Period, b: Period) -> bool:
    return a.anchored == b.anchored and a.start is not None and b.start is not None and a.start < b.start


def _alike(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two levels of one thing, the one without a unit lent the other's; None when they can't be compared."""
    if not comparable(old, new):
        return None
    if "number" not in (old.dimension, new.dimension) or old.dimension == new.dimension:
        return (old, new) if old.dimension == new.dimension or scale(old) == scale(new) else None
    if _multiplier(old) != _multiplier(new):
        return None
    if old.dimension == "number":
        return replace(old, measured_in=new.measured_in), new
    return old, replace(new, measured_in=old.measured_in)


def _multiplier(quantity: Quantity) -> Fraction:
    return scale(quantity) / quantity.measured_in.factor


def _is_amount(by: Quantity, level: Quantity) -> bool:
    """Whether a change is given in the level's own unit; the levels of a rate change by points."""
    if level.dimension == "percent":
        return by.dimension in _POINTS or by.dimension == "percent"
    return by.dimension not in _RATES and by.dimension not in _POINTS and comparable(by, level) and _fits(by, level)


def _fits(by: Quantity, level: Quantity) -> bool:
    return (
        by.dimension == level.dimension or "number" not in (by.dimension, level.dimension) or scale(by) == scale(level)
    )


def multiples_in(outline: Outline, document: Document, words: Relations) -> Iterator[Change]:
    """The changes that a word for a multiple names: doubled from 17 to 31, 由17亿增加到31亿, 翻了一番."""
    if "M" not in outline.shape:
        return
    for way in _multiples():
        for match in way.finditer(outline.shape):
            pair = _alike(outline.figures[match.start("old")], outline.figures[match.start("new")])
            said = outline.spans[match.start("factor")]
            if pair is not None:
                times = Fraction(*words.factors[document.cut(said).lower()])
                led = document.text[max(outline.span.start, said.start - _HEDGE) : said.start]
                loosely = word_list(words.loosely, words.spaced).within(led.lower())
                yield Change(*pair, factor=times, said=said, loosely=loosely)
