from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.facts.find import nearest_facts

FILE = "factcheck: 1\nfacts: []\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a facts folder at its root and drafts two folders down; the working directory is its root."""
    (tmp_path / "office/.git").mkdir(parents=True)
    (tmp_path / "office/facts/2020").mkdir(parents=True)
    (tmp_path / "office/facts/2020/city.yml").write_text(FILE)
    (tmp_path / "office/drafts/may").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "office")
    return tmp_path / "office"


def test_facts_beside_the_start(office: Path) -> None:
    assert nearest_facts(Path()) == Path("facts")


def test_facts_in_a_folder_above(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert nearest_facts(Path("drafts/may")) == Path("facts")
    monkeypatch.chdir("drafts/may")
    assert nearest_facts(Path()) == office / "facts"


def test_the_nearest_comes_first(office: Path) -> None:
    (office / "drafts/facts").mkdir()
    (office / "drafts/facts/may.yaml").write_text(FILE)
    assert nearest_facts(Path("drafts/may")) == Path("drafts/facts")


def test_a_folder_of_that_name_without_facts_files_is_passed_by(office: Path) -> None:
    (office / "drafts/facts").mkdir()
    (office / "drafts/facts/__init__.py").write_text("")
    assert nearest_facts(Path("drafts/may")) == Path("facts")


def test_the_search_ends_at_the_root_of_the_repository(office: Path) -> None:
    inner = office / "drafts/inner"
    (inner / ".git").mkdir(parents=True)
    assert nearest_facts(inner) is None


def test_a_worktree_is_a_repository_too(office: Path) -> None:
    inner = office / "drafts/inner"
    inner.mkdir()
    (inner / ".git").write_text("gitdir: elsewhere\n")
    assert nearest_facts(inner) is None


def test_nothing_anywhere(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert nearest_facts(tmp_path) is None
