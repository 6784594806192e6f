"""The report for GitLab's Code Quality widget: the part of the Code Climate format that GitLab reads, with columns besides.

A fingerprint is unique in the report, as GitLab drops the second of two equals, and holds no line number, as GitLab tells
new findings from old ones by it.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from factcheck.model.document import Document
from factcheck.model.finding import Finding, Severity
from factcheck.model.report import Report
from factcheck.reporting.json import json_lines
from factcheck.reporting.paths import Folders
from factcheck.reporting.places import said_with_place
from factcheck.reporting.plain import plain_line
from factcheck.translation.translator import ENGLISH, Translator

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(report: Report, folders: Folders, translate: Translator = ENGLISH) -> str:
    """A JSON array with an object for each finding."""
    seen: Counter[str] = Counter()
    issues = []
    for checked in report.documents:
        path = folders.relative(checked.case.document.path)
        for finding in checked.findings:
            key = f"{path}\x1f{finding.fingerprint}"
            seen[key] += 1
            mark = sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
            issues.append(_issue(checked.case.document, path, finding, mark, translate))
    return json_lines(issues)


def _issue(document: Document, path: str, finding: Finding, fingerprint: str, translate: Translator) -> dict[str, Any]:
    place = document.place(finding.span)
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": plain_line(translate(said_with_place(document, finding))),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": path,
            "lines": {"begin": place.line, "end": place.end_line},
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }
