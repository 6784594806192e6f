"""Which entries of the facts file stand behind a place of a draft, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from factcheck.model.fact import Entry, FactBase, Origin, Source
from factcheck.model.finding import Finding
from factcheck.model.match import Match
from factcheck.model.report import Checked
from factcheck.model.span import Span


class Behind(Struct, frozen=True):
    """What an offset of a draft is about: findings, the match of a claim, and entries with the span that each has there."""

    findings: tuple[Finding, ...]
    match: Match | None
    entries: tuple[tuple[Entry, Span], ...]


def behind(checked: Checked, offset: int) -> Behind:
    """The entries are the fact of the claim, those that findings name, and those whose own words stand there; each once.

    A finding on the draft as a whole stands nowhere.
    """
    findings = tuple(
        each for each in checked.findings if each.span.start < each.span.end and touches(each.span, offset)
    )
    match = next((each for each in checked.case.matches if touches(each.claim.span, offset)), None)
    entries: dict[str, tuple[Entry, Span]] = {}
    if match is not None and match.fact is not None:
        entries[match.fact.id] = (match.fact, match.claim.span)
    for finding in findings:
        name = finding.offence.fact
        entry = checked.case.facts.named(name) if name else None
        if entry is not None:
            entries.setdefault(entry.id, (entry, finding.span))
    for entry, span in _worded(checked, offset):
        entries.setdefault(entry.id, (entry, span))
    return Behind(findings, match, tuple(entries.values()))


def touches(span: Span, offset: int) -> bool:
    """Whether a cursor stands in or at an end of a span: it stands between two characters."""
    return span.start <= offset <= span.end


def source_of(origin: Origin, base: FactBase) -> Source:
    """What the facts file of an entry says of itself."""
    return dict(zip(base.paths, base.sources, strict=False)).get(origin.path, Source())


def _worded(checked: Checked, offset: int) -> Iterator[tuple[Entry, Span]]:
    """The names, persons and quotes whose words stand at an offset as the facts file has them."""
    text, base = checked.case.document.text, checked.case.facts
    words: list[tuple[Entry, str]] = [(entry, entry.name) for entry in base.names]
    words += [(entry, entry.person) for entry in base.people]
    words += [(entry, entry.quote) for entry in base.quotes]
    for entry, word in words:
        start = text.rfind(word, max(0, offset - len(word)), offset + len(word))
        if start >= 0 and touches(Span(start, start + len(word)), offset):
            yield entry, Span(start, start + len(word))
