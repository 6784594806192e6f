"""What a reader is told of a figure, a name or a finding: the fact, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from lsprotocol import types
from msgspec import Struct

from factcheck.lsp.entries import behind, source_of
from factcheck.lsp.places import uri_of
from factcheck.model.fact import Entry, Fact, FactBase, Origin, Source
from factcheck.model.finding import Finding
from factcheck.model.match import Match
from factcheck.model.message import Message, listed, say
from factcheck.model.period import day_said
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reporting.context import wording
from factcheck.reporting.plain import plain_line
from factcheck.reporting.words import VERDICT_WORDS
from factcheck.rules import load
from factcheck.translation.translator import ENGLISH, Translator

# What CommonMark reads as markup: inside a line and at its beginning, and the number of a list. Addresses may become links.
# Backslashes, as editors that show the source of a page stay readable with them.
_MARKUP = r"[\\`*_\[\]<>&|~$]|^[#+=-]"
_NUMBER = r"^(\d{1,9})([.)])"


class Page(Struct, frozen=True):
    """How a page is written: in Markdown, in which nothing from a draft is markup, or in plain text; and in which language."""

    markdown: bool
    translate: Translator = ENGLISH

    def said(self, message: Message) -> str:
        return self.text(self.translate(message))

    def text(self, text: object) -> str:
        line = plain_line(str(text))
        if not self.markdown:
            return line
        return compiled(_NUMBER).sub(r"\1\\\2", compiled(_MARKUP).sub(r"\\\g<0>", line))

    def strong(self, text: object) -> str:
        return f"**{self.text(text)}**" if self.markdown else self.text(text)

    def beside(self, one: str, other: str) -> str:
        """Two parts of a line that are written already."""
        return self.translate(say("{one}, {other}", one=one, other=other))

    def content(self, text: str) -> types.MarkupContent:
        return types.MarkupContent(types.MarkupKind.Markdown if self.markdown else types.MarkupKind.PlainText, text)

    def place(self, origin: Origin) -> str:
        """A line of a facts file, as a link where there are links."""
        shown = f"{self.text(origin.path)}:{origin.line}"
        return f"[{shown}]({uri_of(origin.path)}#L{origin.line})" if self.markdown else shown


class Told(Struct, frozen=True):
    """What there is to say of a place, and the span that it is about."""

    text: str
    span: Span


def hover(checked: Checked, offset: int, page: Page) -> Told | None:
    """The findings at an offset, the verdict on its claim, and the entries behind it; None where there is nothing."""
    found = behind(checked, offset)
    parts = [part for finding in found.findings for part in _finding(finding, page)]
    if found.match is not None:
        parts += _match(found.match, page, told=bool(found.findings))
    parts += [part for entry, _ in found.entries for part in about(entry, checked.case.facts, page)]
    spans = [each.span for each in found.findings] + [span for _, span in found.entries]
    if found.match is not None:
        spans.append(found.match.claim.span)
    if not spans:
        return None
    return Told("\n\n".join(parts), min(spans, key=lambda span: span.end - span.start))


def _cited(source: Source, page: Page) -> str:
    """A source in a line: title, publisher, date, address; empty when the file names none."""
    published = None if source.published is None else page.translate(day_said(source.published))
    named = [page.text(part) for part in (source.title, source.publisher, published, source.url) if part]
    return reduce(page.beside, named) if named else ""


def about(entry: Entry, base: FactBase, page: Page) -> Iterator[str]:
    """An entry of the facts file with its place, its source and its note, a paragraph each."""
    told = page.text(wording(entry))
    if isinstance(entry, Fact):
        told = page.translate(say("{claim} ({value})", claim=told, value=page.text(entry.value.text)))
    yield f"{page.said(say('fact: '))}{told}"
    if isinstance(entry, Fact) and entry.disputed:
        others = listed(quantity.text for quantity in entry.disputed)
        yield page.said(say("the source also says {others}", others=others))
    yield page.beside(page.text(entry.id), page.place(entry.origin))
    source = _cited(source_of(entry.origin, base), page)
    if source:
        yield f"{page.said(say('source: '))}{source}"
    if isinstance(entry, Fact) and entry.note:
        yield f"{page.said(say('note: '))}{page.text(entry.note)}"


def _finding(finding: Finding, page: Page) -> Iterator[str]:
    yield page.translate(say("{rule}: {said}", rule=page.strong(finding.rule), said=page.said(finding.said)))
    yield page.text(page.translate.text(load(finding.rule).summary))


def _match(match: Match, page: Page, *, told: bool) -> Iterator[str]:
    """The verdict, where no finding has told it, and the facts between which a claim lies."""
    if not told:
        yield page.strong(page.translate(VERDICT_WORDS[match.verdict]))
    if match.rivals:
        rivals = listed(
            (
                say("{claim} ({value})", claim=page.text(each.claim), value=page.place(each.origin))
                for each in match.rivals
            ),
            "semicolon",
        )
        yield f"{page.said(say('perhaps: '))}{page.translate(rivals)}"
