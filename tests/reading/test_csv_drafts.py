"""Tables of CSV: their rows as cells between tabs, and the way back to the file."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.model.span import Span
from factcheck.reading import read_document
from factcheck.reading.document import document_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("指标,2023年\n存款,12亿元\n", ["指标\t2023年", "存款\t12亿元"]),
        ("指标;值\n存款;1,5\n贷款;2,5", ["指标\t值", "存款\t1,5", "贷款\t2,5"]),
        ('指标,值\r\n"存款, 本外币","1,234"\r\n', ["指标\t值", "存款, 本外币\t1,234"]),
        ('a,b\n"说 ""是""",5', ["a\tb", '说 "是"\t5']),
        ('a,b\n"两\n行",5', ["a\tb", "两 行\t5"]),
        ('a,b\n"未闭,5', ["a\tb", "未闭,5"]),
        ("a,,c\n,2,\n", ["a\t\tc", "2"]),
        ("只有一列\n第二行, 带逗号\n", ["只有一列", "第二行, 带逗号"]),
        ("a,b\n\n,,\nc,d", ["a\tb", "c\td"]),
    ],
)
def test_rows_of_cells(text: str, lines: list[str]) -> None:
    document = document_of(text, "table.csv", "zh")
    assert [document.cut(block.span) for block in document.blocks] == lines
    assert {block.kind for block in document.blocks} == {"row"}


def test_an_empty_cell_at_the_start_keeps_the_columns() -> None:
    assert document_of("a,,c\n,2,\n", "table.csv", "zh").text.split("\n")[1] == "\t2\t"


def test_tabs_by_the_name() -> None:
    assert document_of("指标\t值, 亿\n存款\t5, 6", "table.tsv").text == "指标\t值, 亿\n存款\t5, 6"


def test_a_figure_is_found_where_it_stands_in_the_file() -> None:
    data = '机构,数量\n"金融""机构""","1,276家"\n'.encode("gb18030")
    document = read_document(data, "table.csv")
    at = document.text.index("1,276")
    place = document.place(Span(at, at + 6))
    assert (place.line, place.column, place.end_column) == (2, 13, 19)
    assert document.origin(Span(at, at + 6)).cut(document.written) == "1,276家"


CELLS = st.lists(st.lists(st.text("甲7,;\"' \n.", max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)


@given(CELLS)
def test_cells_are_those_of_the_standard_library(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    rows = [["头", *row, *[""] * (width - len(row))] for row in rows]
    sheet = StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(rows)
    document = document_of(sheet.getvalue(), "table.csv", "zh")
    read = [line.split("\t") for line in document.text.split("\n")]
    assert read == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_time_is_linear() -> None:
    assert is_linear(lambda size: document_of('"' * size + ",\n" * size, "t.csv", "zh"), 2_000, 20_000)
    assert is_linear(lambda size: document_of("甲,1\n" * size, "t.csv", "zh"), 2_000, 20_000)
