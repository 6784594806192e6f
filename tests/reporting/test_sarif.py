"""SARIF: by the schema of the standard, and by Microsoft's validator where npm has put it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from handmade import TEXT, report_of
from hostile import HOSTILE, PATH, ROOT, hostile_report
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from factcheck.model.report import Checked, Report
from factcheck.reporting.paths import Folders
from factcheck.reporting.sarif import sarif
from factcheck.rules import all_rules

SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0.json"
NODE_MODULES = Path(__file__).parents[2] / "node_modules" / ".bin"


def log_of(report: Report, folders: Folders = ROOT) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(sarif(report, "1.2.3", all_rules(), folders))
    return loaded


def results_of(report: Report, folders: Folders = ROOT) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = log_of(report, folders)["runs"][0]["results"]
    return results


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8-sig"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    "report", [report_of(TEXT), hostile_report(), Report((), None)], ids=["made", "hostile", "empty"]
)
def test_a_log_is_valid_by_the_schema_of_the_standard(validator: Draft202012Validator, report: Report) -> None:
    validator.validate(log_of(report))


def test_the_schema_refuses_what_is_wrong(validator: Draft202012Validator) -> None:
    log = log_of(report_of(TEXT))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    assert not validator.is_valid(log)


@pytest.mark.parametrize("report", [report_of(TEXT), hostile_report()], ids=["made", "hostile"])
def test_microsofts_validator_finds_no_fault(report: Report, tmp_path: Path) -> None:
    tool = shutil.which("sarif-multitool") or shutil.which("sarif-multitool", path=NODE_MODULES)
    if tool is None:
        pytest.skip("`npm install @microsoft/sarif-multitool` has not been run")
    log, verdict = tmp_path / "log.sarif", tmp_path / "verdict.sarif"
    log.write_text(sarif(report, "1.2.3", all_rules(), ROOT), encoding="utf-8")
    ended = subprocess.run([tool, "validate", str(log), "--output", str(verdict)], capture_output=True, check=False)
    assert verdict.exists(), ended.stdout
    results = json.loads(verdict.read_text("utf-8-sig"))["runs"][0]["results"]
    # SARIF2005 asks for a home page, which the project has none of.
    assert [result for result in results if result["ruleId"] != "SARIF2005" and result.get("level") != "none"] == []


def test_a_result_stands_at_its_span_with_its_rule(validator: Draft202012Validator) -> None:
    log = log_of(report_of(TEXT))
    run = log["runs"][0]
    result = run["results"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "fact-mismatch"
    assert result["level"] == "error"
    assert result["message"] == {"text": "57家 here, 58家 in the facts"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "drafts/%E6%B8%AF%E5%9F%8E.txt"},
                "region": {
                    "startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 19, "snippet": {"text": "57家"},
                },
            }
        }
    ]  # fmt: skip
    assert result["partialFingerprints"] == {"factcheck/v1": "fact-mismatch-0001"}


def test_related_places_stand_in_the_draft_and_in_the_facts_file() -> None:
    in_draft, in_facts = results_of(report_of(TEXT))[0]["relatedLocations"]
    assert in_draft["physicalLocation"]["region"]["snippet"]["text"] == "58家"
    assert in_facts["physicalLocation"]["region"] == {"startLine": 12, "startColumn": 5}
    assert unquote(in_facts["physicalLocation"]["artifactLocation"]["uri"]) == "facts/港城.yaml"
    assert (in_draft["id"], in_facts["id"]) == (1, 2)
    assert in_facts["message"] == {"text": "the fact"}


def test_what_is_about_the_draft_as_a_whole_spans_it() -> None:
    region = results_of(report_of(TEXT))[-1]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"]) == (1, 1, 5)


def test_only_a_certain_suggestion_is_a_fix() -> None:
    report = report_of(TEXT)
    assert not any("fixes" in result for result in results_of(report))
    checked = report.documents[0]
    findings = tuple(replace(each, offence=replace(each.offence, certain=True)) for each in checked.findings)
    results = results_of(Report((Checked(checked.case, findings),), None))
    assert ["fixes" in result for result in results] == [True, True, False, False, False]
    change = results[0]["fixes"][0]["artifactChanges"][0]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert change["replacements"] == [
        {
            "deletedRegion": {key: value for key, value in region.items() if key != "snippet"},
            "insertedContent": {"text": "58家"},
        }
    ]


def test_every_rule_explains_itself() -> None:
    rules = log_of(Report((), None))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in all_rules()]
    for described, rule in zip(rules, all_rules(), strict=True):
        assert described["shortDescription"]["text"] == rule.summary
        for form in ("text", "markdown"):
            page = described["help"][form]
            assert page.startswith(rule.explanation)
            assert all(line in page for example in rule.examples for line in example.draft.strip("\n").split("\n"))


def test_hostile_words_form_no_link_and_no_placeholder() -> None:
    (result,) = results_of(hostile_report())
    assert "\\[l\\](1)" in result["message"]["text"]
    assert "{{0}}" in result["message"]["text"]
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == HOSTILE
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == PATH
    assert uri.isascii()
    assert not set(uri) & set(" :,<>|`;@")


@pytest.mark.parametrize(
    ("path", "folders", "uri"),
    [
        ("a/./b/../港.txt", ROOT, "a/%E6%B8%AF.txt"),
        ("/repo/a b.txt", ROOT, "a%20b.txt"),
        ("b.txt", Folders("/repo/sub", "/repo"), "sub/b.txt"),
        ("../b.txt", Folders("/repo/sub", "/repo"), "b.txt"),
        ("/elsewhere/b#1.txt", ROOT, "file:///elsewhere/b%231.txt"),
        ("/repository/b.txt", ROOT, "file:///repository/b.txt"),
        ("-", Folders("/repo/sub", "/repo"), "-"),
        ("b\udcff.txt", ROOT, "b%EF%BF%BD.txt"),
    ],
)
def test_uris_are_relative_to_the_root_and_encoded(path: str, folders: Folders, uri: str) -> None:
    (first, *_) = results_of(report_of(TEXT, path=path), folders)
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
