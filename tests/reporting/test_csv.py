"""The spreadsheet, read back by the csv module; no cell of it is a formula."""

from __future__ import annotations

import csv as rfc4180
import re
from io import StringIO

from handmade import TEXT, document_of, finding_of, report_of, span_of
from hostile import hostile_report
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.case import Case
from factcheck.model.finding import Offence
from factcheck.model.message import say
from factcheck.model.report import Checked, Report
from factcheck.reporting.csv import COLUMNS, csv


def rows_of(report: Report) -> list[dict[str, str]]:
    text = csv(report).encode("utf-8")
    assert text.startswith(b"\xef\xbb\xbf")
    return list(rfc4180.DictReader(StringIO(text.decode("utf-8-sig"), newline=""), strict=True))


def cells_at(separator: str, text: str) -> list[str]:
    """Every cell that a spreadsheet of another locale would see."""
    return [cell for row in rfc4180.reader(StringIO(text, newline=""), delimiter=separator) for cell in row]


def test_a_finding_is_a_row() -> None:
    first, *_, last = rows_of(report_of(TEXT))
    assert tuple(first) == COLUMNS
    assert first == {
        "path": "drafts/港城.txt", "line": "3", "column": "16", "end_line": "3", "end_column": "19", "severity": "error",
        "rule": "fact-mismatch", "message": "57家 here, 58家 in the facts", "found": "57家", "expected": "58家",
        "suggestion": "58家", "fact": "financial-institutions",
        "excerpt": "至2023年10月底,全区共有57家金融机构,新增挂牌企业12家。", "fingerprint": "fact-mismatch-0001",
        "where": "",
    }  # fmt: skip
    assert (last["rule"], last["line"], last["column"], last["excerpt"]) == ("missing-fact", "", "", "")


def test_nothing_found_is_a_line_of_heads() -> None:
    assert rows_of(Report((), None)) == []
    assert csv(Report((), None)).count("\n") == 1


def test_hostile_words_are_no_formula_in_any_locale() -> None:
    text = csv(hostile_report()).removeprefix("\ufeff")
    for separator in ",;":
        assert not [cell for cell in cells_at(separator, text) if re.match(r"\s*[=+\-@\t\r]", cell)], separator
    (row,) = rows_of(hostile_report())
    assert row["found"].startswith("'=cmd|' /C calc'!A0;'=1+1;'  @SUM(1)")
    assert row["path"].startswith("'=a,b")


@given(st.text(alphabet=st.one_of(st.sampled_from("=+-@＝＋－＠\t\r\n;,\"' "), st.characters())))
def test_no_text_becomes_a_formula(text: str) -> None:
    offence = Offence(
        span=span_of(TEXT, "57家"), message=say("{it}", it=text), found=text, expected=text, suggestion=text, fact=text
    )
    report = Report((Checked(Case(document_of(TEXT, text)), (finding_of("contradiction", "error", offence),)),), None)
    (row,) = rows_of(report)
    assert not [cell for cell in row.values() if re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell)]
    assert (row["line"], row["column"]) == ("3", "16")
