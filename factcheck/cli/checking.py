"""Checking the drafts of a run, one after the other or several at a time, with the same outcome in the same order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.cli.inputs import Draft, read_draft
from factcheck.model.report import Checked
from factcheck.reading import ReadingError

if TYPE_CHECKING:
    from factcheck.config.project import Project


# Fewer drafts are done before a bar could be read.
LEAST = 10


class Unread(Struct, frozen=True):
    """A draft that can't be read, and why."""

    message: str


Outcome = Checked | Unread


def check_drafts(drafts: Sequence[Draft], project: Project, *, jobs: int = 1) -> tuple[Outcome, ...]:
    """The outcome of each draft, in their order. With several `jobs`, processes share the work.

    Facts and configurations are read before any draft, so that a fault in them is told at once and once. Raises ConfigError and
    FactsError.
    """
    for draft in drafts:
        settings = project.settings(draft.name)
        project.facts(settings, draft.name)
        project.accepted(settings, draft.name)
    with _bar(len(drafts)) as advance:
        outcomes: list[Outcome] = []
        for outcome in _outcomes(drafts, project, jobs):
            outcomes.append(outcome)
            advance()
    return tuple(outcomes)


def processes(jobs: int) -> int:
    """How many processes share the work: so many as are asked for, or one for each processor."""
    if jobs:
        return jobs
    from factcheck.cli.parallel import processors

    return processors()


def check_draft(draft: Draft, project: Project) -> Outcome:
    """The outcome of one draft."""
    try:
        return project.check(read_draft(draft, project.settings(draft.name)), draft.name)
    except ReadingError as error:
        return Unread(str(error))


def _outcomes(drafts: Sequence[Draft], project: Project, jobs: int) -> Iterator[Outcome]:
    if min(jobs, len(drafts)) > 1:
        from factcheck.cli.parallel import outcomes

        return outcomes(drafts, project, jobs)
    return (check_draft(draft, project) for draft in drafts)


def _bar(total: int) -> AbstractContextManager[Callable[[], None]]:
    """A bar where it would be seen and be of use; a terminal that can't move its cursor gets none."""
    if total < LEAST or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return nullcontext(lambda: None)
    from factcheck.cli.progress import bar

    return bar(total)
