"""The entries of the facts files that the drafts restate, with their sources, and links back to where they are restated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, zip_longest

from factcheck.model.fact import Entry, Fact, FactBase, Source
from factcheck.model.message import Message, listed, say
from factcheck.reporting.context import wording
from factcheck.reporting.html.items import Item, Section
from factcheck.reporting.html.links import Book, entry_named, row_name, web_address
from factcheck.reporting.html.markup import figured, language, line
from factcheck.reporting.rows import NOTHING, position
from factcheck.reporting.words import STATES, WHERE

_Uses = Mapping[str, list[tuple[Section, Item]]]


def facts(book: Book) -> Iterator[str]:
    """A table for each facts file that has something to do with the drafts."""
    if not book.entries:
        return
    yield f'<section id="facts" aria-labelledby="facts-head"><h2 id="facts-head">{_said(book, say("the facts"))}</h2>'
    sources, uses = _sources(book.report.facts or ()), _uses(book)
    used = [entry for name in book.entries if (entry := entry_named(book.report, name)) is not None]
    for path, entries in groupby(used, key=lambda entry: entry.origin.path):
        yield from _file(book, path, sources.get(path), list(entries), uses)
    yield "</section>"


def _sources(bases: Iterable[FactBase]) -> dict[str, Source]:
    pairs = (pair for base in bases for pair in zip_longest(base.paths, base.sources))
    return {path: source for path, source in pairs if path is not None and source is not None}


def _uses(book: Book) -> _Uses:
    """The rows of the page that an entry was held against."""
    uses: dict[str, list[tuple[Section, Item]]] = {}
    for section in book.sections:
        for item in section.items:
            if item.entry is not None:
                uses.setdefault(item.entry.id, []).append((section, item))
    return uses


def _file(book: Book, path: str, source: Source | None, entries: list[Entry], uses: _Uses) -> Iterator[str]:
    heads = (STATES, say("scope"), WHERE, say("restated at"))
    yield f"<h3>{' · '.join((*_source(source), line(path)))}</h3>"
    yield '<table class="facts"><thead><tr>'
    yield from (f'<th scope="col">{_said(book, head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for entry in entries:
        at = entry.origin
        cells = (
            f"{_wording(book, entry)}<br><small>{line(entry.id)}</small>",
            line(book.translate(listed(_scope(entry), "semicolon"))),
            f"{at.line}:{at.column}",
            ", ".join(_use(book, section, item) for section, item in uses.get(entry.id, ())) or NOTHING,
        )
        yield f'<tr id="{book.entries[entry.id]}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    yield "</tbody></table>"


def _source(source: Source | None) -> Iterator[str]:
    """A source as it is cited: title, publisher, day, address. Only an address of the web is a link."""
    if source is None:
        return
    address = web_address(source.url)
    if source.title:
        title = line(source.title)
        yield f'<a href="{line(address)}" rel="noopener noreferrer">{title}</a>' if address else title
    if source.publisher:
        yield line(source.publisher)
    if source.published:
        yield str(source.published)
    if source.url:
        shown = line(source.url)
        linked = address and not source.title
        yield f'<a href="{line(source.url)}" rel="noopener noreferrer">{shown}</a>' if linked else shown


def _wording(book: Book, entry: Entry) -> str:
    if not isinstance(entry, Fact):
        return line(wording(entry))
    before, value, after = entry.claim.partition(entry.value.text)
    said = figured((before, value, after)) if value else f"<b>{line(entry.value.text)}</b> {line(entry.claim)}"
    return f"<span{language(entry.language, book.translate.language)}>{said}</span>"


def _scope(entry: Entry) -> Iterator[Message]:
    """What an entry says beside its wording."""
    if not isinstance(entry, Fact):
        return
    if when := entry.when_text or (entry.when.label() if entry.when else None):
        yield say("time: {when}", when=when)
    if entry.where:
        yield say("area: {where}", where=entry.where)
    if entry.disputed:
        yield say("also said: {values}", values=listed(value.text for value in entry.disputed))
    if entry.note:
        yield say("note: {note}", note=entry.note)


def _use(book: Book, section: Section, item: Item) -> str:
    where = position(section.document, item.span, book.translate)
    several = len(book.sections) > 1
    said = f"{section.document.path}:{where}" if several else where
    return f'<a href="#{row_name(section, item)}">{item.sign} {line(said)}</a>'


def _said(book: Book, message: Message) -> str:
    return line(book.translate(message))
