"""Fit the weights of evidence and of steps to the labelled drafts of tests/matching, and print them.

    python tests/benchmarks/fit.py [--rounds 60]

For each labelled claim the facts that the claims around it restate are given, and the likelihood of its own fact, or of none, is
made as great as can be (pseudo-likelihood; Besag, "Statistical analysis of non-lattice data", The Statistician 24, 1975), with a
quadratic penalty, by Rprop. What drafts by other writers can't teach, wording that is the same to the letter, is set by hand.
factcheck.facts.chain holds the steps less a quarter, and the penalty on a fact that is taken is `TAKEN` in factcheck.facts.match.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import asdict

sys.path.insert(0, str(Path(__file__).parents[1] / "matching"))

from labelled import Labelled, label_of, labelled_drafts

from factcheck.facts.chain import REACH, WITHIN
from factcheck.facts.evidence import NONE, WEIGHTS, clues, features
from factcheck.facts.index import build
from factcheck.facts.surroundings import surroundings
from factcheck.model.claim import Claim
from factcheck.pipeline import read, statements

BY_HAND = ("literal", "beyond", "whole", "listed", "near")
PENALTY = 3.0


class Option(NamedTuple):
    """A fact that a claim may restate, or none: its features, and what is added to their sum."""

    features: Mapping[str, float]
    offset: float


class Example(NamedTuple):
    """The options of a claim, and which is right."""

    options: tuple[Option, ...]
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    examples = [example for draft in labelled_drafts() if draft.facts for example in examples_of(draft)]
    print(f"{len(examples)} labelled claims; in brackets, what the program has")
    now = {**asdict(WEIGHTS), "none": NONE}
    for name, weight in sorted(fitted(examples, rounds).items()):
        print(f"{name:<20} {weight:6.2f}" + (f"  ({now[name]:.2f})" if name in now else ""))


def examples_of(draft: Labelled) -> Iterator[Example]:
    """The labelled claims of a draft, each with what the facts say that those around it restate."""
    assert draft.facts is not None
    index = build(statements(draft.facts), draft.document.language)
    claims = read(draft.document).claims
    places = {entry.statement.fact.id: number for number, entry in enumerate(index.entries)}
    labels = {number: label for number, claim in enumerate(claims) if (label := label_of(claim, draft))}
    bound = {number: places[label.fact] for number, label in labels.items() if label.fact in places}
    for number, label in labels.items():
        if number in bound or label.verdict == "unsupported":
            found = clues(surroundings(claims[number], index.language, translate=index.translates), index)
            told = features(found, range(len(places)), index)
            options = [
                option(asdict(told[fact]), fact, number, bound, claims, len(places)) for fact in range(len(places))
            ]
            none = option({"none": 1.0}, None, number, bound, claims, len(places))
            yield Example((*options, none), bound.get(number, len(places)))


def option(
    told: dict[str, float],
    fact: int | None,
    number: int,
    bound: Mapping[int, int],
    claims: Sequence[Claim],
    facts: int,
) -> Option:
    """A fact (or none) as what claim `number` restates: with the steps that lead to it and from it."""
    offset = 0.0
    before = max((other for other in bound if other < number), default=None)
    behind = min((other for other in bound if other > number), default=None)
    pairs = [(before, number), (number, behind)] if fact is not None else [(before, behind)]
    restated = {**bound, number: fact}
    for one, two in pairs:
        if one is not None and two is not None:
            start, end = restated[one], restated[two]
            assert start is not None
            assert end is not None
            within = "within" if claims[one].sentence == claims[two].sentence else "between"
            step = end - start
            kind = str(step) if step in WITHIN.steps else "near" if abs(step) <= REACH else "far"
            told[f"{within} {kind}"] = told.get(f"{within} {kind}", 0.0) + 1.0
            offset -= log(facts) if kind == "far" else 0.0
    if fact is not None and any(other != number and each == fact for other, each in bound.items()):
        told["taken"] = 1.0
    offset += sum(getattr(WEIGHTS, name) * told.pop(name) for name in BY_HAND if name in told)
    return Option({name: value for name, value in told.items() if value}, offset)


def fitted(examples: Sequence[Example], rounds: int) -> dict[str, float]:
    """The weights at which the examples are likeliest (Rprop; Riedmiller and Braun, ICNN 1993)."""
    weights: dict[str, float] = defaultdict(float)
    sizes: dict[str, float] = defaultdict(lambda: 0.2)
    last: dict[str, float] = {}
    for _ in range(rounds):
        slopes = gradient(examples, weights)
        for name, slope in slopes.items():
            turned = slope * last.get(name, 0.0)
            sizes[name] *= 1.2 if turned > 0 else 0.5 if turned < 0 else 1.0
            weights[name] += sizes[name] if slope > 0 else -sizes[name] if slope < 0 else 0.0
        last = slopes
    return dict(weights)


def gradient(examples: Sequence[Example], weights: Mapping[str, float]) -> dict[str, float]:
    """How the logarithm of the likelihood, less the penalty, grows with each weight."""
    slopes: dict[str, float] = defaultdict(float)
    for options, right in examples:
        told = [
            each.offset + sum(weights.get(name, 0.0) * value for name, value in each.features.items())
            for each in options
        ]
        top = max(told)
        chances = [exp(each - top) for each in told]
        whole = sum(chances)
        for number, each in enumerate(options):
            share = (number == right) - chances[number] / whole
            if abs(share) > 1e-6:
                for name, value in each.features.items():
                    slopes[name] += share * value
    for name, weight in weights.items():
        slopes[name] -= 2 * PENALTY * weight
    return slopes


if __name__ == "__main__":
    main()
