"""Which fact each claim restates: scored together, assigned best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.facts.index import Index, build
from factcheck.facts.score import score
from factcheck.facts.statement import Statement
from factcheck.facts.surroundings import surroundings
from factcheck.facts.verdict import verdict_of
from factcheck.model.claim import Claim
from factcheck.model.document import Language
from factcheck.model.match import Evidence, Match

# As many facts are scored for a claim as share most words with it.
CANDIDATES = 16

# Below this a claim is about something else.
BINDING = 0.52

# Two facts whose scores lie nearer to each other than this, as a share of the better one, are not told apart.
TIE = 0.03


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim and a fact that it may restate, as indices."""

    evidence: Evidence
    claim: int
    fact: int


def match_claims(claims: Sequence[Claim], statements: Sequence[Statement], language: Language) -> tuple[Match, ...]:
    """One match for each claim, in their order."""
    index = build(statements)
    candidates = _candidates(claims, index, language)
    bound = _assign(claims, candidates)
    options: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        options[candidate.claim].append(candidate)
    taken = {found.fact: number for number, found in bound.items()}
    return tuple(
        _match(claim, bound.get(number), options.get(number, []), taken, statements)
        for number, claim in enumerate(claims)
    )


def _candidates(claims: Sequence[Claim], index: Index, language: Language) -> list[Candidate]:
    """Every pair worth considering, best first; equal scores keep the order of text and file."""
    found = []
    translate = any(statement.fact.language != language for statement in index.statements)
    for number, claim in enumerate(claims):
        around = surroundings(claim, language, translate=translate)
        for fact in index.candidates(around.lent, CANDIDATES):
            evidence = score(around, index.statements[fact], index)
            if evidence.score >= BINDING / 2:
                found.append(Candidate(evidence, number, fact))
    found.sort(key=lambda candidate: (-candidate.evidence.score, candidate.claim, candidate.fact))
    return found


def _assign(claims: Sequence[Claim], candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The best fact for each claim; within one sentence a fact is restated once."""
    bound: dict[int, Candidate] = {}
    used: set[tuple[int, int]] = set()
    for candidate in candidates:
        passage = (claims[candidate.claim].sentence.start, candidate.fact)
        if candidate.evidence.score < BINDING or candidate.claim in bound or passage in used:
            continue
        bound[candidate.claim] = candidate
        used.add(passage)
    return bound


def _match(
    claim: Claim,
    found: Candidate | None,
    options: Sequence[Candidate],
    taken: dict[int, int],
    statements: Sequence[Statement],
) -> Match:
    if found is None:
        return Match(claim, "unsupported")
    rivals = [
        option
        for option in options
        if option.fact != found.fact
        and option.fact not in taken
        and option.evidence.score > found.evidence.score * (1 - TIE)
    ]
    if rivals:
        between = (found, *rivals)
        return Match(claim, "unsupported", None, found.evidence, rivals=tuple(statements[o.fact].fact for o in between))
    return verdict_of(claim, statements[found.fact], found.evidence)
