"""A compiled index as matching works with it: the same as one in memory, with what it holds looked up."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from factcheck.facts.compiled.records import Names, decoder, fact_of, key_of, numbers_of, slot_of
from factcheck.facts.compiled.store import Store
from factcheck.facts.index import OPENING, Entry, Index, Weighed, entry_of, known_by, weight_of
from factcheck.facts.slots import Slot
from factcheck.facts.statement import state
from factcheck.model.document import Language
from factcheck.model.period import Period

# So many lists of facts are kept for the claims that follow, of up to 80 KB each; so many words, and wordings of facts.
LISTS, WORDS, WORDINGS = 256, 200_000, 20_000


class Term(NamedTuple):
    """What is kept of a term, but for its facts: how much it tells, by itself and of a fact, and how many facts ask for it."""

    weight: float | None
    tells: float | None
    facts: int


class Shelf:
    """The words of an index for drafts of one language; what was looked up once is kept."""

    def __init__(self, store: Store, language: Language) -> None:
        self.store, self.language = store, language
        self._term = f"SELECT weight, tells, facts FROM terms_{language} WHERE term = ?"  # noqa: S608
        self._numbers = f"SELECT numbers FROM terms_{language} WHERE term = ?"  # noqa: S608
        self._word = f"SELECT slot, weight FROM words_{language} WHERE word = ?"  # noqa: S608
        self._terms: dict[str, Term | None] = {}
        self._words: dict[int, tuple[Slot, float | None]] = {}
        self.numbers = lru_cache(LISTS)(self._read_numbers)

    def tidy(self) -> None:
        """Let go of what was looked up for many drafts."""
        if len(self._terms) > WORDS:
            self._terms = {}
        if len(self._words) > WORDS:
            self._words = {}

    def term(self, term: str) -> Term | None:
        """A term; None where no fact has it."""
        if term not in self._terms:
            row = self.store.one(self._term, term)
            self._terms[term] = None if row is None else Term(*row)
        return self._terms[term]

    def word(self, number: int) -> tuple[Slot, float | None]:
        """A word that facts ask for, and how much it tells; None where it stands in names alone."""
        found = self._words.get(number)
        if found is None:
            data, weight = self.store.one(self._word, number)
            found = self._words[number] = slot_of(data), weight
        return found

    def weighed(self, words: Sequence[int]) -> Weighed:
        """Words with what they tell."""
        pairs = [(slot, weight) for slot, weight in map(self.word, words) if weight is not None]
        plain = tuple((slot.key, weight) for slot, weight in pairs if slot.is_plain)
        others = tuple((slot, weight) for slot, weight in pairs if not slot.is_plain)
        return Weighed(plain, others, sum([weight for _, weight in (*plain, *others)]))

    def _read_numbers(self, term: str) -> array[int]:
        return numbers_of(self.store.one(self._numbers, term)[0])


class _Facts(Sequence[int]):
    """The facts that ask for a term; those behind the first ones that are ever followed are only counted."""

    def __init__(self, shelf: Shelf, term: str, count: int) -> None:
        self._shelf, self._term, self._count = shelf, term, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        return self._shelf.numbers(self._term)[at]


class _Terms:
    """The terms of an index. Nobody goes through all of them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __iter__(self) -> Iterator[str]:
        return (term for (term,) in self._shelf.store.rows(f"SELECT term FROM terms_{self._shelf.language}"))  # noqa: S608

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Lists(_Terms, Mapping[str, Sequence[int]]):
    def __contains__(self, term: object) -> bool:
        found = self._shelf.term(term) if isinstance(term, str) else None
        return found is not None and found.facts > 0

    def __getitem__(self, term: str) -> Sequence[int]:
        found = self._shelf.term(term)
        if found is None or not found.facts:
            raise KeyError(term)
        return _Facts(self._shelf, term, found.facts)


class _Tells(_Terms, Mapping[str, float]):
    def __getitem__(self, term: str) -> float:
        found = self._shelf.term(term)
        if found is None or found.tells is None:
            raise KeyError(term)
        return found.tells


class _Weights(_Terms, Mapping[str, float]):
    def __getitem__(self, term: str) -> float:
        found = self._shelf.term(term)
        if found is None or found.weight is None:
            raise KeyError(term)
        return found.weight


class _Told(dict[int, float]):
    """How much of each word a text tells; reckoned when it is first asked for."""

    def __init__(self, shelf: Shelf, strengths: Mapping[str, float]) -> None:
        super().__init__()
        self._shelf, self._strengths = shelf, strengths

    def __missing__(self, word: int) -> float:
        slot, weight = self._shelf.word(word)
        told = 0.0
        if weight is not None:
            strength = self._strengths.get(slot.key, 0.0) if slot.is_plain else slot.filled(self._strengths)
            told = weight * strength
        self[word] = told
        return told


class _Asked(NamedTuple):
    """What a fact's wording tells in all, the number of its time, and the words that it asks for."""

    whole: float
    time: int | None
    wording: array[int]


class _Stored:
    """The facts of an index, for one draft: what was read for one claim serves the next."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf, self._store = shelf, shelf.store
        self._wordings = (
            f"SELECT number, whole, time, wording FROM json_each(?) JOIN asked_{shelf.language} ON number = value"  # noqa: S608
        )
        self._one = (
            "SELECT record, wording, names FROM facts "  # noqa: S608
            f"JOIN asked_{shelf.language} USING (number) JOIN names_{shelf.language} USING (number) WHERE number = ?"
        )
        self._entries: dict[int, Entry] = {}
        self._asked: dict[int, _Asked] = {}

    def __len__(self) -> int:
        return self._store.header.facts

    def __iter__(self) -> Iterator[Entry]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = self._read(number)
        return entry

    def wholes(self, numbers: Sequence[int]) -> list[float]:
        asked = self._asked_by(numbers)
        return [asked[number].whole for number in numbers]

    def told(self, numbers: Sequence[int], strengths: Mapping[str, float]) -> list[float]:
        asked, told = self._asked_by(numbers), _Told(self._shelf, strengths)
        return [sum(map(told.__getitem__, asked[number].wording)) for number in numbers]

    def times(self, numbers: Sequence[int]) -> list[Period | None]:
        asked, times = self._asked_by(numbers), self._store.header.times
        return [None if (time := asked[number].time) is None else times[time] for number in numbers]

    def _asked_by(self, numbers: Sequence[int]) -> Mapping[int, _Asked]:
        if len(self._asked) > WORDINGS:
            self._asked = {}
        missing = [number for number in numbers if number not in self._asked]
        if missing:
            rows = self._store.all(self._wordings, json.dumps(missing))
            self._asked |= {number: _Asked(whole, time, numbers_of(wording)) for number, whole, time, wording in rows}
        return self._asked

    def _read(self, number: int) -> Entry:
        record, wording, beside = self._store.one(self._one, number)
        fact, claim = fact_of(record, self._store.dictionary)
        single, names = decoder(Names).decode(beside)
        words = numbers_of(wording)
        known = known_by(self._shelf.word(word)[0] for word in (*words, *single))
        return entry_of(
            state(fact, () if claim is None else (claim,)),
            tuple(map(self._shelf.weighed, names)),
            self._shelf.weighed(words),
            known,
            self._store.header.usual,
        )


class _Opened:
    """Facts by the whole of what stands around their figures: all lengths that any has are looked up."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def beginning(self, left: str, right: str) -> Sequence[int]:
        ahead: list[int] = []
        behind: list[int] = []
        for length in self._store.header.lefts:
            if length > len(left):
                break
            (ahead if length else behind).extend(self._standing(left[:length], right))
        return sorted(ahead) + sorted(behind)

    def _standing(self, left: str, right: str) -> Iterator[int]:
        for (length,) in self._store.all("SELECT right FROM lefts WHERE key = ?", key_of(left)):
            # Nothing before a figure and little behind it is looked for as it stands.
            if length <= len(right) if left or length >= OPENING else length == len(right):
                both = key_of(left, right[:length])
                yield from (n for (n,) in self._store.all("SELECT number FROM bodies WHERE key = ?", both))


def index_of(shelf: Shelf) -> Index:
    """The index for one draft."""
    store = shelf.store
    shelf.tidy()
    return Index(
        shelf.language,
        _Stored(shelf),
        _Lists(shelf),
        _Tells(shelf),
        _Weights(shelf),
        weight_of("", store.header.facts, 0),
        any(language != shelf.language for language in store.header.spoken),
        store.header.usual,
        _Opened(store),
    )
