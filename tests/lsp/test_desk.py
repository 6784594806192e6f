"""The language server's desk: drafts are checked as `verify` would check them, under the same configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import DRAFT

pytest.importorskip("pygls")

from factcheck.cli.desk import Desk, open_desk
from factcheck.lsp.settings import Settings


def rules(desk: Desk, path: Path) -> list[str]:
    checked = desk.check(DRAFT, str(path))
    assert checked is not None
    return [finding.rule for finding in checked.findings]


def test_the_configuration_is_in_force_and_read_again(office: Path) -> None:
    desk = open_desk(Settings())
    draft = office / "draft.txt"
    assert rules(desk, draft) == ["fact-mismatch", "unsupported-claim"]
    stamp = desk.stamp(str(draft))
    (office / "factcheck.toml").write_text('ignore = ["unsupported-claim"]\n', encoding="utf-8")
    desk.refresh()
    assert rules(desk, draft) == ["fact-mismatch"]
    assert desk.stamp(str(draft)) != stamp
    (office / "factcheck.toml").write_text('min-severity = "error"\nrules.fact-mismatch = "info"\n', encoding="utf-8")
    desk.refresh()
    assert rules(desk, draft) == []


def test_a_broken_configuration_is_a_problem_and_drafts_are_still_checked(office: Path) -> None:
    desk = open_desk(Settings())
    (office / "factcheck.toml").write_text("strct = true\n", encoding="utf-8")
    assert rules(desk, office / "draft.txt") == ["fact-mismatch", "unsupported-claim"]
    (problem,) = desk.problems()
    assert str(problem) == "factcheck.toml:1:1: there is no key “strct”; write “strict”"


def test_what_was_accepted_is_passed_over(office: Path) -> None:
    desk = open_desk(Settings())
    checked = desk.check(DRAFT, str(office / "draft.txt"))
    assert checked is not None
    (office / "factcheck-ignore.toml").write_text(
        f'[[ignore]]\nfingerprint = "{checked.findings[0].fingerprint}"\nreason = "r"\n', encoding="utf-8"
    )
    desk.refresh()
    assert rules(desk, office / "draft.txt") == ["unsupported-claim"]
