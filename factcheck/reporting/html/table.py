"""What was found in a draft, and what agrees: beside its text, as tables of what the draft says and what the facts say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model.fact import Entry, Fact
from factcheck.model.finding import Finding, Related
from factcheck.model.message import Message, say, verbatim
from factcheck.model.span import Span
from factcheck.model.suppression import By, Passed
from factcheck.reporting.html.items import Item, Section, kind_word
from factcheck.reporting.html.links import Book, marked_as, place_name, row_name
from factcheck.reporting.html.markup import figured, language, line
from factcheck.reporting.rows import NOTHING, position
from factcheck.reporting.words import SAYS, SEVERITY_WORDS, STATES, VERDICT

_BY: dict[By, Message] = {
    "comment": say("by a comment"),
    "ignore-file": say("by an entry of an ignore file"),
    "baseline": say("by a baseline"),
}


def tables(book: Book, section: Section) -> Iterator[str]:
    """The items of a draft in up to three tables, then what is noted of it as a whole, and what was passed over."""
    yield from _table(book, section, say("errors and warnings"), "error", "warning")
    yield from _table(book, section, say("notes"), "info")
    yield from _table(book, section, say("in agreement with the facts"), "agree")
    if not section.items and not section.whole:
        yield f"<p>{line(book.translate(say('nothing was found')))}</p>"
    for rule, findings in section.whole.items():
        yield from _folded(f"{rule} ({len(findings)})", [_noted(book, section, each) for each in findings])
    passed = section.checked.passed
    if passed:
        said = book.translate(say("passed over ({number})", number=len(passed)))
        yield from _folded(said, [_passed(book, section, each) for each in passed])


def _table(book: Book, section: Section, caption: Message, *tones: str) -> Iterator[str]:
    items = [item for item in section.items if item.tone in tones]
    if not items:
        return
    heads = (verbatim("#"), SAYS, *([STATES] if book.with_facts else []), VERDICT)
    yield f"<table><caption>{line(book.translate(caption))} ({len(items)})</caption><thead><tr>"
    yield from (f'<th scope="col">{line(book.translate(head))}</th>' for head in heads)
    yield "</tr></thead>"
    shared = _shared(book, section)
    for item in items:
        yield from _item(book, section, item, shared)
    yield "</table>"


def _item(book: Book, section: Section, item: Item, shared: Counter[Span]) -> Iterator[str]:
    """An item as a group of two rows: what is said, and below it why that is wrong."""
    translate = book.translate
    own = language(section.document.language, translate.language)
    yield f'<tbody id="{row_name(section, item)}" class="row {marked_as(book, item)}"><tr>'
    yield f"<td>{item.number}</td><td{own}>{figured(item.row.says)}</td>"
    if book.with_facts:
        yield _states(book, item)
    yield f"<td><strong>{item.sign} {line(translate(kind_word(item.kind)))}</strong>"
    if item.finding is not None:
        yield f" <small>{line(translate(SEVERITY_WORDS[item.finding.severity]))}</small>"
    if item.placed:
        yield f' <a class="at" href="#{place_name(section, item.span)}">{line(item.row.where)}</a>'
    yield "</td></tr>"
    notes = list(_notes(book, section, item, shared))
    if notes:
        span = 3 if book.with_facts else 2
        yield f'<tr><td></td><td colspan="{span}">{"".join(notes)}</td></tr>'
    yield "</tbody>"


def _states(book: Book, item: Item) -> str:
    entry = item.entry
    spoken = language(entry.language, book.translate.language) if isinstance(entry, Fact) else ""
    said = figured(item.row.states)
    return f'<td class="states"{spoken}>{_to_entry(book, entry, said) if entry is not None else said}</td>'


def _notes(book: Book, section: Section, item: Item, shared: Counter[Span]) -> Iterator[str]:
    """Why, what to write, the entry of the facts file with its source, and the other places."""
    finding = item.finding
    if item.row.why:
        yield f"<p>{line(item.row.why)}</p>"
    suggestion = finding.offence.suggestion if finding is not None else None
    if suggestion is not None:
        written = f"<b>{line(suggestion)}</b>" if suggestion else line(book.translate(say("nothing in its place")))
        yield f"<p>{_label(book, say('write: '))}{written}</p>"
    if finding is not None and item.entry is not None:
        yield f"<p>{_label(book, say('fact: '))}{_cited(book, item.entry)}</p>"
    for rival in item.match.rivals if item.match is not None and finding is not None else ():
        yield f"<p>{_label(book, say('perhaps: '))}{_cited(book, rival)}</p>"
    for related in finding.offence.related if finding is not None else ():
        if not _is_entry(item.entry, related):
            yield f"<p>{_label(book, say('see: '))}{_elsewhere(book, section, related)}</p>"
    if shared[item.span]:
        others = (
            f'<a href="#{row_name(mention.section, mention.item)}">{mention.item.sign} {mention.item.number}</a>'
            for mention in book.mentions[section.number]
            if mention.span == item.span
        )
        yield f"<p>{_label(book, say('named by: '))}{', '.join(others)}</p>"


def _shared(book: Book, section: Section) -> Counter[Span]:
    """How many items refer to each place of a draft."""
    return Counter(mention.span for mention in book.mentions.get(section.number, ()))


def _elsewhere(book: Book, section: Section, related: Related) -> str:
    """Another place, as a link where it is in one of the drafts."""
    said, target = line(book.translate(related.message)), book.target(section, related)
    if related.span is not None:
        where = line(position(section.document, related.span, book.translate))
    else:
        where = line(f"{related.path or ''}:{related.line}:{related.column}")
    return f'{said} <a href="#{target}">{where}</a>' if target else f"{said} {where}"


def _is_entry(entry: Entry | None, related: Related) -> bool:
    return entry is not None and (related.path, related.line) == (entry.origin.path, entry.origin.line)


def _cited(book: Book, entry: Entry) -> str:
    at = entry.origin
    return f"{_to_entry(book, entry, line(entry.id))} {line(f'{at.path}:{at.line}:{at.column}')}"


def _to_entry(book: Book, entry: Entry, said: str) -> str:
    name = book.entries.get(entry.id)
    return f'<a href="#{name}">{said}</a>' if name and said.strip() and said != NOTHING else said


def _label(book: Book, label: Message) -> str:
    return f"<i>{line(book.translate(label))}</i>"


def _folded(head: str, entries: Sequence[str]) -> Iterator[str]:
    """A list that opens when it is asked for."""
    yield f"<details><summary>{line(head)}</summary><ul>"
    yield from (f"<li>{entry}</li>" for entry in entries)
    yield "</ul></details>"


def _noted(book: Book, section: Section, finding: Finding) -> str:
    entry = section.context.entry(finding)
    said = line(book.translate(finding.said))
    return said if entry is None else _to_entry(book, entry, said)


def _passed(book: Book, section: Section, passed: Passed) -> str:
    """A finding that was passed over: its rule and place, what it says, by what it was passed over and why."""
    finding = passed.finding
    told: dict[str, object] = {
        "rule": finding.rule,
        "place": position(section.document, finding.span, book.translate),
        "said": finding.said,
        "by": _BY[passed.by],
    }
    if passed.reason:
        said = say("{rule} {place}: {said} ({by}: {reason})", reason=passed.reason, **told)
    else:
        said = say("{rule} {place}: {said} ({by})", **told)
    return line(book.translate(said))
