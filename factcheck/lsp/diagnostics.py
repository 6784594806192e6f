"""Findings as diagnostics."""

from __future__ import annotations

from lsprotocol import types
from msgspec import Struct

from factcheck.lsp.pages import page_of
from factcheck.lsp.places import Files, Places
from factcheck.model.finding import Finding, Related, Severity
from factcheck.model.problem import Problem
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.reporting.plain import plain_line
from factcheck.translation.translator import ENGLISH, Translator

SOURCE = "factcheck"

_START = Span(0, 0)

_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class Reader(Struct, frozen=True):
    """What a client understands of diagnostics, and the language of whoever sits before it."""

    related: bool
    link: bool
    translate: Translator = ENGLISH


def diagnostics(checked: Checked, uri: str, places: Places, files: Files, reader: Reader) -> list[types.Diagnostic]:
    """One for each finding, in their order; notes on the draft as a whole are gathered by rule, before its first character."""
    apart = [each for each in checked.findings if not _is_note_on_whole(each)]
    gathered: dict[str, list[Finding]] = {}
    for finding in filter(_is_note_on_whole, checked.findings):
        gathered.setdefault(finding.rule, []).append(finding)
    return [
        *(_gathered(notes, uri, places, files, reader) for notes in gathered.values()),
        *(diagnostic(finding, uri, places, files, reader) for finding in apart),
    ]


def diagnostic(finding: Finding, uri: str, places: Places, files: Files, reader: Reader) -> types.Diagnostic:
    """A finding, with the rule's page as its link and the fingerprint as its data."""
    page = page_of(finding.rule, reader.translate) if reader.link else None
    related = (
        [_related(place, uri, places, files, reader) for place in finding.offence.related] if reader.related else []
    )
    return types.Diagnostic(
        range=places.range(finding.span),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page is not None else None,
        source=SOURCE,
        message=plain_line(reader.translate(finding.said)),
        related_information=related or None,
        data={"fingerprint": finding.fingerprint},
    )


def of_facts(problem: Problem, files: Files, translate: Translator = ENGLISH) -> types.Diagnostic:
    """A fault of a facts file, with what to write instead."""
    return types.Diagnostic(
        range=files.location(problem.path, problem.line, problem.column).range,
        severity=_SEVERITIES[problem.severity],
        source=SOURCE,
        message=plain_line(translate(problem.told)),
    )


def _is_note_on_whole(finding: Finding) -> bool:
    return finding.severity == "info" and finding.span.start == finding.span.end


def _gathered(notes: list[Finding], uri: str, places: Places, files: Files, reader: Reader) -> types.Diagnostic:
    """Several notes of one rule as one, with all that they relate to: the facts that a draft does not state may be many."""
    first = diagnostic(notes[0], uri, places, files, reader)
    if len(notes) == 1:
        return first
    names = " · ".join(plain_line(note.offence.fact or reader.translate(note.said)) for note in notes)
    first.message = f"{notes[0].rule} ({len(notes)}): {names}"
    if reader.related:
        first.related_information = [
            _related(related, uri, places, files, reader) for note in notes for related in note.offence.related
        ]
    return first


def _related(
    related: Related, uri: str, places: Places, files: Files, reader: Reader
) -> types.DiagnosticRelatedInformation:
    if related.span is not None or related.path is None:
        location = types.Location(uri, places.range(related.span or _START))
    else:
        location = files.location(related.path, related.line, related.column)
    return types.DiagnosticRelatedInformation(location, plain_line(reader.translate(related.message)))
