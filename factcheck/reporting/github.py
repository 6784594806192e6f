"""The report as workflow commands of GitHub Actions, which become annotations of the lines of a pull request.

A step shows ten annotations of each kind and drops the rest in silence; so the rest is summed up in one notice. Text is
escaped as the toolkit does (actions/toolkit, command.ts): data and properties differ. GitHub names no unit for columns;
here they count code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from factcheck.model.document import Document
from factcheck.model.finding import Finding, Severity
from factcheck.model.message import say
from factcheck.model.report import Report
from factcheck.reporting.paths import Folders
from factcheck.reporting.places import said_with_place
from factcheck.reporting.plain import plain, plain_line
from factcheck.reporting.summary import severities
from factcheck.translation.translator import ENGLISH, Translator

LIMIT = 10  # annotations of a kind that one step may show

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report, folders: Folders, translate: Translator = ENGLISH) -> str:
    """A line for each annotation: errors, warnings, notices; nothing where there are no findings."""
    kinds = {
        severity: [
            _annotation(checked.case.document, finding, folders, translate)
            for checked in report.documents
            for finding in checked.findings
            if finding.severity == severity
        ]
        for severity in _COMMANDS
    }
    if max(map(len, kinds.values())) > LIMIT:
        rooms = dict.fromkeys(kinds, LIMIT) | {"info": LIMIT - 1}
        left = {severity: max(0, len(lines) - rooms[severity]) for severity, lines in kinds.items()}
        kinds = {severity: lines[: rooms[severity]] for severity, lines in kinds.items()}
        kinds["info"].append(_rest(left, translate))
    return "".join(chain.from_iterable(kinds.values()))


def _rest(left: dict[Severity, int], translate: Translator) -> str:
    counts = severities(left["error"], left["warning"], left["info"])
    said = translate(say("not annotated for want of room: {counts}", counts=counts))
    return _command("notice", [("title", "factcheck")], said)


def _annotation(document: Document, finding: Finding, folders: Folders, translate: Translator) -> str:
    properties = [("file", plain(folders.relative(document.path)))]
    if finding.span.start < finding.span.end:
        place = document.place(finding.span)
        properties += [("line", str(place.line)), ("endLine", str(place.end_line))]
        if place.line == place.end_line:  # else GitHub refuses columns
            properties += [("col", str(place.column)), ("endColumn", str(place.end_column))]
    properties.append(("title", f"factcheck: {finding.rule}"))
    return _command(_COMMANDS[finding.severity], properties, plain_line(translate(said_with_place(document, finding))))


def _command(name: str, properties: Sequence[tuple[str, str]], data: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties)
    return f"::{name} {listed}::{_data(data)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
