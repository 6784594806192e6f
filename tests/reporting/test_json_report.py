"""The report for programs: its contract, by the published schema and key by key."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from handmade import EVIL, TEXT, document_of, report_of
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from factcheck.model.case import Case
from factcheck.model.report import Checked, Report
from factcheck.reporting.json import json_claims, json_report
from factcheck.reporting.plain import hidden

CLAIM = {"text", "subject", "measure", "quantity", "scope", "span", "verdict", "fact", "score", "evidence"}
FINDING = {
    "rule", "severity", "message", "excerpt", "span", "found", "expected", "suggestion", "fact", "related", "fingerprint",
}  # fmt: skip
SPAN = {"start", "end", "line", "column", "end_line", "end_column"}


@pytest.fixture
def report() -> Report:
    return report_of(TEXT)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("factcheck.reporting").joinpath("report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(loaded)
    return loaded


@pytest.fixture
def data(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_report(report, "1.2.3"))
    return loaded


def test_report_is_valid_by_its_schema(report: Report, schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(json_report(report, "1.2.3")))
    validator.validate(json.loads(json_report(Report((), None), "1.2.3")))
    alone = Checked(Case(document_of(TEXT)), ())
    validator.validate(json.loads(json_report(Report((alone,), None), "1.2.3")))


def test_schema_refuses_what_breaks_the_contract(data: dict[str, Any], schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    for path in (
        ["schema_version"],
        ["documents", 0, "claims", 0, "verdict"],
        ["documents", 0, "claims", 0, "quantity", "low"],
        ["documents", 0, "findings", 0, "span", "line"],
        ["documents", 0, "findings", 0, "severity"],
        ["summary", "errors"],
    ):
        broken = json.loads(json.dumps(data))
        inner = broken
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = -1
        assert not validator.is_valid(broken), path
        del inner[path[-1]]
        assert not validator.is_valid(broken), path


def test_every_key_of_the_contract_is_there_and_no_other(data: dict[str, Any], schema: dict[str, Any]) -> None:
    document = data["documents"][0]
    assert set(data) == {"schema_version", "tool", "documents", "summary"} == set(schema["properties"])
    assert data["schema_version"] == 1
    assert data["tool"] == {"name": "factcheck", "version": "1.2.3"}
    assert set(document) == {"path", "language", "claims", "findings"} == set(schema["$defs"]["document"]["properties"])
    for claim in document["claims"]:
        assert set(claim) == CLAIM == set(schema["$defs"]["claim"]["properties"])
        assert set(claim["quantity"]) == {"low", "high", "unit", "hedge"}
        assert set(claim["scope"]) == {"when", "where"}
        assert set(claim["span"]) == SPAN
    for finding in document["findings"]:
        assert set(finding) == FINDING == set(schema["$defs"]["finding"]["properties"])
        assert set(finding["span"]) == SPAN
    assert set(data["summary"]) == set(schema["$defs"]["summary"]["required"])


def test_a_claim_says_what_the_program_read(data: dict[str, Any]) -> None:
    first = data["documents"][0]["claims"][0]
    start = TEXT.index("57家")
    assert first == {
        "text": "57家",
        "subject": "金融机构",
        "measure": "total",
        "quantity": {"low": "57", "high": "57", "unit": "家", "hedge": None},
        "scope": {"when": None, "where": None},
        "span": {"start": start, "end": start + 3, "line": 3, "column": 16, "end_line": 3, "end_column": 19},
        "verdict": "mismatch",
        "fact": "financial-institutions",
        "score": 0.94,
        "evidence": {"wording": 0.91, "subject": 1.0, "measure": 1.0, "unit": 1.0, "scope": 0.8, "neighbours": 0.05},
    }


def test_spans_cut_the_text_that_they_name(data: dict[str, Any]) -> None:
    for claim in data["documents"][0]["claims"]:
        assert TEXT[claim["span"]["start"] : claim["span"]["end"]] == claim["text"]
    found = [finding for finding in data["documents"][0]["findings"] if finding["rule"] == "name-mismatch"]
    assert TEXT[found[0]["span"]["start"] : found[0]["span"]["end"]] == found[0]["found"]
    assert found[0]["excerpt"] in TEXT
    assert found[0]["found"] in found[0]["excerpt"]


def test_related_places_stand_in_the_draft_or_in_a_facts_file(data: dict[str, Any]) -> None:
    elsewhere, entry = data["documents"][0]["findings"][0]["related"]
    assert set(elsewhere) == {"message", "path", "span"}
    assert elsewhere["span"]["start"] == TEXT.index("58家")
    assert entry == {"message": "the fact", "path": "facts/港城.yaml", "line": 12, "column": 5}


def test_summary_counts_what_is_listed(data: dict[str, Any]) -> None:
    assert data["summary"] == {
        "documents": 1, "quantities": 5, "claims": 4, "verified": 2, "rounded": 0, "approximate": 0, "mismatch": 1,
        "disputed": 0, "unsupported": 1, "errors": 2, "warnings": 1, "infos": 2, "passed_over": 0,
    }  # fmt: skip


def test_without_facts_nobody_vouches_for_a_claim(report: Report) -> None:
    case = replace(report.documents[0].case, matches=())
    data = json.loads(json_report(Report((Checked(case, ()),), None), "1"))
    assert {claim["verdict"] for claim in data["documents"][0]["claims"]} == {"unsupported"}
    assert data["summary"]["unsupported"] == data["summary"]["claims"] == 4


def test_chinese_stays_readable_and_hidden_characters_are_escaped() -> None:
    text = json_report(report_of(TEXT.replace("新增挂牌", f"{EVIL}新增挂牌"), path=f"{EVIL}\udce4.txt"), "1")
    assert "金融机构" in text
    assert hidden(text) == {"\n"}
    data = json.loads(text)
    assert data["documents"][0]["path"] == f"{EVIL}\udce4.txt"
    text.encode("utf-8")


def test_claims_alone_have_no_verdict(report: Report) -> None:
    data = json.loads(json_claims((report.documents[0].case,), "1"))
    assert set(data) == {"schema_version", "tool", "documents"}
    assert set(data["documents"][0]["claims"][0]) == CLAIM - {"verdict", "fact", "score", "evidence"}
