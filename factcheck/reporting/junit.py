"""The report as JUnit XML, for servers that show test results.

A document is a suite. An error or a warning is a test that failed, a note one that was skipped; a document without either
failure is a test that passed, so that no suite is empty. A test's name holds no line number and is the same in every language:
servers follow it over time.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.patterns import compiled
from factcheck.reporting.places import said_with_place
from factcheck.reporting.plain import plain, plain_line
from factcheck.translation.translator import ENGLISH, Translator

# What is not in the production Char of XML 1.0 (fifth edition, 2.2), even as a character reference.
_INVALID = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def junit(report: Report, translate: Translator = ENGLISH) -> str:
    """The whole report as an XML document in UTF-8."""
    suites = Element("testsuites", name="factcheck")
    for checked in report.documents:
        suites.append(_suite(checked, translate))
    for count in ("tests", "failures", "skipped", "errors"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, "unicode")}\n'


def _suite(checked: Checked, translate: Translator) -> Element:
    document = checked.case.document
    path = _valid(plain(document.path))
    cases = [_case(document, path, finding, translate) for finding in checked.findings]
    failures = sum(case.find("failure") is not None for case in cases)
    if not failures:
        cases.append(Element("testcase", name="no errors or warnings", classname=path, file=path, time="0"))
    suite = Element(
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=str(failures),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        errors="0",
        time="0",
    )
    suite.extend(cases)
    return suite


def _case(document: Document, path: str, finding: Finding, translate: Translator) -> Element:
    offence, whole = finding.offence, finding.span.start == finding.span.end
    what = offence.fact or "" if whole else document.cut(finding.span)
    name = " ".join(filter(None, (finding.rule, _shown(what), f"({finding.fingerprint})")))
    place = document.place(finding.span)
    case = Element("testcase", name=name, classname=path, file=path, time="0")
    if not whole:
        case.set("line", str(place.line))
    message = _shown(translate(said_with_place(document, finding)))
    if finding.severity == "info":
        SubElement(case, "skipped", type=finding.rule, message=message)
        return case
    failure = SubElement(case, "failure", type=f"{finding.severity} {finding.rule}", message=message)
    where = path if whole else f"{path}:{place.line}:{place.column}"
    failure.text = f"{where}: {finding.severity} {finding.rule} {message}"
    if offence.suggestion is not None:
        failure.text += f"\n{translate(say('write: '))}{_shown(offence.suggestion)}"
    return case


def _shown(text: str) -> str:
    return _valid(plain_line(text))


def _valid(text: str) -> str:
    return compiled(_INVALID).sub(lambda match: f"\\u{ord(match[0]):04x}", text)
