"""Facts that are told apart by few of their words: the years of a series, the same figure of two places.

A base of many facts is full of them, and each alone would be a fair match for a claim about another one: together they would
leave none of them likely. What the claim says of the words that tell two of them apart, and of their times, decides between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from msgspec import Struct

from factcheck.facts.index import Entry, Weighed, remote
from factcheck.model.period import Period

# Two facts are siblings when they share at least such a part of the words that either asks for.
ALIKE = 0.5

# Of the words that only one of them has, the claim must say what tells so much (as weights of terms go), and of the other's at the
# most such a part of the share of them that it says of the one's.
SAID, UNSAID = 2.0, 0.35

# So much is taken from a fact, in log odds, where a claim speaks of its sibling.
GIVEN = 3.0

# So many facts of a kind, among those that a claim may restate, are a crowd.
CROWD = 12

# So many of the likeliest facts are held against the others.
LEADERS = 8


class _Words(Struct, frozen=True):
    """What a fact asks for: each word with how much it tells, and how much of that the claim says."""

    asked: Mapping[str, float]
    said: Mapping[str, float]


def giving_way(
    odds: Mapping[int, float], entries: Mapping[int, Entry], strengths: Mapping[str, float], when: Period | None
) -> dict[int, float]:
    """The odds of facts that a claim may restate, less for those of whose siblings it speaks, where they are a crowd."""
    ordered = sorted(odds, key=lambda number: (-odds[number], number))
    words = {number: _words(entries[number].wording, strengths) for number in ordered}
    crowd = len(odds) >= CROWD and sum(_alike(words[ordered[0]], each) for each in words.values()) >= CROWD
    found = dict(odds)
    for place, number in enumerate(ordered):
        time = entries[number].statement.when
        for leader in ordered[: min(place, LEADERS)]:
            later = remote(when, time) - remote(when, entries[leader].statement.when)
            mine, theirs = words[number], words[leader]
            if (later > 1 and mine.asked.keys() == theirs.asked.keys()) or (crowd and _gives_way(mine, theirs, later)):
                found[number] -= GIVEN
                break
    return found


def of_other_times(odds: Mapping[int, float], entries: Mapping[int, Entry], when: Period | None) -> dict[int, float]:
    """The odds of facts whose wording a claim repeats, less for those of other times where one is of its own."""
    times = {number: remote(when, entries[number].statement.when) for number in odds}
    if 0 not in times.values():
        return dict(odds)
    return {number: each - GIVEN if times[number] > 1 else each for number, each in odds.items()}


def _words(wording: Weighed, strengths: Mapping[str, float]) -> _Words:
    asked = dict(wording.plain)
    said = {term: weight * strengths[term] for term, weight in wording.plain if term in strengths}
    for slot, weight in wording.slots:
        asked[slot.key] = weight
        said[slot.key] = weight * slot.filled(strengths)
    return _Words(asked, said)


def _alike(one: _Words, two: _Words) -> bool:
    shared = len(one.asked.keys() & two.asked.keys())
    return shared >= ALIKE * max(len(one.asked), len(two.asked))


def _gives_way(mine: _Words, theirs: _Words, later: int) -> bool:
    """Whether a fact gives way to a sibling, whose time is so much nearer to the claim's."""
    if not _alike(mine, theirs):
        return False
    own, other = mine.asked.keys() - theirs.asked.keys(), theirs.asked.keys() - mine.asked.keys()
    own_share, share = _share(mine, own), _share(theirs, other)
    if share * _sum(theirs.asked, other) >= SAID and own_share <= UNSAID * share:
        return later >= 0
    return later > 1 and own_share <= share


def _share(words: _Words, keys: Set[str]) -> float:
    """How much of these words the claim says, of what they tell."""
    whole = _sum(words.asked, keys)
    return _sum(words.said, keys) / whole if whole else 0.0


def _sum(weights: Mapping[str, float], keys: Set[str]) -> float:
    return sum([weights.get(key, 0.0) for key in sorted(keys)])
