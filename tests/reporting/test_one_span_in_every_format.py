"""One draft, one wrong number: every format and the language server mark the same span, each in its own units."""

from __future__ import annotations

import csv as rfc4180
import json
import re
from collections.abc import Callable
from io import StringIO

import pytest
from handmade import document_of, finding_of, sentences_of
from hostile import ROOT
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from pages import marks, parsed
from workflow_commands import command

from factcheck.lsp.diagnostics import Reader, diagnostics
from factcheck.lsp.places import Files, Places
from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.reporting.columns import Unit
from factcheck.reporting.concise import concise
from factcheck.reporting.csv import csv
from factcheck.reporting.full import full
from factcheck.reporting.github import github
from factcheck.reporting.gitlab import gitlab
from factcheck.reporting.html import html
from factcheck.reporting.json import json_report
from factcheck.reporting.junit import junit
from factcheck.reporting.markdown import markdown
from factcheck.reporting.rdjson import rdjson
from factcheck.reporting.sarif import sarif
from factcheck.reporting.table import table

PATH = "draft.txt"
Edges = tuple[int, int, int, int]  # line, column, end line, end column

# Chinese within and beyond the basic plane, emoji with joiners and variation selectors, combining marks, Latin, punctuation.
PIECES = (
    "金融机构",
    "𠮷",
    "🚢",
    "👩\u200d👩\u200d👧",
    "❤\ufe0f",
    "e\u0301",
    "ก\u0e33",
    "draft ",
    ",",
    "。",
    '"',
    "\t",
    "|",
    "<b>",
    "\n",
    "",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def report_on(before: str, wrong: str, after: str) -> Report:
    text = f"{before}{wrong}{after}"
    span = Span(len(before), len(before) + len(wrong))
    offence = Offence(span=span, message=say("{found} here", found="57家"), found="57家", suggestion="58家")
    case = Case(document_of(text, PATH), sentences_of(text))
    return Report((Checked(case, (finding_of("fact-mismatch", "error", offence),)),), None)


def in_json(report: Report) -> Edges:
    span = json.loads(json_report(report, "1"))["documents"][0]["findings"][0]["span"]
    return (span["line"], span["column"], span["end_line"], span["end_column"])


def in_sarif(report: Report) -> Edges:
    (run,) = json.loads(sarif(report, "1", (), ROOT))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])


def in_gitlab(report: Report) -> Edges:
    (issue,) = json.loads(gitlab(report, ROOT))
    first, last = issue["location"]["positions"]["begin"], issue["location"]["positions"]["end"]
    assert issue["location"]["lines"] == {"begin": first["line"], "end": last["line"]}
    return (first["line"], first["column"], last["line"], last["column"])


def in_csv(report: Report) -> Edges:
    (row,) = rfc4180.DictReader(StringIO(csv(report).removeprefix("\ufeff"), newline=""))
    return (int(row["line"]), int(row["column"]), int(row["end_line"]), int(row["end_column"]))


def in_github(report: Report) -> Edges:
    read = command(github(report, ROOT))
    assert read is not None
    line, column, end_line, end_column = (int(read.properties[key]) for key in ("line", "col", "endLine", "endColumn"))
    return (line, column, end_line, end_column)


def in_rdjson(report: Report) -> Edges:
    place = json.loads(rdjson(report, ROOT))["diagnostics"][0]["location"]["range"]
    return (place["start"]["line"], place["start"]["column"], place["end"]["line"], place["end"]["column"])


def in_diagnostics(unit: Unit) -> Callable[[Report], Edges]:
    """The language server's range, counted from 1, for a client that counts in this unit."""

    def read(report: Report) -> Edges:
        (checked,) = report.documents
        places = Places(checked.case.document, unit)
        (found,) = diagnostics(checked, "file:///draft.txt", places, Files(unit), Reader(related=True, link=False))
        start, end = found.range.start, found.range.end
        assert places.offset(start) == checked.findings[0].span.start
        assert places.offset(end) == checked.findings[0].span.end
        return (start.line + 1, start.character + 1, end.line + 1, end.character + 1)

    return read


def by_code_points(text: str, edges: Edges) -> str:
    """What lies between two places whose columns count code points."""
    lines = text.split("\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: line - 1]) + column - 1 for line, column in (edges[:2], edges[2:])
    )
    return text[start:end]


def by_utf_16(text: str, edges: Edges) -> str:
    """What lies between two places whose columns count code units of UTF-16."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    start, end = (
        sum(len(line) + 2 for line in lines[: line - 1]) + 2 * (column - 1) for line, column in (edges[:2], edges[2:])
    )
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")


def by_bytes(text: str, edges: Edges) -> str:
    """What lies between two places whose columns count bytes of UTF-8."""
    lines = text.encode().split(b"\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: line - 1]) + column - 1 for line, column in (edges[:2], edges[2:])
    )
    return text.encode()[start:end].decode()


@pytest.mark.parametrize(
    ("read", "cut"),
    [
        (in_json, by_code_points),
        (in_sarif, by_code_points),
        (in_gitlab, by_code_points),
        (in_csv, by_code_points),
        (in_github, by_code_points),
        (in_rdjson, by_bytes),
        (in_diagnostics("utf-16"), by_utf_16),
        (in_diagnostics("utf-8"), by_bytes),
        (in_diagnostics("utf-32"), by_code_points),
    ],
)
@given(before=WORDS, after=WORDS)
def test_both_ends_stand_where_the_figure_does(
    read: Callable[[Report], Edges], cut: Callable[[str, Edges], str], before: str, after: str
) -> None:
    text = f"{before}57家{after}"
    assert cut(text, read(report_on(before, "57家", after))) == "57家"


@pytest.mark.parametrize(
    ("read", "cut"),
    [(in_json, by_code_points), (in_sarif, by_code_points), (in_gitlab, by_code_points), (in_csv, by_code_points),
     (in_rdjson, by_bytes), (in_diagnostics("utf-16"), by_utf_16), (in_diagnostics("utf-8"), by_bytes),
     (in_diagnostics("utf-32"), by_code_points)],
)  # fmt: skip
@given(before=WORDS, wrong=WORDS.filter(bool), after=WORDS)
def test_a_span_may_run_over_lines(
    read: Callable[[Report], Edges], cut: Callable[[str, Edges], str], before: str, wrong: str, after: str
) -> None:
    assert cut(f"{before}{wrong}{after}", read(report_on(before, wrong, after))) == wrong


@given(before=WORDS, after=WORDS)
def test_formats_that_name_one_place_name_its_start(before: str, after: str) -> None:
    report = report_on(before, "57家", after)
    place = f"{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"
    assert concise(report).startswith(f"{PATH}:{place}: ")
    assert f"{PATH}:{place}\n" in full(report)
    (suite,) = JUnitXml.fromstring(junit(report).encode())
    (case,) = suite
    assert case.result[0].text.startswith(f"{PATH}:{place}: ")
    assert f"| {place} |" in markdown(report)
    assert place in table(report).split()


@given(before=WORDS, wrong=WORDS.filter(bool), after=WORDS)
def test_the_web_page_marks_the_figure(before: str, wrong: str, after: str) -> None:
    """Its text is the draft's, so that the marks stand between the same code points: one on each line."""
    page = parsed(html(report_on(before, wrong, after)))
    lines = [(len(before) + line.start(), line[0]) for line in re.finditer(r"[^\n]+", wrong)]
    assert [(mark.start, mark.text) for mark in marks(page)] == lines
