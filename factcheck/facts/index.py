"""Candidate facts for a claim, without a pass over all facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from factcheck.facts.figures import unit_term
from factcheck.facts.statement import Statement
from factcheck.facts.terms import Terms

# What a single character tells, beside a pair of characters or a word that is as rare.
SINGLE = 0.3

# A term that more facts share than this tells too little to follow its list.
LONGEST_LIST = 2_000


@dataclass(frozen=True, slots=True)
class Index:
    """Lists of facts by term, and how much each term tells."""

    statements: Sequence[Statement]
    lists: Mapping[str, Sequence[int]]

    def weight(self, term: str) -> float:
        """How much a term tells: the fewer facts share it, the more (inverse document frequency)."""
        known = log(1 + len(self.statements) / (0.5 + len(self.lists.get(term, ()))))
        return known * SINGLE if len(term) == 1 else known

    def candidates(self, strengths: Mapping[str, float], limit: int) -> list[int]:
        """The facts that share most with a claim's terms, given how near each term stands to its figure; best first."""
        sums: dict[int, float] = defaultdict(float)
        for term, strength in strengths.items():
            shared = self.lists.get(term, ())
            if not shared or len(shared) > LONGEST_LIST:
                continue
            told = strength * self.weight(term)
            for number in shared:
                sums[number] += told
        return sorted(sums, key=lambda number: (-sums[number], number))[:limit]


def build(statements: Sequence[Statement]) -> Index:
    """The index of a base."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for term in sorted(_terms(statement)):
            lists[term].append(number)
    return Index(statements, dict(lists))


def _terms(statement: Statement) -> Terms:
    return statement.words.union(*statement.names, (unit_term(statement.fact.value),))
