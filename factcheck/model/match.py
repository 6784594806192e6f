"""Which fact a claim restates, and whether the two agree."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.claim import Claim
from factcheck.model.fact import Fact

Verdict = Literal["verified", "rounded", "approximate", "mismatch", "disputed", "unsupported"]

# What kind of slip a mismatch looks like; None when it looks like no slip in particular.
Slip = Literal[
    "swapped-digits",
    "lost-digit",
    "extra-digit",
    "wrong-digit",
    "moved-point",
    "scale",
    "unit",
    "hedge",
    "direction",
    "period",
    "neighbour",
    "exchanged",
]


class Evidence(Struct, frozen=True):
    """How much each kind of evidence speaks for a match: each part from 0 to 1.

    `score` is the probability of the match; `neighbours` is how much of it the matches of the claims beside lend.
    """

    score: float
    wording: float
    subject: float
    measure: float
    unit: float
    scope: float
    neighbours: float = 0.0


class Match(Struct, frozen=True):
    """The verdict on one claim. `fact` is None when it is unsupported; `rivals` then names facts that it lies between."""

    claim: Claim
    verdict: Verdict
    fact: Fact | None = None
    evidence: Evidence | None = None
    slip: Slip | None = None
    rivals: tuple[Fact, ...] = ()
    other: Fact | None = None  # of a slip "neighbour" or "exchanged": the fact whose figure the draft gives
