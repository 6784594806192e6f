"""Reports on a draft that has no lines: each tells the page, paragraph or cell instead."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import jsonschema

from factcheck.model.report import Report
from factcheck.model.source import Where
from factcheck.pipeline import check
from factcheck.reading.document import document_of_parts
from factcheck.reading.parts import CELL, Part, Piece
from factcheck.reporting.concise import concise
from factcheck.reporting.csv import csv
from factcheck.reporting.full import full
from factcheck.reporting.json import json_report
from factcheck.reporting.markdown import markdown
from factcheck.reporting.paths import Folders
from factcheck.reporting.sarif import sarif
from factcheck.reporting.table import table
from factcheck.rules import all_rules
from factcheck.translation.translator import translator_for

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
SCHEMA = json.loads(files("factcheck.reporting").joinpath("report.schema.json").read_text("utf-8"))
BOX = (Decimal(72), Decimal("100.25"), Decimal(300), Decimal(112))


def report() -> Report:
    parts = [
        Part((Piece("全区金融机构共有76家。", Where(paragraph=1)),)),
        Part((Piece("到2月30日，全区金融机构共有75家。", Where(paragraph=2)),)),
        Part(
            (
                Piece("开标日", Where(table=1, row=1, column=1)),
                Piece(f"{CELL}2月30日", Where(table=1, row=1, column=2)),
            ),
            "row",
        ),
        Part((Piece("开标日为4月31日。", Where(sheet="预算|表", cell="B7")),)),
        Part((Piece("开标日为6月31日。", Where(page=3, box=BOX)),)),
        Part((Piece("开标日为9月31日。", Where(aside="footnote", number=2, paragraph=1)),)),
    ]
    return Report((check(document_of_parts(parts, "draft.docx", "zh"), None),), None)


def test_the_table_has_short_places() -> None:
    text = table(report(), width=132)
    for place in ("¶2", "T1:R1C2", "预算|表!B7", "p.3", "footnote 2"):
        assert place in text
    assert "76家 in paragraph 1" in text


def test_the_table_speaks_chinese() -> None:
    text = table(report(), width=132, translate=translator_for("zh"))
    for place in ("第2段", "表1:1行2列", "第3页", "脚注2", "第1段为76家"):
        assert place in text


def test_the_full_report_tells_the_place_in_words() -> None:
    text = full(report(), width=132)
    assert "draft.docx: sheet 预算|表, cell B7" in text
    assert "draft.docx: footnote 2, paragraph 1" in text


def test_lines_of_other_reports_tell_the_place_too() -> None:
    assert "draft.docx:3:5: error impossible-date" in concise(report())
    assert "(table 1, row 1, column 2)" in concise(report())


def test_json_has_the_place_and_keeps_to_its_schema() -> None:
    data = json.loads(json_report(report(), "1"))
    jsonschema.validate(data, SCHEMA)
    wheres = [finding["span"]["where"] for finding in data["documents"][0]["findings"]]
    assert {"table": 1, "row": 1, "column": 2} in wheres
    assert {"page": 3, "box": [72.0, 100.2, 300.0, 112.0]} in wheres
    assert {"sheet": "预算|表", "cell": "B7"} in wheres


def test_sarif_has_no_region_but_the_name_of_the_place() -> None:
    data = json.loads(sarif(report(), "1", tuple(all_rules()), Folders("/x", "/x")))
    jsonschema.validate(data, SARIF)
    locations = [result["locations"][0] for result in data["runs"][0]["results"]]
    assert all("region" not in location["physicalLocation"] for location in locations)
    assert {"fullyQualifiedName": "page 3"} in [location["logicalLocations"][0] for location in locations]


def test_a_spreadsheet_has_a_column_for_it() -> None:
    assert '"sheet 预算|表, cell B7"' in csv(report())


def test_the_name_of_a_sheet_is_no_markup() -> None:
    assert "预算&#124;表!B7" in markdown(report())
