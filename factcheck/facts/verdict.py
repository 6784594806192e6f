"""Whether a claim agrees with the fact that it restates, and what kind of slip it looks like when not."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.facts.slip import slip_of
from factcheck.facts.statement import Statement
from factcheck.model.agreement import agreement
from factcheck.model.claim import Claim, Measure
from factcheck.model.match import Evidence, Match

# How many claims to either side may have lent a figure.
CLOSE = 3

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


def explain(matches: list[Match]) -> tuple[Match, ...]:
    """The matches with what their neighbours explain: a figure that belongs to the fact of a claim close by.

    Equal values only explain a mismatch here; they never made a match.
    """
    explained = []
    for number, match in enumerate(matches):
        close = matches[max(0, number - CLOSE) : number] + matches[number + 1 : number + 1 + CLOSE]
        explained.append(_with_neighbour(match, close) if match.verdict == "mismatch" else match)
    return tuple(explained)


def _with_neighbour(match: Match, close: Sequence[Match]) -> Match:
    for other in close:
        if match.fact is None or other.fact is None or other.fact is match.fact:
            continue
        if agreement(other.fact.value, match.claim.quantity) == "verified":
            back = other.verdict == "mismatch" and agreement(match.fact.value, other.claim.quantity) == "verified"
            return replace(match, slip="exchanged" if back else "neighbour", other=other.fact)
    return match


def _turned(claim: Claim, statement: Statement) -> bool:
    """Whether the draft says that a figure rose where the fact says that it fell, or the other way round."""
    theirs = statement.fact.measure or (statement.claim.measure if statement.claim else "total")
    return (claim.measure in _RISING and theirs in _FALLING) or (claim.measure in _FALLING and theirs in _RISING)
