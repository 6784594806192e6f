"""Which mismatches of table cells are not sure enough to be reported.

A table gives one thing for many times, places and parts, of which the facts may hold one. A cell's figure is held against a fact
only where its heads leave nothing open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from factcheck.model.claim import Claim
from factcheck.model.match import Match
from factcheck.model.period import same_time

# So much of what the heads name must the fact know, by what the words tell: less, and they name something narrower.
KNOWN = 0.9


def doubtful_cells(matches: Sequence[Match], known: Sequence[float]) -> list[bool]:
    """For each match whether it is a mismatch of a cell that leaves open whether it is about the fact.

    `known` says for each how much of the words of its heads the fact knows.
    """
    alike = Counter(_subject(match.claim) for match in matches if match.claim.cell is not None)
    return [
        match.claim.cell is not None
        and match.verdict == "mismatch"
        and (share < KNOWN or match.claim.former or not _at_once(match, alike[_subject(match.claim)]))
        for match, share in zip(matches, known, strict=True)
    ]


def _subject(claim: Claim) -> Hashable:
    """What a cell is about, its time and section aside."""
    return (claim.cell and claim.cell.table, claim.subject, claim.measure, claim.quantity.dimension)


def _at_once(match: Match, alike: int) -> bool:
    """Whether claim and fact are surely of one time: both say so, or nothing else in the table could be meant."""
    same = same_time(match.claim.when, match.fact.when if match.fact else None)
    return same is True or (same is None and alike == 1)
