"""Whether a claim agrees with the fact that it restates, and what kind of slip it looks like when not."""

from __future__ import annotations

from factcheck.facts.slip import slip_of
from factcheck.facts.statement import Statement
from factcheck.model.agreement import agreement
from factcheck.model.claim import Claim, Measure
from factcheck.model.match import Evidence, Match

_RISING: frozenset[Measure] = frozenset({"growth", "increase"})
_FALLING: frozenset[Measure] = frozenset({"decline", "decrease"})


def verdict_of(claim: Claim, statement: Statement, evidence: Evidence) -> Match:
    """The verdict on a claim bound to a fact."""
    fact = statement.fact
    agreed = agreement(fact.value, claim.quantity, fact.tolerance)
    if fact.disputed:
        others = [agreement(value, claim.quantity, fact.tolerance) for value in fact.disputed]
        if any(other != "mismatch" for other in (agreed, *others)):
            return Match(claim, "disputed", fact, evidence)
    if agreed != "mismatch" and _turned(claim, statement):
        return Match(claim, "mismatch", fact, evidence, slip="direction")
    if agreed == "mismatch":
        return Match(claim, "mismatch", fact, evidence, slip=slip_of(fact.value, claim.quantity))
    return Match(claim, agreed, fact, evidence)


def _turned(claim: Claim, statement: Statement) -> bool:
    """Whether the draft says that a figure rose where the fact says that it fell, or the other way round."""
    theirs = statement.fact.measure or (statement.claim.measure if statement.claim else "total")
    return (claim.measure in _RISING and theirs in _FALLING) or (claim.measure in _FALLING and theirs in _RISING)
