"""Every claim as the program reads it, for a reader who asks why."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from factcheck.model.case import Case
from factcheck.model.claim import Basis, Claim, Measure
from factcheck.model.message import Listed, Message, counted, listed, msgid, say
from factcheck.model.period import period_said
from factcheck.model.quantity import HedgeKind, Quantity
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.places import short_place
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.terminal import lines, rendered
from factcheck.translation.translator import ENGLISH, Translator

# The heads, and whether a column is firm.
_COLUMNS = (
    (say("text"), False),
    (say("subject"), False),
    (say("measure"), True),
    (say("value"), False),
    (say("when, where"), False),
    (say("at"), True),
)
_MEASURES: Mapping[Measure, Message] = {
    "total": say("total"),
    "increase": say("increase"),
    "decrease": say("decrease"),
    "growth": say("growth"),
    "decline": say("decline"),
    "share": say("share"),
    "difference": say("difference"),
    "average": say("average"),
    "rank": say("rank"),
    "target": say("target"),
}
_BASES: Mapping[Basis, Message] = {
    "year-on-year": say("year-on-year"),
    "period-on-period": say("period-on-period"),
    "year-to-date": say("year-to-date"),
    "annual-average": say("annual-average"),
}
_BOUND: Mapping[HedgeKind, str] = {
    "over": msgid("> {number}"),
    "at-least": msgid("≥ {number}"),
    "under": msgid("< {number}"),
    "at-most": msgid("≤ {number}"),
    "nearly": msgid("just below {number}"),
    "about": msgid("about {number}"),
}


def claims_table(
    cases: tuple[Case, ...], *, width: int = 80, colour: bool = False, translate: Translator = ENGLISH
) -> str:
    """A table for each document, as text for `width` terminal cells."""
    columns = tuple(Column(translate(head), firm=firm) for head, firm in _COLUMNS)
    parts: list[Text | Table] = []
    for case in cases:
        parts.append(Text(plain(case.document.path), "bold"))
        if case.claims:
            rows = [_cells(case, claim, translate) for claim in case.claims]
            parts.append(grid(columns, rows, width, ruled=False))
        parts += [lines(translate(_read(case)), width), Text("")]
    return rendered(parts[:-1], colour)


def _read(case: Case) -> Message:
    return say(
        "{numbers} read, {claims}",
        numbers=counted("{number} number", "{number} numbers", len(case.quantities)),
        claims=counted("{number} claim", "{number} claims", len(case.claims)),
    )


def _cells(case: Case, claim: Claim, translate: Translator) -> tuple[Text, ...]:
    scope = listed(filter(None, (period_said(claim.when) if claim.when is not None else None, claim.where)))
    written = case.document.cut(claim.quantity.outer or claim.span)
    texts = (
        written,
        claim.subject or "–",
        translate(_measure(claim)),
        translate(value(claim.quantity)),
        translate(scope) or "–",
        translate(short_place(case.document, claim.span)),
    )
    return tuple(Text(plain_line(text)) for text in texts)


def _measure(claim: Claim) -> Listed:
    """The measure, with what a change is held against and whether it is only planned."""
    parts = [_MEASURES[claim.measure]]
    if claim.basis is not None:
        parts.append(_BASES[claim.basis])
    if claim.planned:
        parts.append(say("planned"))
    return listed(parts)


def value(quantity: Quantity) -> Message:
    """A quantity as a bound or an interval: “≥ 40000 元”, “12000 to below 13000 件”."""
    low, high = (format(bound, "f") for bound in (quantity.low, quantity.high))
    number: str | Message = low
    if low != high:
        template = msgid("{low} to below {high}") if quantity.open_high else msgid("{low} to {high}")
        number = say(template, low=low, high=high)
    bound = _BOUND.get(quantity.hedge.kind, "{number}") if quantity.hedge is not None else "{number}"
    told = say(bound, number=number)
    return say("{number} {unit}", number=told, unit=quantity.unit) if quantity.unit else told
