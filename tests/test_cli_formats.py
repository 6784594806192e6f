"""`verify --format`: every format on the command line, its paths, its imports, and GitHub's job summary."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, get_args
from xml.etree import ElementTree

import pytest

from factcheck.cli import main
from factcheck.cli.formats import Format

DRAFT = "全区共有57家金融机构。\n"
FACTS = """factcheck: 1
language: zh
facts:
  - {id: institutions, claim: 全区共有58家金融机构, subject: 金融机构, value: 58家}
"""
FORMATS: tuple[str, ...] = get_args(Format)
# What one format needs no other pays for.
HEAVY = {
    "rich", "csv", "xml.etree.ElementTree", "factcheck.reporting.columns", "factcheck.reporting.paths",
    "factcheck.reporting.rule_help",
}  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a facts folder and a draft in a folder with a Chinese name."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "city.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "稿件").mkdir()
    (tmp_path / "稿件" / "港城.txt").write_text(DRAFT, encoding="utf-8")
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Ended(NamedTuple):
    status: object
    out: str
    err: str


Verify = Callable[..., Ended]


@pytest.fixture
def verify(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Run the command inside this process, with variables of the environment as keywords."""

    def run(*arguments: str, **env: str) -> Ended:
        with monkeypatch.context() as changed:
            changed.setattr(sys, "argv", ["factcheck", "verify", *arguments])
            for name, value in env.items():
                changed.setenv(name, value)
            with pytest.raises(SystemExit) as stop:
                main()
        return Ended(stop.value.code, *capfd.readouterr())

    return run


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_the_wrong_figure(repository: Path, verify: Verify, name: str) -> None:
    ended = verify("稿件", "--format", name)
    assert (ended.status, ended.err) == (1, "")
    assert "57家" in ended.out
    assert ended.out.endswith("\n")


def test_what_programs_read_can_be_read(repository: Path, verify: Verify) -> None:
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(verify("稿件", "--format", name).out)
    ElementTree.fromstring(verify("稿件", "--format", "junit").out.encode())  # noqa: S314 - our own
    assert len(list(csv.reader(verify("稿件", "--format", "csv").out.splitlines()))) == 2


@pytest.mark.parametrize(
    ("name", "variable"), [("sarif", "GITHUB_WORKSPACE"), ("github", "GITHUB_WORKSPACE"), ("gitlab", "CI_PROJECT_DIR")]
)
def test_paths_are_relative_to_the_repository_that_a_service_names(
    repository: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch, name: str, variable: str
) -> None:
    monkeypatch.chdir(repository / "稿件")
    shown = "%E7%A8%BF%E4%BB%B6/%E6%B8%AF%E5%9F%8E.txt" if name == "sarif" else "稿件/港城.txt"
    inside = verify("港城.txt", "--format", name, **{variable: str(repository)}).out
    assert shown in inside
    absolute = verify(str(repository / "稿件" / "港城.txt"), "--format", name, **{variable: str(repository)}).out
    assert absolute == inside
    elsewhere = verify("港城.txt", "--format", name, **{variable: str(repository / "facts")}).out
    assert elsewhere == verify("港城.txt", "--format", name).out
    assert shown not in elsewhere


def test_a_step_gets_its_summary_below_what_is_there(repository: Path, verify: Verify) -> None:
    summary = repository / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    ended = verify("稿件", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert ended.out.startswith("::error file=稿件/港城.txt,line=1,endLine=1,col=5,endColumn=8,")
    assert summary.read_text("utf-8").startswith("# Before\n### factcheck\n")
    assert "<b>57家</b>" in summary.read_text("utf-8")


def test_only_the_format_for_github_writes_a_summary(repository: Path, verify: Verify) -> None:
    verify("稿件", "--format", "markdown", GITHUB_STEP_SUMMARY=str(repository / "summary.md"))
    assert not (repository / "summary.md").exists()


def test_a_summary_never_grows_beyond_what_github_takes(repository: Path, verify: Verify) -> None:
    summary = repository / "summary.md"
    summary.write_text("x" * (1024 * 1024 - 250), encoding="utf-8")
    verify("稿件", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.stat().st_size <= 1024 * 1024
    assert "left out" in summary.read_text("utf-8")


def test_a_summary_without_room_is_left_alone(repository: Path, verify: Verify) -> None:
    summary = repository / "summary.md"
    summary.write_text("x" * (1024 * 1024 - 20), encoding="utf-8")
    verify("稿件", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.stat().st_size == 1024 * 1024 - 20


def test_a_summary_that_cannot_be_written_is_told_and_changes_nothing_else(repository: Path, verify: Verify) -> None:
    ended = verify("稿件", "--format", "github", GITHUB_STEP_SUMMARY=str(repository))
    assert ended.status == 1
    assert ended.out.startswith("::error ")
    assert ended.err == "GITHUB_STEP_SUMMARY: can't be written (is a directory)\n"


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("json", set()),
        ("concise", set()),
        ("github", {"factcheck.reporting.paths"}),
        ("gitlab", {"factcheck.reporting.paths"}),
        ("rdjson", {"factcheck.reporting.paths", "factcheck.reporting.columns"}),
        ("sarif", {"factcheck.reporting.paths", "factcheck.reporting.rule_help"}),
        ("junit", {"xml.etree.ElementTree"}),
        ("markdown", set()),
        ("html", set()),
        ("csv", {"csv"}),
    ],
)
def test_a_format_loads_only_what_it_works_with(repository: Path, name: str, needs: set[str]) -> None:
    code = f"""
import sys
sys.argv = ["factcheck", "verify", "稿件", "--format", {name!r}, "--output", "report"]
from factcheck.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted({HEAVY!r} & set(sys.modules)))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert (set(ended.stdout.split()), ended.stderr) == (needs, "")
