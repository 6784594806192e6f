"""The report as one web page, for a reader without a terminal: to open, to send on, to print.

It stands alone: no script, no picture, no font or style from elsewhere, and a content security policy that lets nothing of
the kind in. Above stand the rows of the table for terminals, below each draft with what was found marked in it. Severity is
a word and a line under the text; colour only repeats it, so that a black and white print says as much.
"""

from __future__ import annotations

import html as entities
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from factcheck.model.document import Document
from factcheck.model.finding import SEVERITIES, Finding
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reporting.html_style import STYLE
from factcheck.reporting.plain import escaped, plain, plain_line
from factcheck.reporting.rows import NOTHING, Row, notes, rows
from factcheck.reporting.summary import coverage, outcome, sources
from factcheck.reporting.words import SEVERITY_WORDS, heads
from factcheck.translation.translator import ENGLISH, Translator

_LANGUAGES = {"zh": "zh-Hans", "en": "en"}

# Code points that no text may hold (Unicode, 23.7), which the parsers of HTML complain of.
_NONCHARACTERS = (
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


class _Section(Struct, frozen=True):
    """One document of the report, with its number, its rows, and the numbers of the rows at each span."""

    number: int
    checked: Checked
    rows: tuple[Row, ...]
    numbers: dict[Span, list[int]]
    translate: Translator

    @property
    def document(self) -> Document:
        return self.checked.case.document

    def anchor(self, span: Span) -> str:
        """The name of a place of the draft inside the page."""
        return f"d{self.number}-{span.start}-{span.end}"


def html(report: Report, translate: Translator = ENGLISH) -> str:
    """The whole page, in UTF-8."""
    told = translate(outcome(report))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[translate.language]}">\n<head>\n<meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>factcheck: {_line(told)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>",
        f"<header>\n<h1>factcheck</h1>\n<p><strong>{_line(told)}</strong></p>",
        *(f"<p>{_line(translate(line))}</p>" for line in (*sources(report), coverage(report))),
        "</header>\n<main>",
    ]
    for number, checked in enumerate(report.documents, 1):
        parts += _document(_section(number, checked, translate), report.facts is not None)
    return "\n".join([*parts, "</main>\n</body>\n</html>\n"])


def _section(number: int, checked: Checked, translate: Translator) -> _Section:
    listed = rows(checked, translate=translate)
    numbers: dict[Span, list[int]] = {}
    for at, row in enumerate(listed, 1):
        numbers.setdefault(row.span, []).append(at)
    return _Section(number, checked, listed, numbers, translate)


def _document(section: _Section, with_facts: bool) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(plain(section.document.path))}</h2>"
    if section.rows:
        yield from _table(section, with_facts)
    yield from _notes(section)
    if any(finding.span.start < finding.span.end for finding in section.checked.findings):
        yield f'<div class="draft" lang="{_LANGUAGES[section.document.language]}">{"".join(_marked(section))}</div>'
    elif not section.checked.findings:
        yield f"<p>{_line(section.translate(say('nothing was found')))}</p>"
    yield "</section>"


def _table(section: _Section, with_facts: bool) -> Iterator[str]:
    columns = ("#", *map(section.translate, heads(with_facts=with_facts)))
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col">{_line(column)}</th>' for column in columns)
    yield "</tr></thead>\n<tbody>"
    for number, row in enumerate(section.rows, 1):
        states = [_figured(row.states)] if with_facts else []
        where = row.where if row.where == NOTHING else _link(section, row.span, row.where)
        severity = _line(section.translate(SEVERITY_WORDS[row.severity])) if row.severity else ""
        verdict = f"<strong>{severity}</strong><br>{_line(row.verdict)}"
        cells = [str(number), _figured(row.says), *states, where, verdict, _line(row.why)]
        yield f'<tr class="{row.severity}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    yield "</tbody>\n</table>"


def _notes(section: _Section) -> Iterator[str]:
    listed = notes(section.checked, section.translate)
    if listed:
        yield "<ul>"
        yield from (
            f"<li>{_line(note.rule)} ({len(note.items)}): {' · '.join(map(_line, note.items))}</li>" for note in listed
        )
        yield "</ul>"


def _marked(section: _Section) -> Iterator[str]:
    """The draft's text, cut at the edges of all findings; each piece that belongs to one or more is marked."""
    text = section.document.text
    findings = sorted(
        (each for each in section.checked.findings if each.span.start < each.span.end), key=lambda each: each.span
    )
    edges = sorted({0, len(text), *(edge for each in findings for edge in (each.span.start, each.span.end))})
    covering: list[Finding] = []
    at = 0
    for start, end in pairwise(edges):
        covering = [each for each in covering if each.span.end > start]
        opening = []
        while at < len(findings) and findings[at].span.start == start:
            opening.append(findings[at])
            at += 1
        covering += opening
        yield from (f'<a id="{anchor}"></a>' for anchor in dict.fromkeys(section.anchor(each.span) for each in opening))
        piece = _text(_shown(text[start:end]))
        yield _mark(section, covering, piece, end) if covering else piece


def _mark(section: _Section, covering: Sequence[Finding], piece: str, end: int) -> str:
    gravest = max(covering, key=lambda each: SEVERITIES.index(each.severity)).severity
    said = _line("; ".join(f"{each.rule}: {section.translate(each.said)}" for each in covering))
    closing = dict.fromkeys(each.span for each in covering if each.span.end == end)
    numbers = [str(number) for span in closing for number in section.numbers.get(span, ())]
    shown = f' data-numbers="{" ".join(numbers)}"' if numbers else ""
    return f'<mark class="{gravest}"{shown} title="{said}">{piece}</mark>'


def _link(section: _Section, span: Span, text: str) -> str:
    return f'<a href="#{section.anchor(span)}">{_line(text)}</a>'


def _figured(parts: tuple[str, str, str]) -> str:
    before, figure, after = map(_line, parts)
    return f"{before}{figure}{after}" if figure in ("", NOTHING) else f"{before}<b>{figure}</b>{after}"


def _line(text: str) -> str:
    """A text on one line, hidden characters written out, as HTML."""
    return _text(plain_line(text))


def _text(text: str) -> str:
    """A text as HTML, in which nothing is markup; quotes too, as it also stands in attributes."""
    return entities.escape(compiled(_NONCHARACTERS).sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def _shown(text: str) -> str:
    """A draft's own text with its line ends and tabs, other hidden characters written out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return escaped(lines, lambda char: char if char in "\n\t" else plain(char))
