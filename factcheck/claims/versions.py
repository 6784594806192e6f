"""Which claim of one version of a text is which of another.

The claims of both are held against each other by the value-free wording around their figures, in four rounds, each for what
the ones before have left: the same sentence with the same figure, the same sentence, the same clause, and words that are
alike. The first three keep the order of the text, as the longest common subsequence does; the last finds what was moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from factcheck.model.agreement import comparable, in_common
from factcheck.model.claim import Claim, Measure
from factcheck.model.comparison import Aspect, Counterparts
from factcheck.model.period import same_time

# From here on the words round two figures are alike enough for one claim that was reworded, on a scale of 100.
_ALIKE = 62

# So many claims of the other version, those with most word pairs in common, are looked at for each.
_CANDIDATES = 12

# Among these a unit more or less is another way to say the same.
_COUNTED = frozenset({"number", "count", "person"})

_DOWN: frozenset[Measure] = frozenset({"decrease", "decline"})
_UP: frozenset[Measure] = frozenset({"increase", "growth"})

Pairs = dict[int, int]


def counterparts(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[Counterparts, ...]:
    """All claims of both versions, each with its counterpart if it has one, in the order that Comparison tells."""
    pairs: Pairs = {}
    for key in (_sentence_and_figure, _sentence, _clause):
        for old_run, new_run in _gaps(pairs, len(old), len(new)):
            pairs |= _in_order(old, new, old_run, new_run, key)
    pairs |= _alike(old, new, pairs)
    return tuple(_merged(old, new, pairs))


def aspects(old: Claim, new: Claim) -> tuple[Aspect, ...]:
    """In what two claims on one thing differ."""
    one, two = in_common(old.quantity, new.quantity)
    hedges = [claim.quantity.hedge.kind if claim.quantity.hedge else None for claim in (old, new)]
    dimensions = {old.quantity.dimension, new.quantity.dimension}
    told: dict[Aspect, bool] = {
        "unit": len(dimensions) > 1 and not dimensions <= _COUNTED,
        "value": (one.base_low, one.base_high, one.open_high) != (two.base_low, two.base_high, two.open_high),
        "bound": hedges[0] != hedges[1],
        "direction": _turned(old, new),
        "time": same_time(old.when, new.when) is False,
        "place": None not in (old.where, new.where) and old.where != new.where,
        "outcome": old.planned != new.planned,
    }
    return tuple(aspect for aspect, differs in told.items() if differs)


def _turned(old: Claim, new: Claim) -> bool:
    """Whether what went up goes down, or the reverse."""
    return (old.measure in _UP and new.measure in _DOWN) or (old.measure in _DOWN and new.measure in _UP)


def _sentence(claim: Claim) -> Hashable:
    return claim.lead, claim.before, claim.after, claim.tail


def _sentence_and_figure(claim: Claim) -> Hashable:
    quantity = claim.quantity
    hedge = quantity.hedge.kind if quantity.hedge else None
    return _sentence(claim), quantity.dimension, quantity.base_low, quantity.base_high, hedge


def _clause(claim: Claim) -> Hashable:
    return claim.before, claim.after


def _gaps(pairs: Pairs, old_size: int, new_size: int) -> Iterator[tuple[range, range]]:
    """The stretches of both versions between the pairs that are found already."""
    old_at = new_at = 0
    for old_number, new_number in [*sorted(pairs.items()), (old_size, new_size)]:
        if old_at < old_number and new_at < new_number:
            yield range(old_at, old_number), range(new_at, new_number)
        old_at, new_at = old_number + 1, new_number + 1


def _in_order(
    old: Sequence[Claim], new: Sequence[Claim], old_run: range, new_run: range, key: Callable[[Claim], Hashable]
) -> Pairs:
    """The longest common subsequence of two stretches, by a key."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - for comparisons alone

    numbers: dict[Hashable, int] = defaultdict(lambda: len(numbers))
    one, two = ([numbers[key(claims[at])] for at in run] for claims, run in ((old, old_run), (new, new_run)))
    return {
        old_run[operation.src_start + at]: new_run[operation.dest_start + at]
        for operation in LCSseq.opcodes(one, two)
        if operation.tag == "equal"
        for at in range(operation.src_end - operation.src_start)
    }


def _alike(old: Sequence[Claim], new: Sequence[Claim], pairs: Pairs) -> Pairs:
    """The claims left over whose words are alike, the most alike first."""
    left_old = [at for at in range(len(old)) if at not in pairs]
    taken_new = set(pairs.values())
    left_new = [at for at in range(len(new)) if at not in taken_new]
    found: Pairs = {}
    taken: set[int] = set()
    scored = [
        (-score, abs(one - two), one, two)
        for one, two in _candidates(old, new, left_old, left_new)
        if (score := _likeness(old[one], new[two])) >= _ALIKE
    ]
    for _, _, one, two in sorted(scored):
        if one not in found and two not in taken:
            found[one] = two
            taken.add(two)
    return found


def _candidates(
    old: Sequence[Claim], new: Sequence[Claim], left_old: Sequence[int], left_new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """For each old claim the new ones that share most with it."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at in left_new:
        for term in _terms(new[at]):
            holding[term].append(at)
    for at in left_old:
        shared = Counter(other for term in _terms(old[at]) for other in holding.get(term, ()))
        for other in sorted(shared, key=lambda other: (-shared[other], other))[:_CANDIDATES]:
            if comparable(old[at].quantity, new[other].quantity):
                yield at, other


def _terms(claim: Claim) -> set[str]:
    words = _words(claim)
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _words(claim: Claim) -> str:
    return f"{claim.subject} {claim.before}{claim.after}".lower()


def _likeness(old: Claim, new: Claim) -> float:
    """How much the words round two figures are alike, from 0 to 100: the subject, where both have one, as much as the clause."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    if old.measure != new.measure and not _turned(old, new):
        return 0.0
    clause = token_sort_ratio(old.before + old.after, new.before + new.after)
    if not old.subject or not new.subject:
        return clause
    return (token_sort_ratio(old.subject, new.subject) + clause) / 2


def _merged(old: Sequence[Claim], new: Sequence[Claim], pairs: Pairs) -> Iterator[Counterparts]:
    """The claims of both versions in one order."""
    partner = {two: one for one, two in pairs.items()}
    behind: dict[int, list[int]] = defaultdict(list)  # what vanished, by the new claim that it stands behind
    last = -1
    for at in range(len(old)):
        if at in pairs:
            last = pairs[at]
        else:
            behind[last].append(at)
    for at in range(-1, len(new)):
        if at >= 0:
            one = old[partner[at]] if at in partner else None
            yield Counterparts(one, new[at], aspects(one, new[at]) if one is not None else ())
        yield from (Counterparts(old[gone], None) for gone in behind[at])
