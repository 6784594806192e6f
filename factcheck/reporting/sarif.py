"""The report as SARIF 2.1.0 (OASIS Standard, 2020), for code scanning and the viewers of editors.

Columns count code points (`columnKind`), lines end as the reader ends them (`newlineSequences`). What a machine may apply
without asking, and nothing else, is a fix.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model.document import Document
from factcheck.model.finding import Finding, Related, Severity
from factcheck.model.report import Report
from factcheck.model.rule import Rule
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reporting.json import json_lines
from factcheck.reporting.paths import Folders
from factcheck.reporting.plain import plain_line
from factcheck.reporting.rule_help import help_markdown, help_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, Any]

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif(report: Report, version: str, rules: Sequence[Rule], folders: Folders) -> str:
    """One run: `rules` are those that were in force, `version` is the program's."""
    indices = {rule.id: at for at, rule in enumerate(rules)}
    results = [
        _result(checked.case.document, finding, indices, folders)
        for checked in report.documents
        for finding in checked.findings
    ]
    run = {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": version, "rules": [_rule(rule) for rule in rules]}},
        "artifacts": [
            {"location": {"uri": folders.uri(checked.case.document.path)}, "roles": ["analysisTarget"]}
            for checked in report.documents
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    return json_lines({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": help_text(rule), "markdown": help_markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(document: Document, finding: Finding, indices: dict[str, int], folders: Folders) -> Json:
    offence = finding.offence
    uri = folders.uri(document.path)
    result: Json = {"ruleId": finding.rule}
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_location(document, finding.span, uri)],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if offence.related:
        related = (_related(document, place, folders) for place in offence.related)
        result["relatedLocations"] = [{"id": at, **place} for at, place in enumerate(related, 1)]
    if offence.suggestion is not None and offence.certain:
        result["fixes"] = [_fix(document, finding.span, offence.suggestion, uri)]
    return result


def _location(document: Document, span: Span, uri: str) -> Json:
    """A span's place; every line, for what is about the draft as a whole."""
    if span.start < span.end:
        region = {**_region(document, span), "snippet": {"text": document.cut(span)}}
    else:
        region = _region(document, Span(0, len(document.text)))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _related(document: Document, related: Related, folders: Folders) -> Json:
    if related.span is not None:
        place = _location(document, related.span, folders.uri(document.path))
    else:
        physical: Json = {"artifactLocation": {"uri": folders.uri(related.path or document.path)}}
        if related.line:
            physical["region"] = {"startLine": related.line, "startColumn": max(1, related.column)}
        place = {"physicalLocation": physical}
    return {**place, "message": _message(str(related.message))}


def _region(document: Document, span: Span) -> Json:
    place = document.place(span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(document: Document, span: Span, text: str, uri: str) -> Json:
    replacement = {"deletedRegion": _region(document, span), "insertedContent": {"text": text}}
    change = {"artifactLocation": {"uri": uri}, "replacements": [replacement]}
    return {"description": _message(f"Write {text}"), "artifactChanges": [change]}


def _message(text: str) -> Json:
    """A plain text message in which neither placeholders (3.11.5) nor links (3.11.6 of the standard) can form."""
    text = compiled(r"\{(\d+)\}").sub(r"{{\1}}", plain_line(text))
    return {"text": compiled(r"([\\\[\]])").sub(r"\\\1", text) if "](" in text else text}
