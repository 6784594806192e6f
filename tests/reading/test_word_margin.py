"""Comments in the margin of a Word document: at the right words, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_word import NUMBERING, numbered
from word_files import W, box, field, members, p, packed, r, root, table, tc, tr

from factcheck.model.span import Span
from factcheck.reading import ReadingError, read_document
from factcheck.reading.word.margin import Remark, with_comments

Q = f"{{{W}}}"
MAIN = "word/document.xml"

RUNS = [
    r("全区共有76家金融机构"),
    r("占全市", "<w:b/><w:color w:val='FF0000'/>"),
    "<w:r w:rsidR='00AB'><w:t>7</w:t><w:tab/><w:t>6 家</w:t><w:noBreakHyphen/></w:r>",
    "<w:r><w:t>A&amp;B&#x4E19;丁</w:t></w:r>",
    "<w:r><w:t> 前后有空格 </w:t></w:r>",
    "<w:r><w:t>甲<![CDATA[乙]]>丙</w:t></w:r>",
    "<w:r><w:t>软\u00ad连字</w:t></w:r>",
    f"<w:hyperlink r:id='x'>{r('链接文字')}</w:hyperlink>",
    f"<w:ins w:id='5' w:author='a'>{r('插入的字')}</w:ins>",
    "<w:del w:id='6' w:author='a'><w:r><w:delText>删去的字</w:delText></w:r></w:del>",
    f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>",
    f"<w:sdt><w:sdtPr/><w:sdtContent>{r('富文本')}</w:sdtContent></w:sdt>",
    field("PAGE", r("域结果")),
    "<w:r><w:ruby><w:rt><w:r><w:t>bīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>滨</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "<w:r><w:sym w:font='Symbol' w:char='F025'/></w:r>",
    r("2", '<w:vertAlign w:val="superscript"/>'),
    "<w:r><w:t>一行</w:t><w:br/><w:t>又一行。</w:t><w:br/><w:t>第三行🚢</w:t></w:r>",
    box(p("框中文字")),
    "<w:bookmarkStart w:id='0' w:name='b'/><w:r><w:lastRenderedPageBreak/><w:t>书签</w:t></w:r><w:bookmarkEnd w:id='0'/>",
]  # fmt: skip


def commented(data: bytes, *spans: Span) -> bytes:
    text = read_document(data, "draft.docx").text
    return with_comments(data, "draft.docx", text, [Remark(span, (f"“{span.cut(text)}”",)) for span in spans])


def part(data: bytes, name: str = MAIN) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def ranges(data: bytes) -> dict[str, str]:
    """The text inside of each comment's range, as the file has it; every range has its two ends and one reference."""
    inside: dict[str, str] = {}
    open_now: list[str] = []
    referred = []
    for element in _seen(ElementTree.fromstring(part(data))):  # noqa: S314 - of our own making
        ident = element.get(f"{Q}id") or ""
        if element.tag == f"{Q}commentRangeStart":
            assert ident not in inside
            inside[ident] = ""
            open_now.append(ident)
        elif element.tag == f"{Q}commentRangeEnd":
            open_now.remove(ident)
        elif element.tag == f"{Q}commentReference":
            assert ident not in open_now
            referred.append(ident)
        else:
            for each in open_now:
                inside[each] += _text(element)
    assert not open_now
    assert sorted(referred) == sorted(inside)
    return inside


def _seen(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    yield element
    for child in element:
        if child.tag.rpartition("}")[2] not in ("del", "rt", "txbxContent"):
            yield from _seen(child)


def _number(data: bytes, words: str) -> str:
    comments = ElementTree.fromstring(part(data, "word/comments.xml"))  # noqa: S314
    return next(each.get(f"{Q}id") or "" for each in comments if f"“{words}”" in "".join(each.itertext()))


def _text(element: ElementTree.Element) -> str:
    if element.tag == f"{Q}t":
        return element.text or ""
    return {f"{Q}tab": "\t", f"{Q}noBreakHyphen": "-", f"{Q}br": "\n", f"{Q}sym": "%"}.get(element.tag, "")


def bare(text: str) -> str:
    """A text without what differs between the file and what is read of it."""
    return "".join(text.replace("\u00ad", "").replace("²", "2").split())


def is_inserted(old: bytes, new: bytes) -> bool:
    """Whether one is the other with something inserted."""
    rest = iter(new)
    return all(byte in rest for byte in old)


def looks(data: bytes) -> list[tuple[str, bytes]]:
    """Every character of the file with the properties of its run."""
    told = []
    for run in ElementTree.fromstring(part(data)).iter(f"{Q}r"):  # noqa: S314
        properties = run.find(f"{Q}rPr")
        look = b"" if properties is None else ElementTree.tostring(properties)
        told += [(char, look) for text in run.findall(f"{Q}t") for char in text.text or ""]
    return told


@given(st.lists(st.sampled_from(RUNS), min_size=1, max_size=6), st.data())
def test_comments_hold_their_words_and_change_nothing_else(runs: list[str], data: st.DataObject) -> None:
    before = packed(members(p("头。") + p(*runs) + table(tr(tc(p(*runs)), "尾"))))
    document = read_document(before, "draft.docx")
    places = st.integers(0, len(document.text))
    spans = [
        Span(*sorted(pair))
        for pair in data.draw(st.lists(st.tuples(places, places), max_size=4))
        if len(set(pair)) == 2
    ]
    after = commented(before, *spans)
    again = read_document(after, "draft.docx")
    assert again.text == document.text
    assert again.blocks == document.blocks
    assert again.source == document.source
    assert is_inserted(part(before), part(after))
    assert looks(before) == looks(after)
    assert len(ranges(after)) == len(spans)


WORDS = [
    "76家",
    "机构占",
    "6 家",
    "链接",
    "接文",
    "插入的",
    "结果",
    "A&B",
    "B丙",
    "一行又",
    "占全市7",
    "滨%",
    "富文",
    "家金融机构占全市7\t6",
]


@pytest.mark.parametrize("words", WORDS)
def test_a_comment_holds_just_its_words(words: str) -> None:
    runs = [RUNS[at] for at in (0, 1, 2, 3, 7, 8, 9, 11, 12, 13, 14, 16)]
    data = packed(members(p(*runs)))
    at = read_document(data, "draft.docx").text.index(words)
    ((_, inside),) = ranges(commented(data, Span(at, at + len(words)))).items()
    assert bare(inside) == bare(words)


def test_a_comment_in_a_cell_and_one_across_cells() -> None:
    data = packed(members(table(tr("金融机构", "59家"))))
    assert list(ranges(commented(data, Span(5, 8), Span(0, 8))).values()) == ["金融机构59家", "59家"]


def test_what_no_comment_may_begin_inside_of_is_held_whole() -> None:
    data = packed(members(p(RUNS[10], RUNS[13])))
    main = part(commented(data, Span(1, 2), Span(2, 3))).decode()
    assert main.index("<w:commentRangeStart") < main.index("<w:sdt>") < main.index("</w:sdt><w:commentRangeEnd")
    assert "<w:rubyBase><w:r><w:t>滨" in main


def test_notes_boxes_and_headers_are_commented_where_they_hang() -> None:
    notes = root("footnotes", f'<w:footnote w:id="2">{p("注中76家。")}</w:footnote>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    mark = "<w:r><w:t>前</w:t><w:footnoteReference w:id='2'/><w:t>后</w:t></w:r>"
    data = packed(
        members(p("正文", mark, box(p("框中9家。"))) + section, footnotes=notes, header1=root("hdr", p("页眉8家")))
    )
    text = read_document(data, "draft.docx").text
    spans = [Span(at, at + 2) for at in (text.index(words) for words in ("8家", "76", "9家", "正文"))]
    after = commented(data, *spans)
    assert sorted(ranges(after).values()) == ["", "", "", "正文"]
    main = part(after).decode()
    start, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
    numbers = {words: _number(after, words) for words in ("8家", "76", "9家")}
    assert start.format(numbers["8家"]) + end.format(numbers["8家"]) in main
    assert f"{start.format(numbers['76'])}<w:r><w:footnoteReference w:id='2'/></w:r>{end.format(numbers['76'])}" in main
    boxed = main.split(start.format(numbers["9家"]))[1].split(end.format(numbers["9家"]))[0]
    assert boxed.startswith("<w:r><mc:AlternateContent>")
    assert boxed.endswith("</mc:AlternateContent></w:r>")
    for name in ("word/footnotes.xml", "word/header1.xml"):
        assert part(after, name) == part(data, name)
    comments = part(after, "word/comments.xml").decode()
    assert [comments.count(f"“{span.cut(text)}”") for span in spans] == [1, 1, 1, 1]


def test_findings_on_the_whole_stand_in_one_comment_at_the_start() -> None:
    data = packed(members("<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>"))
    text = "标题"
    remarks = [Remark(Span(0, 0), ("缺一。",)), Remark(Span(0, 0), ("缺二。",)), Remark(Span(0, 2), ("题。",))]
    after = with_comments(data, "draft.docx", text, remarks)
    document = docx.Document(BytesIO(after))
    assert [comment.text for comment in document.comments] == ["题。", "缺一。\n缺二。"]
    assert "</w:pPr><w:commentRangeStart" in part(after).decode()


def test_an_empty_first_paragraph_takes_a_comment() -> None:
    data = packed(members(f"<w:p/>{p('正文。')}"))
    after = with_comments(data, "draft.docx", "正文。", [Remark(Span(0, 0), ("缺。",))])
    assert "<w:body><w:p><w:commentRangeStart" in part(after).decode()
    assert read_document(after, "draft.docx").text == "正文。"


def test_a_number_that_word_counts_leads_to_its_paragraph() -> None:
    data = packed(members(numbered("基本情况", 1), numbering=NUMBERING))
    assert list(ranges(commented(data, Span(0, 1))).values()) == ["基本情况"]


def test_every_other_part_is_the_same_to_the_byte() -> None:
    parts = {
        **members(p("全区76家。")),
        "word/media/image1.png": b"\x89PNG" + bytes(5000),
        "customXml/item1.xml": "<x/>",
    }
    before = packed(parts)
    after = commented(before, Span(2, 5))
    changed = {"[Content_Types].xml", MAIN, "word/_rels/document.xml.rels"}
    with ZipFile(BytesIO(after)) as archive:
        assert archive.namelist() == [*parts, "word/comments.xml"]
        assert archive.testzip() is None
    for name in parts:
        assert (part(after, name) == part(before, name)) is (name not in changed)
        assert is_inserted(part(before, name), part(after, name))
    assert commented(before, Span(2, 5)) == after


def test_comments_that_are_there_stay() -> None:
    old = root("comments", f'<w:comment w:id="7" w:author="李">{p("请核。")}</w:comment>')
    before = packed(members(p("全区76家。"), comments=old))
    after = commented(before, Span(2, 5))
    document = docx.Document(BytesIO(after))
    assert [(each.comment_id, each.author, each.text) for each in document.comments] == [
        (7, "李", "请核。"),
        (8, "factcheck", "“76家”"),
    ]
    assert is_inserted(old.encode(), part(after, "word/comments.xml"))
    assert part(before, "[Content_Types].xml") == part(after, "[Content_Types].xml")


def test_python_docx_reads_who_says_what() -> None:
    document = docx.Document()
    document.add_paragraph("全区共有").add_run("57家").bold = True
    file = BytesIO()
    document.save(file)
    at = Span(4, 7)
    after = with_comments(file.getvalue(), "a.docx", "全区共有57家", [Remark(at, ("差一位 <&>", "事实：58家\x0b"))])
    (comment,) = docx.Document(BytesIO(after)).comments
    assert (comment.author, comment.initials, comment.text) == ("factcheck", "fc", "差一位 <&>\n事实：58家\ufffd")
    assert comment.timestamp is None


def test_other_prefixes_and_a_byte_order_mark() -> None:
    parts = members(p("全区共有76家。"))
    main = str(parts[MAIN])
    unprefixed = main.replace("<w:", "<").replace("</w:", "</").replace(f'xmlns:w="{W}"', f'xmlns="{W}"')
    other = "\ufeff" + main.replace("w:", "q:").replace("xmlns:w=", "xmlns:q=")
    for each in (unprefixed, other):
        after = commented(packed({**parts, MAIN: each}), Span(4, 7))
        assert list(ranges(after).values()) == ["76家"]
        assert is_inserted(each.encode(), part(after))


def test_a_draft_that_was_changed_meanwhile_is_not_annotated() -> None:
    with pytest.raises(ReadingError, match="it was changed while it was checked"):
        with_comments(packed(members(p("全区77家。"))), "draft.docx", "全区76家。", [])


def test_a_bomb_is_not_copied(tmp_path: Path) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members(p("全区76家。")).items():
            archive.writestr(name, content)
        archive.writestr("word/media/image1.png", b"x")
    data = bytearray(file.getvalue())
    at = data.rindex(b"word/media/image1.png") - 46
    data[at + 24 : at + 28] = (2**31).to_bytes(4, "little")
    with pytest.raises(ReadingError, match="larger than any document"):
        commented(bytes(data), Span(2, 5))
