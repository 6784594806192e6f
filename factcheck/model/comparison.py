"""Two versions of a document, claim by claim."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.claim import Claim

# What became of a claim. One that is kept says the same in both versions, though perhaps in other words or another notation.
Fate = Literal["changed", "appeared", "vanished", "kept"]

# In what a claim says something else.
Aspect = Literal["value", "unit", "bound", "direction", "time", "place", "outcome"]


class Counterparts(Struct, frozen=True):
    """A claim of the old version and the claim of the new that stands for it; one of them is None where it has none."""

    old: Claim | None
    new: Claim | None
    aspects: tuple[Aspect, ...] = ()

    @property
    def fate(self) -> Fate:
        if self.old is None:
            return "appeared"
        if self.new is None:
            return "vanished"
        return "changed" if self.aspects else "kept"


class Comparison(Struct, frozen=True):
    """All claims of two versions, in the order of the new one; what vanished stands behind what it stood behind."""

    old: Case
    new: Case
    counterparts: tuple[Counterparts, ...]

    def of(self, *fates: Fate) -> tuple[Counterparts, ...]:
        return tuple(each for each in self.counterparts if each.fate in fates)
