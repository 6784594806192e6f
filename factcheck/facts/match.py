"""Which fact each claim restates: all claims of a draft are judged together.

What the words around each figure say (`evidence`) and the order in which texts report (`chain`) give each claim its
probabilities. Then a fact that some claim surely restates is taken from the others, since a draft seldom says a thing twice in
other words, and the chain is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp

from msgspec import Struct
from msgspec.structs import replace

from factcheck.facts.chain import probabilities
from factcheck.facts.doubt import Words, doubtful
from factcheck.facts.evidence import Clues, Features, clues, evidence_of, features, log_odds, verbatim
from factcheck.facts.index import Index
from factcheck.facts.siblings import giving_way, of_other_times
from factcheck.facts.surroundings import surroundings
from factcheck.facts.tabled import doubtful_cells
from factcheck.facts.verdict import explain, verdict_of
from factcheck.model.agreement import agreement
from factcheck.model.claim import Claim
from factcheck.model.match import Match

# As many facts are scored for a claim as share most words with it, if they are this likely beside the likeliest …
CANDIDATES, LIKELY = 16, 0.1

# … and those that stand so near, in their file, to a fact that the claim beside restates with this probability.
BESIDE, SETTLED = (1, -1, 2), 0.6

# A claim that restates a fact with this probability needs no others.
SURE = 0.99

# From this probability on a claim restates a fact.
BINDING = 0.4

# Facts that are nearly as likely as the likeliest are a tie, where it is not far above all others together.
TIE = 0.8

# How often facts are taken from the claims that restate them less surely, and how much that costs them, in log odds. A claim that
# repeats the fact's wording to the letter, or names its subject and nothing else, restates it a second time.
ROUNDS, TAKEN = 3, 6.0
LITTLE = 0.01  # less than this is no change

# From this probability on a claim that gives its fact's figure tells its neighbours where in the facts the draft is, and how
# much that says, in log odds.
ANCHORING, ANCHOR = 0.2, 6.0
LEVEL = 1.0  # log odds by which another fact may be likelier by the words alone


class _Options(Struct, frozen=True):
    """The facts that a claim may restate, with what speaks for each."""

    claim: Claim
    clues: Clues | None  # none where the claim repeats a fact's whole wording
    features: Mapping[int, Features]
    odds: Mapping[int, float]


def match_claims(claims: Sequence[Claim], index: Index) -> tuple[Match, ...]:
    """One match for each claim, in their order."""
    size = len(index.entries)
    if not size:
        return tuple(Match(claim, "unsupported") for claim in claims)
    within = [number > 0 and claim.sentence == claims[number - 1].sentence for number, claim in enumerate(claims)]
    options = [_at_its_time(_options(claim, index)) for claim in claims]
    alone = probabilities([each.odds for each in options], within, size)
    options = [
        each
        if max(alone[number].values(), default=0.0) > SURE
        else _at_its_time(_widened(each, _beside(alone, number, size), index))
        for number, each in enumerate(options)
    ]
    chances = told = before = alone
    for _ in range(ROUNDS):
        holders = _holders(told, claims)
        anchors = [_anchor(each, found, index) for each, found in zip(options, chances, strict=True)]
        odds = [_without_taken(each, number, holders) for number, each in enumerate(options)]
        told = probabilities(
            [_anchored(each, anchor) for each, anchor in zip(odds, anchors, strict=True)], within, size
        )
        chances = [_unanchored(found, anchor) for found, anchor in zip(told, anchors, strict=True)]
        if _settled(before, told):
            break
        before = told
    matches = explain([_match(each, found, index) for each, found in zip(options, chances, strict=True)])
    words = [_words(each, match, index) for each, match in zip(options, matches, strict=True)]
    doubts = doubtful(matches, words)
    if any(claim.cell for claim in claims):
        known = [_known(each, match, index) for each, match in zip(options, matches, strict=True)]
        doubts = [doubt or more for doubt, more in zip(doubts, doubtful_cells(matches, known), strict=True)]
    return tuple(_doubted(match) if doubt else match for match, doubt in zip(matches, doubts, strict=True))


def _settled(before: Sequence[Mapping[int, float]], after: Sequence[Mapping[int, float]]) -> bool:
    """Whether another round would change nothing to speak of."""
    return all(
        abs(chance - one.get(fact, 0.0)) < LITTLE
        for one, two in zip(before, after, strict=True)
        for fact, chance in two.items()
    )


def _words(options: _Options, match: Match, index: Index) -> Words | None:
    """What a claim's own words say for the fact that it does not agree with, and for the likeliest one with which it does."""
    if match.verdict != "mismatch":
        return None
    facts = {fact: index.entries[fact].statement.fact for fact in options.odds}
    own = next(fact for fact, each in facts.items() if each is match.fact)
    figure = options.claim.quantity
    agreeing = [
        options.odds[fact]
        for fact, each in facts.items()
        if fact != own and agreement(each.value, figure, each.tolerance) != "mismatch"
    ]
    return Words(options.odds[own], max(agreeing, default=None))


def _known(options: _Options, match: Match, index: Index) -> float:
    """How much of the words that name a claim its fact knows, in the fact's language."""
    for number, found in options.features.items():
        fact = index.entries[number].statement.fact
        if fact is match.fact:
            return found.clause if fact.language == index.language else found.near
    return 0.0


def _doubted(match: Match) -> Match:
    """A claim that does not agree with the fact that it seems to restate, when that is not sure enough to be reported."""
    if match.claim.cell is not None:
        return Match(match.claim, "unsupported", None, match.evidence)
    rivals = tuple(fact for fact in (match.fact, match.other) if fact is not None)
    return Match(match.claim, "unsupported", None, match.evidence, rivals=rivals)


def _anchor(options: _Options, chances: Mapping[int, float], index: Index) -> int | None:
    """The fact that a claim most likely restates, also by its own words, when it gives the fact's figure.

    Its neighbours can build on it.
    What is built on it are the matches of other claims. For its own match its figure says nothing: see `_unanchored`.
    """
    best = max(chances, key=lambda fact: (chances[fact], -fact), default=None)
    if best is None or chances[best] < ANCHORING or options.odds[best] < max(options.odds.values()) - LEVEL:
        return None
    fact = index.entries[best].statement.fact
    return best if agreement(fact.value, options.claim.quantity, fact.tolerance) != "mismatch" else None


def _anchored(odds: Mapping[int, float], anchor: int | None) -> Mapping[int, float]:
    return odds if anchor is None else {**odds, anchor: odds[anchor] + ANCHOR}


def _unanchored(chances: Mapping[int, float], anchor: int | None) -> dict[int, float]:
    """The probabilities of a claim's facts as they would be without its own figure."""
    if anchor is None or anchor not in chances:
        return dict(chances)
    kept = {fact: chance * (exp(-ANCHOR) if fact == anchor else 1.0) for fact, chance in chances.items()}
    whole = 1.0 - sum(chances.values()) + sum(kept.values())
    return {fact: chance / whole for fact, chance in kept.items()} if whole > 0 else dict(chances)


def _options(claim: Claim, index: Index) -> _Options:
    repeated = verbatim(claim, index)
    if repeated:
        odds = {fact: log_odds(feature) for fact, feature in repeated.items()}
        entries = {fact: index.entries[fact] for fact in odds}
        return _Options(claim, None, repeated, of_other_times(odds, entries, claim.when))
    found = clues(surroundings(claim, index.language, translate=index.translates), index)
    return _weighed(found, index.likeliest(found.shared, CANDIDATES, LIKELY, claim.when), index)


def _weighed(found: Clues, facts: Iterable[int], index: Index) -> _Options:
    each = features(found, facts, index)
    odds = {fact: log_odds(feature) for fact, feature in each.items()}
    entries = {fact: index.entries[fact] for fact in odds}
    claim = found.around.claim
    return _Options(claim, found, each, giving_way(odds, entries, found.around.strengths, claim.when))


def _beside(chances: Sequence[Mapping[int, float]], number: int, size: int) -> set[int]:
    """The facts that stand next to those which the claims beside restate."""
    found = {
        fact + step
        for near in (*chances[max(0, number - 1) : number], *chances[number + 1 : number + 2])
        for fact, chance in near.items()
        if chance > SETTLED
        for step in BESIDE
    }
    return {fact for fact in found if 0 <= fact < size}


def _widened(options: _Options, facts: Iterable[int], index: Index) -> _Options:
    """The options with these facts among them."""
    more = set(facts) - options.features.keys()
    if not more or options.clues is None:
        return options
    return _weighed(options.clues, [*options.features, *sorted(more)], index)


class _Holder(Struct, frozen=True):
    """Who restates a fact most surely, and how surely somebody else does."""

    claim: int
    chance: float
    others: float


# A fact, and whether prose restates it or a table: what stands in a table is often told beside it.
_Held = tuple[int, bool]


def _holders(chances: Sequence[Mapping[int, float]], claims: Sequence[Claim]) -> dict[_Held, _Holder]:
    found: dict[_Held, _Holder] = {}
    for number, (each, claim) in enumerate(zip(chances, claims, strict=True)):
        tabled = claim.cell is not None
        for fact, chance in each.items():
            held = found.get((fact, tabled))
            if held is None or chance > held.chance:
                found[fact, tabled] = _Holder(number, chance, held.chance if held else 0.0)
            elif chance > held.others:
                found[fact, tabled] = _Holder(held.claim, held.chance, chance)
    return found


def _at_its_time(options: _Options) -> _Options:
    """The options without the facts of other times, where a table says of which one a figure is."""
    if options.claim.cell is None:
        return options
    kept = {fact: found for fact, found in options.features.items() if not found.apart}
    return replace(options, features=kept, odds={fact: options.odds[fact] for fact in kept})


def _without_taken(options: _Options, number: int, holders: Mapping[_Held, _Holder]) -> dict[int, float]:
    """The odds of a claim's facts, less for those that others restate more surely."""
    odds = {}
    for fact, value in options.odds.items():
        holder = holders.get((fact, options.claim.cell is not None))
        if holder is None:
            odds[fact] = value
        else:
            taken = holder.others if holder.claim == number else holder.chance
            said = options.features[fact]
            odds[fact] = value - TAKEN * taken * (1.0 - max(said.literal, said.near * said.subject))
    return odds


def _match(options: _Options, chances: Mapping[int, float], index: Index) -> Match:
    claim = options.claim
    if not chances:
        return Match(claim, "unsupported")
    best = max(chances, key=lambda fact: (chances[fact], -fact))
    rivals = [fact for fact, chance in chances.items() if chance >= TIE * chances[best]]
    alone = _alone(options.odds, best)
    evidence = evidence_of(options.features[best], chances[best], alone)
    if chances[best] >= BINDING and len(rivals) == 1:
        return verdict_of(claim, index.entries[best].statement, evidence)
    if len(rivals) > 1 and sum(chances[fact] for fact in rivals) >= BINDING:
        between = sorted(rivals, key=lambda fact: (-chances[fact], fact))
        return Match(
            claim, "unsupported", None, evidence, rivals=tuple(index.entries[n].statement.fact for n in between)
        )
    return Match(claim, "unsupported")


def _alone(odds: Mapping[int, float], fact: int) -> float:
    """How probable a fact is by the words of the claim alone."""
    top = max((0.0, *odds.values()))
    return exp(odds[fact] - top) / (exp(-top) + sum(exp(each - top) for each in odds.values()))
