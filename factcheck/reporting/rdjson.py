"""The report in the Reviewdog Diagnostic Format (rdjson), whose columns count bytes of UTF-8.

Nothing goes in that reviewdog's first published schema lacks: its parser refuses a report with a key that it does not know.
A suggestion is shown to a reviewer, who takes it or leaves it; so it need not be certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.reporting.columns import Ruler
from factcheck.reporting.json import json_lines
from factcheck.reporting.paths import Folders
from factcheck.reporting.places import said_with_place
from factcheck.reporting.plain import plain_line
from factcheck.translation.translator import ENGLISH, Translator

Json = dict[str, Any]


def rdjson(report: Report, folders: Folders, translate: Translator = ENGLISH) -> str:
    """A DiagnosticResult. reviewdog itself makes paths relative to the repository, so `folders` may have one root."""
    found = [diagnostic for checked in report.documents for diagnostic in _diagnostics(checked, folders, translate)]
    return json_lines({"source": {"name": "factcheck"}, "diagnostics": found})


def _diagnostics(checked: Checked, folders: Folders, translate: Translator) -> Iterator[Json]:
    document = checked.case.document
    path = folders.relative(document.path)
    ruler = Ruler(document, "utf-8")
    return (_diagnostic(document, ruler, path, finding, translate) for finding in checked.findings)


def _diagnostic(document: Document, ruler: Ruler, path: str, finding: Finding, translate: Translator) -> Json:
    suggestion, whole = finding.offence.suggestion, finding.span.start == finding.span.end
    location: Json = {"path": path} if whole else {"path": path, "range": _range(ruler, finding.span)}
    diagnostic: Json = {
        "message": plain_line(translate(said_with_place(document, finding))),
        "location": location,
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
    }
    if suggestion is not None and not whole and document.stands(finding.span):
        diagnostic["suggestions"] = [{"range": location["range"], "text": suggestion}]
    return diagnostic


def _range(ruler: Ruler, span: Span) -> Json:
    place = ruler.place(span)
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
