"""What is read of a PDF: pages, columns, paragraphs, tables, notes, and the characters that a reader sees."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pdf_files import (
    HIGH,
    SONG,
    WIDE,
    chinese,
    english,
    laid_out,
    lines,
    one_page,
    pdf,
    read,
    ruled,
    shapes,
    stream,
    texts,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer

from factcheck.model.span import Span
from factcheck.pipeline import check
from factcheck.reading.errors import ReadingError

REPORT = "港城区2023年共有76家金融机构，存款余额达到1234.5亿元，同比增长7.8%，其中住户存款余额为876.1亿元，占全部存款的七成以上，"
LONG = REPORT * 2 + "高于全市平均水平9.26个百分点。"
ENGLISH = (
    "The regional press office published its annual report on Tuesday. It counts 76 financial institutions in the district, "
    "up from 71 a year earlier, and a state-owned insurer that opened last spring. Investment in fixed assets grew by 7.6% "
    "over the year, while retail sales reached 14.2 billion yuan."
)


def head(canvas: Canvas, document: Any) -> None:
    canvas.setFont(SONG, 9)
    canvas.drawString(72, 800, "港城区统计公报 2023")
    canvas.setFont("Helvetica", 9)
    canvas.drawCentredString(WIDE / 2, 40, f"{document.page}")


def test_lines_are_joined_to_paragraphs_within_a_page_and_across() -> None:
    story = [chinese("港城区2023年统计公报", fontSize=20, leading=28, alignment=1, firstLineIndent=0)]
    story += [chinese(LONG) for _ in range(20)]
    document = read(laid_out(story, on_page=head))
    assert texts(document, "paragraph") == [LONG] * 20
    assert texts(document, "heading") == ["港城区2023年统计公报"]
    assert texts(document, "chrome")[:2] == ["港城区统计公报 2023", "1"]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    said = [f"{number}. {LONG}" for number in range(100, 112)]
    assert texts(read(laid_out([chinese(text) for text in said], columns, head))) == said
    spoken = [f"Section {number} begins. {ENGLISH}" for number in range(100, 130)]
    assert texts(read(laid_out([english(text) for text in spoken], columns))) == spoken


def test_a_title_over_two_columns_comes_first() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 150, 80, ["The annual report of the press office"], "Helvetica-Bold", 16)
        left = (
            "Institutions in the district number 76|after a year of growth. Deposits came|"
            "to 1,234.5 billion yuan in December,|and loans to 987 billion."
        )
        right = (
            "Retail sales grew by 7.8% over the year|before, and exports fell by 2.1%. Prices|"
            "rose by 0.4%, less than in any year|since 2016."
        )
        lines(canvas, 72, 120, left.split("|"), "Times-Roman", 11, 13)
        lines(canvas, 310, 123, right.split("|"), "Times-Roman", 11, 13)  # and not on the same baselines

    document = read(pdf(page))
    assert texts(document, "heading") == ["The annual report of the press office"]
    assert texts(document, "paragraph") == [
        (
            "Institutions in the district number 76 after a year of growth. Deposits came to 1,234.5 billion yuan in December, "
            "and loans to 987 billion."
        ),
        (
            "Retail sales grew by 7.8% over the year before, and exports fell by 2.1%. Prices rose by 0.4%, less than in any "
            "year since 2016."
        ),
    ]


def test_hyphens_at_line_ends() -> None:
    """A hyphen goes where the whole word stands elsewhere, or nothing speaks for a compound."""
    said = (
        "The infrastructure of the city is state owned. The infra-|structure of the region is, too, and so is a new state-|"
        "owned insurer that opened last spring in the muni-|cipality. Both grew in spite of the losses that COVID-|"
        "19 had brought, and of those in the years 2020-|2021. It was, said the chairman of the Anglo-|"
        "American chamber of commerce, a good year-on-|year record."
    ).split("|")

    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        widths = [canvas.stringWidth(text, "Times-Roman", 11) for text in said]
        for number, (text, width) in enumerate(zip(said, widths, strict=True)):
            stretch = (max(widths) - width) / text.count(" ") if text is not said[-1] else 0
            canvas.drawString(72, HIGH - 100 - 13 * number, text, wordSpace=stretch)

    assert texts(read(pdf(page))) == [
        (
            "The infrastructure of the city is state owned. The infrastructure of the region is, too, and so is a new "
            "state-owned insurer that opened last spring in the municipality. Both grew in spite of the losses that COVID-19 "
            "had brought, and of those in the years 2020-2021. It was, said the chairman of the Anglo-American chamber of "
            "commerce, a good year-on-year record."
        )
    ]


def test_a_gap_beside_chinese_is_no_blank_and_a_blank_is() -> None:
    def page(canvas: Canvas) -> None:
        at = 72.0
        for text, font in (
            ("全区共有", SONG),
            ("76", "Helvetica"),
            ("家金融机构，增长", SONG),
            ("7.8%", "Helvetica"),
            ("。", SONG),
        ):
            canvas.setFont(font, 11)
            canvas.drawString(at, 700, text)
            at += canvas.stringWidth(text, font, 11) + 2.75  # the quarter that layout sets between scripts
        lines(canvas, 72, 200, ["王 晓东　李明"])

    assert texts(read(pdf(page))) == ["全区共有76家金融机构，增长7.8%。", "王 晓东　李明"]


def test_a_ruled_table_is_read_by_its_cells() -> None:
    rows = [
        ["指标", "2023年", "", "增速"],
        ["", "一季度", "二季度", ""],
        ["地区生产总值", "1201.3", "1290.7", "7.4%"],
        ["存款余额\n（本外币）", "1145.2", "", "7.8%"],
    ]
    merged = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))]
    story = [chinese(LONG), chinese("单位：亿元", alignment=2), ruled(rows, *merged), chinese(LONG)]
    document = read(laid_out(story))
    assert texts(document) == [
        LONG,
        "单位：亿元",
        "指标\t2023年\t\t增速",
        "一季度\t二季度",
        "地区生产总值\t1201.3\t1290.7\t7.4%",
        "存款余额（本外币）\t1145.2\t\t7.8%",
        LONG,
    ]
    at = document.text.index("1290.7")
    where = document.where(Span(at, at + 6))
    assert where is not None
    assert (where.page, where.table, where.row, where.column) == (1, 1, 3, 3)


def test_a_table_open_at_its_sides_and_one_without_upright_rules() -> None:
    rows = [["Measure", "2022", "2023"], ["Deposits", "1,145.2", "1,234.5"], ["Loans", "901.0", "987.0"]]
    said = ["Measure\t2022\t2023", "Deposits\t1,145.2\t1,234.5", "Loans\t901.0\t987.0"]

    def open_sides(canvas: Canvas) -> None:
        _cells(canvas, rows)
        for row in range(4):
            canvas.line(66, HIGH - 86 - 18 * row, 366, HIGH - 86 - 18 * row)
        for column in (1, 2):
            canvas.line(66 + 100 * column, HIGH - 86, 66 + 100 * column, HIGH - 140)

    def three_rules(canvas: Canvas) -> None:
        _cells(canvas, rows)
        for row in (0, 1, 3):
            canvas.line(66, HIGH - 86 - 18 * row, 366, HIGH - 86 - 18 * row)

    def aligned(canvas: Canvas) -> None:
        _cells(canvas, rows)

    for page in (open_sides, three_rules, aligned):
        document = read(pdf(page))
        assert texts(document, "row") == said, page.__name__


def _cells(canvas: Canvas, rows: list[list[str]]) -> None:
    canvas.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            canvas.drawString(72 + 100 * column, HIGH - 100 - 18 * number, cell)


def test_a_table_that_goes_on_repeats_its_head_as_furniture() -> None:
    rows = [["指标", "数值"], *([f"第{number}项指标", f"{number}.5亿元"] for number in range(1, 111))]
    document = read(laid_out([ruled(rows, repeatRows=1)]))
    assert texts(document, "row") == ["\t".join(row) for row in rows]
    assert texts(document, "chrome") == ["指标\t数值"] * 2
    at = document.text.index("110.5亿元")
    where = document.where(Span(at, at + 7))
    assert where is not None
    assert (where.page, where.table, where.row) == (3, 1, 111)


def test_notes_stand_behind_the_text_and_their_marks_are_no_digits() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 94, 100, ["全区共有76家金融机构"])
        canvas.setFont("Helvetica", 6)
        canvas.drawString(204, HIGH - 96, "1")
        lines(canvas, 211, 100, ["，面积为1200 km"])
        canvas.setFont("Helvetica", 6)
        canvas.drawString(291, HIGH - 96, "2")
        lines(canvas, 298, 100, ["，较上年有所增加，其中银行业金融机构"])
        lines(canvas, 72, 118, ["最多，保险业次之。"])
        canvas.line(72, 120, 200, 120)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(72, 108, "1")
        lines(canvas, 76, HIGH - 105, ["金融机构包括银行、证券、保险三类，不含小额贷款公司。"], size=8)

    document = read(pdf(page))
    said = texts(document)
    assert said[0].startswith("全区共有76家金融机构¹，面积为1200 km²，较上年")
    assert said[1] == "¹金融机构包括银行、证券、保险三类，不含小额贷款公司。"
    where = document.where(document.blocks[1].span)
    assert where is not None
    assert (where.aside, where.number) == ("footnote", 1)


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("全区⼀共⾦融机构", "全区一共金融机构"),  # Kangxi radicals
        ("⻓⻛⺠⻋", "长风民车"),  # the supplement, which compatibility forms leave out
        ("豈ﬁﬀ", "豈fiff"),
        ("增长７．８％", "增长７．８％"),  # full-width forms are the writer's own
        ("面积㎡", "面积㎡"),
    ],
)
def test_shapes_that_name_the_wrong_character(drawn: str, read_as: str) -> None:
    assert texts(read(shapes(drawn), "zh")) == [read_as]


def test_figures_in_radicals_are_read() -> None:
    outcome = check(read(shapes("全区共有⼆⼗⼋家⾦融机构。"), "zh"), None)
    assert [claim.quantity.text for claim in outcome.case.claims] == ["二十八家"]


def test_what_nobody_sees_is_not_read_and_a_layer_over_a_scan_is() -> None:
    content = b"BT /F1 12 Tf 72 700 Td (There are 76 banks in the district.) Tj ET"
    content += b" BT 3 Tr /F1 12 Tf 72 600 Td (Hidden: 99 banks.) Tj ET"
    off = b" BT 0 Tr /F1 12 Tf 700 500 Td (Beyond the edge: 98 banks.) Tj ET"
    assert texts(read(one_page(content + off))) == ["There are 76 banks in the district."]
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = stream(b"\xff", entries)
    scan = b"q 595 0 0 842 0 0 cm /P Do Q " + content
    resources = f"{font} /XObject << /P 5 0 R >>"
    assert texts(read(one_page(scan, picture, resources=resources))) == [
        "There are 76 banks in the district.",
        "Hidden: 99 banks.",
    ]


def test_bold_that_is_drawn_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for off in (0, 0.3):
            lines(canvas, 72 + off, 100, ["全区共有77家金融机构。"])

    assert texts(read(pdf(page))) == ["全区共有77家金融机构。"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    document = read(one_page(b"BT /F1 12 Tf 72 700 Td (There are 76 banks.) Tj ET", page=f"/Rotate {turn}"))
    assert texts(document) == ["There are 76 banks."]
    where = document.where(Span(0, 5))
    assert where is not None
    assert where.box is not None
    left, top, right, bottom = where.box
    corner = {0: (72, 142), 90: (700, 72), 180: (523, 700), 270: (142, 523)}[turn]  # where the first letter begins
    assert left - 4 <= corner[0] <= right + 4
    assert top - 4 <= corner[1] <= bottom + 4


def test_a_watermark_makes_no_claim() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, ["全区共有76家金融机构。"])
        canvas.translate(200, 300)
        canvas.rotate(45)
        lines(canvas, 0, HIGH, ["内部资料第99号"], size=40)

    document = read(pdf(page))
    assert texts(document) == ["全区共有76家金融机构。"]
    assert texts(document, "chrome") == ["内部资料第99号"]


def test_a_stamp_under_the_text_is_apart_from_it() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 100, 140, ["内部资料第99号"], size=48)
        lines(
            canvas,
            72,
            100,
            ["全区共有76家金融机构，其中银行30家，", "保险公司28家，证券公司18家，存款余额", "达到1234.5亿元。"],
        )

    document = read(pdf(page))
    assert "全区共有76家金融机构，其中银行30家，保险公司28家，证券公司18家，存款余额达到1234.5亿元。" in texts(document)
    assert texts(document, "chrome") == ["内部资料第99号"]


def test_without_the_library_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    monkeypatch.delitem(sys.modules, "factcheck.reading.pdf", raising=False)
    with pytest.raises(
        ReadingError, match=r"needs pypdfium2, which is not installed here; pip install 'factcheck\[pdf\]'"
    ):
        read(one_page(b""))


def test_every_word_has_its_page_and_box() -> None:
    document = read(
        laid_out([chinese(REPORT), PageBreak(), Spacer(1, 40), chinese("全区有93家企业。", firstLineIndent=0)])
    )
    at = document.text.index("93家")
    where = document.where(Span(at, at + 3))
    assert where is not None
    assert where.page == 2
    assert where.box is not None
    assert where.box[0] == Decimal(72) + 3 * 11
    assert where.box[2] - where.box[0] < 30
    assert 110 < where.box[1] < where.box[3] < 135


def test_columns_and_tables_between_prose_over_the_whole_page() -> None:
    whole = (
        "Deposits and loans of the district are told below for two years, and what was said of them stands beside it. "
        * 2
    )
    said = [f"{column} column: {ENGLISH}" for column in ("left", "right")]
    cells = [
        ["Measure", "2022", "2023"],
        ["Deposits", "1,145.2", "1,234.5"],
        ["Loans", "901.0", "987.0"],
        ["Offices", "5", "7"],
    ]

    def page(canvas: Canvas) -> None:
        at = 60.0
        for part in (whole, cells, whole, said, whole):
            if part is cells:
                canvas.setFont("Times-Roman", 10)
                for row in cells:
                    at += 15
                    for column, cell in enumerate(row):
                        canvas.drawString(72 + 90 * column, HIGH - at, cell)
                at += 6
            elif part is said:
                at = max(_set(canvas, text, left, at, 216) for text, left in zip(said, (72, 307), strict=True))
            else:
                at = _set(canvas, whole, 72, at, 451)

    assert texts(read(pdf(page))) == [
        *[whole.strip(), *map("\t".join, cells), whole.strip()],
        *[*said, whole.strip()],
    ]


def _set(canvas: Canvas, text: str, left: float, top: float, wide: float) -> float:
    paragraph = english(text)
    high: float = paragraph.wrap(wide, HIGH)[1]
    paragraph.drawOn(canvas, left, HIGH - top - high)
    return top + high


def test_headings_that_stand_further_out_than_the_text() -> None:
    story: list[Any] = []
    for number in range(1, 5):
        story += [english(f"{number}. Part", fontSize=14, leading=20, firstLineIndent=0, alignment=0)]
        story += [english(ENGLISH, leftIndent=48, firstLineIndent=0, alignment=0, spaceAfter=12) for _ in range(3)]
    document = read(laid_out(story))
    assert texts(document, "paragraph") == [ENGLISH] * 12
    assert texts(document, "heading") == [f"{number}. Part" for number in range(1, 5)]


def test_heads_with_numbers_of_any_length() -> None:
    def page(number: str) -> Callable[[Canvas], None]:
        return lambda canvas: lines(canvas, 72, 40, [f"No. {number}"], "Helvetica")

    document = read(pdf(*map(page, ("1" * 5000, "1" * 60, "123", "1234567890123"))))
    assert "No. 123" in texts(document)


def test_bullets_of_symbol_fonts() -> None:
    assert texts(read(shapes("\uf0b7全区共有76家金融机构。"), "zh")) == ["•全区共有76家金融机构。"]
