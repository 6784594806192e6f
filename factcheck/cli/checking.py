"""Checking the drafts of a run, one after the other or several at a time, with the same outcome in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.cli.inputs import Draft, read_draft
from factcheck.model.message import Message, say
from factcheck.model.report import Checked
from factcheck.reading import ReadingError
from factcheck.translation.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from factcheck.config.project import Project
    from factcheck.model.document import Document
    from factcheck.model.saying import Saying


# Fewer drafts are done before a bar could be read.
LEAST = 10


class Unread(Struct, frozen=True):
    """A draft that can't be read, and why."""

    message: Message


Outcome = Checked | Unread


def check_drafts(
    drafts: Sequence[Draft], project: Project, *, jobs: int = 1, translate: Translator = ENGLISH
) -> tuple[Outcome, ...]:
    """The outcome of each draft, in their order. With several `jobs`, processes share the work.

    Facts and configurations are read before any draft, so that a fault in them is told at once and once. Raises ConfigError and
    FactsError.
    """
    for draft in drafts:
        settings = project.settings(draft.name)
        project.facts(settings, draft.name)
        project.accepted(settings, draft.name)
    with _bar(len(drafts), translate) as advance:
        outcomes: list[Outcome] = []
        for outcome in _outcomes(drafts, project, jobs):
            outcomes.append(outcome)
            advance(1)
    return tuple(outcomes)


def processes(jobs: int) -> int:
    """How many processes share the work: so many as are asked for, or one for each processor."""
    if jobs:
        return jobs
    from factcheck.cli.parallel import processors

    return processors()


def check_draft(draft: Draft, project: Project, elsewhere: tuple[Saying, ...] = ()) -> Outcome:
    """The outcome of one draft; `elsewhere` is what others have said before."""
    document = open_draft(draft, project)
    return document if isinstance(document, Unread) else project.check(document, draft.name, elsewhere)


def open_draft(draft: Draft, project: Project) -> Document | Unread:
    """The document of a draft, or why it can't be read."""
    try:
        return read_draft(draft, project.settings(draft.name))
    except ReadingError as error:
        return Unread(error.message)


def _outcomes(drafts: Sequence[Draft], project: Project, jobs: int) -> Iterator[Outcome]:
    across = len(drafts) > 1 and _look_across(drafts, project)
    if min(jobs, len(drafts)) > 1:
        from factcheck.cli.parallel import outcomes

        return outcomes(drafts, project, jobs, across=across)
    if across:
        return _checked_together(drafts, project)
    return (check_draft(draft, project) for draft in drafts)


def _look_across(drafts: Sequence[Draft], project: Project) -> bool:
    """Whether a rule that is in force asks what other drafts of the run have said."""
    return any(rule.across for draft in drafts for rule in project.rules(project.settings(draft.name)))


def _checked_together(drafts: Sequence[Draft], project: Project) -> Iterator[Outcome]:
    """The outcome of each draft, all of which are read before the first is judged."""
    from factcheck.model.elsewhere import said_before
    from factcheck.pipeline import sayings

    documents = [open_draft(draft, project) for draft in drafts]
    before = said_before([() if isinstance(each, Unread) else sayings(each) for each in documents])
    for draft, document, elsewhere in zip(drafts, documents, before, strict=True):
        yield document if isinstance(document, Unread) else project.check(document, draft.name, elsewhere)


def _bar(total: int, translate: Translator) -> AbstractContextManager[Callable[[int], None]]:
    """A bar where it would be of use."""
    if total < LEAST:
        return nullcontext(lambda _: None)
    from factcheck.cli.progress import bar

    return bar(total, translate(say("checking")))
