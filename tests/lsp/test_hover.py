"""Pages that an editor shows beside the cursor: nothing from a draft or a facts file is markup in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.lsp.hover import Page
from factcheck.reporting.plain import plain_line


@given(st.text(alphabet=st.one_of(st.sampled_from("\\`*_[]()<>&|~$#!.:-+=1 \n57家aw"), st.characters())))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = page.parse(f"x{Page(markdown=True).text(text)}x\n\n{Page(markdown=True).text(text.strip())}")
    inside = [child for token in shown for child in token.children or ()]
    assert {token.type for token in inside} <= {"text", "text_special"}
    assert {token.tag for token in shown} <= {"p", ""}
    assert f"x{plain_line(text)}x" == "".join(child.content for child in shown[1].children or ())


def test_plain_text_stays_as_it_is() -> None:
    assert Page(markdown=False).text("a*b\x1b[2J") == "a*b\\x1b[2J"
