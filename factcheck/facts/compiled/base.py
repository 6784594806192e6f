"""The facts of a compiled index, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from factcheck.facts.compiled.records import decoder, fact_of
from factcheck.facts.compiled.store import Store
from factcheck.facts.compiled.writer import Documents, Others
from factcheck.model.fact import Fact, FactBase, FactStore


class StoredFacts(FactStore):
    """The facts in their order."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return self._store.header.facts

    @overload
    def __getitem__(self, at: int) -> Fact: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Fact]: ...

    def __getitem__(self, at: int | slice) -> Fact | Sequence[Fact]:
        numbers = range(len(self))[at]
        return self._at(numbers) if isinstance(numbers, int) else tuple(map(self._at, numbers))

    def __iter__(self) -> Iterator[Fact]:
        return self._facts("SELECT record FROM facts ORDER BY number")

    def named(self, name: str) -> Fact | None:
        row = self._store.one("SELECT record FROM facts WHERE id = ?", name)
        return None if row is None else self._fact(row[0])

    def required(self) -> tuple[Fact, ...]:
        return tuple(self._facts("SELECT record FROM facts WHERE required ORDER BY number"))

    def _at(self, number: int) -> Fact:
        return self._fact(self._store.one("SELECT record FROM facts WHERE number = ?", number)[0])

    def _facts(self, query: str) -> Iterator[Fact]:
        return (self._fact(record) for (record,) in self._store.rows(query))

    def _fact(self, record: bytes) -> Fact:
        return fact_of(record, self._store.dictionary)[0]


def base_of(store: Store) -> FactBase:
    """All that a compiled index says."""
    names, people, quotes = decoder(Others).decode(store.meta("others"))
    paths, sources = decoder(Documents).decode(store.meta("documents"))
    return FactBase(StoredFacts(store), names, people, quotes, paths, sources)
