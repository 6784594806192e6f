"""Where sentences and clauses end, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear

from factcheck.extraction.sentences import read_sentences
from factcheck.model.document import Sentence
from factcheck.reading import document_of

# Clauses are divided by ¦, and ⏎ stands behind each sentence; its closing marks stand behind |. A mark that divides is left out.
CHINESE = [
    ("全区企业51家。新增12家。", "全区企业51家|。⏎新增12家|。"),
    (
        "至2020年11月份,工业增长7.8%;共有51家企业,其中过亿元27家。",
        "至2020年11月份¦工业增长7.8%|;⏎共有51家企业¦其中过亿元27家|。",
    ),
    ("增长7.8%；投资增长7.6%！真的吗？是的……", "增长7.8%|；⏎投资增长7.6%|！⏎真的吗|？⏎是的|……"),
    ("他说：“今年完成12亿元。”大家鼓掌。", "他说¦“今年完成12亿元|。”⏎大家鼓掌|。"),
    ("他强调：“去年完成12亿元，今年15亿元。”", "他强调¦“去年完成12亿元¦今年15亿元|。”"),
    ("总额1,200万元,同比增长7.8%。", "总额1,200万元¦同比增长7.8%|。"),
    ("比例为3:1，比分为1：3，10:30开始。", "比例为3:1¦比分为1：3¦10:30开始|。"),
    ("全区增长14.63,高于全市9.26个百分点。", "全区增长14.63¦高于全市9.26个百分点|。"),
    ("全区增长14.63.投资增长7.6%.", "全区增长14.63|.⏎投资增长7.6%|."),
    ("全区增长5%.投资增长7.6%.", "全区增长5%|.⏎投资增长7.6%|."),
    (
        "打造一核(党建为核心)四融(法治、自治,德治)品牌,成效明显。",
        "打造一核(党建为核心)四融(法治、自治,德治)品牌¦成效明显|。",
    ),
    ("落实“七个走在前列,八个全面开创”目标,攻坚克难。", "落实“七个走在前列,八个全面开创”目标¦攻坚克难|。"),
    ("《关于加强治理,改进服务的意见》印发。", "《关于加强治理,改进服务的意见》印发|。"),
    ("新增污水、雨水管网124公里。", "新增污水、雨水管网124公里|。"),
    ("（融合发展。）全区经济平稳。", "（融合发展|。）⏎全区经济平稳|。"),
    ("GDP增长5%!CPI上涨2%!", "GDP增长5%|!⏎CPI上涨2%|!"),
]

ENGLISH = [
    ("Exports rose 7.8%, imports 3.2%. Both set records.", "Exports rose 7.8%¦imports 3.2%|.⏎Both set records|."),
    (
        "Mr. Lee of the U.S. Senate met Dr. Wang on Jan. 5. They spoke.",
        "Mr. Lee of the U.S. Senate met Dr. Wang on Jan. 5|.⏎They spoke|.",
    ),
    ("It moved to the U.S. The firm stayed there.", "It moved to the U.S|.⏎The firm stayed there|."),
    ("Acme Inc. said sales were $1.2 billion; costs fell.", "Acme Inc. said sales were $1.2 billion¦costs fell|."),
    (
        "It was bought by Acme Inc. The price was $3.5 million.",
        "It was bought by Acme Inc|.⏎The price was $3.5 million|.",
    ),
    ("J. K. Smith paid 1,200 dollars.", "J. K. Smith paid 1,200 dollars|."),
    (
        "“We did it,” she said. “It took 3.5 years.” All agreed.",
        "“We did it¦she said|.⏎“It took 3.5 years|.”⏎All agreed|.",
    ),
    (
        "The plan (costed at €86 million, more than before) goes on.",
        "The plan (costed at €86 million, more than before) goes on|.",
    ),
    (
        "Rates vary: e.g. 3.5% in No. 5 and approx. 4% in No. 6.",
        "Rates vary¦e.g. 3.5% in No. 5 and approx. 4% in No. 6|.",
    ),
    ("Two berths – both new – opened.", "Two berths¦both new¦opened|."),
    ("Doors open at 10:30! Why? Nobody knows...", "Doors open at 10:30|!⏎Why|?⏎Nobody knows|..."),
    (
        "The meeting begins at 9 a.m. It ends at 5 p.m. on Monday.",
        "The meeting begins at 9 a.m|.⏎It ends at 5 p.m. on Monday|.",
    ),
    (
        "It opens on Monday, 17 September 2024, and closes on October 5, 2024.",
        "It opens on Monday, 17 September 2024¦and closes on October 5, 2024|.",
    ),
    ("**Who gains, and when?** All do. *Come by.* Now.", "**Who gains¦and when|?**⏎All do|.⏎*Come by|.*⏎Now|."),
    ("Sales rose in 2022, 2,024 units in all.", "Sales rose in 2022¦2,024 units in all|."),
    ("Profits fell etc. but rose later.", "Profits fell etc. but rose later|."),
]


def divided(text: str, sentences: tuple[Sentence, ...]) -> list[tuple[list[str], str]]:
    return [
        (
            [clause.cut(text).strip() for clause in sentence.clauses],
            text[sentence.clauses[-1].end : sentence.span.end].strip(),
        )
        for sentence in sentences
    ]


def expected(marked: str) -> list[tuple[list[str], str]]:
    sentences = []
    for sentence in marked.split("⏎"):
        clauses, _, closing = sentence.partition("|")
        sentences.append(([clause.strip() for clause in clauses.split("¦")], closing.strip()))
    return sentences


@pytest.mark.parametrize(("text", "marked"), CHINESE)
def test_chinese_sentences_and_clauses(text: str, marked: str) -> None:
    document = document_of(f"标题：\n{text}", language="zh")
    assert divided(document.text, read_sentences(document))[1:] == expected(marked)


@pytest.mark.parametrize(("text", "marked"), ENGLISH)
def test_english_sentences_and_clauses(text: str, marked: str) -> None:
    document = document_of(f"Title:\n{text}", language="en")
    assert divided(document.text, read_sentences(document))[1:] == expected(marked)


def test_lines_always_end_a_sentence_and_marks_of_lists_are_no_part_of_it() -> None:
    document = document_of("一、抓项目\n\n1. 开工120个项目，\n（2）完成64%\n· 新增企业16家", language="zh")
    assert [sentence.span.cut(document.text) for sentence in read_sentences(document)] == [
        "抓项目",
        "开工120个项目，",
        "完成64%",
        "新增企业16家",
    ]


def test_each_cell_of_a_row_is_a_clause() -> None:
    document = document_of("指标如下。\n| 工业增加值 | 1,200,000 | 7.8% |\n投资\t43.3亿元\t\n", language="zh")
    rows = [divided(document.text, (sentence,))[0][0] for sentence in read_sentences(document)[1:]]
    assert rows == [["工业增加值", "1,200,000", "7.8%"], ["投资", "43.3亿元"]]


def test_page_furniture_and_captions_have_no_sentences() -> None:
    text = "首页 > 区域 > 正文\n\n东湾区答卷\n\n全区企业51家。\n\n1\n\n新城一角 王明 摄\n\n• 微笑\n• 流汗\n• 难过"
    document = document_of(text)
    assert [sentence.span.cut(text) for sentence in read_sentences(document)] == ["东湾区答卷", "全区企业51家。"]


ANY_TEXT = st.text(
    st.sampled_from("第一12.。,，;；:：!?！？…—-–()（）“”\"'《》|\t\n \u3000·ABab Mr.U.S."), max_size=150
)


@given(ANY_TEXT, st.sampled_from(["zh", "en"]))
def test_sentences_lie_in_order_inside_their_blocks(text: str, language: str) -> None:
    document = document_of(text, language=language)
    end = 0
    for sentence in read_sentences(document):
        assert document.blocks[sentence.block].span.contains(sentence.span)
        assert end <= sentence.span.start < sentence.span.end
        end = sentence.span.start
        assert sentence.clauses
        for clause in sentence.clauses:
            assert sentence.span.contains(clause)
            assert end <= clause.start < clause.end
            end = clause.end
        end = sentence.span.end


@given(ANY_TEXT)
def test_no_letter_or_figure_is_lost_between_clauses(text: str) -> None:
    document = document_of(text, language="zh")
    for sentence in read_sentences(document):
        if document.blocks[sentence.block].kind == "row":
            continue
        kept = "".join(clause.cut(text) for clause in sentence.clauses)
        assert [char for char in kept if char.isalnum()] == [char for char in sentence.span.cut(text) if char.isalnum()]


@pytest.mark.parametrize("piece", ["（", "“", "《", "。”", ",", "1,", "U.S. ", "A. ", "(a", "- ", "…", "a b "])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_time_is_in_proportion_to_the_text(piece: str, language: str) -> None:
    documents = {
        size: document_of("x " + piece * (size // len(piece)), language=language) for size in (20_000, 200_000)
    }
    assert is_linear(lambda size: read_sentences(documents[size]), 20_000, 200_000)
