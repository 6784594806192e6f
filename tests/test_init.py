"""`factcheck init`: what it writes works as it stands, and nothing that was there is touched."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from running import Run

EVERYTHING = ["factcheck.toml", "facts/example.yaml", "drafts/example.md"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_an_empty_folder_the_printed_commands_work(folder: Path, run: Run, language: str) -> None:
    outcome = run("init", "--language", language)
    assert (outcome.status, outcome.err) == (0, "")
    assert [name for name in EVERYTHING if f"wrote {name}\n" in outcome.out] == EVERYTHING
    printed = outcome.out.partition("next:\n")[2].splitlines()
    assert printed == ["  factcheck facts check", "  factcheck verify"]
    for command in printed:
        ended = run(*shlex.split(command)[1:])
        assert (ended.status, ended.err) == (0, "")
    assert "2 claims bound: 2 agree" in run("verify").out
    assert "0 errors, 0 warnings, 0 notes" in run("verify").out


def test_a_wrong_figure_in_the_example_is_found(folder: Path, run: Run) -> None:
    run("init", "--language", "zh")
    draft = folder / "drafts" / "example.md"
    draft.write_text(draft.read_text("utf-8").replace("8600", "6800"), encoding="utf-8")
    assert run("verify").status == 1


def test_another_folder_is_made(folder: Path, run: Run) -> None:
    outcome = run("init", "news room", "--language", "en")
    assert "  cd 'news room'\n" in outcome.out
    assert (folder / "news room" / "facts" / "example.yaml").is_file()


def test_nothing_is_overwritten(folder: Path, run: Run) -> None:
    (folder / "factcheck.toml").write_text("# mine", encoding="utf-8")
    (folder / "facts").mkdir()
    (folder / "facts" / "own.yaml").write_text("factcheck: 1\nfacts: []\n", encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    outcome = run("init", "--language", "en", "--pre-commit")
    assert outcome.status == 0
    for line in (
        "kept factcheck.toml: it exists\n",
        "kept facts/: it holds files\n",
        "kept .pre-commit-config.yaml: it exists\n",
    ):
        assert line in outcome.out
    assert (folder / "factcheck.toml").read_text("utf-8") == "# mine"
    assert sorted(path.name for path in (folder / "facts").iterdir()) == ["own.yaml"]
    assert outcome.err == ".pre-commit-config.yaml: `factcheck init` in an empty folder shows what to add to it\n"
    again = run("init", "--language", "zh")
    assert "wrote" not in again.out


def test_a_pyproject_that_configures_it_is_enough(folder: Path, run: Run) -> None:
    (folder / "pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    assert run("init").out.startswith("kept pyproject.toml: it configures factcheck\n")
    assert not (folder / "factcheck.toml").exists()


@pytest.mark.parametrize(
    ("locale", "word"), [("zh_CN.UTF-8", "事实文件"), ("C", "The facts that drafts"), ("de_DE", "The facts")]
)
def test_the_examples_speak_the_language_of_the_locale(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, locale: str, word: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    run("init")
    assert word in (folder / "facts" / "example.yaml").read_text("utf-8")


@pytest.mark.parametrize(("ci", "file"), [("github", ".github/workflows/factcheck.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_a_workflow_needs_to_know_where_factcheck_is_from(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, ci: str, file: str
) -> None:
    monkeypatch.setattr("factcheck.cli.init._installed_from", lambda: None)
    refused = run("init", "--ci", ci)
    assert refused.status == 2
    assert refused.err.startswith("--ci needs --source")
    assert list(folder.iterdir()) == [folder / ".git"]
    source = 'git+https://example.org/fact"check.git@v1'
    assert run("init", "--ci", ci, "--source", source).status == 0
    text = (folder / file).read_text("utf-8")
    assert 'FACTCHECK: "git+https://example.org/fact\\"check.git@v1"' in text
    assert "@SOURCE@" not in text


def test_a_folder_that_cannot_be_written_is_told(folder: Path, run: Run) -> None:
    (folder / "facts").write_text("a file", encoding="utf-8")
    outcome = run("init")
    assert outcome.status == 2
    assert outcome.err == "facts: can't be made (file exists)\n"
