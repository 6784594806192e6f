"""Names inside the page: of rows, of places in the drafts, of entries of the facts files, of kinds; and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from urllib.parse import urlsplit

from msgspec import Struct

from factcheck.model.document import Document
from factcheck.model.fact import Entry
from factcheck.model.finding import Related
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.reporting.html.items import Item, Kind, Section, kinds, section
from factcheck.reporting.plain import hidden
from factcheck.translation.translator import Translator


class Mention(Struct, frozen=True):
    """A place of a draft that an item of this or another draft refers to: the other place of a contradiction."""

    span: Span
    section: Section  # of the item
    item: Item


class Book(Struct, frozen=True):
    """The report as the page has it. `entries` names the entries that drafts restate, `classes` the kinds of items."""

    report: Report
    translate: Translator
    sections: tuple[Section, ...]
    entries: Mapping[str, str]
    classes: Mapping[Kind, str]
    mentions: Mapping[int, tuple[Mention, ...]]  # by the number of the section that is referred to

    @property
    def with_facts(self) -> bool:
        return self.report.facts is not None

    def target(self, section: Section, related: Related) -> str | None:
        """The name of another place of a finding, when it is in one of the drafts."""
        found = _place(self.sections, section, related)
        return place_name(*found) if found else None


def book(report: Report, translate: Translator) -> Book:
    """The report with names for all that is linked to."""
    sections = tuple(section(number, checked, translate) for number, checked in enumerate(report.documents, 1))
    classes = {kind: f"k{number}" for number, kind in enumerate(kinds(sections))}
    return Book(report, translate, sections, _entries(report, sections), classes, _mentions(sections))


def section_name(section: Section) -> str:
    """The name of a document's section."""
    return f"s{section.number}"


def row_name(section: Section, item: Item) -> str:
    """The name of a row."""
    return f"r{section.number}-{item.number}"


def place_name(section: Section, span: Span) -> str:
    """The name of a stretch of a draft."""
    return f"d{section.number}-{span.start}-{span.end}"


def marked_as(book: Book, item: Item) -> str:
    """The classes of an item's row and mark: how grave it is, and its kind."""
    return f"{item.tone} {book.classes[item.kind]}"


def web_address(url: str | None) -> str | None:
    """A URL that may be followed: one of the web, with a host, in which nothing hides."""
    if url is None or hidden(url) or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # an address in brackets that is none
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _entries(report: Report, sections: Iterable[Section]) -> dict[str, str]:
    """A name for each entry that a claim or a finding names, in the order of the facts files."""
    named = {entry.id for section in sections for entry in _named(section)}
    used = sorted(
        (entry for name in named if (entry := entry_named(report, name)) is not None),
        key=lambda entry: (entry.origin.path, entry.origin.line, entry.origin.column),
    )
    return {entry.id: f"f{number}" for number, entry in enumerate(used, 1)}


def entry_named(report: Report, name: str) -> Entry | None:
    """The entry with this id, in whichever facts of the run it is."""
    found = (base.named(name) for base in report.facts or ())
    return next((entry for entry in found if entry is not None), None)


def _named(section: Section) -> Iterator[Entry]:
    for item in section.items:
        if item.entry is not None:
            yield item.entry
        if item.match is not None:
            yield from item.match.rivals
    for finding in chain.from_iterable(section.whole.values()):
        if (entry := section.context.entry(finding)) is not None:
            yield entry


def _mentions(sections: Sequence[Section]) -> dict[int, tuple[Mention, ...]]:
    found: dict[int, list[Mention]] = {}
    for each in sections:
        for item in each.items:
            for related in item.finding.offence.related if item.finding else ():
                if (place := _place(sections, each, related)) is not None:
                    there, span = place
                    found.setdefault(there.number, []).append(Mention(span, each, item))
    return {number: tuple(mentions) for number, mentions in found.items()}


def _place(sections: Sequence[Section], own: Section, related: Related) -> tuple[Section, Span] | None:
    """Where another place of a finding is: in its own draft, or the sentence at a line and column of another."""
    if related.span is not None:
        return (own, related.span) if related.span.start < related.span.end else None
    there = next((each for each in sections if each.document.path == related.path), None)
    if there is None or (at := _offset(there.document, related.line, related.column)) is None:
        return None
    span = there.context.around(Span(at, at + 1))
    return there, span


def _offset(document: Document, line: int, column: int) -> int | None:
    """The offset in a draft's text of a line and column of its file, from 1."""
    starts = document.written_lines
    if not 0 < line <= len(starts):
        return None
    at = document.offset(starts[line - 1] + max(column, 1) - 1)
    return at if at < len(document.text) else None
