"""A run over an archive: batches go to workers, and parts come back and are kept, until every document is accounted for.

What was done before is known by its key and not done again. A batch whose worker ended comes under suspicion. When all others
are done, those are tried again, one at a time in the whole cluster, so that whatever ends a worker now is in that batch; if one
does it again, it is halved until a single document stands accused, which gets a row of its own like any that can't be read.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from distributed import Client, Future, KilledWorker, wait
from msgspec import Struct

from factcheck.archive.article import Article
from factcheck.archive.batches import Batch, batches
from factcheck.archive.cluster import workers
from factcheck.archive.errors import ArchiveError
from factcheck.archive.order import Order
from factcheck.archive.parts import Folder, Manifest, Part, joined
from factcheck.archive.sources import Columns, Source
from factcheck.archive.work import Refused, do, failed
from factcheck.model.message import say
from factcheck.version import __version__

# Batches on their way for each worker: one in work and the next at hand.
AHEAD = 2

# So often a document that stands alone may end its worker before it is held to be the cause.
TRIES = 2

# Called with how many bytes of the source are done with, and how many documents that was.
Advance = Callable[[int, int], None]


class Job(Struct, frozen=True):
    """What is to be done: a source by the name that it was given, how it is checked, and where the outcome goes.

    A batch holds about the `usual` number of documents.
    """

    name: str
    source: Source
    columns: Columns
    order: Order
    out: Path
    usual: int


class Done(Struct, frozen=True):
    """What a run came to. `kept` is how many parts were there before."""

    manifest: Manifest
    kept: int


def run(job: Job, scheduler: str | None, number: int, advance: Advance) -> Done:
    """Check an archive with `number` processes of this machine, or the workers of a scheduler. Raises ArchiveError."""
    folder = Folder(job.out)
    folder.open()
    planned: list[str] = []
    missing = _missing(job, folder, planned, advance)
    first = next(missing, None)
    done = 0
    if first is not None:
        with workers(scheduler, number) as client:
            done = _Run(client, job.order, folder, advance).all(chain([first], missing))
    facts = job.order.facts
    manifest = Manifest(tool=f"factcheck {__version__}", source=job.name, facts=facts, parts=tuple(planned))
    return Done(folder.close(manifest), kept=len(planned) - done)


def _missing(job: Job, folder: Folder, planned: list[str], advance: Advance) -> Iterator[Batch]:
    """The batches that are not done; all are `planned`. Progress is told of those that are passed over."""
    before = 0
    for batch in batches(job.source.articles(job.columns), job.order.digest, job.usual):
        own, before = batch.read - before, batch.read
        planned.append(batch.key)
        if folder.holds(batch.key):
            advance(own, len(batch.articles))
        else:
            yield Batch(batch.articles, batch.key, own)


class _Run:
    """The batches of a run on their way."""

    def __init__(self, client: Client, order: Order, folder: Folder, advance: Advance) -> None:
        self._client, self._order, self._folder, self._advance = client, order, folder, advance
        self._running: dict[Future[Part | Refused], Batch] = {}
        self._suspects: list[Batch] = []
        self._done = 0

    def all(self, missing: Iterator[Batch]) -> int:
        """See to all batches; how many there were."""
        for batch in missing:
            while len(self._running) >= self._room():
                self._settle()
            self._running[self._submit(batch.articles, batch.key)] = batch
        while self._running:
            self._settle()
        for batch in self._suspects:
            self._keep(batch, self._alone(batch.articles, batch.key))
        return self._done

    def _room(self) -> int:
        """How many batches may be on their way; workers may come and go."""
        threads = sum(self._client.nthreads().values())
        return max(1, int(threads)) * AHEAD

    def _submit(self, articles: Sequence[Article], key: str) -> Future[Part | Refused]:
        data = pickle.dumps(articles, pickle.HIGHEST_PROTOCOL)
        return self._client.submit(do, data, self._order, key=f"factcheck-{key}", pure=False)

    def _settle(self) -> None:
        """Wait until a batch comes back, and see to all that have."""
        for future in wait(list(self._running), return_when="FIRST_COMPLETED").done:
            batch = self._running.pop(future)
            try:
                part = _result(future)
            except KilledWorker:
                self._suspects.append(batch)
            else:
                self._keep(batch, part)

    def _keep(self, batch: Batch, part: Part) -> None:
        self._folder.put(batch.key, part)
        self._done += 1
        self._advance(batch.read, len(batch.articles))

    def _alone(self, articles: Sequence[Article], key: str) -> Part:
        """The part of a batch while nothing else is on its way."""
        for _ in range(TRIES if len(articles) == 1 else 1):
            try:
                return _result(self._submit(articles, key))
            except KilledWorker:
                continue
        if len(articles) == 1:
            said = say("checking it ended the process, perhaps for want of memory")
            return failed(articles[0], self._order, "killed", said)
        half = len(articles) // 2
        return joined([self._alone(articles[:half], f"{key}-l"), self._alone(articles[half:], f"{key}-r")])


def _result(future: Future[Part | Refused]) -> Part:
    """What came of a batch. Raises KilledWorker, and ArchiveError where a worker could not do it at all."""
    try:
        outcome = future.result()
    except KilledWorker:
        raise
    except Exception as error:
        said = say("a worker can't run factcheck ({why}); is factcheck[archive] installed for it?", why=error)
        raise ArchiveError(said) from error
    finally:
        future.release()
    if isinstance(outcome, Refused):
        raise ArchiveError(*outcome.messages)
    return outcome
