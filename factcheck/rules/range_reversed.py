"""Ranges whose lower end stands last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.quantity import Quantity
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.patterns import compiled

SIGNS = frozenset("%％‰℃万亿")
# Clock times and points won may run from more to less: 10-5点.
UNTOLD = frozenset({"time", "index", "number"})
LONGEST_UNIT = 12
LONGEST_FRAME = 24  # code points before the first end of a range in which its frame begins


@rule(
    severity="warning",
    examples=[
        Bad("亩均增收⟦15%-10%⟧，农户得实惠。", says="from 15 down to 10: are the ends exchanged?"),
        Bad("预计全年增长⟦8—5%⟧。", says="from 8 down to 5: are the ends exchanged?"),
        Bad("参训人员年龄在⟦60～50岁⟧之间，最小的45岁。", says="from 60 down to 50: are the ends exchanged?"),
        Bad("总投资⟦20-15亿元⟧，明年开工。", says="from 20 down to 15: are the ends exchanged?"),
        Bad("Prices may rise by ⟦10-5%⟧ next year.", says="from 10 down to 5: are the ends exchanged?"),
        Bad(
            "The plan costs ⟦$20-15 million⟧, against $8 million before.",
            says="from 20 down to 15: are the ends exchanged?",
        ),
        Bad("参赛选手年龄在⟦60至50岁⟧之间。", says="from 60 down to 50岁: are the ends exchanged?"),
        Bad("Prices may fall between ⟦10% and 5%⟧.", says="from 10% down to 5%: are the ends exchanged?"),
        Good("亩均增收10%-15%，农户得实惠。", because="in order"),
        Good("The gap between $20 million and $15 million is wide.", because="a gap has no order"),
        Good("主队以3-1取胜，总比分5-2。", because="scores have no unit"),
        Good("营业时间为10-5点，咨询电话0543-3162。", because="hours of the clock, and a telephone number"),
        Good("失业率由5.5%降至5%。", because="a change is no range"),
        Good("气温为-5~-10℃，最低-12℃。", because="below zero the order is another"),
        Good("He won 6-4, 6-3 in 85 minutes; the vote was 52-47.", because="scores have no unit"),
        Good("Prices may rise by 5-10% next year.", because="in order"),
        Good("See pages 120-15 of volume 3, room 12-5.", because="nothing says that these are amounts"),
    ],
)
def range_reversed(case: Case) -> Iterator[Offence]:
    """Flag a range such as 15-10% whose lower end stands last.

    The ends are joined by a dash or a tilde, and a sign (%, 万, 亿) or a unit that the draft uses elsewhere tells that they
    are amounts: scores, numbers of rooms and telephones are none. So do words around the ends: 在…至…之间, between … and ….
    """
    text = case.document.text
    units = _units(case)
    for match in _range().finditer(text):
        first, last = (Decimal(match[end].replace(",", "")) for end in ("first", "last"))
        end = _end(case, match, units) if first > last else None
        if end is None or any(match.start() < period.span.end and period.span.start < end for period in case.periods):
            continue
        span = Span(match.start(), end)
        yield Offence(
            span=span,
            message=say(
                "from {first} down to {last}: are the ends exchanged?", first=match["first"], last=match["last"]
            ),
            found=span.cut(text),
        )
    for one, two in pairwise(case.quantities):
        if one.base_low > two.base_high and one.dimension == two.dimension not in UNTOLD and _framed(text, one, two):
            yield Offence(
                span=one.span.to(two.span),
                message=say("from {first} down to {last}: are the ends exchanged?", first=one.text, last=two.text),
                found=one.span.to(two.span).cut(text),
            )


def _framed(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two figures are the ends of a range by the words around them: between 5 and 10 %, 在50至60岁之间."""
    start, gap = max(0, one.start - LONGEST_FRAME), text[one.end : two.start]
    before, behind = text[start : one.start], text[two.end : two.end + 2]
    if gap == " and ":
        return _between().search(before) is not None
    return gap in ("至", "到", "—", "-", "~") and behind == "之间" and "在" in before[-8:]


def _between() -> re.Pattern[str]:
    return compiled(r"(?<!difference )(?<!gap )(?<!gulf )(?<!choice )(?<!margin )(?<!ratio )\b[Bb]etween $")


@cache
def _range() -> re.Pattern[str]:
    number = r"[0-9]{1,9}(?:,[0-9]{3})*+(?:\.[0-9]{1,6})?+"
    before, behind = r"(?<![A-Za-z0-9_.,~～–—-])", r"(?![A-Za-z0-9]|[-–—/:.]\d)"
    return compiled(
        rf"{before}[$€£¥]?(?P<first>{number})(?P<sign>[%％‰℃]?)[ \u00a0\u3000]?[-–—~～][ \u00a0\u3000]?(?P<last>{number}){behind}"
    )


def _units(case: Case) -> tuple[str, ...]:
    """The units that the draft writes behind its figures, the longest first."""
    written = {
        case.document.text[quantity.digits.end : quantity.end].strip()
        for quantity in case.quantities
        if quantity.digits is not None and quantity.form == "exact" and quantity.dimension not in UNTOLD
    }
    return tuple(sorted((unit for unit in written if 0 < len(unit) <= LONGEST_UNIT), key=len, reverse=True))


def _end(case: Case, match: re.Match[str], units: tuple[str, ...]) -> int | None:
    """Where the range ends, its unit included; None when nothing tells that its ends are amounts."""
    text, last = case.document.text, match.start("last")
    index = bisect_right(case.quantities, last, key=lambda quantity: quantity.start) - 1
    quantity = case.quantities[index] if index >= 0 else None
    if quantity is not None and quantity.end >= match.end() and quantity.dimension not in UNTOLD:
        return quantity.end
    at = match.end() + (text[match.end() : match.end() + 1] == " ")
    unit = next((unit for unit in units if text.startswith(unit, at)), "")
    if unit:
        return at + len(unit)
    return match.end() + 1 if text[match.end() : match.end() + 1] in SIGNS else None
