"""Candidate facts for a claim, without a pass over all facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from msgspec import Struct

from factcheck.facts.figures import unit_terms
from factcheck.facts.statement import Statement
from factcheck.facts.terms import Terms

# What a single character tells, beside a pair of characters or a word that is as rare.
SINGLE = 0.3

# A term that more facts share than this tells too little to follow its list.
LONGEST_LIST = 2_000


class Weighed(Struct, frozen=True):
    """Terms with how much each tells, and the sum."""

    terms: tuple[tuple[str, float], ...]
    whole: float


class Index(Struct, frozen=True):
    """Lists of facts by term, how much each term tells, and each fact's names weighed by it."""

    statements: Sequence[Statement]
    lists: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    unknown: float  # what a term tells that no fact has
    names: Sequence[tuple[Weighed, ...]]
    words: Sequence[float]  # what all the words of each fact tell together

    def weight(self, term: str) -> float:
        """How much a term tells: the fewer facts share it, the more (inverse document frequency)."""
        return self.weights.get(term) or (self.unknown * SINGLE if len(term) == 1 else self.unknown)

    def weighed(self, terms: Terms) -> Weighed:
        """The terms with their weights, in a fixed order."""
        pairs = tuple((term, self.weight(term)) for term in sorted(terms))
        return Weighed(pairs, sum(weight for _, weight in pairs))

    def candidates(self, strengths: Mapping[str, float], limit: int) -> list[tuple[int, float]]:
        """The facts that share most with a claim's terms, given how near each term stands to its figure; likeliest first.

        Each comes with what the shared terms tell. Single characters lead to no fact: too many share them.
        """
        sums: dict[int, float] = defaultdict(float)
        for term, strength in strengths.items():
            shared = self.lists.get(term, ())
            if shared and len(term) > 1 and len(shared) <= LONGEST_LIST:
                told = strength * self.weights[term]
                for number in shared:
                    sums[number] += told
        # A short fact that is covered whole is as likely as a long one that shares more.
        likely = {number: shared * sqrt(shared / (self.words[number] + 1)) for number, shared in sums.items()}
        best = sorted(likely, key=lambda number: (-likely[number], number))[:limit]
        return [(number, sums[number]) for number in best]


def build(statements: Sequence[Statement]) -> Index:
    """The index of a base."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for term in sorted(statement.words | unit_terms(statement.fact.value)):
            lists[term].append(number)
    weights = {term: _weight(term, len(statements), len(shared)) for term, shared in lists.items()}
    bare = Index(statements, dict(lists), weights, _weight("", len(statements), 0), (), ())
    return Index(
        statements,
        bare.lists,
        weights,
        bare.unknown,
        tuple(_names(statement, bare) for statement in statements),
        tuple(bare.weighed(_telling(statement.words)).whole for statement in statements),
    )


def _telling(terms: Terms) -> Terms:
    return frozenset(term for term in terms if len(term) > 1)


def _weight(term: str, facts: int, sharing: int) -> float:
    known = log(1 + facts / (0.5 + sharing))
    return known * SINGLE if len(term) == 1 else known


def _names(statement: Statement, index: Index) -> tuple[Weighed, ...]:
    """Each name of a fact with its unit: that 座 is counted tells much where few facts count in 座."""
    counted = unit_terms(statement.fact.value)
    return tuple(index.weighed(name | counted) for name in statement.names)
