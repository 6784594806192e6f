"""`verify --fix` and `--diff`, as their users meet them."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from running import Run, start

from factcheck.cli.fixing import Mended, diff_of
from factcheck.cli.inputs import Draft
from factcheck.model.fixes import Fix
from factcheck.model.span import Span

BEFORE = "平均换乘时间从6.8分钟缩短到4.5。\n成交量和成交额同比分别增长29.71和1.80%。\n"
AFTER = "平均换乘时间从6.8分钟缩短到4.5分钟。\n成交量和成交额同比分别增长29.71%和1.80%。\n"
OPEN = "A县3个、B县4个，共8个。\n"  # wrong, but nobody can tell which figure is

ENCODINGS = [
    pytest.param("utf-8", b"", id="utf-8"),
    pytest.param("utf-8", codecs.BOM_UTF8, id="utf-8 with a byte order mark"),
    pytest.param("utf-16-le", codecs.BOM_UTF16_LE, id="utf-16 little endian"),
    pytest.param("utf-16-be", codecs.BOM_UTF16_BE, id="utf-16 big endian"),
    pytest.param("gb18030", b"", id="gb18030"),
]


def draft(folder: Path, text: str = BEFORE, name: str = "draft.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_draft_keeps_its_encoding_mark_and_line_ends(
    folder: Path, run: Run, encoding: str, mark: bytes, ends: str
) -> None:
    path = folder / "draft.txt"
    path.write_bytes(mark + BEFORE.replace("\n", ends).encode(encoding))
    outcome = run("verify", "draft.txt", "--no-facts", "--fix", "--format", "concise")
    assert path.read_bytes() == mark + AFTER.replace("\n", ends).encode(encoding)
    assert (outcome.status, outcome.err) == (0, "fixed 2 places in 1 draft\n")


def test_what_is_left_is_reported_and_a_second_run_changes_nothing(folder: Path, run: Run) -> None:
    path = draft(folder, BEFORE + OPEN)
    first = run("verify", "draft.txt", "--no-facts", "--fix", "--format", "json")
    (finding,) = [each for each in json.loads(first.out)["documents"][0]["findings"] if each["severity"] == "error"]
    assert (first.status, finding["rule"], finding["span"]["line"]) == (1, "sum-mismatch", 3)
    fixed = path.read_bytes()
    assert fixed.decode() == AFTER + OPEN
    before = path.stat().st_mtime_ns
    second = run("verify", "draft.txt", "--no-facts", "--fix", "--format", "json")
    assert (second.status, second.out, second.err) == (1, first.out, "")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (fixed, before)


def test_what_one_mend_lays_open_is_mended_too(folder: Path, run: Run) -> None:
    said = "全市水库已全部完成检查，防汛物资储备到位。"
    path = draft(folder, said * 4)
    run("verify", "draft.txt", "--no-facts", "--fix")
    assert path.read_text(encoding="utf-8") == said


def test_only_what_is_asked_for_is_mended(folder: Path, run: Run) -> None:
    path = draft(folder)
    run("verify", "draft.txt", "--no-facts", "--fix", "--ignore", "missing-unit")
    assert path.read_text(encoding="utf-8") == BEFORE
    path.write_text("<!-- factcheck: ignore-file missing-unit -- as printed -->\n" + BEFORE, encoding="utf-8")
    run("verify", "draft.txt", "--no-facts", "--fix")
    assert "4.5。" in path.read_text(encoding="utf-8")


def test_mode_and_link_stay(folder: Path, run: Run) -> None:
    target = draft(folder, name="target.txt")
    target.chmod(0o640)
    (folder / "draft.txt").symlink_to("target.txt")
    run("verify", "draft.txt", "--no-facts", "--fix")
    assert (folder / "draft.txt").is_symlink()
    assert target.read_text(encoding="utf-8") == AFTER
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".git")) == [
        "draft.txt",
        "target.txt",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_draft_that_cant_be_written_is_told_and_the_others_are_mended(folder: Path, run: Run) -> None:
    (folder / "locked").mkdir()
    locked, other = draft(folder / "locked"), draft(folder)
    (folder / "locked").chmod(0o500)
    outcome = run("verify", "locked/draft.txt", "draft.txt", "--no-facts", "--fix")
    (folder / "locked").chmod(0o700)
    assert outcome.status == 2
    assert "locked/draft.txt: not fixed: it can't be written" in outcome.err
    assert (locked.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == (BEFORE, AFTER)


def test_a_read_only_draft_is_left(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draft(folder)
    path.chmod(0o444)
    monkeypatch.setattr(
        "os.access", lambda path, mode: bool(Path(path).stat().st_mode & 0o222)
    )  # as for any user but root
    outcome = run("verify", "draft.txt", "--no-facts", "--fix", "--format", "concise")
    assert outcome.status == 2
    assert "draft.txt: not fixed: it can't be written (permission denied)" in outcome.err
    assert (path.read_text(encoding="utf-8"), path.stat().st_mode & 0o777) == (BEFORE, 0o444)


def test_a_pipe_is_checked_and_left(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    writer = threading.Thread(target=lambda: (folder / "pipe").write_bytes(BEFORE.encode()))
    writer.start()
    outcome = start("verify", "pipe", "--no-facts", "--fix", "--format", "concise")
    writer.join()
    assert outcome.returncode == 2
    assert "pipe: not fixed: it is no regular file" in outcome.stderr.decode()


def test_a_link_that_leads_nowhere_is_an_error(folder: Path, run: Run) -> None:
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    outcome = run("verify", "circle.txt", "gone.txt", "--no-facts", "--fix")
    assert outcome.status == 2
    assert [line.split(":")[0] for line in outcome.err.splitlines()] == ["circle.txt", "gone.txt"]


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_an_empty_draft_is_an_error_and_nothing_is_written(folder: Path, run: Run, option: str) -> None:
    path = draft(folder, "")
    outcome = run("verify", "draft.txt", "--no-facts", option)
    assert (outcome.status, outcome.out, path.read_bytes()) == (2, "", b"")
    piped = start("verify", "-", "--no-facts", option, input=b"")
    assert (piped.returncode, piped.stdout) == (2, b"")


def test_bytes_that_cant_be_written_back_are_left(folder: Path, run: Run) -> None:
    path = folder / "draft.txt"
    data = "注：\n".encode("gb18030") + b"\x80" + BEFORE.encode("gb18030")  # 0x80 alone is no character of GB18030
    path.write_bytes(data)
    outcome = run("verify", "draft.txt", "--no-facts", "--fix")
    assert path.read_bytes() == data
    assert outcome.status == 2


def test_a_diff_is_printed_and_nothing_written(folder: Path, run: Run) -> None:
    path = draft(folder, BEFORE + OPEN)
    outcome = run("verify", "draft.txt", "--no-facts", "--diff")
    assert (outcome.status, outcome.err) == (1, "")
    assert outcome.out == (
        "--- draft.txt\n+++ draft.txt\n@@ -1,3 +1,3 @@\n"
        "-平均换乘时间从6.8分钟缩短到4.5。\n-成交量和成交额同比分别增长29.71和1.80%。\n"
        "+平均换乘时间从6.8分钟缩短到4.5分钟。\n+成交量和成交额同比分别增长29.71%和1.80%。\n"
        " A县3个、B县4个，共8个。\n"
    )
    assert path.read_text(encoding="utf-8") == BEFORE + OPEN
    path.write_text(AFTER, encoding="utf-8")
    assert run("verify", "draft.txt", "--no-facts", "--diff", "--fix").status == 0
    assert run("verify", "nowhere.txt", "draft.txt", "--no-facts", "--diff").status == 2


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("last", ["", "\n"], ids=["open end", "closed end"])
def test_patch_makes_of_a_diff_what_fix_writes(folder: Path, ends: str, last: str) -> None:
    text = (BEFORE.rstrip("\n") + last).replace("\n", ends)
    path = folder / "draft.txt"
    path.write_bytes(text.encode())
    diff = start("verify", "draft.txt", "--no-facts", "--diff").stdout
    subprocess.run(["patch", "--binary", "-s", "draft.txt"], input=diff, check=True, cwd=folder)
    assert path.read_bytes() == (AFTER.rstrip("\n") + last).replace("\n", ends).encode()


def test_standard_input_comes_back_mended_and_its_report_beside(folder: Path) -> None:
    fixed = start("verify", "-", "--no-facts", "--fix", "--format", "concise", input=(BEFORE + OPEN).encode())
    assert (fixed.returncode, fixed.stdout.decode()) == (1, AFTER + OPEN)
    assert fixed.stderr.decode().splitlines() == [
        "fixed 2 places in 1 draft",
        "-:3:12: error sum-mismatch 3 + 4 is 7, not 8",
    ]
    whole = start("verify", "-", "--no-facts", "--fix", input=AFTER.encode())
    assert (whole.returncode, whole.stdout.decode()) == (0, AFTER)
    shown = start("verify", "-", "--no-facts", "--diff", "--stdin-filename", "稿.txt", input=BEFORE.encode())
    assert (shown.returncode, shown.stdout.decode().splitlines()[:2]) == (1, ["--- 稿.txt", "+++ 稿.txt"])


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
def test_standard_input_comes_back_in_utf_8_with_its_line_ends(encoding: str, mark: bytes) -> None:
    text = BEFORE.replace("\n", "\r\n") + "末行没有换行符"
    fixed = start("verify", "-", "--no-facts", "--fix", input=mark + text.encode(encoding))
    assert fixed.stdout.decode() == AFTER.replace("\n", "\r\n") + "末行没有换行符"


def test_several_processes_mend_the_same(folder: Path, run: Run) -> None:
    for number in range(6):
        draft(folder, name=f"{number}.txt")
    outcome = run("verify", ".", "--no-facts", "--fix", "--jobs", "2")
    assert outcome.err == "fixed 12 places in 6 drafts\n"
    assert {path.read_text(encoding="utf-8") for path in folder.glob("*.txt")} == {AFTER}


def test_a_last_line_without_a_line_feed_is_marked() -> None:
    diff = diff_of(Mended(Draft("a", "a"), "一\n二", (Fix(Span(2, 3), "三"),)))
    assert diff == (
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n 一\n-二\n\\ No newline at end of file\n+三\n\\ No newline at end of file\n"
    )
