"""Web pages as drafts: what readers see of them, what each block is, and where every character stands."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linear import is_linear

from factcheck.model.document import Document
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.pipeline import check, read
from factcheck.reading import ReadingError, document_of, read_document

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def document(body: str) -> Document:
    return document_of(f"<!doctype html><body>{body}", "page.html")


def blocks(body: str) -> list[tuple[str, int, str]]:
    page = document(body)
    return [(block.kind, block.level, page.cut(block.span)) for block in page.blocks]


def texts(body: str) -> list[str]:
    return [text for _, _, text in blocks(body)]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (
            "<p>全区共有<b>76</b><i>家</i>金融机构，\n  增长8%。<p>又一段。",
            ["全区共有76家金融机构，增长8%。", "又一段。"],
        ),
        ("<p>The  port\n grew <em>8</em> percent.</p>", ["The port grew 8 percent."]),
        ("<div>甲段。<div>乙段。</div>丙段。</div>丁段。", ["甲段。", "乙段。", "丙段。", "丁段。"]),
        ("AT&amp;T 5&lt;6&nbsp;7 &#22240;&#x679C; &copy2024 &unknown; R&D", ["AT&T 5<6\xa07 因果 ©2024 &unknown; R&D"]),
        ("第一行<br>第二行<br/>　　第三行", ["第一行", "第二行", "第三行"]),
        ("见<a href='x'>公报</a>。<img alt='99家'><script>99家</script><style>p{9}</style>", ["见公报。"]),
        ("今年<del>99家</del><ins>76家</ins>。<s>88家</s>", ["今年76家。"]),
        ("<ruby>滨<rp>(</rp><rt>bin</rt>城<rt>cheng</ruby>区", ["滨城区"]),
        ("10<sup>8</sup>元，CO<sub>2</sub>，5km<sup>2</sup>", ["10⁸元，CO₂，5km²".replace("₂", "2")]),
        ("<p hidden>99家</p><p style='display: none'>88家</p><template>77家</template><p>正文。", ["正文。"]),
        ("<pre>第一行\n  第二行\n</pre>", ["第一行", "第二行"]),
        ("x < y，<张三>说，7>3，3<4", ["x < y，<张三>说，7>3，3<4"]),
        ("<p>未关闭<b>的<p>段落</b>照样读", ["未关闭的", "段落照样读"]),
        ("<p>甲</div>乙</span>丙", ["甲乙丙"]),
        ("正文<!-- 99家 -->有76家。<!-- 未关闭 88家", ["正文有76家。"]),
        ("<button>99</button><select><option>88</select><textarea>77</textarea>正文。", ["正文。"]),
        ("<p title='a > b' data-x=\"<p>\">正文。</p>", ["正文。"]),
        ("前<code>99家</code>后", ["前后"]),
    ],
)
def test_what_readers_see(body: str, seen: list[str]) -> None:
    assert texts(body) == seen


def test_what_each_block_is() -> None:
    body = (
        "<h1>标题</h1><h2>小标题</h2><p>导语写了一整句话。</p><ul><li>甲项<li>乙项<ul><li>子项</li></ul></ul>"
        "<ol start=3><li><p>丙项</p><p>接着说一句话。</p></li><li>丁项</ol><ol type=a><li>戊项</ol>"
        "<figure><figcaption>图为港口。</figcaption></figure><dl><dt>词条</dt><dd>解释写成一句话。</dd></dl>"
    )
    assert blocks(body) == [
        ("heading", 1, "标题"),
        ("heading", 2, "小标题"),
        ("paragraph", 0, "导语写了一整句话。"),
        ("item", 1, "甲项"),
        ("item", 1, "乙项"),
        ("item", 2, "子项"),
        ("item", 1, "3. 丙项"),
        ("paragraph", 0, "接着说一句话。"),
        ("item", 1, "4. 丁项"),
        ("item", 1, "戊项"),
        ("caption", 0, "图为港口。"),
        ("heading", 2, "词条"),
        ("paragraph", 0, "解释写成一句话。"),
    ]


TABLE = (
    "<table><caption>表1 主要指标<tr><th>指标<th colspan=2>2023年<tr><td rowspan='2'>存款<td>绝对<br>量<td>12<tr>"
    "<td>增长<td><p>8%</p><tfoot><tr><td>注<td><td>初步<p>数</table>"
)


def test_rows_hold_their_cells() -> None:
    page = document(TABLE + "<p>之后的正文。")
    assert page.text.split("\n") == [
        "表1 主要指标",
        "指标\t2023年\t",
        "存款\t绝对量\t12",
        "\t增长\t8%",
        "注\t\t初步数",
        "之后的正文。",
    ]
    assert [block.kind for block in page.blocks] == ["heading", "row", "row", "row", "row", "paragraph"]


def test_tables_that_only_frame_text() -> None:
    inner = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    assert blocks(f"<table><tr><td><h1>标题</h1><td>导航</tr><tr><td>正文在这里。{inner}</table>") == [
        ("heading", 1, "标题"),
        ("heading", 2, "导航"),
        ("paragraph", 0, "正文在这里。"),
        ("row", 0, "甲\t1"),
        ("row", 0, "乙\t2"),
    ]
    assert [
        kind for kind, _, _ in blocks("<table role=presentation><tr><td>甲。<td>1。<tr><td>乙。<td>2。</table>")
    ] == ["paragraph"] * 4


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_stands_around_a_text_makes_no_claims(path: Path) -> None:
    """The figures of the text begin with 7, those of what stands around it with 9."""
    written = path.read_text(encoding="utf-8")
    page = read_document(path.read_bytes(), path.name)
    seen = _figures("\n".join(page.cut(block.span) for block in page.blocks if block.kind != "chrome"))
    assert {each for each in _figures(written) if each.startswith("7")} <= seen
    assert {each for each in seen if each.startswith("9")} <= AROUND.get(path.stem, set())


# Counters and names on the line of the date or the author, which is no part of the furniture by any sign.
AROUND = {"portal": {"9005", "9008"}, "article_blog": {"9502"}}


def _figures(text: str) -> set[str]:
    return {each.replace(",", "").replace(".", "") for each in compiled(r"(?<![\d.,])[79][\d.,]*\d{2}").findall(text)}


@pytest.mark.parametrize("called", ["has-sidebar", "no-comments", "hot", "navigation-drawer menu"])
def test_an_element_that_holds_the_text_is_no_furniture(called: str) -> None:
    text = "全区共有76家金融机构，其中银行30家，去年新开业的有5家。"
    assert blocks(f"<p>首页</p><div class='{called}'><p>{text}</p></div>")[-1] == ("paragraph", 0, text)


def test_title_and_date_from_the_head() -> None:
    head = "<html><head><title>{}</title><meta name=PubDate content='2023-11-20 10:22'></head><body>{}"
    page = document_of(head.format("港城区经济稳中有进_港城区人民政府", "<div>全区共有76家金融机构。</div>"), "a.html")
    assert [(block.kind, page.cut(block.span)) for block in page.blocks] == [
        ("heading", "港城区经济稳中有进"),
        ("chrome", "date: 2023-11-20"),
        ("paragraph", "全区共有76家金融机构。"),
    ]
    assert page.dated is not None
    assert (page.dated.year, page.dated.month, page.dated.day) == (2023, 11, 20)
    repeated = document_of(head.format("港城区经济稳中有进 - 港城", "<div>港城区经济稳中有进</div>正文。"), "a.html")
    assert [repeated.cut(block.span) for block in repeated.blocks if block.level == 1] == ["港城区经济稳中有进"]


def test_a_page_is_known_by_its_content() -> None:
    page = document_of("\n<!-- saved -->\n<!DOCTYPE HTML><title>x</title><p>全区76家。", "draft.txt")
    assert page.cut(page.blocks[-1].span) == "全区76家。"
    assert document_of("<p>不是网页", "draft.txt").text == "<p>不是网页"


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("gb2312", "gb18030", "全区㐂镕金融机构76家。"),
        ("GBK", "gbk", "龘靐76家。"),
        ("big5", "big5", "全區76家金融機構。"),
        ("iso-8859-1", "cp1252", "The café sold £76 million – “more”."),
        ("utf-8", "gb18030", "全区共有七十六家金融机构，同比增长。"),
        ("no-such-thing", "gb18030", "全区共有七十六家金融机构，同比增长。"),
        ("gb2312", "utf-8", "全区共有七十六家金融机构。"),
    ],
)
def test_the_encoding_that_a_page_declares(charset: str, codec: str, text: str) -> None:
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body><p>'
    page = read_document((head + text).encode(codec), "page.html")
    assert page.cut(page.blocks[-1].span) == text


def test_a_comment_reaches_the_paragraph_that_it_stands_beside_or_above() -> None:
    page = "<p>存款比去年增长7.2。{}</p>{}\n{}\n<p>零售额同比增长8.3。</p>\n"
    ask = "<!-- factcheck: ignore missing-unit -- 表里有 -->"

    def found(*comments: str) -> list[str]:
        checked = check(document(page.format(*comments)), None)
        return [checked.case.document.cut(each.span) for each in checked.findings if each.rule == "missing-unit"]

    assert found("", "", "") == ["7.2", "8.3"]
    assert found(ask, "", "") == found("", ask, "") == ["8.3"]
    assert found("", "", ask) == ["7.2"]


def test_nothing_hidden_is_a_claim() -> None:
    case = read(document("<nav>99家银行</nav><p>全区有76家银行。<!-- 88家银行 --></p><script>'77家银行'</script>"))
    assert [claim.quantity.text for claim in case.claims] == ["76家"]


def test_a_page_without_text_is_told() -> None:
    with pytest.raises(ReadingError, match=r"page\.html: the file holds no text"):
        document("<script>99</script><img src=x>")


MARKUP = st.sampled_from(
    [
        *"<p> </p> <div> </div> <b> </b> <i> </i> <br> <ul> <ol> <li> </ul> <h1> </h1> <table> <tr> <td> </td> </table>".split(),
        *"<a_href=x> </a> <sup> </sup> <pre> </pre> <del> </del> <span_hidden> </span> <title> </title> <nav> </nav>".split(),
        *"<main> <hr> <th> <caption> <article> <dl> <dt>".split(),
        *"<!-- --> &amp; &lt &nbsp; &#x1F6A2; & < > </ <td_colspan=3> <td_rowspan=2> 76家 金融 增长8% 。 word 🚢".split(),
        *("<!--factcheck: ignore all-->", " ", "\n", "\r\n", "\t", "\u3000", "\xa0", "bank "),
    ]
).map(lambda piece: piece.replace("_", " "))


@settings(max_examples=300)
@given(st.lists(MARKUP, min_size=1, max_size=50).map(lambda pieces: "<html>头" + "".join(pieces)))
@example("<html>头<table><tr><td rowspan=2>a<td>b<tr><td>c</table>")
def test_every_character_leads_to_the_file_and_back(text: str) -> None:
    page = document_of(text, "page.html")
    before = 0
    for at, char in enumerate(page.text):
        origin = page.origin(Span(at, at + 1))
        assert before <= origin.start <= origin.end <= len(text)
        before, cut = origin.start, origin.cut(text)
        if cut == char or (char not in "\n\t " and not cut.startswith("&") and cut):
            assert cut == char or cut in "0123456789+-"
            assert page.offset(origin.start) == at
        else:
            assert not cut or cut.startswith("&") or cut.isspace()


def _by_another_parser(body: str) -> str:
    """The text of a page's body by html5lib, which follows the standard to the letter, without white space."""
    tree = html5lib.parse(f"<!doctype html><body>{body}", treebuilder="dom")
    return "".join("".join(_texts(tree.documentElement)).split())


def _texts(node: object) -> list[str]:
    found: list[str] = []
    for child in node.childNodes:  # type: ignore[attr-defined]
        if child.nodeType == child.TEXT_NODE:
            found.append(child.data)
        elif child.nodeType == child.ELEMENT_NODE and child.tagName != "title":
            found += _texts(child)
    return found


PLAIN = st.sampled_from(
    "<p> </p> <div> </div> <b> </b> <i> </i> <br> <h2> </h2> <a> </a> <ul> <li> </ul> &amp; &lt; &#65; &copy x < > & 家".split()
)


@settings(max_examples=300)
@given(st.lists(PLAIN, min_size=1, max_size=40).map("".join))
def test_the_text_is_that_of_the_standard(body: str) -> None:
    expected = _by_another_parser(body)
    seen = "".join(document(f"{body}").text.split()) if expected else ""
    assert seen == expected


def test_deep_nesting() -> None:
    assert texts("<div>" * 100_000 + "全区76家。" + "</div>" * 100_000) == ["全区76家。"]
    assert texts("<b>" * 100_000 + "全区76家。") == ["全区76家。"]
    assert texts("<table><tr><td>" * 50_000 + "全区76家。") == ["全区76家。"]


UNITS = [
    *"<div> <b> <a_href=x> <p> <ul><li> <table><tr><td> <table> <td> </p> <i></b> <div><i></b> <!-- < <a_b=' & &# <br>".split(),
    *"<! <h1> <dl><dt> <ruby>x<rt> <script> <title> <svg><path/> <option> <caption> <td_colspan=1000>x <?".split(),
    *"<tr><td_rowspan=65000>x <section><b> <li><section> <i><div> </i> <b><i><u> <sup>1".split(),
    *"<!--factcheck:--> <![CDATA[ <x_y=z_a='b'_c> &nbspx 家， <ol><li>x".split(),
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    def work(size: int) -> object:
        return document("头" + unit.replace("_", " ") * (size // len(unit)))

    assert is_linear(work, 3_000, 24_000)
