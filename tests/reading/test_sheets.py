"""Spreadsheets as drafts: what cells show, where they stand, and files that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from factcheck.model.document import Document
from factcheck.model.span import Span
from factcheck.reading import ReadingError, read_document
from factcheck.reading.cell_formats import shown


def book(fill: Callable[[Workbook], None]) -> bytes:
    workbook = Workbook()
    fill(workbook)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def budget(workbook: Workbook) -> None:
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "预算"
    sheet.append(["2023年财政收支", None, None])
    sheet.append(["单位：亿元"])
    sheet.append([])
    sheet.append(["项目", "金额", "增长"])
    sheet.append(["收入", 1234.5, 0.078])
    sheet.append(["支出", "=B5-10", None])
    sheet.merge_cells("A1:C1")
    sheet["B5"].number_format = "#,##0.0"
    sheet["C5"].number_format = "0.0%"
    other = workbook.create_sheet("人口")
    other.append(["常住人口", 31.2])
    other["B1"].number_format = '0.0"万人"'
    hidden = workbook.create_sheet("底稿")
    hidden.append(["不给读者看", 1])
    hidden.sheet_state = "hidden"


def document(data: bytes, name: str = "budget.xlsx") -> Document:
    return read_document(data, name)


def test_the_cells_of_visible_sheets_as_they_are_shown() -> None:
    assert document(book(budget)).text.split("\n") == [
        "预算",
        "2023年财政收支",
        "单位：亿元",
        "",
        "项目\t金额\t增长",
        "收入\t1,234.5\t7.8%",
        "支出",
        "人口",
        "常住人口\t31.2万人",
    ]


def test_places_are_those_of_sheet_and_cell() -> None:
    read = document(book(budget))
    at = read.text.index("7.8%")
    assert str(read.told(Span(at, at + 4))) == "sheet 预算, cell C5"
    at = read.text.index("31.2")
    where = read.where(Span(at, at + 6))
    assert where is not None
    assert str(where.short()) == "人口!B1"


def test_it_is_told_by_its_content() -> None:
    assert "7.8%" in document(book(budget), "draft").text


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        ("两\n行", "General", "两\n行"),
        (0.1 + 0.2, "General", "0.3"),
        (10**15, "General", "1000000000000000"),
        (45.0, "General", "45"),
        (-3, "General", "-3"),
        (0.078, "0.0%", "7.8%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (2.5, "0", "3"),
        (-5.5, "0.00;(0.00)", "(5.50)"),
        (-12.3, "#,##0.0_);[Red](#,##0.0)", "(12.3)"),
        (0, '0;-0;"–"', "–"),
        (-0.001, "0.00", "0.00"),
        (12, '0"家"', "12家"),
        (12345678, '#,##0.0,,"m"', "12.3m"),
        (99.5, "[$¥-804]#,##0.00", "¥99.50"),
        (0.5, "#.##", ".5"),
        (3.0, "0.##", "3"),
        (7, "000", "007"),
        (1234.5, "0.00E+00", "1234.5"),
        (0.5, "# ?/?", "0.5"),
        (float("inf"), "0", "Infinity"),
        (datetime(2023, 10, 31), "yyyy-mm-dd", "2023-10-31"),
        (datetime(2023, 10, 31, 9, 30), "General", "2023-10-31 09:30"),
        (date(2023, 10, 1), 'yyyy"年"m"月"', "2023年10月"),
        (date(2023, 10, 31), 'yyyy"年"m"月"d"日"', "2023年10月31日"),
        (date(2023, 10, 31), "mmm-yy", "2023-10"),
        (time(9, 30), "h:mm", "09:30"),
    ],
)
def test_what_a_cell_shows(value: object, pattern: str, text: str) -> None:
    assert shown(value, pattern) == text


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A spreadsheet with its members changed."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change(member, old.read(member)))
    return file.getvalue()


def bomb(member: str, data: bytes) -> bytes:
    return data + b" " * (200 * 2**20) if member.endswith("sheet1.xml") else data


def entities(member: str, data: bytes) -> bytes:
    """The billion laughs."""
    if not member.endswith("sheet1.xml"):
        return data
    levels = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{levels}]>'.encode()
    return head + data.partition(b"?>")[2].replace(b"<sheetData>", b"<sheetData><row><c t='str'><v>&l9;</v></c></row>")


def outside(member: str, data: bytes) -> bytes:
    if not member.endswith("sheet1.xml"):
        return data
    head = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return head + data.partition(b"?>")[2].replace(b"<sheetData>", b"<sheetData><row><c t='str'><v>&e;</v></c></row>")


def far_apart(member: str, data: bytes) -> bytes:
    return data.replace(b'<row r="4"', b'<row r="1048570"') if member.endswith("sheet1.xml") else data


def without_sheet(member: str, data: bytes) -> bytes:
    return b"" if member.endswith("sheet1.xml") else data


@pytest.mark.parametrize("change", [bomb, entities, far_apart, without_sheet])
def test_a_hostile_file_ends_with_one_error(change: Callable[[str, bytes], bytes]) -> None:
    with pytest.raises(ReadingError, match=r"budget\.xlsx: a spreadsheet that can't be read"):
        document(rewritten(book(budget), change))


def test_nothing_outside_is_read() -> None:
    try:
        text = document(rewritten(book(budget), outside)).text
    except ReadingError:
        return
    assert "收入" in text
    assert len(text.split("\n")) == len(document(book(budget)).text.split("\n"))


@pytest.mark.parametrize("share", [10, 50, 90, 99])
def test_a_file_that_is_cut_short_ends_with_one_error(share: int) -> None:
    data = book(budget)
    with pytest.raises(ReadingError):
        document(data[: len(data) * share // 100])


def test_an_empty_book_is_told() -> None:
    with pytest.raises(ReadingError, match="the file holds no text"):
        document(book(lambda workbook: None))
