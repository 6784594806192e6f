"""Checking drafts in several processes.

Every process has a project of its own, with the facts that this one has read: inherited where processes are forked, else read
anew from the cache. What comes back of a draft names its facts by a number, and is bound to those of this process: they are
not sent a thousand times, nor kept as often.
"""

from __future__ import annotations

import os
import pickle  # what it reads is what a process of this run wrote
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from io import BytesIO
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, Any

from factcheck.cli.checking import Outcome, Unread, check_draft, open_draft
from factcheck.cli.errors import CommandError
from factcheck.cli.inputs import Draft
from factcheck.config.project import STANDARD_INPUT
from factcheck.model.fact import FactBase
from factcheck.model.message import say
from factcheck.model.saying import Saying

if TYPE_CHECKING:
    from factcheck.config.project import Project

# Drafts that a process is given at a time: enough that handing over costs little, few enough that all stay busy.
BATCH = 8

# In a process that was started for checking: the project that its drafts belong to.
_own: list[Project] = []


def outcomes(drafts: Sequence[Draft], project: Project, jobs: int, *, across: bool = False) -> Iterator[Outcome]:
    """The outcome of each draft, in their order, as soon as it and all before it are there.

    With `across`, each is judged with what the drafts before it have said: the processes first read them all, and what one may
    say again is handed to it.
    """
    size = max(1, min(BATCH, len(drafts) // (2 * jobs)))
    batches = [drafts[at : at + size] for at in range(0, len(drafts), size)]
    forked = sys.platform == "linux"
    pool = ProcessPoolExecutor(
        min(jobs, len(batches)),
        mp_context=get_context("fork" if forked else None),
        initializer=_begin,
        initargs=(project,),
    )
    try:
        before: list[list[Said]] = _before(pool, batches) if across else [[() for _ in batch] for batch in batches]
        waiting: deque[Future[bytes]] = deque(
            pool.submit(_checked, batch, said) for batch, said in zip(batches, before, strict=True)
        )
        while waiting:
            yield from _Unpickler(waiting.popleft().result(), project).load()
    except BrokenProcessPool as error:
        raise CommandError(
            [say("a process that checked drafts was ended from outside, perhaps for want of memory; try fewer --jobs")]
        ) from error
    except BaseException:  # interrupted, or nobody wants the rest
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    pool.shutdown()


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(project: Project) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that was interrupted ends this one
    _own[:] = [project]


Said = tuple[Saying, ...]


def _before(pool: ProcessPoolExecutor, batches: Sequence[Sequence[Draft]]) -> list[list[Said]]:
    """What the drafts before each one have said, as far as it may say it again."""
    from factcheck.model.elsewhere import said_before

    said = [sayings for batch in pool.map(_sayings, batches) for sayings in batch]
    before = iter(said_before(said))
    return [[next(before) for _ in batch] for batch in batches]


def _sayings(drafts: Sequence[Draft]) -> list[Said]:
    from factcheck.pipeline import sayings

    (project,) = _own
    # Standard input can be read only once, which is when it is checked.
    documents = (None if draft.path == STANDARD_INPUT else open_draft(draft, project) for draft in drafts)
    return [() if document is None or isinstance(document, Unread) else sayings(document) for document in documents]


def _checked(drafts: Sequence[Draft], before: Sequence[Said]) -> bytes:
    (project,) = _own
    sink = BytesIO()
    checked = [check_draft(draft, project, elsewhere) for draft, elsewhere in zip(drafts, before, strict=True)]
    _Pickler(sink, project).dump(checked)
    return sink.getvalue()


class _Pickler(pickle.Pickler):
    """Writes outcomes with a base's number in its place, also where it stands in the base's index for a language."""

    def __init__(self, sink: BytesIO, project: Project) -> None:
        super().__init__(sink, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = {
            id(base): number
            for number, known in enumerate(project.known)
            for base in (known.base, *(indexed.base for indexed in known.indexes.values()))
        }
        self.dispatch_table = {FactBase: self._base}

    def _base(self, base: FactBase) -> Any:
        number = self._numbers.get(id(base))
        return base.__reduce__() if number is None else (base_of, (number,))


class _Unpickler(pickle.Unpickler):
    """Reads outcomes, with the bases of this process."""

    def __init__(self, data: bytes, project: Project) -> None:
        super().__init__(BytesIO(data))
        self._bases = [known.base for known in project.known]

    def find_class(self, module: str, name: str) -> Any:
        return (
            self._bases.__getitem__
            if (module, name) == (__name__, base_of.__name__)
            else super().find_class(module, name)
        )


def base_of(number: int) -> FactBase:
    """Stands for a base in what is sent; whoever reads it puts the base in its place."""
    raise NotImplementedError(number)
