"""`factcheck watch` as a process: when it reports again, what it writes where, and how it ends."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from select import select
from threading import Thread
from typing import BinaryIO

import pytest
from running import DRAFT, FACTS

from factcheck.cli.run import Asked
from factcheck.cli.watched import watched_by
from factcheck.config.project import Project

WAIT = 30  # seconds until a test gives up
READY = "watching for changes (Ctrl-C ends it)"
CLEAR = "\x1b[2J\x1b[H"


class Watch:
    """A running watch, with what it has written so far."""

    def __init__(self, *arguments: str, out: int = subprocess.PIPE, **env: str) -> None:
        command = [sys.executable, "-m", "factcheck", "watch", *arguments]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **env}
        self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, env=environment)
        self.out = self.err = b""
        streams = {"out": self.process.stdout, "err": self.process.stderr}
        self._threads = [
            Thread(target=self._gather, args=(name, stream), daemon=True) for name, stream in streams.items() if stream
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        for thread in self._threads:
            thread.join()
        self.process.communicate()

    def _gather(self, name: str, stream: BinaryIO) -> None:
        with suppress(OSError, ValueError):
            while part := os.read(stream.fileno(), 65536):
                setattr(self, name, getattr(self, name) + part)

    def until(self, what: Callable[[], bool]) -> None:
        end = time.monotonic() + WAIT
        while not what():
            assert time.monotonic() < end, (self.out.decode(), self.err.decode())
            assert self.process.poll() is None, (self.out.decode(), self.err.decode())
            time.sleep(0.02)

    def reported(self, times: int) -> None:
        """Wait until so many reports have been made, and what they wrote has come through the pipe."""
        self.until(lambda: self.err.decode().count(READY) >= times)
        out = self.process.stdout
        if out is not None:
            self.until(lambda: not select([out], [], [], 0)[0])
            time.sleep(0.05)  # what was taken from the pipe is being added

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=WAIT)


@pytest.fixture
def watch(office: Path) -> Iterator[Callable[..., Watch]]:
    started: list[Watch] = []

    def start(*arguments: str, **more: object) -> Watch:
        started.append(Watch(*arguments, **more))  # type: ignore[arg-type]
        started[-1].reported(1)
        return started[-1]

    yield start
    for each in started:
        each.close()


def save(path: Path, text: str) -> None:
    """Save as most editors do: a new file in the place of the old one."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def test_a_change_of_the_draft_brings_another_report_below_the_first(office: Path, watch: Callable[..., Watch]) -> None:
    running = watch("draft.txt", "--format", "concise")
    first = running.out.decode()
    assert first.startswith("draft.txt:1:5: error fact-mismatch 57家 differs from 58家")
    save(office / "draft.txt", DRAFT.replace("57", "59"))
    running.reported(2)
    assert (
        running.out.decode().removeprefix(first).startswith("draft.txt:1:5: error fact-mismatch 59家 differs from 58家")
    )
    save(office / "draft.txt", DRAFT.replace("57", "58"))
    running.reported(3)
    assert running.out.decode().count("fact-mismatch") == 2
    assert running.end() == 130


def test_facts_and_configuration_count_and_other_files_do_not(office: Path, watch: Callable[..., Watch]) -> None:
    running = watch("draft.txt", "--format", "concise")
    save(office / "notes.txt", "nothing to do with it")
    save(office / "facts" / "city.yaml", FACTS.replace("58家", "57家"))
    running.reported(2)
    assert running.out.decode().count("fact-mismatch") == 1
    save(office / "factcheck.toml", 'ignore = ["unsupported-claim"]\n')
    running.reported(3)
    (office / "factcheck.toml").unlink()
    running.reported(4)
    time.sleep(0.7)
    assert running.err.decode().count(READY) == 4
    assert running.out.decode().count("unsupported-claim") == 3


def test_a_draft_that_comes_into_a_folder_is_checked(office: Path, watch: Callable[..., Watch]) -> None:
    running = watch(".", "--format", "concise")
    (office / "more").mkdir()
    save(office / "more" / "new.md", DRAFT)
    running.until(lambda: "more/new.md:1:5: error" in running.out.decode())
    save(office / "more" / "new.md", DRAFT.replace("57", "59"))
    running.until(lambda: "59家" in running.out.decode())


def test_what_goes_wrong_is_told_and_the_watch_goes_on(office: Path, watch: Callable[..., Watch]) -> None:
    save(office / "facts" / "city.yaml", FACTS.replace("subject", "subjet"))
    running = watch("draft.txt")
    assert "facts/city.yaml:6:5: " in running.err.decode()
    assert running.out == b""
    save(office / "facts" / "city.yaml", FACTS)
    running.reported(2)
    assert b"1 wrong" in running.out
    (office / "draft.txt").unlink()
    running.reported(3)
    assert "draft.txt: " in running.err.decode()
    save(office / "draft.txt", DRAFT)
    running.reported(4)
    save(office / "factcheck.toml", 'ignor = ["unsupported-claim"]\n')
    running.reported(5)
    assert "factcheck.toml:1:1: " in running.err.decode()
    (office / "factcheck.toml").unlink()
    running.reported(6)
    assert running.end() == 130


def test_a_report_in_a_file_follows_and_is_no_change_itself(office: Path, watch: Callable[..., Watch]) -> None:
    running = watch(".", "--format", "concise", "--output", "report.txt")
    save(office / "draft.txt", DRAFT.replace("57", "59"))
    running.until(lambda: "59家" in (office / "report.txt").read_text("utf-8"))
    running.reported(2)
    time.sleep(0.7)
    assert running.err.decode().count(READY) == 2
    assert running.out == b""


def test_on_a_terminal_a_report_takes_the_place_of_the_one_before(office: Path, watch: Callable[..., Watch]) -> None:
    ours, theirs = pty.openpty()
    running = watch("draft.txt", "--format", "concise", "--color", "never", out=theirs, TERM="xterm")
    os.close(theirs)
    save(office / "draft.txt", DRAFT.replace("57", "59"))
    running.reported(2)
    shown = os.read(ours, 65536).decode().split(CLEAR)
    assert [part[:14] for part in shown] == ["", "draft.txt:1:5:", "draft.txt:1:5:"]
    os.close(ours)
    assert running.process.wait(timeout=WAIT) == 0  # the terminal is gone


def test_it_ends_when_nobody_reads_its_pipe(office: Path, watch: Callable[..., Watch]) -> None:
    ours, theirs = os.pipe()
    running = watch("draft.txt", out=theirs)
    os.close(theirs)
    os.close(ours)
    assert running.process.wait(timeout=WAIT) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-"], "standard input can't be watched; name files or folders\n"),
        (["draft.txt", "--select", "sum-mismach"], "--select: no such rule: sum-mismach; did you mean sum-mismatch?"),
        (["--config", "none.toml"], "none.toml: no such configuration\n"),
    ],
)
def test_bad_usage_ends_it_with_2(office: Path, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "factcheck", "watch", *arguments]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=WAIT)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().startswith(said)


def test_without_watchfiles_it_says_what_to_install(office: Path) -> None:
    hidden = "import sys; sys.modules['watchfiles'] = None; sys.argv = ['factcheck', 'watch']; "
    hidden += "from factcheck.cli import main; main()"
    ended = subprocess.run([sys.executable, "-c", hidden], capture_output=True, check=False, timeout=WAIT)
    said = "factcheck watch needs watchfiles, which is not installed here: pip install 'factcheck[watch]'\n"
    assert (ended.returncode, ended.stderr.decode()) == (2, said)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("draft.txt", True), ("facts/city.yaml", True), ("facts/more.yaml", True), ("facts/deeper/more.yml", True),
        ("facts", True), ("factcheck.toml", True), ("factcheck-ignore.toml", True), ("pyproject.toml", True),
        ("other.txt", False), (".draft.txt.swp", False), ("facts/.city.yaml.new", False), ("facts/notes.txt", True),
        ("facts/city.yaml~", False), ("4913", False), ("report.txt", False),
    ],
)  # fmt: skip
def test_what_concerns_a_report_on_one_draft(office: Path, path: str, counts: bool) -> None:
    watched = watched_by(Asked(["draft.txt"], output=Path("report.txt")), Project())
    assert watched.concerns(office / path) is counts


def test_a_pattern_is_watched_from_where_it_begins(office: Path) -> None:
    (office / "drafts" / "2026").mkdir(parents=True)
    (office / "drafts" / "2026" / "a.md").write_text(DRAFT, encoding="utf-8")
    watched = watched_by(Asked(["drafts/*/*.md"]), Project())
    assert watched.concerns(office / "drafts" / "2027" / "b.md")
    assert not watched.concerns(office / "draft.txt")
    assert office / "drafts" / "2026" in watched.places()


def test_a_draft_that_is_a_link_is_watched_where_it_lies(
    office: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    real = tmp_path_factory.mktemp("elsewhere") / "real.txt"
    real.write_text(DRAFT, encoding="utf-8")
    (office / "link.txt").symlink_to(real)
    watched = watched_by(Asked(["link.txt"]), Project())
    assert watched.concerns(real)
    assert watched.concerns(office / "link.txt")
    assert real.parent in watched.places()
