"""Bytes become the text that was saved, whatever it was saved in; what can't be text is told in one clear line."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading import ReadingError, read_document
from factcheck.reading.encoding import decode

SIMPLIFIED = "滨州市滨城区全区规上工业增加值同比增长7.8%,建成网格党支部576个。"
TRADITIONAL = "濱州市濱城區全區規模以上工業增加值同比增長7.8%，建成網格黨支部576個。"
ENGLISH = "Exports rose 7.8% to $1.2 billion in the first half, the ministry said.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_simplified_chinese_is_told_apart(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), "draft.txt") == SIMPLIFIED


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp950", "big5hkscs"]
)
def test_traditional_chinese_is_told_apart(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "draft.txt") == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii"])
def test_english_is_told_apart(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "draft.txt") == ENGLISH


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_no_part_of_the_text(mark: bytes) -> None:
    encoding = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}[mark]
    assert decode(mark + "全区".encode(encoding), "draft.txt") == "全区"


# Sentences of a press office, ten characters and more: the shortest text whose encoding must be told.
PHRASES = (
    "全区经济运行总体平稳",
    "推进农村基层党建再上新台阶",
    "新增各类市场主体4.95万家",
    "城镇累计新增就业3.06万人",
    "黄河生态保护工程全面启动",
    "幼儿园、学校和医院开工建设",
    "打通断头路17条，新建管网",
    "固定资产投资同比增长7.6%",
)


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6), st.sampled_from(["，", "。", "\r\n", ";", " "]))
def test_what_is_written_in_gb18030_is_read_back(phrases: list[str], mark: str) -> None:
    text = mark.join(phrases)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"):
        assert decode(text.encode(encoding), "draft.txt") == text, encoding


@given(
    st.text(
        st.sampled_from("濱州市區經濟運行總體平穩推進農村基層黨建再上新臺階增加值億萬個，。"), min_size=10, max_size=60
    )
)
def test_what_is_written_in_big5_is_read_back(text: str) -> None:
    assert decode(text.encode("big5"), "draft.txt") == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    refusal = ""
    try:
        document = read_document(data, "draft.txt")
    except ReadingError as error:
        refusal = str(error)
    else:
        assert document.blocks
    assert not refusal or refusal.startswith("draft.txt: ")
    assert "\n" not in refusal


@given(st.text(min_size=1).filter(lambda text: text.isprintable() and bool(text.strip())))
def test_printable_text_in_utf_8_is_read_back(text: str) -> None:
    assert decode(text.encode(), "draft.txt") == text


def test_an_encoding_can_be_named() -> None:
    assert decode("£1.2bn – “a deal”".encode("cp1252"), "draft.txt", "windows-1252") == "£1.2bn – “a deal”"
    assert decode(SIMPLIFIED.encode("gbk"), "draft.txt", "GB2312") == SIMPLIFIED
    assert decode(TRADITIONAL.encode("big5"), "draft.txt", "Big5") == TRADITIONAL
    assert decode(SIMPLIFIED.encode("utf-16-be"), "draft.txt", "utf-16") == SIMPLIFIED
    assert decode(b"\xef\xbb\xbfabc", "draft.txt", "utf-8") == "abc"


def _zip(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<w/>")
    return buffer.getvalue()


BROKEN = "第一行\n第二行".encode() + b"\xff\xfe\xfa" + "全区".encode()

REFUSED = [
    (b"", None, "the file is empty"),
    (b" \r\n\t \n", None, "the file is empty"),
    ("\u3000\n\ufeff ".encode(), None, "the file holds only white space"),
    (
        _zip("word/document.xml"),
        None,
        "a Word document that can't be read: the part that holds its text is missing; open it in its program",
    ),
    (_zip("xl/workbook.xml"), None, "a spreadsheet that can't be read: it is damaged or cut short"),
    (_zip("notes.txt"), None, "a zip archive, not plain text; unpack it"),
    (b"%PDF-1.7\n%\xe2\xe3", None, "the PDF is cut off: its end mark is missing"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "a PNG picture, not plain text"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", None, "a JPEG picture, not plain text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", None, "a document of an old Office program"),
    (b"\x7fELF\x02\x01\x01\0", None, "a program"),
    (b"12\0\0\x01\x02\xfe\xf7 plain", None, "a binary file (it holds NUL bytes)"),
    (BROKEN, None, "undecodable: byte 19 (line 2, 0xFF) is not UTF-8, and the file is not UTF-16, GB18030 or Big5"),
    (
        b"\xff\xfea\0b",
        None,
        "undecodable by its byte order mark, which says UTF-16-LE: it breaks at byte 4 (line 1, 0x62)",
    ),
    (b"caf\xe9 and more of it", None, "undecodable: byte 3 (line 1, 0xE9) is not UTF-8"),
    ("全区".encode("gbk"), "utf-8", "undecodable by --encoding utf-8: it breaks at byte 2 (line 1, 0xC7)"),
    (b"abc", "klingon", "unknown encoding 'klingon'; name one such as utf-8, utf-16, gb18030 or big5"),
    (b"abc", "hex", "unknown encoding 'hex'"),
    (b"abc", "utf\0", "unknown encoding"),
]


@pytest.mark.parametrize(("data", "encoding", "says"), REFUSED, ids=[says[:40] for _, _, says in REFUSED])
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, says: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_document(data, "drafts/a.txt", encoding=encoding)
    assert str(caught.value).startswith(f"drafts/a.txt: {says}")


def test_a_western_text_is_told_how_to_be_read() -> None:
    with pytest.raises(ReadingError, match=r"name its encoding with --encoding \(a Western one is windows-1252\)$"):
        decode("The deal cost £1.2bn – a lot of money.".encode("cp1252"), "a.txt")
