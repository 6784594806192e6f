"""Changes as a text states them: what a figure was, what it became, by how much and at what rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from msgspec.structs import replace

from factcheck.claims.outline import Outline, joined
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
_AGAIN = r"(?:x?[,、(&O]{1,2}(?:[CYZ@&]{0,3}[UD][GI]?|B)?B?(?P<by2>#)(?!G))?"
_TAIL = rf"(?:{_MORE}{_AGAIN}|O?B(?P<bare>#)|O(?P<or>#)(?!G)|(?P<led>#)(?P<led_way>[UD]))"

# The ways to state a change, in outline.
_WAYS = (
    # from 252 to 287, up 14 %; 由312条增加到347条, 增加45条
    rf"F(?P<start>[^#;:.]{{0,5}})(?P<old>#)[^#;:.,]{{0,5}}T[^#;:.,]{{0,3}}(?P<new>#)(?:[xGYZ@T]{{0,3}}[,(、])?{_TAIL}",
    # up 14 % from 252 to 287
    r"(?P<way>[UD])[^#;:.]{0,3}(?P<by>#)[,]?F(?P<start>[^#;:.,]{0,4})(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,3}(?P<new>#)",
    # up 14 % to 287 from 252
    r"(?P<way>[UD])B?(?P<by>#)[^#;:.,]{0,2}T[^#;:.,]{0,2}(?P<new>#)[^#;:.,]{0,3},?F[^#;:.,]{0,3}(?P<old>#)",
    # fell by 1,150 to 8,050, or 12.5 %
    r"[UD][BG]?(?P<by>#)T(?P<new>#)[^#;:.,]{0,3}[,(]?(?:OB?|[UD]B?|B)?(?P<by2>#)(?!G)",
    # 287 in 2024, against 252 in 2023, a rise of 14 %
    rf"(?P<new>#)(?:[^#;:.]{{0,6}}?C|[^#;:.]{{0,10}}?(?:UF|DF))[^#;:.UDCP]{{0,4}}(?P<old>#)[^#;:.,]{{0,4}}[,:(]{_TAIL}",
    # the stay shrank to 7.4 days from 8.1, that is by 0.7 of a day
    rf"[UD]T(?P<new>#)[^#;:.,]{{0,3}}F[^#;:.,]{{0,3}}(?P<old>#)[^#;:.,]{{0,3}}[,(]{_TAIL}",
    # 51 points is 13 more than the 38 of last year
    r"(?P<new>#)x?I(?P<more>#)(?P<way>[UD])[xYZ]?(?P<old>#)",
    # 91.3 % graduated, and that is 6.7 points better than the state, which is at 84.6
    r"(?P<new>#)[^#;:.]{0,4}[,(&]{1,2}[xIO]{0,2}(?P<points>#)(?P<way>[UD])C?x?[,(]?[xIO]{1,4}(?P<old>#)",
    # 96.6万标箱, 去年同期为84万标箱, 同比增长15%
    rf"(?P<new>#)[^#;:.UDP,]{{0,3}}[,(][^#;:.UDCP]{{0,2}}(?P<then>[@YZ])[^#;:.UDCP,]{{0,4}}(?P<old>#)[^#;:.,]{{0,3}}[,)]{{1,2}}{_TAIL}",
    # 48.6万吨, 比上年的46.9万吨增长3.6%
    rf"(?P<new>#)[^#;:.UDP]{{0,3}}C[^#;:.UDP,]{{0,4}}(?P<old>#)[^#;:.,UDP]{{0,2}}(?P<way>[UD])I?B?(?P<by>#){_AGAIN}",
    # 28.6亿元, 同比增长17.2%, 上年为24.4亿元
    r"(?P<new>#)x?[,(][CYZ@]{0,3}(?P<way>[UD])I?(?P<by>#)[,;(][^#;:.UDCP,]{0,2}(?P<past>[YZ@])[GI]?(?P<old>#)(?=[,;.)]|$)",
    # 287 in 2024, up 14 % from 252
    r"(?P<new>#)[^#;:.,]{0,4}[,(][IO]?(?P<way>[UD])[GB]?(?P<by>#)[FC][^#;:.,UDP]{0,4}(?P<old>#)",
    # 287 this year and 252 last year, an increase of 14 %; which of the two is the later is not looked for
    r"(?P<new>#)[^#;:.,]{0,3}&,?[^#;:.,UDP]{0,2}(?P<old>#)[^#;:.,UDP]{0,2}Y?[^#;:.,UDP]{0,2},[UD][GB]?(?P<by>#)",
    # an increase of the duty by 25 % from 252 to 315, and of the excise by 1.5 %, from 347 to 352
    r"B(?P<by>#),?F(?P<start>[^#;:.,]{0,4})(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,3}(?P<new>#)",
    # $293.6 million, 3.2 % short of the previous year's $303.5 million
    r"(?P<new>#)[^#;:.]{0,4}[,(](?P<by>#)(?P<way>[UD])(?:[^#;:.,&UDP]{0,3}[YZC@][^#;:.,&UDP]{0,2})?(?P<old>#)",
    # 65.22亿, 比上年增加9.07亿, 同比增长16.2%
    r"(?P<new>#)x?[,(][CYZ@]{1,4}[UD]{1,2}I?(?P<by>#)x?[,、&(O]{1,2}(?:[CYZ@]{0,3}[UD]I?)?(?P<by2>#)",
    # 增加1.5万亿元、规模9.8万亿元, 增长18%
    r"[UD]I?(?P<by>#)[、,](?P<level>[xI])I?(?P<new>#)[,、][CYZ@]{0,3}[UD]I?(?P<by2>#)",
    # 347, up 45 or 15 %
    r"(?P<new>#)[^#;:.,]{0,3}[,(][UD][GB]?(?P<by>#)[,(]?O?B?(?P<by2>#)(?!G)",
)
_MULTIPLES = (
    r"(?P<factor>M)[^#;:.]{0,3}F[^#;:.]{0,4}(?P<old>#)[^#;:.]{0,4}T[^#;:.,]{0,2}(?P<new>#)",
    r"F[^#;:.]{0,4}(?P<old>#)[^#;:.,]{0,4}T[^#;:.,]{0,2}(?P<new>#)[^#;:.,]{0,3}[,(][IU@]{0,2}(?P<factor>M)",
    r"(?P<factor>M)T(?P<new>#)[^#;:.,]{0,2}F[^#;:.,UDP]{0,3}(?P<old>#)",
)
# A move that is told without its size: fell from 30 hours to 26, 由312条增加到347条, 14 per cent, down from 22.
_MOVES = (
    r"F[^#;:.]{0,5}(?P<old>#)[^#;:.,]{0,5}(?P<way>[UD])T[^#;:.,]{0,3}(?P<new>#)",
    r"(?P<way>[UD])F[^#;:.,]{0,4}(?P<old>#)[^#;:.,]{0,3}T[^#;:.,]{0,3}(?P<new>#)",
    r"(?P<way>[UD])T(?P<new>#)[^#;:.,]{0,3},?F[^#;:.,]{0,3}(?P<old>#)",
    r"(?P<new>#)[^#;:.]{0,4},(?P<way>[UD])F[^#;:.,]{0,3}(?P<old>#)",
)
# 从2018年的45.2万吨增加到2023年的48.6万吨, 年均增长1.5%; from 3.2m in 2018 to 4.1m in 2023, or 5 % a year
_YEARLY = (
    r"F(?P<since>@)G?[^#;:.,@]{0,3}(?P<old>#)[^#;:.@]{0,3}T(?P<until>@)G?[^#;:.,@]{0,2}(?P<new>#)[,、(]V(?:(?P<way>[UD])I?)?(?P<by>#)",
    r"F[^#;:.,@]{0,2}(?P<old>#)x?(?P<since>@),?T(?P<new>#)x?(?P<until>@)[,(][AUDOBG]{0,3}(?P<by>#)V",
)
# What points back from the opening of a sentence is no longer, in code points.
_OPENING = 24
# A hedge stands so near before a word for a multiple.
_HEDGE = 16
_THOUSAND = 1000
_DAY = 24 * 60 * 60
_RATES = frozenset({"percent", "permille", "times"})
_OTHER_RATE = frozenset("NV")
_POINTS = frozenset({"point", "basis-point", "index"})  # percentage points are also called points


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(way) for way in _WAYS)


@cache
def _multiples() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(way) for way in _MULTIPLES)


def changes_in(outline: Outline, document: Document, words: Relations) -> Iterator[Change]:
    """The changes that a sentence states, each once: what an earlier way has read is not read again."""
    taken: set[int] = set()
    for way in _ways() if outline.shape.count("#") > 2 else ():
        for match in _matches(way, outline.shape):
            places = _places(match)
            if taken.intersection(places):
                continue
            change = _change(outline, document, words, match)
            if change is not None and _in_real_terms(outline, document, words, match):
                change = replace(change, rate=None) if change.amount is not None else None
            if change is not None:
                taken.update(places)
                yield change
    yield from _yearly_changes(outline, document, words, taken)
    yield from _moves(outline, document, words, taken)


def _places(match: re.Match[str]) -> list[int]:
    """Where the figures of a match stand in the outline."""
    return [match.start(name) for name, value in match.groupdict().items() if value == "#"]


def _yearly_changes(outline: Outline, document: Document, words: Relations, taken: set[int]) -> Iterator[Change]:
    """The changes that a sentence states with the rate of a year on average."""
    for way in _YEARLY if "V" in outline.shape else ():
        for match in compiled(way).finditer(outline.shape):
            change = _yearly(outline, match)
            if change is None or taken.intersection(_places(match)) or _in_real_terms(outline, document, words, match):
                continue
            taken.update(_places(match))
            yield change


def _yearly(outline: Outline, match: re.Match[str]) -> Change | None:
    """A change over several years with its rate of one year; the years must be told."""
    since, until = (outline.times[match.start(name)] for name in ("since", "until"))
    pair = _alike(outline.figures[match.start("old")], outline.figures[match.start("new")])
    rate = outline.figures[match.start("by")]
    told = all(period.grain == "year" and period.anchored and period.written for period in (since, until))
    if pair is None or since.start is None or until.start is None or not told or rate.dimension != "percent":
        return None
    years = until.start.year - since.start.year
    return Change(*pair, rate=rate, years=years) if years > 1 else None


def _moves(outline: Outline, document: Document, words: Relations, taken: set[int]) -> Iterator[Change]:
    """The changes that a sentence states by their two levels alone."""
    for way in _MOVES if "F" in outline.shape and outline.shape.count("#") > 1 else ():
        for match in compiled(way).finditer(outline.shape):
            if taken.intersection(_places(match)):
                continue
            pair = _alike(outline.figures[match.start("old")], outline.figures[match.start("new")])
            up = _way(outline, document, words, match, pair) if pair is not None and _is_move(*pair) else None
            if pair is not None and up is not None:
                taken.update(_places(match))
                yield Change(*pair, up=up)


def _is_move(old: Quantity, new: Quantity) -> bool:
    """Whether two figures are surely levels of one thing: “from 3 to 5 per cent” may be a range, “to half” what it was."""
    alike = old.dimension == new.dimension and old.unit == new.unit
    return alike and not (new.dimension == "percent" and old.digits == old.span)


def _matches(way: re.Pattern[str], shape: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, beginning anew behind the first figure of each, so that a false start hides no other."""
    at = 0
    while match := way.search(shape, at):
        yield match
        at = match.start() + 1


def _change(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> Change | None:
    named = match.groupdict()
    figure = {name: outline.figures[match.start(name)] for name, value in named.items() if value == "#"}
    old, new = figure.get("old"), figure.get("new")
    stated = [figure[name] for name in ("by", "by2", "bare", "or", "led", "points", "more") if name in figure]
    if new is None or not _is_like_for_like(outline, match) or not _is_worded(outline, document, words, match):
        return None
    if "points" in figure and figure["points"].dimension not in _POINTS:
        return None
    sure = True
    if old is not None:
        pair = _alike(old, new)
        if pair is None:
            return None
        old, new = pair
        if named.get("past") == "@" and not _is_past(outline, match, "past"):
            return None
        if named.get("then") == "@":
            if _runs_backwards(outline, words, match):
                old, new = new, old
            else:
                sure = _is_past(outline, match, "then")
    amount = next((_lent(by, new) for by in stated if _is_amount(by, new)), None)
    rate = next((by for by in stated if by is not amount and by.dimension in _RATES), None)
    if sum(part is not None for part in (old, new, amount, rate)) < 3:
        return None
    up = _way(outline, document, words, match, (old, new)) if old is not None and sure else None
    return Change(old, new, amount, rate, up=up)


def _way(
    outline: Outline, document: Document, words: Relations, match: re.Match[str], levels: tuple[Quantity, Quantity]
) -> bool | None:
    """Whether a change is said to go up in figures; None where that can't be told.

    A word for better or worse tells no way (“improved”), a rank and an exchange rate rise when their figures fall, as does the
    pace of what takes hours or seconds (由12秒提高到11秒), and a loss of -5 that grows is -8.
    """
    named = match.groupdict()
    name = "way" if named.get("way") else "led_way"
    if not named.get(name) or min(level.low for level in levels) < 0:
        return None
    up = named[name] == "U"
    if outline.text(document, *match.span(name)).lower() in words.undirected or (up and _is_a_pace(levels[0])):
        return None
    start = max(outline.shape.rfind(mark, 0, match.start()) for mark in ".;") + 1
    said = outline.text(document, start, match.end()).lower()
    return None if word_list(words.inverted, words.spaced).within(said) else up


def _is_a_pace(time: Quantity) -> bool:
    """Whether a level tells how long something takes, and not how many days or years something has."""
    return time.dimension == "time" and time.measured_in.factor < _DAY


def _is_worded(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> bool:
    """Whether the words are those that a way to state a change asks for, where their kind alone does not tell.

    What follows a change by name must be the level that it has led to (增加1.5万亿元、|规模|9.8万亿元), and a difference that leads
    its level, one from that level (13 |more than| 38).
    """
    named = match.groupdict()
    if named.get("more") and not outline.text(document, *match.span("way")).lower().endswith(words.than):
        return False
    return named.get("level") != "x" or outline.text(document, *match.span("level")).endswith(words.levels)


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


def _runs_backwards(outline: Outline, words: Relations, match: re.Match[str]) -> bool:
    """Whether the later of two levels is named last: 一季度12家, 二季度15家; 上年12家, 去年15家."""
    then = outline.times.get(match.start("then"))
    led = [period for place, period in outline.times.items() if place < match.start("new")]
    if then is None or not led:
        return False
    return _is_before(led[-1], then) or (led[-1].text in words.earlier and then.text not in words.earlier)


def _is_past(outline: Outline, match: re.Match[str], name: str) -> bool:
    """Whether the level named last is that of an earlier time: last year, or before the time of the other."""
    past = outline.times.get(match.start(name))
    led = [period for place, period in outline.times.items() if place < match.start("new")]
    if past is None or past.start is None:
        return False
    return _is_before(past, led[-1]) if led else not past.anchored and past.start.year < YEAR_OF_WRITING


def _is_before(a: Period, b: Period) -> bool:
    return a.anchored == b.anchored and a.start is not None and b.start is not None and a.start < b.start


def _alike(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two levels of one thing, the one without a unit lent the other's; None when they can't be compared."""
    if not comparable(old, new) or _on_one_scale(old, new):
        return None
    if "number" not in (old.dimension, new.dimension) or old.dimension == new.dimension:
        return (old, new) if old.dimension == new.dimension or scale(old) == scale(new) else None
    if _multiplier(old) != _multiplier(new):
        return None
    if old.dimension == "number":
        return replace(old, measured_in=new.measured_in), new
    return old, replace(new, measured_in=old.measured_in)


def _on_one_scale(old: Quantity, new: Quantity) -> bool:
    """Whether the later of two figures may have the scale of both: from $3 to $5 billion, from six to four millions."""
    bare = old.digits is not None and old.digits.end == old.end
    return bare and old.step <= 1 < new.step and old.low < _THOUSAND


def _multiplier(quantity: Quantity) -> Fraction:
    return scale(quantity) / quantity.measured_in.factor


def _is_amount(by: Quantity, level: Quantity) -> bool:
    """Whether a change is given in the level's own unit; the levels of a rate change by points."""
    if level.dimension == "percent":
        return by.dimension in _POINTS or by.dimension == "percent"
    return by.dimension not in _RATES and by.dimension not in _POINTS and comparable(by, level) and _fits(by, level)


def _fits(by: Quantity, level: Quantity) -> bool:
    return (
        by.dimension == level.dimension
        or "number" not in (by.dimension, level.dimension)
        or _multiplier(by) == _multiplier(level)
    )


def _lent(by: Quantity, level: Quantity) -> Quantity:
    """A change with the unit of its level, where it has none of its own."""
    return replace(by, measured_in=level.measured_in) if by.dimension == "number" else by


def changes_across(before: Outline, outline: Outline, document: Document, words: Relations) -> Iterator[Change]:
    """The changes that a sentence states of a level in the one before it.

    “The fee will be £65. That is an increase of £5 from £60.” It must point back, and the level be the only one of its kind there.
    """
    opening = document.text[outline.span.start : outline.span.start + _OPENING].lower()
    if not word_list(words.pointing_back, words.spaced).at_start(opening):
        return
    for change in changes_in(joined(before, outline), document, words):
        parts = [part for part in (change.old, change.new, change.amount, change.rate) if part is not None]
        levels = [part for part in parts if part.start < outline.span.start]
        alike = [figure for figure in before.figures.values() if levels and comparable(figure, levels[0])]
        units = {part.unit for part in (change.old, change.new, change.amount) if part is not None}
        if len(levels) == 1 and len(parts) > 2 and len(alike) == 1 and len(units) == 1:
            yield change


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
