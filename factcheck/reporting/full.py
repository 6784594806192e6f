"""The report that explains itself: each finding with its sentence, the fact and its file, and the evidence of the match."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from factcheck.model.finding import Finding, Related
from factcheck.model.match import Evidence
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.reporting.context import Context, Entry, context_of, wording
from factcheck.reporting.fold import fold, folded
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.summary import closing
from factcheck.reporting.terminal import lines, rendered

_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_EVIDENCE = ("wording", "subject", "measure", "unit", "scope", "neighbours")
_INDENT = 2
_QUOTE = 4


def full(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """Every finding at length, as text for `width` terminal cells. Places stand on lines of their own, never folded."""
    parts: list[Text] = []
    for checked in report.documents:
        context = context_of(checked.case)
        for finding in checked.findings:
            parts += [*_finding(context, finding, width), Text("")]
    parts += [lines(line, width) for line in closing(report)]
    return rendered(parts, colour)


def _finding(context: Context, finding: Finding, width: int) -> Iterator[Text]:
    colour = _COLOURS[finding.severity]
    yield _headline(finding, width)
    yield _place(_where(context, finding.span), _INDENT)
    if finding.span.start < finding.span.end:
        yield from _quoted(context, finding.span, width, colour)
    yield from _against(context, finding, width)
    entry = context.entry(finding)
    for related in finding.offence.related:
        if entry is None or (related.path, related.line) != (entry.origin.path, entry.origin.line):
            yield from _elsewhere(context, related, width)


def _headline(finding: Finding, width: int) -> Text:
    label = f"{finding.severity}[{finding.rule}]"
    headline = lines(f"{label} {plain_line(finding.message)}", width)
    headline.stylize(_COLOURS[finding.severity], 0, len(label))
    return headline


def _against(context: Context, finding: Finding, width: int) -> Iterator[Text]:
    """The entry of the facts file, what to write, and why the two were held against each other."""
    entry, match, suggestion = context.entry(finding), context.match(finding), finding.offence.suggestion
    if entry is not None:
        yield from _cited("fact: ", entry, width)
    if suggestion is not None:
        yield from _labelled("write: ", plain_line(suggestion), width)
    if (
        match is not None
        and match.evidence is not None
        and match.fact is not None
        and match.fact.id == finding.offence.fact
    ):
        yield from _labelled("match: ", _weighed(match.evidence), width)
    for rival in match.rivals if match is not None else ():
        yield from _cited("perhaps: ", rival, width)


def _quoted(context: Context, span: Span, width: int, colour: str) -> Iterator[Text]:
    """The sentence round a span, folded, with carets below the cells of the span."""
    document, around = context.case.document, context.around(span)
    parts = (Span(around.start, span.start), span, Span(span.end, around.end))
    before, marked, after = (plain_line(document.cut(part)) for part in parts)
    text, start, end = before + marked + after, len(before), len(before + marked)
    edges = (0, *fold(text, width - _QUOTE), len(text))
    for first, last in pairwise(edges):
        yield Text(" " * _QUOTE + text[first:last].rstrip(" "))
        left, right = max(first, start), min(last, end)
        if left < right:
            carets = "^" * max(1, cell_len(text[left:right].rstrip(" ")))
            yield Text(" " * (_QUOTE + cell_len(text[first:left])) + carets, colour)


def _elsewhere(context: Context, related: Related, width: int) -> Iterator[Text]:
    """Another place: of the draft with its own sentence, or a line of a facts file."""
    yield from _labelled("see: ", plain_line(str(related.message)), width)
    if related.span is None:
        yield _place(f"{plain(related.path or '')}:{related.line}:{related.column}", _INDENT + len("see: "))
        return
    yield _place(_where(context, related.span), _INDENT + len("see: "))
    yield from _quoted(context, related.span, width, "dim")


def _cited(label: str, entry: Entry, width: int) -> Iterator[Text]:
    yield from _labelled(label, plain_line(wording(entry)), width)
    at = entry.origin
    yield _place(f"{plain(at.path)}:{at.line}:{at.column} {plain(entry.id)}", _INDENT + len(label))


def _weighed(evidence: Evidence) -> str:
    parts = ", ".join(f"{part} {getattr(evidence, part):.2f}" for part in _EVIDENCE)
    return f"{evidence.score:.2f} ({parts})"


def _where(context: Context, span: Span) -> str:
    path = plain(context.case.document.path)
    if span.start == span.end:  # about the draft as a whole
        return path
    place = context.case.document.place(span)
    return f"{path}:{place.line}:{place.column}"


def _place(text: str, indent: int) -> Text:
    return Text(" " * indent + text, "dim")


def _labelled(label: str, text: str, width: int) -> Iterator[Text]:
    """A text, folded, with its further lines below the first."""
    indent = _INDENT + len(label)
    for at, line in enumerate(folded(text, width - indent)):
        yield Text(f"{' ' * _INDENT}{label}{line}" if at == 0 else " " * indent + line)
