"""What a quantity says of the world."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span

Measure = Literal[
    "total", "increase", "decrease", "growth", "decline", "share", "difference", "average", "rank", "target"
]

# Against what a change is measured: the year before, the period before, the start of the year, or nothing said.
Basis = Literal["year-on-year", "period-on-period", "year-to-date", "annual-average"]


# What stands for a figure and for a period in the value-free wording of a claim.
MASK = "#"
TIME = "@"


class Cell(Struct, frozen=True):
    """What a table says around one of its figures, beside what the claim itself holds."""

    table: int  # the table's number in the document
    written: str  # the figure as prose would write it: 623.5亿元, $12.3 million
    wording: str  # with what it is of: 地区生产总值同比增长5.8%
    caption: str = ""
    topic: str = ""  # what the caption narrows the table down to
    section: str = ""  # the row without figures that it stands under


class Claim(Struct, frozen=True):
    """A quantity with its subject, measure and scope.

    The words around the figure are kept value-free, as the evidence that matching compares: every figure in them is
    masked by MASK, every period by TIME. `before` and `after` are the rest of its clause, `lead` and `tail` the rest of its
    sentence. `near` is the nearest phrase: from the figure or joiner before it to the one behind.
    `listed` gives the place of a value in a 分别/respectively list (from 0) and the list's length.
    """

    quantity: Quantity
    subject: str
    measure: Measure
    clause: Span
    sentence: Span
    before: str
    after: str
    near: tuple[str, str]
    beside: tuple[Quantity, ...] = ()  # the other figures of its clause
    lead: str = ""
    ahead: str = ""  # the sentence before, when it belongs to the same passage
    tail: str = ""
    basis: Basis | None = None
    when: Period | None = None
    where: str | None = None
    planned: bool = False  # a target or a forecast, not an outcome
    part: bool = False  # named as a part of what stands before: 其中, of which
    role: Literal["", "from", "to"] = ""  # in a change pair: 由63个调整为84个
    listed: tuple[int, int] | None = None
    heading: str = ""
    own_time: bool = False  # the period stands in the claim's own clause
    points_back: bool = False  # its clause begins with a word that stands for what was said before
    sentence_points_back: bool = False  # so does its sentence
    scoped: str = (
        ""  # what the sentence said, before the claim's clause, of whom or what it speaks: For cars using petrol, …
    )
    elided: bool = False  # its clause goes on about the subject of the one before: 同比增长7.8%
    noun: str = ""  # what is counted, in a language with spaces
    definite: bool = False  # it was spoken of before: the 86 trams, all 86 trams
    former: bool = (
        False  # what was before, by the words next to the figure: a year earlier, 原有; or the first end of a change
    )
    negated: bool = False  # the words next to the figure deny something: 38% do not
    plain: bool = False  # the nearest phrase says the subject and nothing that narrows it down

    cell: Cell | None = None  # where the figure stands in a table whose heads tell what it is

    @property
    def span(self) -> Span:
        return self.quantity.span
