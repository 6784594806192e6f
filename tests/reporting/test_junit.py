"""JUnit XML, read back by junitparser and by the XML parser of the standard library."""

from __future__ import annotations

import pytest
from handmade import TEXT, document_of, finding_of, report_of, span_of
from hostile import PATH, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.reporting.junit import junit


def suites_of(report: Report) -> list[TestSuite]:
    return list(JUnitXml.fromstring(junit(report).encode("utf-8")))


def cases_of(report: Report) -> list[TestCase]:
    (suite,) = suites_of(report)
    return list(suite)


def test_a_document_is_a_suite_and_its_counts_are_right() -> None:
    report = report_of(TEXT)
    (suite,) = suites_of(report)
    assert suite.name == "drafts/港城.txt"
    outcomes = [type(case.result[0]) for case in suite]
    assert (outcomes.count(Failure), outcomes.count(Skipped)) == (3, 2)
    assert (suite.tests, suite.failures, suite.skipped, suite.errors) == (5, 3, 2, 0)


def test_errors_and_warnings_fail_and_notes_are_skipped() -> None:
    first, *_, last = cases_of(report_of(TEXT))
    (failure,) = first.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error fact-mismatch", "57家 here, 58家 in the facts")
    assert failure.text == (
        "drafts/港城.txt:3:16: error fact-mismatch 57家 here, 58家 in the facts\nwrite: 58家"
    )  # fmt: skip
    (note,) = last.result
    assert isinstance(note, Skipped)
    assert note.message == "roads is not mentioned"


def test_a_test_keeps_its_name_when_lines_come_before_it() -> None:
    names = [case.name for case in cases_of(report_of(TEXT))]
    assert [case.name for case in cases_of(report_of("新的一行。\n" + TEXT))] == names
    assert names[0] == "fact-mismatch 57家 (fact-mismatch-0001)"


def test_a_document_without_fault_is_a_test_that_passed() -> None:
    (case,) = cases_of(Report((Checked(Case(document_of(TEXT)), ()),), None))
    assert case.is_passed


def test_hostile_words_stay_text() -> None:
    (case,) = cases_of(hostile_report())
    assert case.classname == PATH
    (failure,) = case.result
    assert "<script>alert(1)</script>" in failure.message
    assert "]]>" in failure.text
    assert "\\ufffe\\uffff" in failure.message


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1b", "\x85", "\ud800", "\ufffe", "\uffff", "\u2028"])
def test_what_xml_forbids_is_written_out(char: str) -> None:
    offence = Offence(span=span_of(TEXT, "57家"), message=say("57{it}家", it=char), suggestion=char, fact=char)
    findings = (finding_of("contradiction", "error", offence),)
    (case,) = cases_of(Report((Checked(Case(document_of(TEXT, f"{char}.txt")), findings),), None))
    (failure,) = case.result
    assert failure.message == ("57 家" if char in "\x0b\x85\u2028" else f"57{ascii(char)[1:-1]}家")


@given(st.text())
def test_any_text_is_well_formed(message: str) -> None:
    offence = Offence(span=span_of(TEXT, "57家"), message=say("{it}", it=message), suggestion=message)
    report = Report(
        (Checked(Case(document_of(TEXT, message)), (finding_of("contradiction", "error", offence),)),), None
    )
    assert cases_of(report)[0].name.startswith("contradiction")
