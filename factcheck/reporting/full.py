"""The report that explains itself: each finding with its sentence, the fact and its file, and the evidence of the match."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text

from factcheck.model.fact import Entry
from factcheck.model.finding import Finding, Related
from factcheck.model.match import Evidence
from factcheck.model.message import Message, listed, say
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.reporting.context import Context, context_of, wording
from factcheck.reporting.fold import fold, folded
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.summary import closing
from factcheck.reporting.terminal import lines, rendered
from factcheck.reporting.words import SEVERITY_WORDS
from factcheck.translation.translator import ENGLISH, Translator

_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_EVIDENCE = {
    "wording": say("wording"),
    "subject": say("subject"),
    "measure": say("measure"),
    "unit": say("unit"),
    "scope": say("scope"),
    "neighbours": say("neighbours"),
}
_INDENT = 2
_QUOTE = 4


def full(report: Report, *, width: int = 80, colour: bool = False, translate: Translator = ENGLISH) -> str:
    """Every finding at length, as text for `width` terminal cells. Places stand on lines of their own, never folded."""
    parts: list[Text] = []
    for checked in report.documents:
        page = _Page(context_of(checked.case), width, translate)
        for finding in checked.findings:
            parts += [*_finding(page, finding), Text("")]
    parts += [lines(translate(line), width) for line in closing(report)]
    return rendered(parts, colour)


class _Page(Struct, frozen=True):
    """What the findings of one draft are written by: the draft, the cells of a line, the reader's language."""

    context: Context
    width: int
    translate: Translator


def _finding(page: _Page, finding: Finding) -> Iterator[Text]:
    colour = _COLOURS[finding.severity]
    yield _headline(page, finding)
    yield _place(_where(page, finding.span), _INDENT)
    if finding.span.start < finding.span.end:
        yield from _quoted(page, finding.span, colour)
    yield from _against(page, finding)
    entry = page.context.entry(finding)
    for related in finding.offence.related:
        if entry is None or (related.path, related.line) != (entry.origin.path, entry.origin.line):
            yield from _elsewhere(page, related)


def _headline(page: _Page, finding: Finding) -> Text:
    label = f"{page.translate(SEVERITY_WORDS[finding.severity])}[{finding.rule}]"
    headline = lines(f"{label} {plain_line(page.translate(finding.said))}", page.width)
    headline.stylize(_COLOURS[finding.severity], 0, len(label))
    return headline


def _against(page: _Page, finding: Finding) -> Iterator[Text]:
    """The entry of the facts file, what to write, and why the two were held against each other."""
    entry, match, suggestion = page.context.entry(finding), page.context.match(finding), finding.offence.suggestion
    if entry is not None:
        yield from _cited(page, say("fact: "), entry)
    if suggestion is not None:
        yield from _labelled(page, say("write: "), plain_line(suggestion))
    if (
        match is not None
        and match.evidence is not None
        and match.fact is not None
        and match.fact.id == finding.offence.fact
    ):
        yield from _labelled(page, say("match: "), _weighed(page, match.evidence))
    for rival in match.rivals if match is not None else ():
        yield from _cited(page, say("perhaps: "), rival)


def _quoted(page: _Page, span: Span, colour: str) -> Iterator[Text]:
    """The sentence round a span, folded, with carets below the cells of the span."""
    document, around = page.context.case.document, page.context.around(span)
    parts = (Span(around.start, span.start), span, Span(span.end, around.end))
    before, marked, after = (plain_line(document.cut(part)) for part in parts)
    text, start, end = before + marked + after, len(before), len(before + marked)
    edges = (0, *fold(text, page.width - _QUOTE), len(text))
    for first, last in pairwise(edges):
        yield Text(" " * _QUOTE + text[first:last].rstrip(" "))
        left, right = max(first, start), min(last, end)
        if left < right:
            carets = "^" * max(1, cell_len(text[left:right].rstrip(" ")))
            yield Text(" " * (_QUOTE + cell_len(text[first:left])) + carets, colour)


def _elsewhere(page: _Page, related: Related) -> Iterator[Text]:
    """Another place: of the draft with its own sentence, or a line of a facts file."""
    see = say("see: ")
    yield from _labelled(page, see, plain_line(page.translate(related.message)))
    if related.span is None:
        yield _place(f"{plain(related.path or '')}:{related.line}:{related.column}", _indent(page, see))
        return
    yield _place(_where(page, related.span), _indent(page, see))
    yield from _quoted(page, related.span, "dim")


def _cited(page: _Page, label: Message, entry: Entry) -> Iterator[Text]:
    yield from _labelled(page, label, plain_line(wording(entry)))
    at = entry.origin
    yield _place(f"{plain(at.path)}:{at.line}:{at.column} {plain(entry.id)}", _indent(page, label))


def _weighed(page: _Page, evidence: Evidence) -> str:
    parts = listed(
        say("{kind} {score}", kind=said, score=f"{getattr(evidence, kind):.2f}") for kind, said in _EVIDENCE.items()
    )
    return page.translate(say("{score} ({parts})", score=f"{evidence.score:.2f}", parts=parts))


def _where(page: _Page, span: Span) -> str:
    document = page.context.case.document
    path, where = plain(document.path), document.where(span)
    if span.start == span.end:  # about the draft as a whole
        return path
    if where is not None:
        return f"{path}: {plain_line(page.translate(where.said()))}"
    place = document.place(span)
    return f"{path}:{place.line}:{place.column}"


def _place(text: str, indent: int) -> Text:
    return Text(" " * indent + text, "dim")


def _labelled(page: _Page, label: Message, text: str) -> Iterator[Text]:
    """A text, folded, with its further lines below the first."""
    said, indent = page.translate(label), _indent(page, label)
    for at, line in enumerate(folded(text, page.width - indent)):
        yield Text(f"{' ' * _INDENT}{said}{line}" if at == 0 else " " * indent + line)


def _indent(page: _Page, label: Message) -> int:
    """Where the text behind a label begins."""
    return _INDENT + cell_len(page.translate(label))
