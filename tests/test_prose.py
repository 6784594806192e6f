"""Whole drafts in prose, with the expected findings in comments below each paragraph.

A Markdown file in tests/drafts is the draft. Its comments are taken out before it is checked:

    <!-- facts … -->                                   entries of a facts file
    <!-- warning[missing-unit] “14.63”: message -->    a finding in the paragraph above: its severity, rule, text and message

All errors and warnings must be expected, in order; what a rule only remarks (info) is left out.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import Struct

from factcheck.facts.load import facts_of
from factcheck.pipeline import check
from factcheck.reading import document_of

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.md"))
COMMENT = re.compile(r"<!--(.*?)-->\n?", re.DOTALL)
EXPECTED = re.compile(
    r"\s*(?P<severity>error|warning)\[(?P<rule>[a-z-]+)\] “(?P<found>.*?)”: (?P<message>.*?)\s*", re.DOTALL
)


class Expectation(Struct, frozen=True):
    paragraph: int
    severity: str
    rule: str
    found: str
    message: str


def parts(source: str) -> tuple[str, str | None, list[Expectation]]:
    """The draft without its comments, the entries of its facts file, and what must be found in it."""
    draft, facts, expected, at = "", None, [], 0
    for comment in COMMENT.finditer(source):
        draft += source[at : comment.start()]
        at = comment.end()
        if comment[1].lstrip().startswith("facts"):
            facts = comment[1].lstrip().removeprefix("facts")
        else:
            wanted = EXPECTED.fullmatch(comment[1])
            assert wanted, f"no expectation: {comment[0]}"
            expected.append(Expectation(paragraph_at(draft, len(draft.rstrip()) - 1), **wanted.groupdict()))
    return draft + source[at:], facts, expected


def paragraph_at(draft: str, offset: int) -> int:
    return len(re.findall(r"\n\s*\n", draft[:offset].lstrip()))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_gives_what_its_comments_expect(path: Path) -> None:
    draft, facts, expected = parts(path.read_text(encoding="utf-8"))
    base = None if facts is None else facts_of("factcheck: 1\nfacts:\n" + facts)
    checked = check(document_of(draft), base)
    found = [
        Expectation(
            paragraph_at(draft, finding.span.start),
            finding.severity,
            finding.rule,
            finding.span.cut(draft),
            finding.message,
        )
        for finding in checked.findings
        if finding.severity != "info"
    ]
    assert found == expected


def test_there_are_drafts_in_both_languages_with_and_without_facts() -> None:
    kinds = {(path.stem[:2], "<!-- facts" in path.read_text(encoding="utf-8")) for path in DRAFTS}
    assert kinds >= {("zh", True), ("zh", False), ("en", True), ("en", False)}
