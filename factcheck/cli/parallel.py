"""Checking drafts in several processes.

Every process has a project of its own, with the facts that this one has read: inherited where processes are forked, else read
anew from the cache. What comes back of a draft names facts by their number, and is bound to the facts of this process: so
the same fact is the same object, whoever checked the draft, and is not sent a thousand times.
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

from factcheck.cli.checking import Outcome, check_draft
from factcheck.cli.errors import CommandError
from factcheck.cli.inputs import Draft
from factcheck.model.fact import Fact, FactBase

if TYPE_CHECKING:
    from factcheck.config.project import Project

# Drafts that a process is given at a time: enough that handing over costs little, few enough that all stay busy.
BATCH = 8

# In a process that was started for checking: the project that its drafts belong to.
_own: list[Project] = []


def outcomes(drafts: Sequence[Draft], project: Project, jobs: int) -> Iterator[Outcome]:
    """The outcome of each draft, in their order, as soon as it and all before it are there."""
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
        waiting: deque[Future[bytes]] = deque(pool.submit(_checked, batch) for batch in batches)
        while waiting:
            yield from _Unpickler(waiting.popleft().result(), project).load()
    except BrokenProcessPool as error:
        raise CommandError(
            ["a process that checked drafts was ended from outside, perhaps for want of memory; try fewer --jobs"]
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


def _checked(drafts: Sequence[Draft]) -> bytes:
    (project,) = _own
    sink = BytesIO()
    _Pickler(sink, project).dump([check_draft(draft, project) for draft in drafts])
    return sink.getvalue()


class _Pickler(pickle.Pickler):
    """Writes outcomes with a fact's or base's number in its place."""

    def __init__(self, sink: BytesIO, project: Project) -> None:
        super().__init__(sink, protocol=pickle.HIGHEST_PROTOCOL)
        bases = project.bases
        self._bases = {id(base): number for number, base in enumerate(bases)}
        self._facts = {
            id(fact): (number, at) for number, base in enumerate(bases) for at, fact in enumerate(base.facts)
        }
        self.dispatch_table = {FactBase: self._base, Fact: self._fact}

    def _base(self, base: FactBase) -> Any:
        number = self._bases.get(id(base))
        return base.__reduce__() if number is None else (base_of, (number,))

    def _fact(self, fact: Fact) -> Any:
        number = self._facts.get(id(fact))
        return fact.__reduce__() if number is None else (fact_of, number)


class _Unpickler(pickle.Unpickler):
    """Reads outcomes, with the facts of this process."""

    def __init__(self, data: bytes, project: Project) -> None:
        super().__init__(BytesIO(data))
        self._bases = project.bases

    def find_class(self, module: str, name: str) -> Any:
        if module == __name__:
            return {"base_of": self._base, "fact_of": self._fact}[name]
        return super().find_class(module, name)

    def _base(self, number: int) -> FactBase:
        return self._bases[number]

    def _fact(self, number: int, at: int) -> Fact:
        return self._bases[number].facts[at]


def base_of(number: int) -> FactBase:
    """Stands for a base in what is sent; whoever reads it puts the base in its place."""
    raise NotImplementedError(number)


def fact_of(number: int, at: int) -> Fact:
    """Stands for a fact in what is sent; whoever reads it puts the fact in its place."""
    raise NotImplementedError(number, at)
