"""The relations of a draft as formulas, each with whether it holds: what a reporter shows to whoever asks what was computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from factcheck.model import reckoning
from factcheck.model.case import Case
from factcheck.model.document import Document
from factcheck.model.message import Message, listed, msgid, say, verbatim
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change, Enumeration, Listing, Numbering
from factcheck.model.span import Span

Kind = Literal[
    "sum", "portions", "part", "direction", "change", "growth", "share", "proportion", "mean", "respectively", "enumeration",
    "elapsed", "event", "numbering",
]  # fmt: skip

KINDS: Mapping[Kind, Message] = {
    "sum": say("sum"),
    "portions": say("portions"),
    "part": say("part"),
    "direction": say("direction"),
    "change": say("change"),
    "growth": say("growth"),
    "share": say("share"),
    "proportion": say("proportion"),
    "mean": say("mean"),
    "respectively": say("respectively"),
    "enumeration": say("enumeration"),
    "elapsed": say("elapsed"),
    "event": say("event"),
    "numbering": say("numbering"),
}


class Reckoned(Struct, frozen=True):
    """One relation: its kind, what it says as a formula, whether it holds, and the figures or words that it is made of."""

    kind: Kind
    formula: Message
    holds: bool
    places: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return min(self.places).to(max(self.places, key=lambda place: place.end))


def reckoned(case: Case) -> tuple[Reckoned, ...]:
    """Every relation of a document, in the order of the text."""
    return tuple(sorted(_all(case), key=lambda each: (each.span, each.kind)))


def summary(every: Sequence[Reckoned]) -> Message:
    """How many were reckoned, and how many of them hold, kind by kind."""
    counts = []
    for kind in dict.fromkeys(each.kind for each in sorted(every, key=lambda each: each.kind)):
        held = [each.holds for each in every if each.kind == kind]
        counts.append(say("{kind} {held} of {number}", kind=KINDS[kind], held=sum(held), number=len(held)))
    if not counts:
        return say("nothing in it was reckoned")
    told = say("{held} of {number} relations hold", held=sum(each.holds for each in every), number=len(every))
    return say("{told}: {counts}", told=told, counts=listed(counts))


def _all(case: Case) -> Iterator[Reckoned]:
    found, document = case.relations, case.document
    for total in found.sums:
        formula = f"{_added(total.parts)} = {'100%' if total.whole is None else total.whole.text}"
        yield _reckoned("sum", formula, reckoning.sum_holds(total), *total.parts, total.whole)
    for each in found.portions:
        formula = f"{_added(each.parts)} ≤ {'100%' if each.whole is None else each.whole.text}"
        yield _reckoned("portions", formula, reckoning.portions_hold(each), *each.parts, each.whole)
    for part in found.parts:
        wholes = listed((whole.text for whole in part.wholes), "or")
        told = say("{part} ≤ {wholes}", part=part.part.text, wholes=wholes)
        yield _reckoned("part", told, reckoning.part_holds(part), part.part, *part.wholes)
    for change in found.changes:
        yield from _changes(document, change)
    for share in found.shares:
        told = say("{part} of {whole} = {share}", part=share.part.text, whole=share.whole.text, share=share.share.text)
        yield _reckoned("share", told, reckoning.share_holds(share), share.part, share.whole, share.share)
    for pair in found.proportions:
        formula = f"{pair.one.text} / {pair.one_share.text} = {pair.two.text} / {pair.two_share.text}"
        figures = (pair.one, pair.one_share, pair.two, pair.two_share)
        yield _reckoned("proportion", formula, reckoning.proportion_holds(pair), *figures)
    for mean in found.means:
        told = say(
            "{total} for {count} = {mean} each", total=mean.total.text, count=mean.count.text, mean=mean.each.text
        )
        yield _reckoned("mean", told, reckoning.mean_holds(mean), mean.total, mean.count, mean.each)
    yield from map(_listing, found.listings)
    yield from (_enumeration(document, each) for each in found.enumerations)
    for years in found.elapsed:
        formula = f"{years.until} - {years.since} = {years.years}"
        yield Reckoned("elapsed", verbatim(formula), reckoning.elapsed_holds(years), (years.span, years.start))
    for event in found.events:
        formula = f"{event.period.label()} {'≥' if event.ahead else '≤'} {event.dated}"
        yield Reckoned("event", verbatim(formula), reckoning.event_holds(event), (event.period.span,))
    yield from (_numbering(document, each) for each in found.numberings)


def _reckoned(kind: Kind, formula: str | Message, holds: bool, *figures: Quantity | None) -> Reckoned:
    told = verbatim(formula) if isinstance(formula, str) else formula
    return Reckoned(kind, told, holds, tuple(figure.span for figure in figures if figure is not None))


def _added(parts: Sequence[Quantity]) -> str:
    return " + ".join(part.text for part in parts)


def _changes(document: Document, change: Change) -> Iterator[Reckoned]:
    """A change by its way, by its amount, and by its rate."""
    old, new, amount, rate = change.old, change.new, change.amount, change.rate
    levels = " → ".join(level.text for level in (old, new) if level is not None)
    figures = (old, new, amount, rate)
    if change.up is not None:
        way = say("{levels}: up", levels=levels) if change.up else say("{levels}: down", levels=levels)
        yield _reckoned("direction", way, reckoning.direction_holds(change), old, new)
    if amount is not None and old is not None and new is not None:
        yield _reckoned("change", f"{levels}: ±{amount.text}", reckoning.difference_holds(change), old, new, amount)
    if rate is not None or change.factor is not None:
        by = "" if old is not None or amount is None else f" ±{amount.text}"
        said = document.cut(change.said) if change.said is not None else rate.text if rate is not None else ""
        told: str | Message = f"{levels}{by}: {said}"
        if change.years > 1:
            told = say("{levels} in {years} years: {rate} a year", levels=levels, years=change.years, rate=said)
        yield _reckoned("growth", told, reckoning.growth_holds(change), *figures)


def _listing(each: Listing) -> Reckoned:
    values, subjects = len(each.values), "/".join(map(str, sorted(each.subjects)))
    formula = say("{values} values for {subjects} subjects", values=values, subjects=subjects)
    return Reckoned("respectively", formula, reckoning.listing_holds(each), (each.named, each.span))


def _enumeration(document: Document, each: Enumeration) -> Reckoned:
    template = msgid("{announced}: {number} or more named") if each.more else msgid("{announced}: {number} named")
    number = "/".join(map(str, sorted(each.counts)))
    formula = say(template, announced=document.cut(each.announced), number=number)
    return Reckoned("enumeration", formula, reckoning.enumeration_holds(each), (each.announced, each.items))


def _numbering(document: Document, each: Numbering) -> Reckoned:
    formula = " ".join(document.cut(mark.span).strip() for mark in each.marks)
    return Reckoned(
        "numbering", verbatim(formula), reckoning.numbering_holds(each), tuple(mark.span for mark in each.marks)
    )
