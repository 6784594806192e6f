from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.yaml_nodes import Mapping, Scalar, Sequence, compose
from factcheck.facts.yaml_text import comment, scalar

AWKWARD = [
    "", " ", "- a", "-", "?", ":", "a: b", "a:", ": a", "a #b", "#b", "'", '"', "“引文”", "\\n", "a\nb", "\ta", "a\t", "&a", "*a",
    "!a", "%a", "@a", "`a", "|", ">", "{a}", "[a]", "a, b", "a]", "yes", "No", "~", "null", "true", "12", "1.5", "1e5", "0x1f",
    "12:30", "1_000", "2021-01-05", "2020", ".5", "+1", "=", "<<", "---", "...", "--- a", "\x00", "\x07", "\x1b[31m", "\x7f",
    "\x85", "\x9f", "\xa0", "\u2028", "\u200b", "\ufeff", "\ufffe", "😀", "\U0001d7d8", "中 文", "、", "　", "$1,200", "£5", "76家",
]  # fmt: skip


def read_back(text: str) -> tuple[str, str, str]:
    """What three readers make of a text as a value: ours, in a list, and PyYAML with its types."""
    ours = compose(f"key: {scalar(text)} # remark\n")
    listed = compose(f"key: [{scalar(text, in_list=True)}, b]\n")
    assert isinstance(ours, Mapping)
    assert isinstance(listed, Mapping)
    value, items = ours.pairs[0][1], listed.pairs[0][1]
    assert isinstance(value, Scalar)
    assert isinstance(items, Sequence)
    assert isinstance(items.items[0], Scalar)
    return value.text, items.items[0].text, yaml.safe_load(f"key: {scalar(text)}\n")["key"]


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_back(text: str) -> None:
    assert read_back(text) == (text, text, text)


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.sampled_from(AWKWARD)).map("".join)))
def test_any_text_is_read_back(text: str) -> None:
    assert read_back(text) == (text, text, text)


def test_half_a_character_becomes_a_whole_one() -> None:
    assert scalar("a\ud800") == '"a\N{REPLACEMENT CHARACTER}"'


@pytest.mark.parametrize(
    "text",
    ["76家", "全区建成“嵌入式”服务站", "“断头路”17条", "a quarter of it", "$1,200", "7.8%", "20余家", "规上(限上)"],
)
def test_what_a_writer_can_write_without_quotes_has_none(text: str) -> None:
    assert scalar(text) == text


@given(st.text())
def test_a_comment_stays_one(text: str) -> None:
    line = comment(text)
    assert len(line.splitlines()) == 1
    assert compose("".join(c if not "\ud800" <= c <= "\udfff" else "?" for c in line) + "\n") is None
