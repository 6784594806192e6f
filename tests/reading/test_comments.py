"""Comments of Markdown and HTML: where they stand, what is none, and that nothing in them is a claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import is_linear

from factcheck.pipeline import read
from factcheck.reading import document_of
from factcheck.reading.comments import read_comments


def inside(text: str, path: str = "draft.md") -> list[str]:
    return [comment.inside.cut(text).strip() for comment in read_comments(text, path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- one --> b <!--two--> c", ["one", "two"]),
        ("<!-- over\n\nlines -->", ["over\n\nlines"]),
        ("<!-- never closed", []),
        ("`<!-- code -->` <!-- real -->", ["real"]),
        ("``a ` <!-- code -->`` <!-- real -->", ["real"]),
        ("a ` lone backtick <!-- real -->", ["real"]),
        ("a ` lone\n\n` <!-- real -->", ["real"]),
        ("```\n<!-- code -->\n```\n<!-- real -->", ["real"]),
        ("~~~~ html\n<!-- code -->\n~~~\n<!-- code -->\n~~~~~\n<!-- real -->", ["real"]),
        ("```\n<!-- code to the end -->", []),
        ("<!-- a ` in a comment --> and ` another <!-- real -->", ["a ` in a comment", "real"]),
    ],
)
def test_what_markdown_shows_is_no_comment(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_elsewhere_only_what_speaks_to_factcheck_is_a_comment() -> None:
    text = "价格 <!-- 76家 --> <!-- factcheck: ignore all -- 旧 --> <!--factcheck：ignore all-->"
    assert inside(text, "draft.txt") == ["factcheck: ignore all -- 旧", "factcheck：ignore all"]


def test_nothing_in_a_comment_is_read() -> None:
    text = "# 标题\n\n全区共有57家金融机构。<!-- 去年52家,{{todo}} -->新增3家。\n<!--\n2019年有12个\n-->\n\n接待游客30万人次。\n"
    case = read(document_of(text, "draft.md"))
    assert [quantity.text for quantity in case.quantities] == ["57家", "3家", "30万人次"]
    assert [claim.quantity.text for claim in case.claims] == ["57家", "3家", "30万人次"]
    assert case.periods == ()
    assert all("<!--" not in case.document.cut(block.span) for block in case.document.blocks)


def test_a_comment_on_its_own_line_leaves_the_lines_around_as_they_are() -> None:
    text = "标题\n\n<!-- factcheck: ignore all -->\n正文共有57家。\n"
    plain = document_of(text.replace("<!-- factcheck: ignore all -->\n", ""), "draft.md")
    commented = document_of(text, "draft.md")
    assert [block.kind for block in commented.blocks] == [block.kind for block in plain.blocks]


PIECES = st.sampled_from(
    ["<!--", "-->", "`", "``", "```", "~~~", "\n", "\n\n", "factcheck: ", "57家", " ", "ignore all", "🚢"]
)


@settings(deadline=None)
@given(
    st.lists(PIECES, max_size=30).map(lambda pieces: "头" + "".join(pieces)), st.sampled_from(["draft.md", "draft.txt"])
)
def test_comments_and_blocks_never_overlap(draft: str, path: str) -> None:
    document = document_of(draft, path)
    text = document.text
    for comment in document.comments:
        assert text[comment.span.start : comment.inside.start] == "<!--"
        assert text[comment.inside.end : comment.span.end] == "-->"
        assert not any(block.span.overlaps(comment.span) for block in document.blocks)
    assert all(block.span.end > block.span.start for block in document.blocks)


@pytest.mark.parametrize(
    "unit",
    ["<!--", "<!-- a -->", "` ", "`` ` ", "<!--`", "```\n", "~~~\n<!-- -->", "".join("`" * n + " " for n in range(40))],
)
def test_time_is_linear(unit: str) -> None:
    def read(size: int) -> object:
        return read_comments("<!-- a -->" + unit * (size // len(unit)), "draft.md")

    assert is_linear(read, 40_000, 400_000)
