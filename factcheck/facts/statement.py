"""A fact in the form in which claims are: its canonical wording, read by the same grammar as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from factcheck.facts.contrasts import Contrasts, contrasts_in
from factcheck.facts.figures import figure_terms
from factcheck.facts.surroundings import known_words
from factcheck.facts.terms import Terms, terms
from factcheck.model.claim import Claim
from factcheck.model.document import Block, Document, Language
from factcheck.model.fact import Fact
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span


class Statement(Struct, frozen=True):
    """A fact with the claim that its canonical wording makes, and the words by which drafts may call it.

    `names` holds the terms of the subject and of each alias; `words` those of all that the fact says.
    """

    fact: Fact
    claim: Claim | None
    names: tuple[Terms, ...]
    words: Terms
    called: str  # the subject and the aliases, as written
    known: Terms  # the terms of what it is called that the glossary can translate
    contrasts: Contrasts  # which of the words that exclude each other it is called by


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
    names = tuple(terms(name) for name in (subject, *fact.aliases))
    wording = f"{claim.lead} {claim.before} {claim.after} {claim.tail}" if claim else fact.claim
    text = " ".join((wording, subject, *fact.aliases, fact.where or ""))
    words = terms(text) | figure_terms(claim.beside if claim else ())
    called = " ".join((subject, *fact.aliases))
    known = terms(" ".join(known_words(called, fact.language)))
    if claim is not None:
        # The wording says more than the bare value: 超1亿 where the value is 1亿, and which kind of times 10 times are.
        read, hedge = claim.quantity, fact.value.hedge or claim.quantity.hedge
        fact = replace(fact, value=replace(fact.value, hedge=hedge, measured_in=read.measured_in))
    return Statement(fact, claim, names, words, called, known, contrasts_in(called, fact.language))


def _own_claim(fact: Fact, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose figure is the fact's value; of several equal ones, that of its subject or else the one written alike."""
    same = [claim for claim in claims if _same_value(claim.quantity, fact.value)]
    alike = [claim for claim in same if claim.quantity.text.strip() == fact.value.text.strip()] or same
    return next((claim for claim in alike if claim.subject == fact.subject), alike[0] if alike else None)


def _same_value(a: Quantity, b: Quantity) -> bool:
    return a.base_low == b.base_low and a.base_high == b.base_high
