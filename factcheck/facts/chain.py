"""The claims of a draft as a chain: texts keep, by and large, the order of what they report.

A linear-chain model. Each claim restates one fact or none. Where it restates none, or a fact in passing, the chain remembers
the fact before, from which the text goes on. The forward-backward algorithm (Rabiner, "A tutorial on hidden Markov models",
Proceedings of the IEEE 77, 1989) gives each claim's probabilities in the light of all the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from msgspec import Struct

# The more facts there are, the less likely is any that is far from the last one. But of a few facts a draft may tell none, and of
# thousands only those come into question that share its words: so many are reckoned with at least, and at most.
FEW, MANY = 25, 40

# What is less likely than this is not followed further.
FAINT = 1e-5

# How far a fact may stand from the last one in its file to be its neighbour.
REACH = 5

Last = int | None  # the last fact that was restated; none at the beginning


class Order(Struct, frozen=True):
    """How much it speaks for a fact, in log odds, that it stands so many places behind the last one in its file."""

    steps: Mapping[int, float]
    near: float  # any other neighbour
    far: float  # any other fact: this much less the logarithm of their number


# Within a sentence, and from one sentence to the next. Fitted to labelled drafts, as the weights of evidence are, and less a
# quarter, since neighbouring steps say the same in part.
WITHIN = Order({0: -0.00, 1: 0.80, 2: 0.11, 3: -0.22, -1: 0.20, -2: -0.32}, near=-0.60, far=0.61)
BETWEEN = Order({0: -0.55, 1: 0.13, 2: -0.19, 3: -0.22, -1: -0.22, -2: -0.24}, near=-0.50, far=1.40)

# The same for a fact that is told in passing.
ASIDE = 0.5


class _Steps(Struct, frozen=True):
    """The weight of any step, and what a short one has beyond that."""

    far: float
    near: Mapping[int, float]


class _Link(Struct, frozen=True):
    """One claim in the chain: the weight of none, those of facts, the steps that lead to them, and what passes them by."""

    none: float
    facts: Mapping[int, float]
    steps: _Steps
    aside: float  # the weight of any fact's being told in passing
    kept: float  # of all that leaves the last fact as it is


def probabilities(odds: Sequence[Mapping[int, float]], within: Sequence[bool], facts: int) -> list[dict[int, float]]:
    """For each claim how probable each of its facts is; what is left of 1 is that it restates none.

    `odds` holds for each claim what speaks for each fact against none, in log odds; `within`, whether the claim stands in
    one sentence with the one before; `facts` is the size of the base.
    """
    inner, outer = _steps(WITHIN, facts), _steps(BETWEEN, facts)
    aside = exp(ASIDE) / _size(facts)
    links = [_link(each, inner if same else outer, aside) for each, same in zip(odds, within, strict=True)]
    chances: list[dict[Last, float]] = [{None: 1.0}]
    reached: list[dict[int, float]] = []
    for link in links:
        reached.append(_reached(link, chances[-1]))
        chances.append(_onwards(link, chances[-1], reached[-1]))
    found: list[dict[int, float]] = []
    after: dict[Last, float] = dict.fromkeys(chances[-1], 1.0)
    for link, before, arrived in zip(reversed(links), chances[-2::-1], reversed(reached), strict=True):
        kept = sum(chance * after.get(last, 0.0) for last, chance in before.items())
        each = {
            fact: chance * after.get(fact, 0.0) + link.aside * link.facts[fact] * kept
            for fact, chance in arrived.items()
        }
        whole = link.none * kept + sum(each.values())
        found.append({fact: chance / whole for fact, chance in each.items()} if whole else {})
        after = _backwards(link, before, after)
    return found[::-1]


def _steps(order: Order, facts: int) -> _Steps:
    far = exp(order.far) / _size(facts)
    lengths = range(-REACH, REACH + 1)
    return _Steps(far, {length: exp(order.steps.get(length, order.near)) - far for length in lengths})


def _size(facts: int) -> int:
    return max(FEW, min(MANY, facts))


def _link(odds: Mapping[int, float], steps: _Steps, aside: float) -> _Link:
    """Weights scaled so that the greatest is 1."""
    top = max((0.0, *odds.values()))
    weights = {fact: weight for fact, each in odds.items() if (weight := exp(each - top)) > FAINT}
    none = exp(-top)
    return _Link(none, weights, steps, aside, none + aside * sum(weights.values()))


def _reached(link: _Link, chances: Mapping[Last, float]) -> dict[int, float]:
    """How likely each fact is to be restated now, given the chances of each last one."""
    far, near = link.steps.far * sum(chances.values()), link.steps.near
    lasts = [(last, chance) for last, chance in chances.items() if last is not None]
    few = len(lasts) <= len(near)
    found: dict[int, float] = {}
    for fact, weight in link.facts.items():
        stepped = 0.0
        for last, chance in lasts if few else _beside(fact, chances):
            if -REACH <= fact - last <= REACH:
                stepped += chance * near[fact - last]
        found[fact] = weight * (far + stepped)
    return found


def _beside(fact: int, chances: Mapping[Last, float]) -> list[tuple[int, float]]:
    """The last facts in reach of one, with their chances."""
    return [(last, chances[last]) for last in range(fact - REACH, fact + REACH + 1) if last in chances]


def _onwards(link: _Link, chances: Mapping[Last, float], reached: Mapping[int, float]) -> dict[Last, float]:
    """The chances of each last fact behind a claim."""
    following = {last: chance * link.kept for last, chance in chances.items()}
    for fact, chance in reached.items():
        following[fact] = following.get(fact, 0.0) + chance
    whole = sum(following.values())
    return {last: chance / whole for last, chance in following.items() if chance > FAINT * whole}


def _backwards(link: _Link, before: Mapping[Last, float], after: Mapping[Last, float]) -> dict[Last, float]:
    """How well each last fact before a claim goes with all that comes from it on."""
    ahead = {fact: weight * after.get(fact, 0.0) for fact, weight in link.facts.items()}
    far, kept, near = link.steps.far * sum(ahead.values()), link.kept, link.steps.near
    stepped = dict.fromkeys(before, 0.0)
    for fact, weight in ahead.items():
        if weight > FAINT:
            for last in range(fact - REACH, fact + REACH + 1):
                if last in stepped:
                    stepped[last] += weight * near[fact - last]
    found = {last: kept * after.get(last, 0.0) + far + more for last, more in stepped.items()}
    whole = sum(found.values())
    return {last: chance / whole for last, chance in found.items()} if whole else found
