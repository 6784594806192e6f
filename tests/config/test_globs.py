"""Patterns of paths."""

from __future__ import annotations

import pytest

from factcheck.config.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("drafts/2026/**", "drafts/2026/a.txt", True),
        ("drafts/2026/**", "drafts/2026/may/a.txt", True),
        ("drafts/2026/**", "drafts/20261/a.txt", False),
        ("drafts/2026/**", "old/drafts/2026/a.txt", False),
        ("**/2026/**", "drafts/2026/a.txt", True),
        ("**/2026/**", "2026/a.txt", True),
        ("drafts/**/a.txt", "drafts/a.txt", True),
        ("drafts/**/a.txt", "drafts/x/y/a.txt", True),
        ("drafts/*.txt", "drafts/a.txt", True),
        ("drafts/*.txt", "drafts/x/a.txt", False),
        ("*.draft.md", "x/y/a.draft.md", True),
        ("*.draft.md", "a.md", False),
        ("archive", "archive/a.txt", True),
        ("archive", "x/archive/y/a.txt", True),
        ("archive/", "x/archive/y/a.txt", True),
        ("archive", "archived/a.txt", False),
        ("/archive", "archive/a.txt", True),
        ("/archive", "x/archive/a.txt", False),
        ("./drafts/a.txt", "drafts/a.txt", True),
        ("稿件/2026 年/**", "稿件/2026 年/五月/一.txt", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a.txt", False),
        ("a[0-9].txt", "a7.txt", True),
        ("a[!0-9].txt", "a7.txt", False),
        ("a[!0-9].txt", "ab.txt", True),
        ("a.txt", "abtxt", False),
        ("a(1)+.txt", "a(1)+.txt", True),
        ("[", "[", True),
        ("**", "x/y.txt", True),
        ("*", "x/y.txt", True),
        ("../shared/**", "../shared/a.txt", True),
    ],
)
def test_a_pattern_matches(pattern: str, path: str, expected: bool) -> None:
    assert matches([pattern], path) == expected
