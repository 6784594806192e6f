"""What the comments of a draft ask for, and how far they reach."""

from __future__ import annotations

import re

import pytest

from factcheck.model.suppression import Idle
from factcheck.reading import document_of
from factcheck.rules import rule_ids
from factcheck.suppression.directives import Directive, Directives, read_directives


def read(text: str, path: str = "draft.md") -> Directives:
    return read_directives(document_of(text, path), rule_ids())


def one(text: str, path: str = "draft.md") -> Directive:
    (directive,) = read(text, path).directives
    return directive


def shown(text: str) -> str:
    """The text of a draft, without markup: what the spans of directives belong to."""
    return document_of(text, "draft.md").text


def fault(text: str) -> tuple[Idle, str]:
    (idle,) = read(text).faults
    return idle, idle.span.cut(shown(text))


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("factcheck: ignore fact-mismatch -- the old figure", ["fact-mismatch"], "the old figure"),
        ("factcheck:ignore fact-mismatch", ["fact-mismatch"], ""),
        (
            " factcheck : ignore fact-mismatch, sum-mismatch missing-unit ",
            ["fact-mismatch", "sum-mismatch", "missing-unit"],
            "",
        ),
        ("factcheck：ignore fact-mismatch、missing-unit——旧口径", ["fact-mismatch", "missing-unit"], "旧口径"),
        ("factcheck: ignore all -- a -- b — c", ["all"], "a -- b — c"),
        ("factcheck: ignore\n  fact-mismatch\n  -- over\n  lines", ["fact-mismatch"], "over lines"),
    ],
)
def test_rules_and_reason(comment: str, rules: list[str], reason: str) -> None:
    text = f"正文。<!--{comment}-->\n"
    directive = one(text)
    assert [word.text for word in directive.rules] == rules
    assert [word.span.cut(text) for word in directive.rules] == rules
    assert directive.reason == reason
    assert directive.span.cut(text) == f"<!--{comment}-->"


ASK = "<!-- factcheck: ignore all -- r -->"


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        (f"甲。\n乙。{ASK}\n丙。\n", "乙。"),
        (f"甲。\n{ASK}乙。\n丙。\n", "乙。"),
        (f"甲。\n\n乙{ASK}丙。\n\n丁。\n", "乙丙。"),
        (f"甲。\n\n{ASK}\n乙。\n\n丙。\n", "乙。"),
        (f"甲。\n\n{ASK}\n\n\n乙。\n\n丙。\n", "乙。"),
        (f"{ASK}\n{ASK.replace('all', 'missing-unit')}\n\n乙。\n\n丙。\n", "乙。"),
        (f"Para one\nruns over. {ASK}\nthree lines.\n\nPara two.\n", "Para one runs over.three lines."),
        (f"{ASK}\n- item one\n  goes on\n- item two\n", "item one goes on"),
        (f"{ASK}\n| a | b |\n| - | - |\n", "a\tb"),
        (f"| a | b |\n| - | - |\n| c | d |\n{ASK}\n| e | f |\n", "e\tf"),
        (f"甲。\n{ASK}\n", ""),
        (f"{ASK}", ""),
    ],
)
def test_a_comment_reaches_its_paragraph_or_the_one_below(text: str, reach: str) -> None:
    asked = re.compile(r"\s*<!-- factcheck: ignore (all|missing-unit) -- r -->\s*")
    assert {asked.sub("", each.reach.cut(shown(text))) for each in read(text).directives} == {asked.sub("", reach)}


def test_lines_of_plain_text_are_paragraphs() -> None:
    text = f"{ASK}\n甲。\n乙。\n"
    assert one(text, "draft.txt").reach.cut(text) == f"{ASK}\n甲。"


def test_a_whole_draft() -> None:
    text = "甲。\n<!-- factcheck: ignore-file missing-fact -- a brief -->\n乙。\n"
    directive = one(text)
    assert directive.whole
    assert directive.reach.cut(shown(text)) == shown(text)


def test_a_stretch_that_is_disabled() -> None:
    text = (
        "甲。\n<!-- factcheck: disable missing-unit, fact-mismatch -- r -->乙。\n"
        "<!-- factcheck: enable missing-unit -->丙。<!-- factcheck: enable -->\n丁。\n"
    )
    found = {word.text: each.reach.cut(shown(text)).strip() for each in read(text).directives for word in each.rules}
    assert found["missing-unit"] == "乙。"
    assert found["fact-mismatch"].endswith("丙。")
    assert all(each.reason == "r" for each in read(text).directives)


def test_what_is_never_enabled_is_disabled_to_the_end() -> None:
    text = "甲。<!-- factcheck: disable all -->乙。\n丙。"
    assert one(text).reach.cut(shown(text)) == "乙。\n丙。"


@pytest.mark.parametrize(
    ("comment", "kind", "marked", "meant"),
    [
        ("factcheck: ignroe fact-mismatch", "verb", "ignroe", "ignore"),
        ("factcheck:", "verb", "<!--factcheck:-->", None),
        ("factcheck: 待核", "verb", "待核", None),
        ("factcheck: ignore fact-mismach", "rule", "fact-mismach", "fact-mismatch"),
        ("factcheck: ignore -- why not", "bare", "<!--factcheck: ignore -- why not-->", None),
        ("factcheck: enable missing-unit", "closed", "missing-unit", None),
    ],
)
def test_what_cannot_be_followed(comment: str, kind: str, marked: str, meant: str | None) -> None:
    idle, cut = fault(f"甲。<!--{comment}-->")
    assert (idle.fault, cut, idle.meant) == (kind, marked, meant)


def test_a_misspelt_rule_does_not_spoil_the_others() -> None:
    found = read("甲。<!-- factcheck: ignore fact-mismach, missing-unit -- r -->")
    assert [word.text for each in found.directives for word in each.rules] == ["missing-unit"]
    assert [each.word for each in found.faults] == ["fact-mismach"]
