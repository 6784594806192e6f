"""A fact in the form in which claims are: its canonical wording, read by the same grammar as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from factcheck.facts.contrasts import Contrasts, contrasts_in, says
from factcheck.language.grammar import table
from factcheck.model.claim import Claim
from factcheck.model.document import Block, Document, Language
from factcheck.model.fact import Fact
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span


class Statement(Struct, frozen=True):
    """A fact with the claim that its canonical wording makes, and the texts by which drafts may tell it.

    `names` holds the subject and each alias; `wording` all that the fact says, without its own figure.
    """

    fact: Fact
    claim: Claim | None
    names: tuple[str, ...]
    wording: str
    contrasts: Contrasts  # which of the words that exclude each other it is called by
    former: bool  # it tells what was before

    @property
    def when(self) -> Period | None:
        return self.fact.when or (self.claim.when if self.claim else None)


def wordings(facts: Sequence[Fact], language: Language) -> Document:
    """The canonical wordings of facts as one document, a block a fact, so that one reading serves them all."""
    lines = [" ".join(fact.claim.split()) for fact in facts]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    spans = (Span(start, start + len(line)) for start, line in zip(starts, lines, strict=False))
    return Document(
        "", "\n".join(lines), language, tuple(Block(span, "paragraph") for span in spans), tuple(starts[:-1])
    )


def state(fact: Fact, claims: Sequence[Claim]) -> Statement:
    """The statement of a fact, given the claims that its canonical wording makes."""
    claim = _own_claim(fact, claims)
    if claim is not None:
        claim = replace(
            claim,
            measure=fact.measure or claim.measure,
            when=fact.when or (claim.when if claim.when and claim.when.written else None),
            where=fact.where or claim.where,
        )
    subject = fact.subject or (claim.subject if claim else fact.claim)
    names = (subject, *fact.aliases)
    said = fact.claim.replace(fact.value.text, " ")
    if claim is not None:
        beside = " ".join(quantity.text for quantity in claim.beside)
        said = f"{claim.lead} {claim.before} {claim.after} {claim.tail} {beside}"
        # The wording says more than the bare value: 超1亿 where the value is 1亿, and which kind of times 10 times are.
        read = claim.quantity
        fact = replace(
            fact, value=replace(fact.value, hedge=fact.value.hedge or read.hedge, measured_in=read.measured_in)
        )
    called = " ".join(names)
    former = (claim is not None and claim.former) or says(called, table(fact.language).formerly, fact.language)
    wording = " ".join((said, *names, fact.where or "", fact.when_text or ""))
    return Statement(fact, claim, names, wording, contrasts_in(called, fact.language), former)


def _own_claim(fact: Fact, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose figure is the fact's value; of several equal ones, that of its subject or else the one written alike."""
    same = [claim for claim in claims if _same_value(claim.quantity, fact.value)]
    alike = [claim for claim in same if claim.quantity.text.strip() == fact.value.text.strip()] or same
    return next((claim for claim in alike if claim.subject == fact.subject), alike[0] if alike else None)


def _same_value(a: Quantity, b: Quantity) -> bool:
    return a.base_low == b.base_low and a.base_high == b.base_high
