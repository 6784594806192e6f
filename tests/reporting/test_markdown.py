"""Markdown, read by markdown-it-py: the report has its table, and nothing from a draft becomes markup."""

from __future__ import annotations

import html
import re

import pytest
from handmade import TEXT, report_of
from hostile import MARKUP, PATH, hostile_report
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model.report import Report
from factcheck.reporting.markdown import inert, markdown
from factcheck.reporting.plain import plain, plain_line

OWN_HTML = {"<b>", "</b>", "<br>", "<!-- -->"}


def tokens_of(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def inside(text: str) -> list[Token]:
    return [child for token in tokens_of(text) for child in token.children or ()]


def shown(text: str) -> str:
    """What a reader sees of a page, without its tags and comments."""
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return html.unescape(re.sub(r"<!-- -->|<[^>]*>", "", page))


def test_the_report_is_a_table_with_the_figures_in_bold() -> None:
    text = markdown(report_of(TEXT))
    kinds = [token.type for token in tokens_of(text)]
    assert kinds.count("table_open") == 1
    assert kinds.count("tr_open") == 4
    assert kinds.count("td_open") == 3 * 5
    cells = [token.content for token in tokens_of(text) if token.type == "inline"]
    assert "全区共有<b>57家</b>金融机构" in cells
    assert "3:16" in cells
    assert "unsupported-claim (1): 3:58 近300个" in cells
    assert "2 errors, 1 warning, 2 notes in 1 document" in cells


def test_what_comes_from_a_draft_is_shown_and_is_no_markup() -> None:
    text = markdown(hostile_report())
    assert {token.type for token in inside(text)} <= {"text", "text_special", "html_inline", "softbreak", "hardbreak"}
    assert {token.content for token in inside(text) if token.type == "html_inline"} <= OWN_HTML
    assert plain_line(MARKUP) in shown(text)
    assert plain(PATH) in shown(text)


@pytest.mark.parametrize(
    "text", ["@everyone", "#1", ":smile:", ":+1:", ":100:", "https://e.vil", "www.e.vil", "a@e.vil", "WWW.e.vil"]
)
def test_nothing_is_left_for_github_to_link_or_notify(text: str) -> None:
    """GitHub links mentions, references, emoji codes and addresses in the text between the tags of the page."""
    page = MarkdownIt("commonmark").render(f"the draft says {inert(text)} here")
    between = [html.unescape(part) for part in re.split(r"<!-- -->|<[^>]*>", page)]
    assert not [part for part in between if re.search(r"[@#]\w|:[\w+]+:|://|www\.\w", part, re.IGNORECASE)]
    assert text in "".join(between)


@given(st.text(alphabet=st.one_of(st.sampled_from("\\`*_[]()<>&|~$@#:!. \n-+=1aw港"), st.characters())))
def test_any_text_is_shown_as_it_is_and_stays_inside_its_cell(text: str) -> None:
    page = f"| head | other |\n| --- | --- |\n| x{inert(text)}x | last |\n"
    cells = [token.content for token in tokens_of(page) if token.type == "inline"]
    assert len(cells) == 4
    assert {token.type for token in inside(page)} <= {"text", "text_special", "html_inline"}
    assert {token.content for token in inside(page) if token.type == "html_inline"} <= {"<!-- -->"}
    assert f"x{plain_line(text)}x" in shown(page)


@pytest.mark.parametrize("room", [300, 600, 800, 100_000])
def test_a_summary_keeps_to_its_room_and_counts_what_it_leaves_out(room: int) -> None:
    text = markdown(report_of(TEXT), room=room)
    assert len(text.encode("utf-8")) <= room
    told = text.count("<br>") + len(re.findall(r"^- ", text, re.MULTILINE))
    left = re.search(r"^(\d+) more left out", text, re.MULTILINE)
    assert told + (int(left[1]) if left else 0) == 5
    assert (left is None) == (room == 100_000)


def test_without_findings_there_is_only_the_outcome() -> None:
    assert markdown(Report((), None)).startswith("### factcheck\n\n0 errors, 0 warnings, 0 notes in 0 documents\n")
