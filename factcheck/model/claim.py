"""What a quantity says of the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span

Measure = Literal[
    "total", "increase", "decrease", "growth", "decline", "share", "difference", "average", "rank", "target"
]

# Against what a change is measured: the year before, the period before, the start of the year, or nothing said.
Basis = Literal["year-on-year", "period-on-period", "year-to-date", "annual-average"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity with its subject, measure and scope.

    `wording` is the clause with every figure masked, the value-free evidence that matching compares. `listed` gives the
    place of a value in a 分别/respectively list (from 0) and the list's length.
    """

    quantity: Quantity
    subject: str
    subject_span: Span | None
    measure: Measure
    clause: Span
    sentence: Span
    wording: str
    basis: Basis | None = None
    when: Period | None = None
    where: str | None = None
    planned: bool = False  # a target or a forecast, not an outcome
    part: bool = False  # named as a part of what stands before: 其中, of which
    role: Literal["", "from", "to"] = ""  # in a change pair: 由63个调整为84个
    listed: tuple[int, int] | None = None
    heading: str = ""

    @property
    def span(self) -> Span:
        return self.quantity.span
