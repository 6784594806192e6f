"""The canonical claims that a press office stands behind."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from factcheck.model.claim import Measure
from factcheck.model.document import Language
from factcheck.model.period import Day, Period
from factcheck.model.quantity import Quantity


class Origin(Struct, frozen=True):
    """Where an entry stands in a facts file; line and column count from 1."""

    path: str
    line: int
    column: int


class Tolerance(Struct, frozen=True):
    """How far a draft may stray: a share of the fact's value when `relative`, else an amount in its base unit."""

    amount: Fraction
    relative: bool


class Fact(Struct, frozen=True):
    """One figure of the facts file: `claim` is the canonical wording, `value` the figure as that file writes it."""

    id: str
    origin: Origin
    claim: str
    value: Quantity
    language: Language
    subject: str | None = None
    aliases: tuple[str, ...] = ()
    measure: Measure | None = None
    when: Period | None = None
    where: str | None = None
    tolerance: Tolerance | None = None
    disputed: tuple[Quantity, ...] = ()
    required: bool = False
    note: str | None = None
    when_text: str | None = None  # `when` as the file writes it: free words that name no period leave `when` None


class OfficialName(Struct, frozen=True):
    """A name as it must be written, with the spellings that must not be used."""

    id: str
    origin: Origin
    name: str
    never: tuple[str, ...] = ()


class Officer(Struct, frozen=True):
    """A person and the office that the person holds."""

    id: str
    origin: Origin
    person: str
    office: str


class Quotation(Struct, frozen=True):
    """Words that a draft may only repeat to the letter."""

    id: str
    origin: Origin
    quote: str


class Source(Struct, frozen=True):
    """What a facts file says of the document that it was drawn from."""

    title: str | None = None
    publisher: str | None = None
    published: Day | None = None
    url: str | None = None


class FactBase(Struct, frozen=True, cache_hash=True):
    """Everything that the facts files of one run say; `sources` holds what each of `paths` says of itself, in the same order."""

    facts: tuple[Fact, ...] = ()
    names: tuple[OfficialName, ...] = ()
    people: tuple[Officer, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    paths: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
