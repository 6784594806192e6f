"""Places in a draft, as reports tell them."""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.message import Message, say, verbatim
from factcheck.model.span import Span


def short_place(document: Document, span: Span) -> Message:
    """A line and column, or a place in the terms of a format without lines: “48:120”, “p.3”."""
    where = document.where(span)
    if where is not None:
        return where.short()
    place = document.place(span)
    return verbatim(f"{place.line}:{place.column}")


def said_with_place(document: Document, finding: Finding) -> Message:
    """What a finding says, for reports whose only places are lines: with its place in a draft that has none of its own."""
    where = document.where(finding.span) if finding.span.start < finding.span.end else None
    return finding.said if where is None else say("{said} ({place})", said=finding.said, place=where.said())
