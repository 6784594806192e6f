"""GitLab's Code Quality: the fields that its documentation requires, by name, type and bound."""

from __future__ import annotations

import json
from typing import Any

from handmade import TEXT, report_of
from hostile import PATH, ROOT, hostile_report

from factcheck.model.report import Report
from factcheck.reporting.gitlab import gitlab

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(report: Report) -> list[dict[str, Any]]:
    text = gitlab(report, ROOT)
    assert not text.startswith("\ufeff")  # GitLab refuses a byte order mark
    loaded: list[dict[str, Any]] = json.loads(text)
    return loaded


def test_every_issue_has_what_gitlab_requires() -> None:
    for issue in issues(report_of(TEXT)) + issues(hostile_report()):
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in SEVERITIES
        assert len(issue["fingerprint"]) == 64
        path = issue["location"]["path"]
        assert not path.startswith(("/", "./"))
        assert isinstance(issue["location"]["lines"]["begin"], int)
        assert issue["location"]["lines"]["begin"] >= 1


def test_an_issue_stands_at_its_span() -> None:
    first, *_, last = issues(report_of(TEXT))
    assert first["location"] == {
        "path": "drafts/港城.txt",
        "lines": {"begin": 3, "end": 3},
        "positions": {"begin": {"line": 3, "column": 16}, "end": {"line": 3, "column": 19}},
    }
    assert (first["severity"], first["check_name"]) == ("major", "fact-mismatch")
    assert last["severity"] == "info"


def test_fingerprints_are_unique_and_hold_neither_line_nor_place_in_the_report() -> None:
    one, other = report_of(TEXT), report_of(TEXT, path="other.txt")
    twice = Report((*one.documents, *other.documents, *one.documents), None)
    marks = [issue["fingerprint"] for issue in issues(twice)]
    assert len(set(marks)) == len(marks)
    assert [issue["fingerprint"] for issue in issues(report_of("新的一行。\n" + TEXT))] == marks[: len(marks) // 3]


def test_hostile_words_and_paths_are_data() -> None:
    (issue,) = issues(hostile_report())
    assert issue["location"]["path"] == PATH
    assert "\x1b" not in issue["description"]


def test_nothing_found_is_an_empty_array() -> None:
    assert issues(Report((), None)) == []
