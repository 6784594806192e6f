"""What every test starts from."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from running import DRAFT, FACTS, Outcome, Run

from factcheck.cli import main

# Other work on the machine must not fail a property: how long one example takes is no part of it.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure() -> None:
    """Have the program speak as tests expect it, wherever they run: also the servers that outlive a test."""
    os.environ.pop("LANGUAGE", None)
    os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests apart from each other and from the user's own cache."""
    monkeypatch.setenv("FACTCHECK_CACHE", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository as the working directory, so that nothing above it is found."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def office(folder: Path) -> Path:
    """A press office: a facts folder, and a draft with one wrong figure and one that no fact knows."""
    (folder / "facts").mkdir()
    (folder / "facts" / "city.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line inside this process, which is quicker than starting one."""

    def run_here(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
        with pytest.raises(SystemExit) as stop:
            main()
        streams = capfd.readouterr()
        status = stop.value.code
        return Outcome(status if isinstance(status, int) else 0, streams.out, streams.err)

    return run_here
