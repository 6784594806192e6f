"""Making a compiled index of facts files and tables, in several processes.

This process reads the sources and writes the index. What takes long, reading each fact's wording by the grammar, is shared by
processes, a chunk of facts at a time, and the chunks come back in their order: the index is the same with any number.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import chain, islice
from multiprocessing import active_children, get_context
from pathlib import Path

from msgspec import Struct, field

from factcheck.cli.errors import CommandError
from factcheck.facts.compiled.chunk import SIZE, Chunk, Other, made, record_of
from factcheck.facts.compiled.records import decoder, dictionary_of, encoder
from factcheck.facts.statement import Statement
from factcheck.facts.tables.columns import Columns, columns_of
from factcheck.facts.tables.rows import read_rows
from factcheck.facts.tables.table import Asked, Row, Table, is_table, open_table
from factcheck.model.document import Language
from factcheck.model.fact import Fact, FactBase
from factcheck.model.message import say
from factcheck.model.problem import Problem

# So many facts are the example after which all are compressed.
EXAMPLE = 50

# So many chunks for each process are on their way at a time.
AHEAD = 3


class TableOrder(Struct, frozen=True):
    """How the tables among the sources are read."""

    table: str | None = None
    encoding: str | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    prefix: str | None = None
    language: Language | None = None  # of the claims; guessed from each when it is not said


class _Facts(Struct, frozen=True):
    """Some facts of facts files, encoded."""

    data: bytes


class _Rows(Struct, frozen=True):
    """Some rows of a table."""

    name: str
    columns: Columns
    language: Language | None
    rows: tuple[Row, ...]


Part = _Facts | _Rows


class Sources:
    """Facts files and tables, opened. Raises FactsError where one can't be used."""

    def __init__(self, places: tuple[str, ...], order: TableOrder, stack: ExitStack) -> None:
        from factcheck.facts.load import load_facts

        files = [Path(place) for place in places if not is_table(place)]
        self.base = load_facts(files) if files else FactBase()
        self._order = order
        self.tables: list[tuple[Table, Columns]] = []
        for place in filter(is_table, places):
            table = stack.enter_context(open_table(Asked(place, order.table, order.encoding)))
            self.tables.append((table, columns_of(table, order.mapped, order.prefix)))
        tables = (Path(place) for place in places if is_table(place) and Path(place).is_file())
        self.files = (*map(Path, self.base.paths), *tables)
        self.folders = tuple(file for file in files if file.is_dir())

    @property
    def total(self) -> int:
        """About how many facts there are."""
        return len(self.base.facts) + sum(table.total or 0 for table, _ in self.tables)

    @property
    def paths(self) -> tuple[str, ...]:
        """What the places of facts are told by."""
        return (*self.base.paths, *(table.name for table, _ in self.tables))

    def parts(self, size: int) -> Iterator[Part]:
        """The facts, so many at a time."""
        facts = iter(self.base.facts)
        while some := tuple(islice(facts, size)):
            yield _Facts(encoder().encode(some))
        for table, columns in self.tables:
            while rows := tuple(islice(table.rows, size)):
                yield _Rows(table.name, columns, self._order.language, rows)


def example(part: Part) -> bytes:
    """The dictionary by which facts are compressed that are like these."""
    facts, _, _ = _read(part)
    return dictionary_of(map(record_of, facts[:EXAMPLE], _statements(facts[:EXAMPLE])))


def chunks(sources: Sources, languages: tuple[Language, ...], jobs: int) -> tuple[bytes, Iterator[Chunk]]:
    """The dictionary of an index, and the chunks that it is made of."""
    parts = sources.parts(SIZE)
    first = tuple(islice(parts, 1))
    dictionary = example(first[0]) if first else b""
    parts = chain(first, parts)
    if jobs == 1:
        return dictionary, (_made(part, languages, dictionary) for part in parts)
    return dictionary, _shared(parts, languages, dictionary, jobs)


def _shared(parts: Iterator[Part], languages: tuple[Language, ...], dictionary: bytes, jobs: int) -> Iterator[Chunk]:
    context = get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    waiting: deque[Future[Chunk]] = deque()
    try:
        for part in parts:
            waiting.append(pool.submit(_made, part, languages, dictionary))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        said = say("a process that read facts was ended from outside, perhaps for want of memory; try fewer --jobs")
        raise CommandError([said]) from error
    except BaseException:  # interrupted, or a source can't be read to its end
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    pool.shutdown()


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that was interrupted ends this one


def _made(part: Part, languages: tuple[Language, ...], dictionary: bytes) -> Chunk:
    facts, others, problems = _read(part)
    encoded = made(facts, _statements(facts), languages, dictionary)
    return Chunk(encoded, others, problems, len(part.rows) if isinstance(part, _Rows) else len(facts))


def _read(part: Part) -> tuple[tuple[Fact, ...], tuple[Other, ...], tuple[Problem, ...]]:
    if isinstance(part, _Facts):
        return decoder(tuple[Fact, ...]).decode(part.data), (), ()
    entries, problems = read_rows(part.rows, part.columns, part.name, part.language)
    facts = tuple(entry for entry, _ in entries if isinstance(entry, Fact))
    others = tuple(entry for entry, _ in entries if not isinstance(entry, Fact))
    return facts, others, tuple(problem for problem, _ in problems)


def _statements(facts: tuple[Fact, ...]) -> tuple[Statement, ...]:
    from factcheck.pipeline import statements

    return statements(FactBase(facts))
