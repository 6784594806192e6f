"""Which fact each claim restates: scored together, assigned best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from msgspec import Struct

from factcheck.facts.index import Index
from factcheck.facts.score import Near, score
from factcheck.facts.statement import Statement
from factcheck.facts.surroundings import surroundings
from factcheck.facts.verdict import explain, verdict_of
from factcheck.model.claim import Claim
from factcheck.model.document import Language
from factcheck.model.match import Evidence, Match

# As many facts are scored for a claim as share most words with it.
CANDIDATES = 10

# From this score on a claim restates a fact; below the lower one it is about something else. Between the two it must be
# clear: no other fact within this share of the score.
BINDING, PLAUSIBLE, CLEAR = 0.5, 0.3, 0.12

# From this score on a sentence may restate a fact twice: it says the same words again.
VERBATIM = 0.75

# Two facts whose scores lie nearer to each other than this, as a share of the better one, are not told apart.
TIE = 0.03

# What it lends to a pair that the claim next to it restates the fact next to it: texts keep the order of what they report.
ORDER = 0.08
NEIGHBOURS = 2
PASSES = 3  # each pass lets a clear pair speak for the next one along a list


class Candidate(Struct, frozen=True):
    """A claim and a fact that it may restate, as indices."""

    score: float
    evidence: Evidence
    claim: int
    fact: int


def match_claims(claims: Sequence[Claim], index: Index, language: Language) -> tuple[Match, ...]:
    """One match for each claim, in their order."""
    worded = _candidates(claims, index, language)
    candidates = worded
    bound = _assign(claims, candidates)
    for _ in range(PASSES):
        clear = _clear(bound, candidates)
        candidates = _in_order(worded, clear)
        bound = _assign(claims, candidates)
        if len(clear) == len(claims):
            break
    options = _by_claim(candidates)
    best = _best_of_fact(bound)
    matches = [
        _match(claim, bound.get(number), options.get(number, ()), best, index.statements)
        for number, claim in enumerate(claims)
    ]
    return explain(matches)


def _clear(bound: Mapping[int, Candidate], candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The pairs to which no other fact comes near."""
    options, best = _by_claim(candidates), _best_of_fact(bound)
    return {claim: found for claim, found in bound.items() if not _rivals(found, options[claim], best)}


def _best_of_fact(bound: Mapping[int, Candidate]) -> dict[int, float]:
    """The best score by which each fact is restated."""
    best: dict[int, float] = {}
    for found in bound.values():
        best[found.fact] = max(best.get(found.fact, 0.0), found.score)
    return best


def _rivals(found: Candidate, options: Sequence[Candidate], best: Mapping[int, float]) -> list[Candidate]:
    """Other facts that fit as well, and that no other claim fits better."""
    return [
        option
        for option in options
        if option.fact != found.fact
        and option.score > found.score * (1 - TIE)
        and best.get(option.fact, 0.0) <= option.score * (1 + TIE)
    ]


def _candidates(claims: Sequence[Claim], index: Index, language: Language) -> list[Candidate]:
    """Every pair worth considering, best first; equal scores keep the order of text and file."""
    found = []
    translate = any(statement.fact.language != language for statement in index.statements)
    for number, claim in enumerate(claims):
        around = surroundings(claim, language, translate=translate)
        near = Near(index.weighed(around.near), index.weighed(around.lent_near))
        for fact, shared in index.candidates(around.lent, CANDIDATES):
            rank, evidence = score(around, near, fact, shared, index)
            if rank >= PLAUSIBLE - ORDER:
                found.append(Candidate(rank, evidence, number, fact))
    return _best_first(found)


def _best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.claim, candidate.fact))


def _by_claim(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    found: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        found[candidate.claim].append(candidate)
    return found


def _in_order(candidates: Sequence[Candidate], bound: Mapping[int, Candidate]) -> list[Candidate]:
    """The candidates again, each strengthened when a claim close by restates a fact close by."""

    def lent(candidate: Candidate) -> float:
        best = 0.0
        for step in (*range(-NEIGHBOURS, 0), *range(1, NEIGHBOURS + 1)):
            other = bound.get(candidate.claim + step)
            if other is not None and 0 < abs(apart := other.fact - candidate.fact) <= NEIGHBOURS:
                best = max(best, ORDER if apart * step > 0 else ORDER / 2)
        return best

    return _best_first(
        Candidate(candidate.score + lent(candidate), candidate.evidence, candidate.claim, candidate.fact)
        for candidate in candidates
    )


def _assign(claims: Sequence[Claim], candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The best fact for each claim; within one sentence a fact is restated once, unless word for word."""
    bound: dict[int, Candidate] = {}
    used: set[tuple[int, int]] = set()
    seen: set[int] = set()
    options = _by_claim(candidates)
    for candidate in candidates:
        passage = (claims[candidate.claim].sentence.start, candidate.fact)
        if candidate.claim in bound or (passage in used and candidate.score < VERBATIM):
            continue
        if candidate.score >= BINDING or (
            candidate.score >= PLAUSIBLE
            and candidate.fact not in seen
            and _is_clear(candidate, options[candidate.claim], seen)
        ):
            bound[candidate.claim] = candidate
            used.add(passage)
            seen.add(candidate.fact)
    return bound


def _is_clear(candidate: Candidate, options: Sequence[Candidate], seen: Set[int]) -> bool:
    """Whether no other fact that is still free comes near."""
    others = (option.score for option in options if option.fact != candidate.fact and option.fact not in seen)
    return max(others, default=0.0) < candidate.score * (1 - CLEAR)


def _match(
    claim: Claim,
    found: Candidate | None,
    options: Sequence[Candidate],
    best: Mapping[int, float],
    statements: Sequence[Statement],
) -> Match:
    if found is None:
        return Match(claim, "unsupported")
    rivals = _rivals(found, options, best)
    if rivals:
        between = (found, *rivals)
        return Match(claim, "unsupported", None, found.evidence, rivals=tuple(statements[o.fact].fact for o in between))
    return verdict_of(claim, statements[found.fact], found.evidence)
