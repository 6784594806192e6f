"""The baseline: counted, merged by draft, pruned, and read back as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config.baseline import Baseline, Held, read_baseline
from factcheck.config.errors import ConfigError
from factcheck.model.finding import Finding, Offence
from factcheck.model.message import say
from factcheck.model.span import Span


def finding(mark: str, found: str = "57家") -> Finding:
    return Finding(
        rule="fact-mismatch",
        severity="error",
        offence=Offence(span=Span(0, 1), message=say("x"), found=found),
        fingerprint=mark,
    )


@pytest.fixture
def before(tmp_path: Path) -> Baseline:
    (tmp_path / "a.txt").touch()
    found = {
        str(tmp_path / "a.txt"): [finding("1"), finding("1"), finding("2")],
        str(tmp_path / "稿 b.txt"): [finding("3")],
    }
    return Baseline(tmp_path).updated(found)


def test_equal_findings_are_counted(before: Baseline, tmp_path: Path) -> None:
    assert before.held["a.txt"] == (
        Held("a.txt", "fact-mismatch", "57家", "1", 2),
        Held("a.txt", "fact-mismatch", "57家", "2", 1),
    )
    accepted = before.for_draft(str(tmp_path / "a.txt"))
    assert [each.fingerprint for each in accepted] == ["1", "1", "2"]
    assert before.count == 4


def test_what_is_written_is_read_back(before: Baseline, tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text(before.text(), encoding="utf-8")
    assert read_baseline(tmp_path / "baseline.json", "baseline.json") == before
    (tmp_path / "baseline.json").write_text(Baseline(tmp_path).text(), encoding="utf-8")
    assert read_baseline(tmp_path / "baseline.json", "baseline.json").count == 0


def test_each_finding_has_a_line_of_its_own(before: Baseline) -> None:
    assert before.text().count("\n") == 5


def test_an_update_replaces_what_was_held_of_a_draft_and_nothing_else(before: Baseline, tmp_path: Path) -> None:
    after = before.updated({str(tmp_path / "a.txt"): [finding("9")]})
    assert [each.fingerprint for each in after.held["a.txt"]] == ["9"]
    assert after.held["稿 b.txt"] == before.held["稿 b.txt"]


def test_pruning_takes_away_and_never_adds(before: Baseline, tmp_path: Path) -> None:
    after = before.pruned({str(tmp_path / "a.txt"): [finding("1"), finding("7")]})
    assert [(each.fingerprint, each.count) for each in after.held["a.txt"]] == [("1", 1)]
    assert "稿 b.txt" not in after.held, "the draft is gone"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"factcheck_baseline": 2, "findings": []}',
        '{"factcheck_baseline": 1, "findings": [{}]}',
        "\ufffe",
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "baseline.json").write_text(text, encoding="utf-16")
    (tmp_path / "utf8.json").write_text(text, encoding="utf-8")
    for name in ("baseline.json", "utf8.json"):
        with pytest.raises(ConfigError, match="`factcheck baseline update` writes it anew"):
            read_baseline(tmp_path / name, name)
