"""The canonical claims that a press office stands behind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import chain
from typing import TypeAlias

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


Entry: TypeAlias = Fact | OfficialName | Officer | Quotation

# More facts than that are a work of reference: no set of drafts states them all.
MANY = 5_000


class Source(Struct, frozen=True):
    """What a facts file says of the document that it was drawn from."""

    title: str | None = None
    publisher: str | None = None
    published: Day | None = None
    url: str | None = None


class FactStore(Sequence[Fact], ABC):
    """Facts that are kept elsewhere than in memory: going through all of them takes long."""

    @abstractmethod
    def named(self, name: str) -> Fact | None:
        """The fact with this id."""

    @abstractmethod
    def required(self) -> tuple[Fact, ...]:
        """The facts that every draft must state."""


class FactBase(Struct, frozen=True, cache_hash=True, dict=True):  # with room for what is looked up by
    """Everything that the facts files of one run say; `sources` holds what each of `paths` says of itself, in the same order."""

    facts: tuple[Fact, ...] | FactStore = ()
    names: tuple[OfficialName, ...] = ()
    people: tuple[Officer, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    paths: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def entries(self) -> int:
        """How many facts, names, people and quotes there are."""
        return len(self.facts) + len(self.names) + len(self.people) + len(self.quotes)

    @cached_property
    def expected(self) -> tuple[Fact, ...]:
        """The facts that drafts may be expected to state: all, or the required ones of more than any set of drafts does."""
        if isinstance(self.facts, FactStore):
            return tuple(self.facts) if len(self.facts) <= MANY else self.facts.required()
        return self.facts if len(self.facts) <= MANY else tuple(fact for fact in self.facts if fact.required)

    def named(self, name: str) -> Entry | None:
        """The entry with this id."""
        found = self._by_id.get(name)
        return self.facts.named(name) if found is None and isinstance(self.facts, FactStore) else found

    @cached_property
    def _by_id(self) -> Mapping[str, Entry]:
        facts = () if isinstance(self.facts, FactStore) else self.facts
        listed: Iterable[Entry] = chain(facts, self.names, self.people, self.quotes)
        return {entry.id: entry for entry in listed}
