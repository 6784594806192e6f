"""The report for editors' error parsers and grep: path:line:column: severity rule message, one finding a line."""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.reporting.places import said_with_place
from factcheck.reporting.plain import plain, plain_line
from factcheck.translation.translator import ENGLISH, Translator


def concise(report: Report, translate: Translator = ENGLISH) -> str:
    """The findings of all documents; nothing where there are none."""
    return "".join(
        _line(checked.case.document, finding, translate) for checked in report.documents for finding in checked.findings
    )


def _line(document: Document, finding: Finding, translate: Translator) -> str:
    place = document.place(finding.span)
    path, message = plain(document.path), plain_line(translate(said_with_place(document, finding)))
    return f"{path}:{place.line}:{place.column}: {finding.severity} {finding.rule} {message}\n"
