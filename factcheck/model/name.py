"""Names of bodies, projects and people, as a text writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.model.span import Span

NameKind = Literal["body", "person", "title"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; `office` is what a person is called beside it (滨州市委书记), when that stands there."""

    span: Span
    text: str
    kind: NameKind
    office: str | None = None
