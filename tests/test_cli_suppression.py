"""Ignore files and baselines as a newsroom keeps them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from running import DRAFT, Run


def test_a_finding_is_accepted_by_its_place(office: Path, run: Run) -> None:
    outcome = run("ignore", "draft.txt:1:5", "--reason", "统计局口径，已核", "--until", "2100-01-31")
    assert (outcome.status, outcome.out) == (0, "factcheck-ignore.toml: 1 added\n")
    (entry,) = tomllib.loads((office / "factcheck-ignore.toml").read_text("utf-8"))["ignore"]
    assert (entry["path"], entry["rule"], entry["found"]) == ("draft.txt", "fact-mismatch", "57家")
    checked = run("verify", "draft.txt")
    assert checked.status == 0
    assert "1 passed over" in checked.out


def test_entries_are_added_below_what_is_there(office: Path, run: Run) -> None:
    (office / "factcheck-ignore.toml").write_text("# kept by the desk", encoding="utf-8")
    run("ignore", "draft.txt:1", "--reason", "a")
    run("ignore", "draft.txt:2:7", "--reason", 'b "quoted" \\')
    text = (office / "factcheck-ignore.toml").read_text("utf-8")
    assert text.startswith("# kept by the desk\n\n[[ignore]]\n")
    assert [entry["reason"] for entry in tomllib.loads(text)["ignore"]] == ["a", 'b "quoted" \\']
    assert run("verify", "draft.txt", "--fail-on", "info").status == 0


def test_an_entry_that_passes_nothing_over_is_told(office: Path, run: Run) -> None:
    run("ignore", "draft.txt:1:5", "--reason", "r")
    (office / "draft.txt").write_text(DRAFT.replace("57", "58"), encoding="utf-8")
    outcome = run("verify", "draft.txt", "--format", "json")
    findings = json.loads(outcome.out)["documents"][0]["findings"]
    (unused,) = (finding for finding in findings if finding["rule"] == "unused-suppression")
    assert unused["related"] == [{"message": "r", "path": "factcheck-ignore.toml", "line": 1, "column": 1}]


def test_an_entry_that_has_run_out_holds_no_more(office: Path, run: Run) -> None:
    run("ignore", "draft.txt:1:5", "--reason", "r", "--until", "2020-01-31")
    outcome = run("verify", "draft.txt")
    assert outcome.status == 1
    assert outcome.err == "factcheck-ignore.toml:1:1: this entry held until 2020-01-31: r\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["draft.txt:1:1", "--reason", "r"], "draft.txt:1:1: nothing is found here that could be accepted"),
        (["draft.txt:9", "--reason", "r"], "draft.txt:9: nothing is found here"),
        (["draft.txt", "--reason", "r"], "draft.txt: name a line too, as a report does: draft.txt:12:5"),
        (["draft.txt:1:5", "--reason", " "], "--reason is empty"),
        (["draft.txt:1:5"], "Missing option '--reason'"),
        (["draft.txt:1:5", "--reason", "r", "--until", "May"], "'May' does not match the format"),
        (["draft.txt:1:5", "--reason", "r", "--rule", "fact-mismach"], "did you mean fact-mismatch?"),
        (["missing.txt:1:5", "--reason", "r"], "missing.txt"),
    ],
)
def test_what_cannot_be_accepted_is_told_and_nothing_written(
    office: Path, run: Run, arguments: list[str], says: str
) -> None:
    outcome = run("ignore", *arguments)
    assert outcome.status == 2
    assert says in outcome.err
    assert "Traceback" not in outcome.err
    assert not (office / "factcheck-ignore.toml").exists()


def test_a_fault_of_the_ignore_file_is_told(office: Path, run: Run) -> None:
    (office / "factcheck-ignore.toml").write_text("[[ignore]]\nfingerprint = 'a'\n", encoding="utf-8")
    outcome = run("verify", "draft.txt")
    assert outcome.status == 2
    assert outcome.err.startswith("factcheck-ignore.toml:1:1: this entry has no “reason”")


def test_a_baseline_lets_only_new_findings_count(office: Path, run: Run) -> None:
    updated = run("baseline", "update")
    assert (updated.status, updated.out) == (0, "factcheck-baseline.json: 1 held, 0 before\n")
    held = run("verify", "draft.txt", "--baseline", "factcheck-baseline.json")
    assert held.status == 0
    assert "1 passed over" in held.out
    (office / "draft.txt").write_text(f"新的一段。\n{DRAFT * 2}", encoding="utf-8")
    again = run(
        "verify",
        "draft.txt",
        "--baseline",
        "factcheck-baseline.json",
        "--select",
        "fact-mismatch",
        "--format",
        "concise",
    )
    assert again.status == 1
    assert again.out.count("fact-mismatch") == 1, "one of two is held"


def test_pruning_takes_out_what_was_mended(office: Path, run: Run) -> None:
    run("baseline", "update")
    assert run("baseline", "prune").out == "factcheck-baseline.json: 1 held, 0 taken out\n"
    (office / "draft.txt").write_text(DRAFT.replace("57", "58"), encoding="utf-8")
    assert run("baseline", "prune").out == "factcheck-baseline.json: 0 held, 1 taken out\n"
    (office / "draft.txt").write_text(DRAFT, encoding="utf-8")
    assert run("baseline", "prune").out == "factcheck-baseline.json: 0 held, 0 taken out\n"
    assert run("verify", "draft.txt", "--baseline", "factcheck-baseline.json").status == 1


def test_the_configuration_names_the_baseline(office: Path, run: Run) -> None:
    (office / "factcheck.toml").write_text('baseline = "ci/held.json"\n', encoding="utf-8")
    (office / "ci").mkdir()
    missing = run("verify", "draft.txt")
    assert missing.status == 2
    assert missing.err.startswith(
        "ci/held.json: the baseline can't be read: no such file or directory; `factcheck baseline update`"
    )
    assert run("baseline", "update").out == "ci/held.json: 1 held, 0 before\n"
    assert json.loads((office / "ci" / "held.json").read_text("utf-8"))["findings"][0]["path"] == "../draft.txt"
    assert run("verify", "draft.txt").status == 0
    assert run("verify", "draft.txt", "--no-baseline").status == 1


def test_a_draft_that_cannot_be_read_keeps_what_is_held_of_it(office: Path, run: Run) -> None:
    run("baseline", "update")
    (office / "draft.txt").write_bytes(b"")
    outcome = run("baseline", "update", "draft.txt")
    assert outcome.status == 2
    assert "empty" in outcome.err
    assert len(json.loads((office / "factcheck-baseline.json").read_text("utf-8"))["findings"]) == 1


def test_a_baseline_of_notes_on_request(office: Path, run: Run) -> None:
    assert run("baseline", "update", "--min-severity", "info").out == "factcheck-baseline.json: 2 held, 0 before\n"
    assert run("verify", "draft.txt", "--baseline", "factcheck-baseline.json", "--fail-on", "info").status == 0


def test_pruning_needs_a_baseline(office: Path, run: Run) -> None:
    outcome = run("baseline", "prune")
    assert outcome.status == 2
    assert outcome.err == "factcheck-baseline.json: there is no such baseline; `factcheck baseline update` writes one\n"


def test_a_comment_in_markdown_passes_a_finding_over(office: Path, run: Run) -> None:
    text = DRAFT.replace("。\n", "。<!-- factcheck: ignore fact-mismatch -- 旧口径 -->\n", 1)
    (office / "draft.md").write_text(text, encoding="utf-8")
    outcome = run("verify", "draft.md")
    assert outcome.status == 0
    assert "0 errors, 0 warnings, 1 note in 1 document; 1 passed over" in outcome.out
