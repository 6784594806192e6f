"""What each line of a page is, by its look and its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from factcheck.reading import document_of

PAGE = """\
    江河日报社主办\u00a0\u00a0中央重点新闻网站\u00a0\u00a0许可证编号

    江河网 江河论坛


    首页 > 区域 > 东部 > 正文

    稳中有进!东湾区交出半年答卷

    今年以来,东湾区坚持稳中求进,各项工作取得新进展。

    1

    东湾区新城一角 王小明 摄

    聚焦产业,打造“东湾制造”品牌

    上半年,全区新增企业120家,总数达到1500家。

    2

    志愿者走进社区开展活动

    一、抓项目

    （一）开工建设

    · 新建厂房3万平方米;
    · 新增用地120亩。

    全区将继续努力。(李明 王芳)

      • 微笑
      • 流汗
      • 难过
    0"""


def kinds(text: str) -> list[tuple[str, str]]:
    document = document_of(dedent(text))
    return [(block.kind, document.cut(block.span)) for block in document.blocks]


def test_a_page_of_a_news_site() -> None:
    assert [(kind, line[:7]) for kind, line in kinds(PAGE)] == [
        ("chrome", "江河日报社主办"),
        ("chrome", "江河网 江河论"),
        ("chrome", "首页 > 区域"),
        ("heading", "稳中有进!东湾"),
        ("paragraph", "今年以来,东湾"),
        ("caption", "1"),
        ("caption", "东湾区新城一角"),
        ("heading", "聚焦产业,打造"),
        ("paragraph", "上半年,全区新"),
        ("caption", "2"),
        ("caption", "志愿者走进社区"),
        ("heading", "一、抓项目"),
        ("heading", "（一）开工建设"),
        ("item", "· 新建厂房3"),
        ("item", "· 新增用地1"),
        ("paragraph", "全区将继续努力"),
        ("chrome", "• 微笑"),
        ("chrome", "• 流汗"),
        ("chrome", "• 难过"),
        ("chrome", "0"),
    ]


def test_headings_know_their_level() -> None:
    document = document_of(dedent(PAGE))
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2, 3]
    document = document_of("# Title\n\nText of it.\n\n## Part\n\nMore text.\n")
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("| 指标 | 数值 |", "row"),
        ("工业增加值\t7.8%\t43.3亿元", "row"),
        ("1. The Registry brought charges on 25 May 2015.", "item"),
        ("一、发展壮大村级集体经济，全面推进村党组织领办合作社。", "item"),
        ("(3)完成城改项目103个。", "item"),
        ("* One charge under Section 24(7).", "item"),
        ("图为东湾区新城一角。", "caption"),
        ("(Photo by Xin Li/Xinhua)", "caption"),
        ("责任编辑：王芳", "chrome"),
        ("Share this article", "chrome"),
        ("Last updated on 26 Feb 2016", "chrome"),
        ("————————", "chrome"),
        ("全区共有企业51家。", "paragraph"),
        ("3.5亿元用于城改。", "paragraph"),
        ("2020年,全区经济总体平稳。", "paragraph"),
        ("各位代表：", "paragraph"),
        ("第一产业增加值18.3亿元，第二产业增加值140.9亿元，第三产业增加值153.5亿元，分别增长3.2%", "paragraph"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str) -> None:
    language = "zh" if any("\u4e00" <= char <= "\u9fff" for char in line) or not line.isascii() else "en"
    before = "前面是一段完整的话。" if language == "zh" else "A whole paragraph stands before it."
    after = "后面也是一段完整的话。" if language == "zh" else "And another one stands behind it."
    document = document_of(f"{before}\n\n{line}\n\n{after}", language=language)
    assert [block.kind for block in document.blocks] == ["paragraph", kind, "paragraph"]


def test_bullets_of_words_are_a_list_where_the_text_goes_on() -> None:
    text = "重点产业包括:\n\n• 化工\n• 纺织\n• 食品\n\n三大产业产值占全区80%。"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "item", "item", "item", "paragraph"]


def test_a_poll_with_counts_at_the_end() -> None:
    text = "全区经济总体平稳。\n\n• 微笑 12\n• 流汗（3）\n• 难过\n\n15"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "chrome", "chrome", "chrome", "chrome"]


def test_front_matter_belongs_to_the_page() -> None:
    front = "---\ntitle: Nine premises closed\npermalink: /news/2021-03-29-closed\nimage:\n---\n"
    text = front + "\nNine premises closed\n\nThey closed."
    assert [kind for kind, _ in kinds(text)] == ["chrome"] * 5 + ["heading", "paragraph"]


def test_a_long_run_of_short_lines_has_no_headings() -> None:
    text = "名单公布如下。\n\n" + "\n".join(["东湾区", "西湾区", "南湾区", "北湾区", "中湾区"]) + "\n\n名单到此为止。"
    assert {kind for kind, _ in kinds(text)} == {"paragraph"}


@pytest.mark.parametrize(
    "text",
    [
        "三年来,变化有多大？\n——东湾区“十四五”回眸\n\n全区新增企业120家。",
        "How big is it?\n\nIt has 120 rooms.",
        "问答\n\n问：变化有多大？\n\n答：新增企业120家。",
    ],
)
def test_a_title_may_be_a_question_and_no_other_heading(text: str) -> None:
    document = document_of(text)
    headings = [document.cut(block.span) for block in document.blocks if block.kind == "heading"]
    assert headings == text.split("\n")[: 2 if "——" in text else 1]
