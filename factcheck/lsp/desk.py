"""What the server asks of whoever starts it: how a draft is checked, and what the answer depends on."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from factcheck.lsp.settings import Settings
from factcheck.model.document import Document, Language
from factcheck.model.problem import Problem
from factcheck.model.report import Checked
from factcheck.pipeline import Known


class Desk(Protocol):
    """The facts, rules and options in force. It is asked from one thread, and may be slow.

    `ui_language` is the language in which the configuration of the workspace has the program speak; None where it says nothing.
    """

    ui_language: Language | None

    def check(self, text: str, path: str) -> Checked | None:
        """What `verify` would say of a draft; None when there is nothing to check.

        While a facts file has errors, the facts stay in force that were read last; without any, the text is checked alone.
        """

    def known(self, document: Document) -> Known | None:
        """The facts that a draft is held against."""

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the facts files that drafts have asked for."""

    def stamp(self, path: str) -> Hashable:
        """What changes when an answer on this draft may: the files that it depends on, each with its time and size."""

    def refresh(self) -> None:
        """Read facts and configuration anew when they are next asked for."""


class OpenDesk(Protocol):
    """Makes a desk for what a client has set. Raises SettingsError."""

    def __call__(self, settings: Settings) -> Desk: ...
