"""The whole page."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.message import Listed, say
from factcheck.model.report import Report
from factcheck.reporting.html import filters
from factcheck.reporting.html.facts import facts
from factcheck.reporting.html.items import Section
from factcheck.reporting.html.links import Book, book, section_name
from factcheck.reporting.html.markup import inert, line
from factcheck.reporting.html.picture import bar, strip
from factcheck.reporting.html.script import SCRIPT
from factcheck.reporting.html.shell import head
from factcheck.reporting.html.style import STYLE
from factcheck.reporting.html.table import tables
from factcheck.reporting.html.text import draft
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.summary import outcome, severities, sources
from factcheck.translation.translator import ENGLISH, Translator


def html(report: Report, translate: Translator = ENGLISH) -> str:
    """The whole page, in UTF-8."""
    return "".join(_page(book(report, translate)))


def _page(book: Book) -> Iterator[str]:
    style = STYLE + _labels(book) + filters.rules(book)
    yield head(book.translate.language, line(book.translate(outcome(book.report))), style, SCRIPT)
    yield from _header(book)
    yield from filters.form(book)
    yield '\n<main id="drafts">\n'
    for section in book.sections:
        yield from _section(book, section)
    yield from facts(book)
    yield f"\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"


def _labels(book: Book) -> str:
    """The style's own words: what stands before a fact where no column has room for a head."""
    label = inert(plain_line(book.translate(say("fact: ")))).replace("\\", "")
    return f':root {{ --fact: "{label}"; }}\n'


def _header(book: Book) -> Iterator[str]:
    yield f'<a class="skip" href="#drafts">{line(book.translate(say("skip to the drafts")))}</a>\n<header>'
    yield f'<p class="name">factcheck</p><h1>{line(book.translate(outcome(book.report)))}</h1>'
    yield from (f"<p>{line(book.translate(said))}</p>" for said in sources(book.report))
    yield from bar(book)
    if len(book.sections) > 1:
        yield from _contents(book)
    yield "</header>\n"


def _contents(book: Book) -> Iterator[str]:
    yield f'<nav aria-label="{line(book.translate(say("contents")))}"><ol>'
    for section in book.sections:
        link = f'<a href="#{section_name(section)}">{line(section.document.path)}</a>'
        yield f"<li>{link} <span>{line(book.translate(_found(section)))}</span></li>"
    yield "</ol></nav>"


def _found(section: Section) -> Listed:
    counted = [finding.severity for finding in section.checked.findings]
    return severities(*(counted.count(severity) for severity in ("error", "warning", "info")))


def _section(book: Book, section: Section) -> Iterator[str]:
    name = section_name(section)
    yield f'<section id="{name}" aria-labelledby="{name}-head"><h2 id="{name}-head">{inert(plain(section.document.path))}</h2>'
    yield from strip(book, section)
    yield '<div class="beside">'
    yield from draft(book, section)
    label = say("findings and claims of {path}", path=section.document.path)
    yield f'<aside class="findings" aria-label="{line(book.translate(label))}">'
    yield from tables(book, section)
    yield "</aside></div></section>\n"
