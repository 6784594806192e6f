"""Word documents: what readers see of them, in its order, with places that hold."""

from __future__ import annotations

import pytest
from word_files import W, box, document_of, field, lines_of, members, p, packed, r, root, style, table, tc, tr

from factcheck.model.document import Document
from factcheck.model.span import Span
from factcheck.reading import read_document

BODY = "word/document.xml"

HEADINGS = root(
    "styles",
    style("Normal", "a", default=True)
    + style("heading 1", "1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
    + style("标题 2", "2")
    + style("我的标题", "3", "<w:basedOn w:val='2'/>")
    + style("Title", "t")
    + style("toc 1", "10")
    + style("Hidden", "h", "<w:rPr><w:vanish/></w:rPr>")
    + style("Loop", "l", "<w:basedOn w:val='l'/>"),
)

RUBY = "<w:r><w:ruby><w:rt><w:r><w:t>bīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>滨</w:t></w:r></w:rubyBase></w:ruby></w:r>"
EMOJI = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w16se:symEx w16se:char='1F600'/></mc:Choice>"
    "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)


def styled(text: str, ident: str) -> str:
    return p(text, properties=f'<w:pStyle w:val="{ident}"/>')


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.cut(block.span)) for block in document.blocks]


def places(document: Document) -> list[str]:
    return [str(document.told(block.span)) for block in document.blocks]


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    document = document_of(p("甲。") + "<w:p/>" + table(tr("指标", "2023年"), tr("存款", "12亿元")) + p("乙。"))
    assert document.text == "甲。\n指标\t2023年\n存款\t12亿元\n乙。"
    assert places(document) == ["paragraph 1", "table 1, row 1, column 1", "table 1, row 2, column 1", "paragraph 2"]
    figure = document.text.index("12亿元")
    assert str(document.told(Span(figure, figure + 4))) == "table 1, row 2, column 2"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (r("全区") + r("7", "<w:b/>") + r("6家"), "全区76家"),
        (r("甲") + f"<w:ins w:id='1'>{r('乙')}</w:ins><w:del w:id='2'><w:r><w:delText>丙</w:delText></w:r></w:del>", "甲乙"),
        (f"<w:moveFrom w:id='1'>{r('旧')}</w:moveFrom><w:moveTo w:id='2'>{r('新')}</w:moveTo>", "新"),
        (f"<w:hyperlink r:id='x'>{r('网址')}</w:hyperlink><w:smartTag>{r('地名')}</w:smartTag>", "网址地名"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (r("甲") + field("PAGE", r("3")) + r("页"), "甲3页"),
        (field(" IF " + "", field("MERGEFIELD x", r("乙"))) + r("丙"), "乙丙"),
        (f"<w:fldSimple w:instr='DATE'>{r('2023年')}</w:fldSimple>", "2023年"),
        (r("甲") + r("隐", "<w:vanish/>") + r("现", "<w:vanish w:val='0'/>"), "甲现"),
        ("<w:r><w:t>7</w:t><w:softHyphen/><w:t>6\u00ad家\u200b。</w:t></w:r>", "76家。"),
        ("<w:r><w:t>010</w:t><w:noBreakHyphen/><w:t>123</w:t></w:r>", "010-123"),
        ("<w:r><w:t>增长7.8</w:t><w:sym w:font='Symbol' w:char='F025'/></w:r>", "增长7.8%"),
        ("<w:r><w:t>完成</w:t><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "完成"),
        ("<w:r><w:sym w:font='宋体' w:char='2103'/></w:r>", "℃"),
        (r("5000m") + r("2", '<w:vertAlign w:val="superscript"/>'), "5000m²"),
        (RUBY, "滨"),
        (r("甲") + "<w:commentRangeStart w:id='0'/>" + r("乙") + "<w:r><w:commentReference w:id='0'/></w:r>", "甲乙"),
        (EMOJI, "😀"),
        (r("甲&amp;乙&#x4E19;"), "甲&乙丙"),
        ("<w:r><w:t> 甲 </w:t></w:r>" + r(" 乙"), "甲 乙"),
        (r("全国<![CDATA[76]]>家"), "全国76家"),
        (r("甲") + "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>", "甲"),
        ("<w:r><w:t>关于金融</w:t><w:br/><w:t>工作的意见</w:t></w:r>", "关于金融工作的意见"),
        ("<w:r><w:t>The new</w:t><w:br/><w:t>bridge</w:t></w:r>", "The new bridge"),
        ("<w:r><w:t>2023</w:t><w:br/><w:t>12家</w:t></w:r>", "2023 12家"),
        ("<w:r><w:t>甲。</w:t><w:br/><w:t>乙。</w:t></w:r>", "甲。\n乙。"),
        ("<w:r><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t><w:br/></w:r>", "a b"),
        ("<w:r><w:t>1.</w:t><w:tab/><w:t>完成投资</w:t></w:r>", "1. 完成投资"),
        ("<w:r><w:t>存款</w:t><w:tab/><w:t>12</w:t><w:tab/><w:t>13</w:t></w:r>", "存款\t12\t13"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_of_a_paragraph(markup: str, seen: str) -> None:
    assert document_of(f"<w:p>{markup}</w:p>").text == seen


def test_a_field_that_never_ends_hides_its_own_paragraph_at_most() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert lines_of(p("甲", begin, "乙") + p("丙")) == ["甲", "丙"]


def test_a_field_of_several_paragraphs_is_seen() -> None:
    start = field("TOC", r("甲")).rsplit("<w:r><w:fldChar", 1)[0]
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines_of(p(start) + p("乙") + p("丙", end)) == ["甲", "乙", "丙"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert lines_of(p("全区共有", properties=gone) + p("76家。") + p("完", properties=gone)) == ["全区共有76家。", "完"]


def test_a_drop_cap_belongs_to_its_paragraph() -> None:
    assert lines_of(p("全", properties='<w:framePr w:dropCap="drop"/>') + p("区76家。")) == ["全区76家。"]


def test_headings_by_style_outline_level_and_name() -> None:
    body = styled("总标题", "t") + styled("第一部分", "1") + styled("第一节。", "2") + styled("第二节", "3")
    body += p("很长的一句正文，它其实是四级标题。", properties="<w:outlineLvl w:val='3'/>") + styled("目录项 5", "10")
    body += styled("正文一句。", "l")
    assert kinds(document_of(body, styles=HEADINGS)) == [
        ("heading", 1, "总标题"),
        ("heading", 2, "第一部分"),
        ("heading", 3, "第一节。"),
        ("heading", 3, "第二节"),
        ("heading", 5, "很长的一句正文，它其实是四级标题。"),
        ("chrome", 0, "目录项 5"),
        ("paragraph", 0, "正文一句。"),
    ]


def test_a_first_heading_is_the_title() -> None:
    body = styled("总标题", "1") + styled("第一部分", "2") + styled("隐藏", "h")
    assert kinds(document_of(body, styles=HEADINGS)) == [("heading", 1, "总标题"), ("heading", 2, "第一部分")]


def levels(*numbered: tuple[str, str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for at, (form, text, more) in enumerate(numbered)
    )


NUMBERING = root(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    + levels(
        ("japaneseCounting", "%1、", '<w:suff w:val="nothing"/>'),
        ("decimal", "%1.%2", '<w:isLgl/><w:suff w:val="space"/>'),
        ("lowerLetter", "%3)", ""),
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + levels(("bullet", "●", ""), ("decimalEnclosedCircle", "%2", ""))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)


def numbered(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_the_numbers_of_lists_are_read_as_word_shows_them() -> None:
    body = (
        numbered("基本情况", 1)
        + numbered("存款", 1, 1)
        + numbered("贷款", 1, 1)
        + numbered("主要做法", 1)
        + numbered("机制", 1, 1)
        + numbered("字母", 1, 2)
        + numbered("圆点", 2)
        + numbered("圈码", 2, 1)
        + numbered("另起", 3)
        + numbered("接续", 1)
        + numbered("不编号", 0)
        + numbered("没有这个列表", 9)
    )
    assert lines_of(body, numbering=NUMBERING) == [
        "一、基本情况",
        "1.1 存款",
        "1.2 贷款",
        "二、主要做法",
        "2.1 机制",
        "字母",
        "圆点",
        "① 圈码",
        "五、另起",
        "六、接续",
        "不编号",
        "没有这个列表",
    ]


def test_a_bullet_makes_an_item_and_a_number_is_left_to_the_look() -> None:
    document = document_of(numbered("基本情况", 1) + numbered("圆点一句话。", 2), numbering=NUMBERING)
    assert kinds(document) == [("heading", 2, "一、基本情况"), ("item", 1, "圆点一句话。")]


def test_cells_line_up_in_columns() -> None:
    body = table(
        tr(tc(p("指标"), '<w:vMerge w:val="restart"/>'), tc(p("2023年"), '<w:gridSpan w:val="2"/>'), "备注"),
        tr(tc(p(""), "<w:vMerge/>"), "上半年", "下半年", tc(p("元") + p("(亿)"))),
        tr("旧", "1", "2", "3", properties="<w:del w:id='1'/>"),
        tr("1", "2", "3", properties='<w:gridBefore w:val="1"/>'),
    )
    document = document_of(body)
    assert document.text.split("\n") == ["指标\t2023年\t\t备注", "\t上半年\t下半年\t元 (亿)", "\t1\t2\t3"]
    assert [block.kind for block in document.blocks] == ["row"] * 3


def test_a_table_in_a_table_follows_its_row() -> None:
    inner = table(tr("甲", "1"), tr("乙", "2"))
    document = document_of(table(tr("外", tc(p("内") + inner + p("")))))
    assert document.text.split("\n") == ["外\t内", "", "甲\t1", "乙\t2"]
    assert places(document)[1:] == ["table 2, row 1, column 1", "table 2, row 2, column 1"]


def test_text_that_is_laid_out_in_a_table_is_no_row() -> None:
    text = "全区共有76家金融机构。" * 12
    document = document_of(table(tr("主要内容", tc(p(text) + p("第二段。")))) + table(tr("框内一句话。")))
    assert document.text.split("\n") == ["主要内容\t", text, "第二段。", "框内一句话。"]
    assert places(document)[1:] == [
        "table 1, row 1, column 2, paragraph 1",
        "table 1, row 1, column 2, paragraph 2",
        "table 2, row 1",
    ]
    assert [block.kind for block in document.blocks][1:] == ["paragraph"] * 3


def test_a_box_is_read_once_behind_its_paragraph() -> None:
    document = document_of(p("甲", box(p("框中一。") + p("框中二。")), "乙。") + p("丙。"))
    assert document.text.split("\n") == ["甲乙。", "框中一。", "框中二。", "丙。"]
    assert places(document) == ["paragraph 1", "text box 1", "text box 1, paragraph 2", "paragraph 2"]


def test_notes_follow_the_body_in_the_order_of_their_marks() -> None:
    notes = root(
        "footnotes",
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1">{p("后提到的注。")}</w:footnote><w:footnote w:id="2">{p("先提到的注。")}</w:footnote>'
        f'<w:footnote w:id="3">{p("没有提到的注。")}</w:footnote>',
    )
    ends = root("endnotes", f'<w:endnote w:id="1">{p("尾注。")}</w:endnote>')
    mark = "<w:r><w:{0}Reference w:id='{1}'/></w:r>"
    body = p("76", mark.format("footnote", 2), "家。", mark.format("endnote", 1)) + p(
        "完。", mark.format("footnote", 1)
    )
    document = document_of(body, footnotes=notes, endnotes=ends)
    assert document.text.split("\n") == ["76家。", "完。", "先提到的注。", "后提到的注。", "尾注。"]
    assert places(document)[2:] == ["footnote 1", "footnote 2", "endnote 1"]


def test_headers_and_footers_make_no_claims_and_give_the_date() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    section += '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    head = root("hdr", p("港城区新闻办公室 2023年10月20日"))
    document = document_of(
        p("全区76家金融机构。") + section, header1=head, header2=head, footer1=root("ftr", p("共3页"))
    )
    assert kinds(document) == [
        ("chrome", 0, "港城区新闻办公室 2023年10月20日"),
        ("paragraph", 0, "全区76家金融机构。"),
        ("chrome", 0, "共3页"),
    ]
    assert str(document.dated) == "2023-10-20"


def test_the_strict_form_and_utf_16_are_read() -> None:
    parts = members(p("全区76家。"))
    strict = str(parts[BODY]).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_document(packed({**parts, BODY: strict}), "draft.docx").text == "全区76家。"
    wide = str(parts[BODY]).replace("UTF-8", "UTF-16").encode("utf-16")
    assert read_document(packed({**parts, BODY: wide}), "draft.docx").text == "全区76家。"
