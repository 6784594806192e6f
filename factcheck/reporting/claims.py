"""Every claim as the program reads it, for a reader who asks why."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.quantity import HedgeKind, Quantity
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.terminal import lines, rendered

_COLUMNS = (
    Column("text"),
    Column("subject"),
    Column("measure", firm=True),
    Column("value"),
    Column("when, where"),
    Column("at", firm=True),
)
_BOUND: dict[HedgeKind, str] = {
    "over": "> ",
    "at-least": "≥ ",
    "under": "< ",
    "at-most": "≤ ",
    "nearly": "just below ",
    "about": "about ",
    "more": "",
}


def claims_table(cases: tuple[Case, ...], *, width: int = 80, colour: bool = False) -> str:
    """A table for each document, as text for `width` terminal cells."""
    parts: list[Text | Table] = []
    for case in cases:
        parts.append(Text(plain(case.document.path), "bold"))
        if case.claims:
            parts.append(grid(_COLUMNS, [_cells(case, claim) for claim in case.claims], width, ruled=False))
        parts += [lines(f"{len(case.quantities)} numbers read, {len(case.claims)} claims", width), Text("")]
    return rendered(parts[:-1], colour)


def _cells(case: Case, claim: Claim) -> tuple[Text, ...]:
    place = case.document.place(claim.span)
    scope = [claim.when.label() if claim.when is not None else None, claim.where]
    written = case.document.cut(claim.quantity.outer or claim.span)
    texts = (
        written,
        claim.subject or "–",
        _measure(claim),
        value(claim.quantity),
        ", ".join(part for part in scope if part) or "–",
        f"{place.line}:{place.column}",
    )
    return tuple(Text(plain_line(text)) for text in texts)


def _measure(claim: Claim) -> str:
    """The measure, with what a change is held against and whether it is only planned."""
    return ", ".join(filter(None, (claim.measure, claim.basis, "planned" if claim.planned else None)))


def value(quantity: Quantity) -> str:
    """A quantity as a bound or an interval: “≥ 40000 元”, “12000 to below 13000 件”."""
    low, high = (format(bound, "f") for bound in (quantity.low, quantity.high))
    number = low if low == high else f"{low} to {'below ' if quantity.open_high else ''}{high}"
    bound = _BOUND[quantity.hedge.kind] if quantity.hedge is not None else ""
    return f"{bound}{number} {quantity.unit or ''}".rstrip()
