"""Chunks of facts, brought together in one file.

Facts are numbered in the order in which they come, and words in the order in which facts ask for them, so that the same facts
make the same file.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from factcheck.facts.compiled.chunk import Chunk, Made, Other, Words
from factcheck.facts.compiled.header import FORM, MARK, Header, SourceFile, parts_of_program
from factcheck.facts.compiled.records import encoder, packed
from factcheck.facts.compiled.tables import LAST, SHARED, of_language
from factcheck.facts.index import BUDGET, latest_of_most, tells_of, terms_of, weight_of
from factcheck.facts.problems import taken
from factcheck.facts.slots import Slot
from factcheck.model.document import Language
from factcheck.model.fact import Officer, OfficialName, Origin, Quotation, Source
from factcheck.model.period import Period
from factcheck.model.problem import Problem
from factcheck.version import __version__

Others = tuple[tuple[OfficialName, ...], tuple[Officer, ...], tuple[Quotation, ...]]
Documents = tuple[tuple[str, ...], tuple[Source, ...]]


# A file that nobody sees before it is whole needs no journal.
_SETTINGS = (
    f"PRAGMA application_id = {MARK}",
    "PRAGMA page_size = 8192",
    "PRAGMA cache_size = -64000",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
)


class Writer:
    """Writes an index to a temporary file, which takes its place when it is whole."""

    def __init__(self, path: Path, languages: Sequence[Language], dictionary: bytes) -> None:
        self._path = path
        self._draft = path.with_name(f".{path.name}.new")
        self._draft.unlink(missing_ok=True)
        self._database = sqlite3.connect(self._draft, isolation_level=None)
        for statement in (*_SETTINGS, "BEGIN", *SHARED):
            self._database.execute(statement)
        self._put("dictionary", dictionary)
        self._words = {language: _Words(self._database, language) for language in languages}
        self._facts = 0
        self._others: list[Other] = []
        self._spoken: set[Language] = set()
        self._times: dict[Period, int] = {}
        self._time_of = array("i")  # by fact; -1 for none
        self._lefts: set[int] = set()
        self._ids: dict[str, tuple[str, int, int]] = {}
        self._bad = False

    def __len__(self) -> int:
        return self._facts

    @property
    def entries(self) -> int:
        """How many facts, and how much else, the chunks had."""
        return self._facts + len(self._others)

    def add(self, chunk: Chunk) -> list[Problem]:
        """Take the facts of the next chunk in; what is wrong with them. Where anything is, the index is of no use."""
        facts, words = chunk.contents()
        problems = [*chunk.problems, *self._taken((*facts, *chunk.others))]
        self._bad = self._bad or bool(problems)
        if not self._bad:
            self._add(facts, words)
            self._others += chunk.others
        return problems

    def _taken(self, entries: Iterable[Made | Other]) -> Iterator[Problem]:
        """An id may stand once."""
        for each in entries:
            place = (each.origin.path, each.origin.line, each.origin.column)
            first = self._ids.setdefault(each.id, place)
            if first != place:
                yield taken(each.id, each.origin, Origin(*first))

    def _add(self, facts: Sequence[Made], words: Mapping[Language, Words]) -> None:
        first = self._facts
        rows = ((n, made.id, made.required, made.record) for n, made in enumerate(facts, first))
        self._database.executemany("INSERT INTO facts VALUES (?, ?, ?, ?)", rows)
        self._add_openings(facts, first)
        for made in facts:
            self._spoken.add(made.language)
            when = made.when
            self._time_of.append(-1 if when is None else self._times.setdefault(when, len(self._times)))
        for language, asked in words.items():
            self._words[language].add(asked, first)
        self._facts += len(facts)

    def finish(
        self,
        command: str,
        files: tuple[SourceFile, ...],
        folders: tuple[str, ...],
        others: tuple[Other, ...],
        documents: Documents,
    ) -> None:
        """Write what depends on all facts, and what else there is; put the file in its place. Raises OSError."""
        for words in self._words.values():
            words.close(self._facts, self._time_of)
        times = tuple(self._times)
        header = Header(
            __version__,
            parts_of_program(),
            command,
            files,
            folders,
            self._facts,
            tuple(self._words),
            tuple(sorted(self._spoken)),
            latest_of_most(times[time] for time in self._time_of if time >= 0),
            times,
            tuple(sorted(self._lefts)),
        )
        self._put("form", encoder().encode((FORM,)))
        self._put("header", encoder().encode(header))
        self._put("others", encoder().encode(_by_kind((*others, *self._others))))
        self._put("documents", encoder().encode(documents))
        for statement in (*LAST, "COMMIT"):
            self._database.execute(statement)
        self._database.close()
        self._draft.replace(self._path)

    def close(self) -> None:
        """Leave nothing behind that is not finished."""
        self._database.close()
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)

    def _put(self, key: str, value: bytes) -> None:
        self._database.execute("INSERT INTO meta VALUES (?, ?)", (key, value))

    def _add_openings(self, facts: Sequence[Made], first: int) -> None:
        openings = [(each.opening, n) for n, each in enumerate(facts, first) if each.opening is not None]
        self._lefts |= {opening.left for opening, _ in openings}
        lefts = sorted({(opening.before, opening.right) for opening, _ in openings})
        bodies = sorted((opening.both, number) for opening, number in openings)
        self._database.executemany("INSERT OR IGNORE INTO lefts VALUES (?, ?)", lefts)
        self._database.executemany("INSERT INTO bodies VALUES (?, ?)", bodies)


class _List:
    """The facts that ask for a term: how many they are, and the first of them, as many as are ever followed."""

    __slots__ = ("count", "last", "numbers")

    def __init__(self) -> None:
        self.numbers = array("I")
        self.count = 0
        self.last = -1


class _Words:
    """The words that facts ask for in drafts of one language."""

    def __init__(self, database: sqlite3.Connection, language: Language) -> None:
        self._database, self._language = database, language
        for table in of_language(language):
            database.execute(table)
        self._numbers: dict[Slot, int] = {}
        self._slots: list[Slot] = []
        self._sharing = array("I")  # by word, how many wordings have it
        self._telling: set[int] = set()
        self._lists: dict[str, _List] = defaultdict(_List)
        self._of_word: list[tuple[_List, ...]] = []
        self._wordings, self._lengths = array("I"), array("H")

    def add(self, words: Words, first: int) -> None:
        numbers = [self._number(slot) for slot in words.slots]
        names = []
        for fact, asked in enumerate(words.asked, first):
            wording = [numbers[word] for word in asked.wording]
            single = [numbers[word] for word in asked.single]
            self._wordings.extend(wording)
            self._lengths.append(len(wording))
            for word in single:
                self._sharing[word] += 1
            self._follow(wording, fact)
            named = tuple(tuple([numbers[word] for word in name]) for name in asked.names)
            names.append((fact, encoder().encode((single, named))))
        self._database.executemany(f"INSERT INTO names_{self._language} VALUES (?, ?)", names)  # noqa: S608

    def _number(self, slot: Slot) -> int:
        number = self._numbers.setdefault(slot, len(self._slots))
        if number == len(self._slots):
            self._slots.append(slot)
            self._sharing.append(0)
            self._of_word.append(())
        return number

    def _follow(self, wording: Iterable[int], fact: int) -> None:
        """Take a fact into the lists of all terms of its wording."""
        sharing, telling = self._sharing, self._telling
        for word in wording:
            sharing[word] += 1
            if word not in telling:
                telling.add(word)
                terms = (term for term in terms_of(self._slots[word]) if len(term) > 1)
                self._of_word[word] = tuple(self._lists[term] for term in terms)
            for each in self._of_word[word]:
                if each.last != fact:
                    each.last = fact
                    each.count += 1
                    if each.count <= BUDGET:
                        each.numbers.append(fact)

    def close(self, facts: int, times: Sequence[int]) -> None:
        sharing: dict[str, int] = defaultdict(int)
        for slot, number in zip(self._slots, self._sharing, strict=True):
            if number:
                sharing[slot.key] += number
        by_key = {key: weight_of(key, facts, shared) for key, shared in sharing.items()}
        weights = [slot.share * by_key[slot.key] if slot.key in by_key else None for slot in self._slots]
        self._write_words(weights)
        self._write_wordings(weights, times)
        told = ((self._slots[word], weights[word]) for word in sorted(self._telling))
        self._write_terms(by_key, tells_of((slot, weight) for slot, weight in told if weight is not None))

    def _write_words(self, weights: Sequence[float | None]) -> None:
        encode = encoder().encode
        rows = ((word, encode(slot), weights[word]) for word, slot in enumerate(self._slots))
        self._database.executemany(f"INSERT INTO words_{self._language} VALUES (?, ?, ?)", rows)  # noqa: S608

    def _write_wordings(self, weights: Sequence[float | None], times: Sequence[int]) -> None:
        def rows() -> Iterator[tuple[int, float, int | None, bytes]]:
            start = 0
            for number, (length, time) in enumerate(zip(self._lengths, times, strict=True)):
                wording = self._wordings[start : start + length]
                start += length
                whole = sum([weights[word] or 0.0 for word in wording])
                yield number, whole, None if time < 0 else time, packed(wording)

        self._database.executemany(f"INSERT INTO asked_{self._language} VALUES (?, ?, ?, ?)", rows())  # noqa: S608

    def _write_terms(self, weights: dict[str, float], tells: dict[str, float]) -> None:
        none = _List()
        rows = (
            (term, weights.get(term), tells.get(term), found.count, packed(found.numbers))
            for term in sorted(weights.keys() | self._lists.keys())
            for found in (self._lists.get(term, none),)
        )
        self._database.executemany(f"INSERT INTO terms_{self._language} VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608


def _by_kind(others: Iterable[Other]) -> Others:
    listed = tuple(others)
    return (
        tuple(each for each in listed if isinstance(each, OfficialName)),
        tuple(each for each in listed if isinstance(each, Officer)),
        tuple(each for each in listed if isinstance(each, Quotation)),
    )
