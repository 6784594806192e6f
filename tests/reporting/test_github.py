"""Annotations of GitHub Actions, read as its runner reads them, and the job summary's bounds."""

from __future__ import annotations

import pytest
from handmade import TEXT, document_of, finding_of, report_of, span_of
from hostile import PATH, ROOT, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from workflow_commands import Command, command, commands

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Severity
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.model.span import Span
from factcheck.reporting.github import LIMIT, github
from factcheck.reporting.paths import Folders
from factcheck.reporting.plain import plain, plain_line


def annotated(report: Report, folders: Folders = ROOT) -> list[Command]:
    read = commands(github(report, folders))
    assert not [line for line in read if isinstance(line, str)]
    return [line for line in read if isinstance(line, Command)]


def many(errors: int, warnings: int, infos: int) -> Report:
    kinds: tuple[tuple[Severity, int], ...] = (("info", infos), ("warning", warnings), ("error", errors))
    offence = Offence(span=span_of(TEXT, "57家"), message=say("wrong"))
    findings = tuple(finding_of("fact-mismatch", kind, offence) for kind, number in kinds for _ in range(number))
    return Report((Checked(Case(document_of(TEXT)), findings),), None)


def test_an_annotation_stands_at_its_span() -> None:
    first, *_, last = annotated(report_of(TEXT))
    assert first == Command(
        "error",
        {"file": "drafts/港城.txt", "line": "3", "endLine": "3", "col": "16", "endColumn": "19",
         "title": "factcheck: fact-mismatch"},
        "57家 here, 58家 in the facts",
    )  # fmt: skip
    assert last == Command(
        "notice", {"file": "drafts/港城.txt", "title": "factcheck: missing-fact"}, "roads is not mentioned"
    )


def test_errors_come_first() -> None:
    names = [annotation.name for annotation in annotated(report_of(TEXT))]
    assert names == ["error", "error", "warning", "notice", "notice"]


def test_a_span_over_two_lines_has_no_columns() -> None:
    offence = Offence(span=Span(0, len("港城区2023年经济运行情况\n\n至")), message=say("wrong"))
    report = Report((Checked(Case(document_of(TEXT)), (finding_of("contradiction", "error", offence),)),), None)
    (annotation,) = annotated(report)
    assert {key: annotation.properties.get(key) for key in ("line", "endLine", "col", "endColumn")} == {
        "line": "1", "endLine": "3", "col": None, "endColumn": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "shown", "rest"),
    [
        ((10, 10, 10), (10, 10, 10), None),
        ((0, 0, 0), (0, 0, 0), None),
        ((11, 0, 0), (10, 0, 1), "1 error, 0 warnings, 0 notes"),
        ((2, 30, 3), (2, 10, 4), "0 errors, 20 warnings, 0 notes"),
        ((12, 13, 14), (10, 10, 10), "2 errors, 3 warnings, 5 notes"),
        ((11, 0, 10), (10, 0, 10), "1 error, 0 warnings, 1 note"),
    ],
)
def test_what_a_step_has_no_room_for_is_summed_up(
    found: tuple[int, int, int], shown: tuple[int, int, int], rest: str | None
) -> None:
    read = annotated(many(*found))
    assert tuple(sum(each.name == name for each in read) for name in ("error", "warning", "notice")) == shown
    assert max(shown) <= LIMIT
    sums = [each.data for each in read if each.properties["title"] == "factcheck"]
    assert sums == ([] if rest is None else [f"not annotated for want of room: {rest}"])


def test_hostile_words_stay_data() -> None:
    (annotation,) = annotated(hostile_report())
    assert annotation.name == "error"
    assert set(annotation.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert annotation.properties["file"] == PATH
    assert "::error file=a::b %0A::set-env::c" in annotation.data


@given(st.text(), st.text(min_size=1).map(lambda name: f"drafts/{name}.txt"))
def test_any_text_is_read_back(message: str, path: str) -> None:
    offence = Offence(span=span_of(TEXT, "57家"), message=say("{it}", it=message))
    findings = (finding_of("contradiction", "error", offence),)
    line = github(Report((Checked(Case(document_of(TEXT, path)), findings),), None), ROOT)
    assert line.count("\n") == 1
    read = command(line[:-1])
    assert read is not None
    assert read.data == plain_line(message)
    assert read.properties["file"] == plain(ROOT.relative(path))
    assert read.properties["title"] == "factcheck: contradiction"
