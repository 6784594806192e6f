"""The Reviewdog Diagnostic Format: by its schema, and by reviewdog itself where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from handmade import TEXT, report_of
from hostile import HOSTILE, PATH, ROOT, hostile_report
from jsonschema import Draft202012Validator

from factcheck.model.report import Report
from factcheck.reporting.rdjson import rdjson

SCHEMA = Path(__file__).with_name("schemas") / "rdjson.json"


def diagnostics(report: Report) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(rdjson(report, ROOT))["diagnostics"]
    return loaded


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    "report", [report_of(TEXT), hostile_report(), Report((), None)], ids=["made", "hostile", "empty"]
)
def test_a_result_is_valid_by_the_schema(validator: Draft202012Validator, report: Report) -> None:
    validator.validate(json.loads(rdjson(report, ROOT)))


def test_the_schema_refuses_what_reviewdog_refuses(validator: Draft202012Validator) -> None:
    result = json.loads(rdjson(report_of(TEXT), ROOT))
    assert not validator.is_valid(result | {"version": 1})
    result["diagnostics"][0]["severity"] = "error"
    assert not validator.is_valid(result)


@pytest.mark.parametrize("report", [report_of(TEXT), hostile_report()], ids=["made", "hostile"])
def test_reviewdog_reads_it(report: Report) -> None:
    tool = shutil.which("reviewdog")
    if tool is None:
        pytest.skip("reviewdog is not installed")
    command = [tool, "-f=rdjson", "-reporter=local", "-filter-mode=nofilter", "-diff=true"]
    ended = subprocess.run(command, input=rdjson(report, ROOT).encode(), capture_output=True, check=False)
    assert b"unmarshal" not in ended.stderr
    assert ended.stdout.decode().count("[factcheck]") == sum(len(checked.findings) for checked in report.documents)


def test_columns_count_bytes() -> None:
    first, *_, last = diagnostics(report_of(TEXT))
    line = TEXT.split("\n")[2].encode()
    place = first["location"]["range"]
    assert (place["start"]["line"], place["end"]["line"]) == (3, 3)
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == "57家"
    assert first["severity"] == "ERROR"
    assert first["code"] == {"value": "fact-mismatch"}
    assert first["suggestions"] == [{"range": place, "text": "58家"}]
    assert last["location"] == {"path": "drafts/港城.txt"}


def test_hostile_words_and_paths_are_data() -> None:
    (diagnostic,) = diagnostics(hostile_report())
    assert diagnostic["location"]["path"] == PATH
    assert diagnostic["suggestions"][0]["text"] == HOSTILE
    assert "\x1b" not in diagnostic["message"]
