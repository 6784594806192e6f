"""Drafts in Markdown: what readers see of them, what each block is, and where every character stands."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linear import is_linear
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model.document import Document
from factcheck.model.span import Span
from factcheck.pipeline import check, read
from factcheck.reading import ReadingError, document_of
from factcheck.reading.markdown.brackets import FEW


def blocks(text: str) -> list[tuple[str, int, str]]:
    document = document_of(text, "draft.md")
    return [(block.kind, block.level, document.cut(block.span)) for block in document.blocks]


def texts(text: str) -> list[str]:
    return [each for _, _, each in blocks(text)]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("# 标题\n\n全区共有**76家**金融机构，*增长*8%。\n", ["标题", "全区共有76家金融机构，增长8%。"]),
        ("见[公报](https://example.org/公报 '全文')与[年鉴][1]。\n\n[1]: https://example.org\n", ["见公报与年鉴。"]),
        ("图一![共99家](chart.png '88家')之后是正文。", ["图一之后是正文。"]),
        ("AT&amp;T 增长 8\\.5%，5 &lt; 6，&#22240;果。", ["AT&T 增长 8.5%，5 < 6，因果。"]),
        ("全区 `99家` 共有 ``88`家`` 76家。", ["全区  共有  76家。"]),
        ("前文。\n\n```\n99家\n```\n\n~~~ csv\n88家\n~~~\n\n后文。", ["前文。", "后文。"]),
        ("前文。\n\n    缩进的正文有76家。\n\n\t又一段有77家。", ["前文。", "缩进的正文有76家。", "又一段有77家。"]),
        ("~~去年99家~~今年76家。<del>88家</del>完。", ["今年76家。完。"]),
        ("全区<span class='a > b'>76</span>家，H<sub>2</sub>O，<a name=x>五</a>。", ["全区76家，H2O，五。"]),
        ("小于5<6，大于7>3，<张三>说。", ["小于5<6，大于7>3，<张三>说。"]),
        ("全区76家[^a]，增8%[^2]。\n\n[^a]: 数据来自统计局，共99个网点。\n[^2]: 初步数。", None),
        ("[注]: 本文数据均为初步统计数，共76家。", ["[注]: 本文数据均为初步统计数，共76家。"]),
        ("**“重点”**工作，他说**“好”**。", ["“重点”工作，他说“好”。"]),
        ("官网<https://example.org/99>，邮箱<a@example.org>。", ["官网，邮箱。"]),
        ("第一行  \n第二行\\\n第三行<br>第四行", ["第一行", "第二行", "第三行", "第四行"]),
        ("全文有_未强调_的5*3*2与snake_case_word。", ["全文有_未强调_的532与snake_case_word。"]),
        ("\ufeff# 标题\n\n正文。", ["标题", "正文。"]),
        ("# 标题\r\n\r\n全区**76**家。\r\n", ["标题", "全区76家。"]),
        ("标题\r\r正文。\r", ["标题", "正文。"]),
        ("> 引用的**话**有7家。\n>\n> - 甲\n> - 乙", ["引用的话有7家。", "甲", "乙"]),
    ],
)
def test_what_readers_see(written: str, seen: list[str] | None) -> None:
    expected = seen or ["全区76家，增8%。", "数据来自统计局，共99个网点。", "初步数。"]
    assert texts(written) == expected


def test_what_each_block_is() -> None:
    text = (
        "标题一\n======\n\n## 二级 ##\n\n导语在这里写上一整句话。\n\n1. 第一项有12个。\n\n   接着说一句话。\n\n   - 子项\n"
        "2) 另起\n\n***\n\n正文写完了。\n---\n"
    )
    assert blocks(text) == [
        ("heading", 1, "标题一"),
        ("heading", 2, "二级"),
        ("paragraph", 0, "导语在这里写上一整句话。"),
        ("item", 1, "1. 第一项有12个。"),
        ("paragraph", 0, "接着说一句话。"),
        ("item", 2, "子项"),
        ("item", 1, "2) 另起"),
        ("paragraph", 0, "正文写完了。"),
    ]


def test_front_matter_makes_no_claims_but_dates_the_draft() -> None:
    for front in ("---\ntitle: 99家\ndate: 2023-11-20\n---\n", "---\ntags: [a]\ndate: 2023-11-20\n...\n"):
        case = read(document_of(f"{front}\n# 标题\n\n全区共有76家金融机构。\n", "draft.md"))
        assert [claim.quantity.text for claim in case.claims] == ["76家"]
        assert str(case.document.dated) == str(
            read(document_of("发布时间：2023-11-20\n\n正文。", "a.txt")).document.dated
        )
    assert blocks('+++\ntitle = "99家"\n+++\n\n正文有76家。')[-1] == ("paragraph", 0, "正文有76家。")
    assert texts("---\n\n正文：76家\n---")[0] == "正文：76家"


def test_rows_hold_their_cells() -> None:
    text = (
        "表1\n\n| 指标 | **2023年** | 备注 |\n|---|---:|:-:|\n| 存款 \\| 贷款 | 1&#50;亿元 |\n<!-- factcheck: ignore all -- r -->\n"
        "|| 8% | `code` <br> 见注 | 多 |\n|甲|乙|丙| <!-- 旁注 -->\n\n余下的文字。\n"
    )
    document = document_of(text, "draft.md")
    rows = [line for line in document.text.split("\n") if "\t" in line]
    assert rows == ["指标\t2023年\t备注", "存款 | 贷款\t12亿元\t", "\t8%\t   见注", "甲\t乙\t丙<!-- 旁注 -->"]
    assert [kind for kind, _, _ in blocks(text)].count("row") == 4
    at = document.text.index("12亿元")
    assert document.origin(Span(at, at + 4)).cut(text) == "1&#50;亿元"
    bar = document.text.index("|")
    assert document.origin(Span(bar - 1, bar + 3)).cut(text) == " \\| 贷"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("全区共有七十六家金融\n机构，\n其中银行30家。", ["全区共有七十六家金融机构，其中银行30家。"]),
        ("The city has 76 banks and\n1,200 cash machines in all,\nof which 30 are new.", None),
        ("上半年工业生产稳步增长\n统计局今天公布的数据显示，上半年全市规模以上工业增加值同比增长8.3%。", 2),
        ("第一段到此为止。\n第二段从这里开始。", 2),
        ("　　第一段写了一些话，没有句号\n　　第二段从这里开始，也没有句号", 2),
        ("指标\t2023年\n存款\t12亿元", 2),
        ("| 指标 | 2023年 |\n| 存款 | 12亿元 |", 2),
        (
            "Exports grow fast\nExports from the port grew 8.3 percent in the first half of the year, the office said.",
            2,
        ),
    ],
)
def test_where_a_paragraph_reads_on(text: str, seen: list[str] | int | None) -> None:
    if isinstance(seen, int):
        assert texts(text) == text.replace("　", "").split("\n")
    else:
        assert texts(text) == (seen or [text.replace("\n", " ")])


def test_blocks_of_html_are_read_as_a_page() -> None:
    text = (
        "# 标题\n\n<table>\n<tr><th>指标</th><th>2023年</th></tr>\n<tr><td>存款<!-- factcheck: ignore all -- r --></td><td>1&#50;"
        "亿元</td></tr>\n</table>\n\n<!-- factcheck: ignore all -- s -->\n<div align=center>居中的**话**</div>\n"
        "\n- <div>项中的话</div>\n\n<style>\np {99}\n</style>\n\n正文<span>76</span>家。\n"
    )
    seen = ["标题", "指标\t2023年", "存款", "\t12亿元", "居中的**话**", "项中的话", "正文76家。"]
    assert [each.strip("\t") for each in texts(text)] == [each.strip("\t") for each in seen]
    document = document_of(text, "draft.md")
    assert len(document.comments) == 2
    at = document.text.index("12亿元")
    assert document.origin(Span(at, at + 4)).cut(text) == "1&#50;亿元"


def test_footnotes_of_a_quantity_do_not_touch_it() -> None:
    case = read(document_of("全区共有76[^1]家金融机构。\n\n[^1]: 初步数。", "draft.md"))
    assert [claim.quantity.text for claim in case.claims] == ["76家"]


def test_what_has_markup_inside_is_not_mended() -> None:
    checked = check(document_of("零售额同比增长**8.3**。存款比上年增长7.2。\n", "draft.md"), None)
    assert [checked.case.document.cut(each.span) for each in checked.findings] == ["8.3", "7.2"]


def test_blocks_that_are_nested_too_deep_are_told() -> None:
    with pytest.raises(ReadingError, match=r"draft\.md: blocks are nested more than 80 levels deep"):
        document_of("> " * 1000 + "正文。", "draft.md")
    assert texts("> " * 30 + "正文。") == ["正文。"]


def test_code_alone_is_no_text() -> None:
    with pytest.raises(ReadingError, match=r"draft\.md: the file holds no text"):
        document_of("```\n99家\n```\n", "draft.md")


MARKUP = st.sampled_from(
    [
        *"* ** _ ~~ ` [ ]( ) ![ <b> </b> <br> <del> </del> <!-- --> &amp; &#x1F6A2; \\* \\ | [^1] 76家 金融 增长8% 。 “ 🚢".split(
            " "
        ),
        *(
            "\n",
            "\n\n",
            "  \n",
            "\r\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "| ",
            "\n|-|-|\n",
            "    ",
            "\t",
            "---\n",
            "```\n",
            ": ",
            "[a]: /b\n",
        ),
        *("bank ", "word", " ", "\u3000", "\ufeff", "\xa0", "\u2028", "\x0b", "\0"),
    ]
)


def leads_back(document: Document) -> None:
    """Every character stands in the file as it is, or in place of something, and is found again from there."""
    written, before = document.written, 0
    for at, char in enumerate(document.text):
        origin = document.origin(Span(at, at + 1))
        assert before <= origin.start <= origin.end <= len(written)
        before = origin.start
        cut = origin.cut(written)
        if char in "\n\t " and cut != char:
            continue  # between parts, cells and words
        assert cut == char or cut.startswith(("&", "\\"))
        assert document.offset(origin.start) == at


@settings(max_examples=400)
@given(st.lists(MARKUP, min_size=1, max_size=40).map(lambda pieces: "头" + "".join(pieces)))
@example("头| |\n|-|-|\n| a \\| b | c \\\\| d |")
@example("头\n1. 1. 1) a")
def test_every_character_leads_to_the_file_and_back(text: str) -> None:
    leads_back(document_of(text, "draft.md"))


PLAIN = st.sampled_from(
    [
        *"* ** _ ` [a](b) [ ] (c) ![d](e) x<b> &lt; \\* \\ word x".split(" "),
        *("\n", "\n\n", "> ", "- ", "# ", " ", "| a | b |\n|---|---|\n", "| c \\| d | e |\n"),
    ]
)


@settings(max_examples=400)
@given(st.lists(PLAIN, min_size=1, max_size=40).map(lambda pieces: "head\n\n" + "".join(pieces)))
def test_the_text_is_that_of_the_parser_untouched(text: str) -> None:
    """By another way: the text of the tokens that markdown-it makes of the draft when nobody watches it."""
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "html_block"])
    tokens = parser.parse(text)
    words = "".join(_words(child) for token in tokens for child in token.children or ())
    seen = document_of(text, "draft.md").text
    assert "".join(seen.split()) == "".join(words.split())


def _words(token: Token) -> str:
    return token.content if token.type in ("text", "text_special") else ""


@pytest.mark.parametrize(
    "unit",
    [
        *"* ** _a* *** [ ] [a]( [a](b ![ [[a](b) <a <! <!-- & &# \\ ` ~~a a` ( [a][b [a]: [^a] <del> “** <? <![CDATA[ </".split(),
        *(
            "a\n",
            "a  \n",
            "> a\n",
            "- a\n",
            "1. a\n",
            "| ",
            "| a ",
            "|-",
            "a|b\n",
            "# ",
            "#",
            "[a]: b\n",
            "[a]\n",
            "=\n",
            "```\n",
        ),
        *("*a _b ", "[a] ", "<a b='", "\t", "\u3000", "金融机构76家，"),
    ],
)
def test_time_is_linear(unit: str) -> None:
    def work(size: int) -> object:
        return document_of("头\n\n" + unit * (size // len(unit)) + "尾", "draft.md")

    assert is_linear(work, 2_000, 16_000)


def test_many_brackets_are_links_as_few_are() -> None:
    few = "[甲](a)与[乙][b]、[丙]、[丁] (c) [\\]戊](e) [`]`己](f)。\n\n[b]: /b\n[丙]: /c\n"
    many = few.split("\n", 1)[0] * FEW + "\n" + few.split("\n", 1)[1]
    assert texts(many) == [texts(few)[0] * FEW]
