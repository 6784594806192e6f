"""Each format's readers find the wrong figure where it stands, and the README's table says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import hostile_report
from readers import READERS, README, Reader, furnish, in_libreoffice, row, table, tool

from factcheck.reporting.csv import csv

TABLE = table(README.read_text("utf-8"))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.format}, {reader.name}")
def test_a_reader_finds_the_figure_as_the_readme_says(reader: Reader, tmp_path: Path) -> None:
    """`python tests/reporting/readers.py` makes the table anew."""
    if not reader.is_here:
        pytest.skip(f"{reader.needs} is not installed")
    assert row(reader, furnish(tmp_path)) == TABLE[READERS.index(reader)]


def test_the_readme_has_a_row_for_each_reader() -> None:
    assert [line.split(" | ")[1] for line in TABLE] == [reader.name for reader in READERS]


def test_calc_takes_no_hostile_word_for_a_formula(tmp_path: Path) -> None:
    if tool("soffice") is None:
        pytest.skip("LibreOffice Calc is not installed (Debian: apt-get install libreoffice-calc)")
    sheet = tmp_path / "report.csv"
    sheet.write_text(csv(hostile_report()), encoding="utf-8")
    rows, formulas = in_libreoffice(sheet)
    assert formulas == 0
    assert any("'=cmd|' /C calc'!A0" in cell for cell in rows[1])
    sheet.write_text("\ufeff" + csv(hostile_report()).replace("'=", "="), encoding="utf-8")
    assert in_libreoffice(sheet)[1] > 0  # what it makes of words that nothing defuses
