"""Which mismatches are sure enough to be reported: an alarm must be right nearly always.

A match says what a claim is about, whatever its figure. But among figures that differ from their facts, those that nobody could
have mistyped for one another (31 points, where the fact gives 566) mostly belong to something else that the facts don't cover,
and those that are another fact's figure mostly to that fact. So how sure a match must be depends on what the slip looks like.
The limits keep nine alarms of ten right on labelled drafts whose words are quite other than the facts'; a draft in words like
the facts' is far above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from factcheck.model.match import Match, Slip


class Sure(Struct, frozen=True):
    """What it takes: the probability of the match, and what speaks for it by the claim's own words (log odds)."""

    score: float
    words: float = 0.0


# By what the slip looks like. One that hits a figure of two digits or more by chance is rare.
ENOUGH: Mapping[Slip | None, Sure] = {
    "swapped-digits": Sure(0.4),
    "moved-point": Sure(0.4),
    "scale": Sure(0.4),
    "direction": Sure(0.4),
    "hedge": Sure(0.6),
    "lost-digit": Sure(0.6),
    "extra-digit": Sure(0.6),
    "wrong-digit": Sure(0.93),
    "unit": Sure(0.6),
    "neighbour": Sure(0.8, 3.0),
    "exchanged": Sure(0.8),
    None: Sure(0.9, 5.8),
}

# A figure of which the source gives two values: a warning.
DISPUTED = Sure(0.8)

# A figure of one digit looks like any other: here a slip must be sure by the words themselves.
ONE_DIGIT = Sure(0.95, 6.0)

# So much more must speak, by the words, for the fact that is mismatched than for another one that has the figure; of two figures
# that are exchanged, for both together.
LEAD = 0.6


class Words(Struct, frozen=True):
    """What a claim's own words say: for the fact that it restates, and for the likeliest one that has its figure (log odds)."""

    best: float
    agreeing: float | None


def doubtful(matches: Sequence[Match], words: Sequence[Words | None]) -> list[bool]:
    """For each match whether it would raise an alarm and is not sure enough for it."""
    return [
        (match.verdict == "mismatch" and said is not None and not _is_sure(number, matches, words, said))
        or (match.verdict == "disputed" and match.evidence is not None and match.evidence.score < DISPUTED.score)
        for number, (match, said) in enumerate(zip(matches, words, strict=True))
    ]


def _is_sure(number: int, matches: Sequence[Match], words: Sequence[Words | None], said: Words) -> bool:
    match = matches[number]
    needed = ENOUGH.get(match.slip, ENOUGH[None])
    if match.slip not in ("direction", "hedge", "exchanged") and _digits(match) < 2:
        needed = ONE_DIGIT
    if match.evidence is None or match.evidence.score < needed.score or said.best < needed.words:
        return False
    if match.slip in ("direction", "hedge"):
        return True
    if said.agreeing is None:
        return match.slip != "neighbour" or said.best >= ENOUGH[None].words
    lead = said.best - said.agreeing
    if match.slip == "exchanged":
        return lead + _lead_of_partner(number, matches, words) >= LEAD
    return lead >= LEAD


def _lead_of_partner(number: int, matches: Sequence[Match], words: Sequence[Words | None]) -> float:
    """How much the words of the claim with which figures were exchanged speak for its fact."""
    match = matches[number]
    for other, said in zip(matches, words, strict=True):
        if other.fact is match.other and other.other is match.fact and said is not None and said.agreeing is not None:
            return said.best - said.agreeing
    return 0.0


def _digits(match: Match) -> int:
    """How many figures a reader sees, closing zeros aside; words count as one."""
    shown = [character for character in match.claim.quantity.text if character.isdecimal()]
    return len("".join(shown).strip("0"))
