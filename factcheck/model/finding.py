"""What a rule reports."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.message import Message
from factcheck.model.span import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


class Related(Struct, frozen=True):
    """Another place that makes a finding true: in the draft (`span`), or in a facts file (`path` with line and column)."""

    message: Message
    span: Span | None = None
    path: str | None = None
    line: int = 0
    column: int = 0


class Offence(Struct, frozen=True, kw_only=True):
    """One case of what a rule looks for, at `span` of the draft.

    `suggestion` is the text to write instead of the span; a machine may apply it only when it is `certain`. `severity` is
    set where this case weighs more or less than its rule.
    """

    span: Span
    message: Message
    found: str | None = None
    expected: str | None = None
    suggestion: str | None = None
    fact: str | None = None
    related: tuple[Related, ...] = ()
    certain: bool = False
    severity: Severity | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """An offence with the rule that found it, as it is reported.

    `fingerprint` identifies it across edits elsewhere: it is made of the rule, the words around and the offence, and holds
    neither offset nor line.
    """

    rule: str
    severity: Severity
    offence: Offence
    fingerprint: str

    @property
    def span(self) -> Span:
        return self.offence.span

    @property
    def said(self) -> Message:
        return self.offence.message

    @property
    def message(self) -> str:
        """What is said, in English."""
        return str(self.said)
