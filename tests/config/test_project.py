"""What is in force for a draft: configurations upwards, their parts, flags, facts, exclusions."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from factcheck.config.find import has_table
from factcheck.config.project import Project

FACTS = "factcheck: 1\nfacts:\n  - {id: %s, claim: 全区共有58家金融机构, value: 58家}\n"


@pytest.fixture
def root(folder: Path) -> Path:
    for name in ("facts/2025.yaml", "facts/2026.yaml", "desk/facts/own.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(FACTS % Path(name).stem, encoding="utf-8")
    for name in ("drafts/2025", "drafts/2026", "desk/drafts"):
        (folder / name).mkdir(parents=True)
    return folder


def facts_of(project: Project, path: str) -> list[str]:
    known = project.facts(project.settings(path), path)
    return [] if known is None else [fact.id for fact in known.base.facts]


def test_facts_go_by_the_folder_of_the_draft(root: Path) -> None:
    (root / "factcheck.toml").write_text(
        'facts = ["facts/2025.yaml"]\n[[drafts]]\nfiles = ["drafts/2026/**"]\nfacts = ["facts/2026.yaml"]\n'
        '[[drafts]]\nfiles = ["alone.txt"]\nfacts = []\n',
        encoding="utf-8",
    )
    project = Project()
    assert facts_of(project, "drafts/2025/a.txt") == ["2025"]
    assert facts_of(project, "drafts/2026/a.txt") == ["2026"]
    assert facts_of(project, "alone.txt") == []


def test_the_nearest_configuration_counts_and_no_other(root: Path) -> None:
    (root / "factcheck.toml").write_text('facts = ["facts/2025.yaml"]\nstrict = true\n', encoding="utf-8")
    (root / "desk" / "pyproject.toml").write_text('[tool.factcheck]\nlanguage = "zh"\n', encoding="utf-8")
    project = Project()
    settings = project.settings("desk/drafts/a.txt")
    assert (settings.language, settings.strict) == ("zh", False)
    assert facts_of(project, "desk/drafts/a.txt") == ["own"]
    assert project.settings("drafts/a.txt").strict


def test_a_pyproject_without_the_table_is_passed_by(root: Path) -> None:
    (root / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    (root / "desk" / "pyproject.toml").write_text("[project]\ndependencies = ['factcheck']\n", encoding="utf-8")
    assert Project().settings("desk/drafts/a.txt").strict


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("[tool.factcheck]\n", True),
        ("[ tool . 'factcheck' ]\n", True),
        ("[tool]\nfactcheck = {}\n", True),
        ("tool.factcheck.strict = true\n", True),
        ("tool = {factcheck = {strict = true}}\n", True),
        ("[[tool.factcheck.drafts]]\nfiles = ['a']\n", True),
        ("[tool.factcheckers]\n", False),
        ("[tool.other]\nplugins = ['factcheck']\n", False),
        ("[tool.factcheck\n", True),  # broken: it is told, and not passed by
    ],
)
def test_the_table_is_seen_however_it_is_written(tmp_path: Path, text: str, has: bool) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert has_table(tmp_path / "pyproject.toml") == has


def test_the_search_ends_at_the_root_of_a_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    (root / "desk" / ".git").mkdir()
    monkeypatch.chdir(root / "desk")
    assert not Project().settings("drafts/a.txt").strict


def test_a_draft_from_elsewhere_has_the_configuration_of_the_working_directory(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (root / "factcheck.toml").write_text("strict = true\n", encoding="utf-8")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / ".git").mkdir()
    assert Project().settings(str(elsewhere / "a.txt")).strict
    assert Project().settings("-").strict


def test_a_flag_wins(root: Path) -> None:
    (root / "factcheck.toml").write_text(
        'language = "zh"\nselect = ["fact-mismatch"]\nignore = ["missing-fact"]\n[[drafts]]\nfiles = ["a.txt"]\nlanguage = "en"\n'
        'ignore = ["contradiction"]\n',
        encoding="utf-8",
    )
    settings = Project({"language": "auto", "select": ("missing-fact", "contradiction")}).settings("a.txt")
    assert settings.language == "auto"
    rules = Project({"select": ("missing-fact", "contradiction")})
    assert [rule.id for rule in rules.rules(rules.settings("a.txt"))] == ["missing-fact"]
    assert [rule.id for rule in rules.rules(rules.settings("b.txt"))] == ["contradiction", "missing-fact"]


def test_ignored_rules_add_up_and_rule_settings_too(root: Path) -> None:
    (root / "factcheck.toml").write_text(
        'ignore = ["missing-fact"]\n[rules]\nplaceholder-left = {also = ["待补"]}\n'
        '[[drafts]]\nfiles = ["a.txt"]\nignore = ["contradiction"]\nrules.placeholder-left = "warning"\n',
        encoding="utf-8",
    )
    project = Project({"ignore": ("sum-mismatch",)})
    rules = {rule.id: rule for rule in project.rules(project.settings("a.txt"))}
    assert not {"missing-fact", "contradiction", "sum-mismatch"} & set(rules)
    assert rules["placeholder-left"].severity == "warning"
    assert rules["placeholder-left"].chosen == {"also": ("待补",)}


def test_what_is_excluded(root: Path) -> None:
    (root / "factcheck.toml").write_text('exclude = ["drafts/2025", "*.old.txt"]\n', encoding="utf-8")
    project = Project()
    assert project.excluded("drafts/2025/a.txt")
    assert project.excluded(str(root / "x" / "a.old.txt"))
    assert not project.excluded("drafts/2026/a.txt")


def test_an_entry_holds_until_its_day(root: Path) -> None:
    (root / "factcheck-ignore.toml").write_text(
        '[[ignore]]\nfingerprint = "00"\nreason = "r"\npath = "drafts/a.txt"\nuntil = 2026-05-31\n', encoding="utf-8"
    )
    for day, holds in ((date(2026, 5, 31), True), (date(2026, 6, 1), False)):
        project = Project(today=day)
        settings = project.settings("drafts/a.txt")
        assert (len(project.accepted(settings, "drafts/a.txt")) == 1) == holds
        assert [str(message) for message in project.run_out(settings, "drafts/a.txt")] == (
            [] if holds else ["factcheck-ignore.toml:1:1: this entry held until 2026-05-31: r"]
        )
        assert project.accepted(settings, "drafts/b.txt") == ()


def test_another_process_can_have_the_same_project(root: Path) -> None:
    (root / "factcheck.toml").write_text(
        'facts = ["facts/2025.yaml"]\n[[drafts]]\nfiles = ["drafts/2026/**"]\nfacts = ["facts/2026.yaml"]\n',
        encoding="utf-8",
    )
    project = Project({"strict": True}, today=date(2026, 1, 1))
    for path in ("drafts/2026/a.txt", "drafts/2025/a.txt"):
        project.facts(project.settings(path), path)
    again = pickle.loads(pickle.dumps(project))  # noqa: S301 - our own
    assert [[fact.id for fact in known.base.facts] for known in again.known] == [["2026"], ["2025"]]
    assert again.settings("a.txt").strict
    assert again.today == date(2026, 1, 1)
