"""A facts file drafted from what an article states, for an editor to read and keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct, field

from factcheck.facts.naming import Naming
from factcheck.facts.notation import claim_text, period_text, value_text
from factcheck.facts.wording import canonical_spans
from factcheck.facts.yaml_text import comment, scalar
from factcheck.language.drafting import table
from factcheck.model.case import Case
from factcheck.model.claim import MASK, TIME, Claim
from factcheck.model.message import Message, counted, msgid, say
from factcheck.model.period import Day, same_time
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.translation.translator import ENGLISH, Translator


class _Entry(Struct):
    """One fact to be: its first claim, and the claims that state another value of the same."""

    claim: Claim
    disputed: list[Claim] = field(default_factory=list)


def draft_facts(case: Case, contradictions: Iterable[tuple[Span, Span]] = (), translate: Translator = ENGLISH) -> str:
    """A YAML facts file with a fact for every claim of the case, equal claims merged; it loads as it is.

    `contradictions` holds pairs of spans of claims, the earlier first, that state different values of the same: they make
    one disputed fact. What an editor should look at has a remark above it: a figure without a unit, a subject that was
    not found, a text that gives two values.
    """
    entries = _merge(case, contradictions)
    spans = canonical_spans(case, [entry.claim for entry in entries])
    naming = Naming()
    lines = [*_head(case, entries, translate), "facts:" if entries else "facts: []"]
    heading = None
    for entry, span in zip(entries, spans, strict=True):
        if entry.claim.heading != heading:
            heading = entry.claim.heading
            lines.extend(["", f"  {comment(heading)}"] if heading else [""])
        lines.extend(_lines(case, entry, span, naming, translate))
    return "\n".join(lines) + "\n"


# Which claims make one fact


def _merge(case: Case, contradictions: Iterable[tuple[Span, Span]]) -> list[_Entry]:
    """One entry for each thing that is stated, in the order of the text."""
    earlier = {second: first for first, second in contradictions}
    entries: list[_Entry] = []
    by_span: dict[Span, _Entry] = {}
    by_statement: dict[Hashable, list[_Entry]] = defaultdict(list)
    for claim in case.claims:
        alike = by_statement[_statement(claim)]
        entry = by_span.get(earlier.get(claim.span, claim.span)) or _same(claim, alike)
        if entry is None:
            entry = _Entry(claim)
            entries.append(entry)
            alike.append(entry)
        elif not any(_figure(claim.quantity) == _figure(other.quantity) for other in (entry.claim, *entry.disputed)):
            entry.disputed.append(claim)
        by_span[claim.span] = entry
    return entries


def _same(claim: Claim, entries: Sequence[_Entry]) -> _Entry | None:
    """The entry that a claim only says again, at no other time or place."""
    for entry in entries:
        other = entry.claim
        elsewhere = other.where != claim.where and None not in (other.where, claim.where)
        if not elsewhere and same_time(other.when, claim.when) is not False:
            return entry
    return None


def _statement(claim: Claim) -> Hashable:
    """What a claim states, time and place aside. Claims that are equal in this are one fact unless those keep them apart.

    Only a subject that nothing narrows down may come back in other words: two shops that were fined 1,000 are two facts.
    """
    if len(claim.subject) < 2:
        return claim.span
    said = "" if claim.plain else _letters(f"{claim.lead}{claim.before}{MASK}{claim.after}{claim.tail}")
    kind = (claim.measure, claim.basis, claim.planned, claim.part, claim.role, claim.listed)
    return (claim.subject, said, kind, _figure(claim.quantity))


def _letters(text: str) -> str:
    """The text without punctuation and white space, which a repeated sentence may have otherwise."""
    return "".join(character for character in text if character.isalnum() or character == MASK)


def _figure(quantity: Quantity) -> Hashable:
    hedge = quantity.hedge.kind if quantity.hedge else None
    return (quantity.base_low, quantity.base_high, quantity.dimension, hedge)


# The text of the file


def _head(case: Case, entries: Sequence[_Entry], translate: Translator) -> Iterator[str]:
    document = case.document
    name = PurePath(document.path).name
    figures = counted("{number} figure", "{number} figures", len(case.claims))
    facts = counted("{number} fact", "{number} facts", len(entries))
    drafted = say("Drafted: {figures}, {facts}.", figures=figures, facts=facts)
    if name not in ("", "-"):
        drafted = say("Drafted from {name}: {figures}, {facts}.", name=name, figures=figures, facts=facts)
    yield comment(translate(drafted))
    yield comment(translate(say("Read each before you rely on it; a remark above an entry says what to look at.")))
    yield "factcheck: 1"
    yield from _source(case, translate)
    yield f"language: {document.language}"


def _source(case: Case, translate: Translator) -> Iterator[str]:
    title = next((block for block in case.document.blocks if block.kind == "heading"), None)
    dated = case.document.dated
    lines = []
    if title is not None:
        lines.append(f"  title: {scalar(claim_text(case.document.cut(title.span)))}")
    if dated is not None and _exists(dated):
        told = any(period.grain == "day" and period.start == dated for period in case.periods)
        doubt = "" if told else f"  {comment(translate(say('as far as the text tells')))}"
        lines.append(f"  published: {dated}{doubt}")
    if lines:
        yield "source:"
        yield from lines


def _exists(day: Day) -> bool:
    from datetime import date  # noqa: PLC0415

    try:
        date(day.year, day.month, day.day)
    except ValueError:
        return False
    return True


def _lines(case: Case, entry: _Entry, wording: Span, naming: Naming, translate: Translator) -> Iterator[str]:
    claim, language = entry.claim, case.document.language
    value = _value(case, claim)
    for remark in _remarks(case, entry, value):
        yield f"  {comment(translate(remark))}"
    if value is None:
        return
    yield f"  - id: {scalar(naming.name(claim))}"
    yield f"    claim: {scalar(claim_text(claim.cell.wording if claim.cell else case.document.cut(wording)))}"
    if subject := _subject(claim):
        yield f"    subject: {scalar(subject)}"
    yield f"    value: {scalar(value)}"
    yield f"    measure: {claim.measure}"
    if claim.when is not None:
        yield f"    when: {scalar(period_text(claim.when, language))}"
    if claim.where:
        yield f"    where: {scalar(claim_text(claim.where))}"
    others = [text for other in entry.disputed if (text := _value(case, other))]
    if others:
        yield f"    disputed: [{', '.join(scalar(text, in_list=True) for text in others)}]"


def _value(case: Case, claim: Claim) -> str | None:
    """The figure in the writer's notation; that of a table's cell with the unit that the table gives it."""
    return claim.cell.written if claim.cell else value_text(case.document, claim.quantity)


def _subject(claim: Claim) -> str:
    """The subject without the marks that stand for a figure or a time inside it."""
    return claim_text(claim.subject.replace(MASK, "").replace(TIME, ""))


def _remarks(case: Case, entry: _Entry, value: str | None) -> Iterator[Message]:
    claim = entry.claim
    written = claim_text(claim.quantity.text)
    if value is None:
        template = msgid("{figure} in {place}: no value can be made of it; add a fact by hand where it matters")
        yield say(template, figure=written, place=case.document.told(claim.span))
        return
    counted = claim.measure == "total" and table(case.document.language).bare_counts
    if claim.quantity.unit is None and claim.quantity.dimension == "number" and not counted:
        yield say("{figure}: no unit in the text", figure=written)
    if not _subject(claim):
        yield say("{figure}: no subject was found; give one", figure=written)
    if claim.when is not None and not claim.when.anchored:
        time = claim_text(claim.when.text)
        yield say("{time}: counted from the day of writing, which the text does not give", time=time)
    for other in entry.disputed:
        place = case.document.told(other.span)
        yield say("{figure}: {place} says {other}", figure=written, place=place, other=claim_text(other.quantity.text))
