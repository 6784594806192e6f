"""The report as SARIF 2.1.0 (OASIS Standard, 2020), for code scanning and the viewers of editors.

Columns count code points (`columnKind`), lines end as the reader ends them (`newlineSequences`). What a machine may apply
without asking, and nothing else, is a fix.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model.document import Document, Language
from factcheck.model.finding import Finding, Related, Severity
from factcheck.model.message import say
from factcheck.model.report import Report
from factcheck.model.rule import Rule
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reporting.json import json_lines
from factcheck.reporting.paths import Folders
from factcheck.reporting.plain import plain_line
from factcheck.reporting.rule_help import explanation, help_markdown, help_text
from factcheck.translation.translator import ENGLISH, Translator

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, Any]

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif(
    report: Report, version: str, rules: Sequence[Rule], folders: Folders, translate: Translator = ENGLISH
) -> str:
    """One run: `rules` are those that were in force, `version` is the program's."""
    indices = {rule.id: at for at, rule in enumerate(rules)}
    results = [
        _result(checked.case.document, finding, indices, folders, translate)
        for checked in report.documents
        for finding in checked.findings
    ]
    language, described = _LANGUAGES[translate.language], [_rule(rule, translate) for rule in rules]
    run = {
        "tool": {"driver": {"name": "factcheck", "semanticVersion": version, "language": language, "rules": described}},
        "language": language,
        "artifacts": [
            {"location": {"uri": folders.uri(checked.case.document.path)}, "roles": ["analysisTarget"]}
            for checked in report.documents
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    return json_lines({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


# Languages as SARIF writes them, with the country (3.5.1 there, after RFC 5646).
_LANGUAGES: dict[Language, str] = {"en": "en-US", "zh": "zh-CN"}


def _rule(rule: Rule, translate: Translator) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": translate.text(rule.summary)},
        "fullDescription": {"text": explanation(rule, translate)},
        "help": {"text": help_text(rule, translate), "markdown": help_markdown(rule, translate)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    document: Document, finding: Finding, indices: dict[str, int], folders: Folders, translate: Translator
) -> Json:
    offence = finding.offence
    uri = folders.uri(document.path)
    result: Json = {"ruleId": finding.rule}
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": _message(translate(finding.said)),
        "locations": [_location(document, finding.span, uri)],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if offence.related:
        related = (_related(document, place, folders, translate) for place in offence.related)
        result["relatedLocations"] = [{"id": at, **place} for at, place in enumerate(related, 1)]
    if offence.suggestion is not None and offence.certain and document.stands(finding.span):
        result["fixes"] = [_fix(document, finding.span, offence.suggestion, uri, translate)]
    return result


def _location(document: Document, span: Span, uri: str) -> Json:
    """A span's place; every line, for what is about the draft as a whole."""
    if (where := document.where(span)) is not None:  # a file without lines
        location: Json = {"physicalLocation": {"artifactLocation": {"uri": uri}}}
        told = [{"fullyQualifiedName": plain_line(str(where.said()))}] if span.start < span.end else []
        return location | ({"logicalLocations": told} if told else {})
    if span.start < span.end:
        region = {**_region(document, span), "snippet": {"text": document.cut(span)}}
    else:
        region = _region(document, Span(0, len(document.text)))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _related(document: Document, related: Related, folders: Folders, translate: Translator) -> Json:
    if related.span is not None:
        place = _location(document, related.span, folders.uri(document.path))
    else:
        physical: Json = {"artifactLocation": {"uri": folders.uri(related.path or document.path)}}
        if related.line:
            physical["region"] = {"startLine": related.line, "startColumn": max(1, related.column)}
        place = {"physicalLocation": physical}
    return {**place, "message": _message(translate(related.message))}


def _region(document: Document, span: Span) -> Json:
    place = document.place(span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(document: Document, span: Span, text: str, uri: str, translate: Translator) -> Json:
    replacement = {"deletedRegion": _region(document, span), "insertedContent": {"text": text}}
    change = {"artifactLocation": {"uri": uri}, "replacements": [replacement]}
    said = translate(say("Write “{text}”", text=text))
    return {"description": _message(said), "artifactChanges": [change]}


def _message(text: str) -> Json:
    """A plain text message in which neither placeholders (3.11.5) nor links (3.11.6 of the standard) can form."""
    text = compiled(r"\{(\d+)\}").sub(r"{{\1}}", plain_line(text))
    return {"text": compiled(r"([\\\[\]])").sub(r"\\\1", text) if "](" in text else text}
