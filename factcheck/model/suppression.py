"""What somebody has asked to pass over, and what became of the asking."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from factcheck.model.finding import Finding
from factcheck.model.span import Span

By = Literal["comment", "ignore-file", "baseline"]


class Accepted(Struct, frozen=True):
    """A finding that was accepted beforehand: by an entry of an ignore file, or because a baseline holds it.

    `path` with line and column is the entry's place in the ignore file; they are empty for a baseline. An entry is `bound` when
    it is for this draft alone: then it is idle where the draft has no such finding.
    """

    fingerprint: str
    by: By
    reason: str = ""
    rule: str | None = None
    path: str = ""
    line: int = 0
    column: int = 0
    bound: bool = False


class Passed(Struct, frozen=True):
    """A finding that was passed over, by what, and for which reason."""

    finding: Finding
    by: By
    reason: str


# What can be wrong with the asking: nothing is passed over, a word is not known, nothing is named, no reason is given.
Fault = Literal["unused", "entry", "verb", "rule", "bare", "reason", "closed"]


class Idle(Struct, frozen=True):
    """A comment or an entry that asks for nothing, or asks wrongly.

    `word` is what stands at `span`, or the rule that is meant; `meant` is the word that was perhaps intended. For an entry of an
    ignore file, `entry` holds its place.
    """

    fault: Fault
    span: Span
    word: str = ""
    meant: str | None = None
    entry: Accepted | None = None
