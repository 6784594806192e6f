"""What surrounds a finding: its sentence, the match of its claim, the entry of the facts file that it goes against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.fact import Entry, Fact, Officer, OfficialName, Quotation
from factcheck.model.finding import Finding
from factcheck.model.match import Match
from factcheck.model.span import Span


class Context(Struct, frozen=True):
    """A case, indexed for the reporters."""

    case: Case
    claims: dict[Span, Claim]
    matches: dict[Span, Match]

    def match(self, finding: Finding) -> Match | None:
        """The match of the claim at a finding's span, with or without the hedge that stands before the number."""
        return self.matches.get(finding.span)

    def entry(self, finding: Finding) -> Entry | None:
        """The entry of the facts file that a finding names."""
        name = finding.offence.fact
        return None if name is None else self.case.facts.named(name)

    def around(self, span: Span) -> Span:
        """The sentences that a span touches, or the span itself where it touches none."""
        sentences = self.case.sentences
        first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
        last = bisect_left(sentences, max(span.end, span.start + 1), key=lambda sentence: sentence.span.start)
        if first >= last:
            return span
        return span.to(sentences[first].span.to(sentences[last - 1].span))

    def clause(self, span: Span) -> Span:
        """The clause of the claim at a span, or the span itself."""
        claim = self.claims.get(span)
        return claim.clause.to(span) if claim is not None else span


def context_of(case: Case) -> Context:
    """The index of a case."""
    claims = {span: claim for claim in case.claims for span in _spans(claim)}
    matches = {span: match for match in case.matches for span in _spans(match.claim)}
    return Context(case, claims, matches)


def wording(entry: Entry) -> str:
    """An entry of the facts file as a reader knows it."""
    match entry:
        case Fact():
            return entry.claim
        case OfficialName():
            return entry.name
        case Officer():
            return f"{entry.person}{', ' if entry.office.isascii() else '，'}{entry.office}"
        case Quotation():
            return entry.quote


def _spans(claim: Claim) -> tuple[Span, ...]:
    quantity = claim.quantity
    return (quantity.span,) if quantity.outer is None else (quantity.span, quantity.outer)
