"""The drafts that are open, and what is found in them: each state is checked once, whoever asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from msgspec import Struct

from factcheck.lsp.desk import Desk
from factcheck.lsp.facts_files import is_yaml, problems_in
from factcheck.model.problem import Problem
from factcheck.model.report import Checked

Given = TypeVar("Given")


class Answer(Struct, frozen=True):
    """What was found in one state of a draft, or the `problems` of one of a facts file; neither in a file of white space."""

    uri: str
    path: str
    version: int | None
    checked: Checked | None
    problems: tuple[Problem, ...] = ()


class Draft(Struct):
    """An open draft. `asked` counts its states: its text has changed, or what it is held against.

    `stamp` is the desk's for the last answer; None while there is none.
    """

    uri: str
    path: str
    text: str
    version: int | None
    asked: int = 0
    running: asyncio.Task[Answer] | None = None
    stamp: Hashable = None


class OpenDrafts:
    """The drafts by URI. The desk works in a thread of its own, so that the client is answered while it does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._drafts: dict[str, Draft] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    def __iter__(self) -> Iterator[Draft]:
        return iter(tuple(self._drafts.values()))

    def put(self, uri: str, path: str, text: str, version: int | None) -> None:
        """Open a draft, or change its text."""
        draft = self._drafts.get(uri)
        if draft is None:
            self._drafts[uri] = Draft(uri, path, text, version)
        else:
            draft.text, draft.version = text, version
            _outdate(draft)

    def close(self, uri: str) -> None:
        draft = self._drafts.pop(uri, None)
        if draft is not None:
            _outdate(draft)

    def outdate(self) -> None:
        """Forget every answer: the facts, the rules or the settings have changed."""
        for draft in self:
            _outdate(draft)

    async def ask(self, question: Callable[[Desk], Given]) -> Given:
        """What the desk says to a question, in its own thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, self.desk)

    async def are_outdated(self) -> bool:
        """Whether a file has changed that an answer depends on."""
        for draft in self:
            path, stamp = draft.path, draft.stamp
            if stamp is not None and await self.ask(partial(_stamp, path)) != stamp and draft.stamp is stamp:
                return True
        return False

    async def answer(self, uri: str) -> Answer | None:
        """What is found in a draft as it stands; None when it is not open, or is closed meanwhile."""
        while (draft := self._drafts.get(uri)) is not None:
            asked = draft.asked
            if draft.running is None:
                draft.running = asyncio.create_task(self._check(draft))
            running = draft.running
            await asyncio.wait([running])
            if draft.asked == asked and self._drafts.get(uri) is draft:
                return running.result()
        return None

    def stop(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _check(self, draft: Draft) -> Answer:
        asked, version = draft.asked, draft.version
        if is_yaml(draft.path):
            problems = await self.ask(lambda _: problems_in(draft.text, draft.path))
            return Answer(draft.uri, draft.path, version, None, problems)
        stamp, checked = await self.ask(partial(_look, draft.text, draft.path))
        if draft.asked == asked:
            draft.stamp = stamp
        return Answer(draft.uri, draft.path, version, checked)


def _look(text: str, path: str, desk: Desk) -> tuple[Hashable, Checked | None]:
    """The stamp comes first: what changes while the draft is checked is seen as changed."""
    return desk.stamp(path), desk.check(text, path)


def _stamp(path: str, desk: Desk) -> Hashable:
    return desk.stamp(path)


def _outdate(draft: Draft) -> None:
    draft.asked += 1
    draft.stamp = None
    if draft.running is not None:
        draft.running.cancel()
        draft.running = None
