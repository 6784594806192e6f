"""The figures that the facts file has for the sentence in which the cursor stands."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types
from msgspec import Struct

from factcheck.facts.terms import terms
from factcheck.lsp.hover import Page, about
from factcheck.lsp.places import Places
from factcheck.model.fact import Fact
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.pipeline import Known, indexed
from factcheck.reporting.plain import plain_line

# A list that an editor shows; behind it stands what has less and less to do with the sentence.
MOST = 50

LONGEST = 40  # digits before the cursor that are looked at

TRIGGERS = tuple("0123456789$£€¥")


class Typed(Struct, frozen=True):
    """The figure that is being written: the span to replace, and what of it stands before the cursor."""

    span: Span
    before: str


def completion(
    checked: Checked, known: Known, offset: int, places: Places, page: Page
) -> tuple[types.CompletionItem, ...]:
    """The facts that share most with the sentence first; where a figure is begun, only those that go on like it."""
    typed = typed_at(checked, offset)
    facts = [fact for fact in _likely(checked, known, typed) if fact.value.text.startswith(typed.before)]
    if not facts:
        facts = [fact for fact in known.base.expected if fact.value.text.startswith(typed.before)]
    spoken = [fact for fact in facts if fact.language == checked.case.document.language]
    return tuple(
        types.CompletionItem(
            label=plain_line(fact.value.text),
            label_details=types.CompletionItemLabelDetails(description=plain_line(fact.subject or fact.id)),
            kind=types.CompletionItemKind.Value,
            detail=plain_line(fact.claim),
            documentation=page.content("\n\n".join(about(fact, known.base, page))),
            sort_text=f"{rank:04d}",
            text_edit=types.TextEdit(places.range(typed.span), fact.value.text),
        )
        for rank, fact in enumerate(spoken[:MOST])
    )


def typed_at(checked: Checked, offset: int) -> Typed:
    """The quantity at the cursor, with its unit; else the digits before it; else nothing."""
    text = checked.case.document.text
    for quantity in checked.case.quantities:
        span = quantity.span
        if span.start < offset <= span.end and "\n" not in text[span.start : span.end]:
            return Typed(span, text[span.start : offset])
    digits = compiled(r"(?:\d[\d.,]*)?$").search(text[max(0, offset - LONGEST) : offset])
    before = digits.group() if digits else ""
    return Typed(Span(offset - len(before), offset), before)


def _likely(checked: Checked, known: Known, typed: Typed) -> Iterator[Fact]:
    """The facts that share words with what stands round the figure in its sentence."""
    text, at = checked.case.document.text, typed.span.start
    start = text.rfind("\n", 0, at) + 1
    end = typed.span.end
    for sentence in checked.case.sentences:
        if sentence.span.start <= at <= sentence.span.end:
            start, end = sentence.span.start, max(end, sentence.span.end)
    words = terms(f"{text[start:at]} {text[typed.span.end : end]}")
    index = indexed(known, checked.case.document.language).index
    for number in index.likeliest(index.candidates(dict.fromkeys(words, 1.0)), MOST):
        yield index.entries[number].statement.fact
