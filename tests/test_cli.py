"""The command line as its users meet it: streams, exit statuses, errors, files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pytest
from running import DRAFT, FACTS, Outcome, Run, start

# What is found, and the exit status


def test_a_wrong_figure_is_reported_with_the_fact(office: Path, run: Run) -> None:
    outcome = run("verify", "draft.txt")
    assert outcome.status == 1
    assert outcome.err == ""
    assert "57家" in outcome.out
    assert "全区共有58家金融机构" in outcome.out
    assert "1 wrong" in outcome.out
    assert "1 unsupported" in outcome.out


def test_a_right_draft_ends_with_0(office: Path, run: Run) -> None:
    (office / "draft.txt").write_text("全区共有58家金融机构。", encoding="utf-8")
    assert run("verify", "draft.txt").status == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "never"], 0),
        (["--ignore", "fact-mismatch"], 0),
        (["--ignore", "fact-mismatch", "--fail-on", "info"], 1),
        (["--ignore", "fact-mismatch", "--strict"], 1),
        (["--select", "contradiction"], 0),
        (["--select", "contradiction,fact-mismatch"], 1),
        (["--select", "contradiction", "--select", "fact-mismatch", "--ignore", "fact-mismatch"], 0),
        (["--no-facts"], 0),
    ],
)
def test_options_decide_the_exit_status(office: Path, run: Run, arguments: list[str], status: int) -> None:
    assert run("verify", "draft.txt", *arguments).status == status


@pytest.mark.parametrize("name", ["table", "full", "concise", "json"])
def test_every_format_goes_to_standard_output_alone(office: Path, run: Run, name: str) -> None:
    outcome = run("verify", "draft.txt", "--format", name)
    assert outcome.status == 1
    assert outcome.err == ""
    assert "57家" in outcome.out


def test_full_tells_why_a_figure_was_held_against_its_fact(office: Path, run: Run) -> None:
    assert "  match: " in run("verify", "draft.txt", "--format", "full").out


def test_all_lists_the_claims_that_agree(office: Path, run: Run) -> None:
    (office / "draft.txt").write_text("全区共有58家金融机构。", encoding="utf-8")
    assert "verified" not in run("verify", "draft.txt").out
    assert "verified" in run("verify", "draft.txt", "--all").out


def test_several_files_and_folders_are_read_once_each(office: Path, run: Run) -> None:
    (office / "more").mkdir()
    (office / "more" / "other.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("verify", "draft.txt", "more", "./draft.txt", "--format", "json")
    assert [document["path"] for document in json.loads(outcome.out)["documents"]] == ["draft.txt", "more/other.txt"]


# Facts


def test_the_nearest_facts_folder_above_the_draft_is_used(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "drafts" / "2023").mkdir(parents=True)
    (office / "draft.txt").rename(office / "drafts" / "2023" / "draft.txt")
    assert run("verify", "drafts/2023/draft.txt").status == 1
    monkeypatch.chdir("/")
    assert run("verify", str(office / "drafts" / "2023" / "draft.txt")).status == 1


def test_a_draft_from_elsewhere_is_held_against_the_facts_here(
    office: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("downloads")
    (elsewhere / ".git").mkdir()
    (office / "draft.txt").rename(elsewhere / "draft.txt")
    assert run("verify", str(elsewhere / "draft.txt")).status == 1


def test_where_no_facts_are_found_the_text_is_checked_alone_and_standard_error_says_so(folder: Path, run: Run) -> None:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("verify", "draft.txt")
    assert outcome.status == 0
    assert (
        outcome.err == "draft.txt: no facts/ folder here or above, so the text is checked alone (--facts names one)\n"
    )
    assert "no facts to hold them against" in outcome.out
    assert run("verify", "draft.txt", "--no-facts").err == ""


def test_named_facts_win_over_the_nearest(office: Path, run: Run) -> None:
    (office / "other.yaml").write_text(FACTS.replace("58家", "57家"), encoding="utf-8")
    assert run("verify", "draft.txt", "--facts", "other.yaml").status == 0


def test_facts_of_several_files_are_used_together(office: Path, run: Run) -> None:
    more = FACTS.replace("institutions", "estates").replace("全区共有58家金融机构", "改造老旧小区300个")
    (office / "more.yaml").write_text(more.replace("金融机构", "老旧小区").replace("58家", "300个"), encoding="utf-8")
    outcome = run("verify", "draft.txt", "--facts", "facts", "--facts", "more.yaml", "--format", "json")
    assert json.loads(outcome.out)["summary"]["unsupported"] == 0


# Standard input


def test_standard_input_is_a_draft(office: Path) -> None:
    ended = start("verify", "-", "--format", "json", input=DRAFT.encode())
    assert ended.returncode == 1
    assert json.loads(ended.stdout)["documents"][0]["path"] == "-"
    named = start("verify", "-", "--stdin-filename", "drafts/今天.txt", "--format", "concise", input=DRAFT.encode())
    assert named.stdout.decode().startswith("drafts/今天.txt:1:5: error fact-mismatch")


# Errors: one message, status 2, no traceback

BAD_FACTS = {
    "syntax": ("factcheck: 1\nfacts:\n  - id: [a\n", "bad.yaml:"),
    "unknown key": (FACTS.replace("subject:", "subjct:"), "subject"),
    "repeated id": (FACTS + "  - {id: institutions, claim: 新建学校23所, value: 23所}\n", "institutions"),
    "unreadable value": (FACTS.replace("value: 58家", "value: 很多家"), "很多家"),
}


def assert_one_error(outcome: Outcome, *parts: str) -> None:
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1
    for part in parts:
        assert part in outcome.err


@pytest.mark.parametrize("fault", BAD_FACTS)
@pytest.mark.parametrize("command", [["verify", "draft.txt", "--facts", "bad.yaml"], ["facts", "check", "bad.yaml"]])
def test_bad_facts_are_told_with_their_place(office: Path, run: Run, fault: str, command: list[str]) -> None:
    text, part = BAD_FACTS[fault]
    (office / "bad.yaml").write_text(text, encoding="utf-8")
    outcome = run(*command)
    assert_one_error(outcome, part)
    path, line, column, _ = outcome.err.split(":", 3)
    assert path == "bad.yaml"
    assert int(line) >= 3
    assert int(column) >= 1


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", " \n\u3000\n".encode(), "white space"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not plain text"),
        ("broken.txt", b"\xff" * 3 + "金融".encode() + b"\x80\xfe" * 9, "undecodable"),
    ],
)
@pytest.mark.parametrize("command", [["verify"], ["claims"], ["facts", "extract"]])
def test_a_draft_that_cannot_be_read_is_told(
    office: Path, run: Run, command: list[str], name: str, data: bytes, says: str
) -> None:
    (office / name).write_bytes(data)
    assert_one_error(run(*command, name), name, says)


@pytest.mark.parametrize("command", [["verify"], ["claims"], ["facts", "extract"]])
def test_a_path_that_names_nothing_is_told(office: Path, run: Run, command: list[str]) -> None:
    (office / "empty").mkdir()
    assert_one_error(run(*command, "drft.txt"), "drft.txt", "did you mean draft.txt")
    assert_one_error(run(*command, "empty"), "empty", "no drafts")
    assert_one_error(run(*command, "*.docx"), "*.docx")


def test_one_bad_file_does_not_hide_the_others(office: Path, run: Run) -> None:
    outcome = run("verify", "missing.txt", "draft.txt", "--format", "concise")
    assert outcome.status == 2
    assert "draft.txt:1:5: error fact-mismatch" in outcome.out
    assert outcome.err.startswith("missing.txt: ")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "draft.txt", "--select", "fact-mismach"], "did you mean fact-mismatch"),
        (["verify", "draft.txt", "--ignore", "nonsense"], "no such rule: nonsense"),
        (["verify", "draft.txt", "--select", "contradiction", "--ignore", "contradiction"], "no rule is left"),
        (["verify", "draft.txt", "--facts", "facts", "--no-facts"], "exclude each other"),
        (["verify", "draft.txt", "--facts", "missing.yaml"], "missing.yaml"),
        (["verify", "draft.txt", "--encoding", "latin-99"], "latin-99"),
        (["explain", "contradicton"], "did you mean contradiction"),
        (["verify", "draft.txt", "--output", "missing/report.txt"], "missing/report.txt: can't be written"),
        (["verify", "draft.txt", "--output", "."], "can't be written"),
        (["facts", "extract", "draft.txt", "--output", "missing/facts.yaml"], "missing/facts.yaml: can't be written"),
    ],
)
def test_bad_usage_is_one_message(office: Path, run: Run, arguments: list[str], says: str) -> None:
    assert_one_error(run(*arguments), says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["explain"], "Missing argument"),
        (["verify", "draft.txt", "--formt", "json"], "--format"),
        (["verify", "draft.txt", "--format", "jsn"], "'jsn' is not one of"),
        (["verfy", "draft.txt"], "verify"),
    ],
)
def test_misspelt_commands_and_options_are_told(office: Path, run: Run, arguments: list[str], says: str) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert says in outcome.err
    assert "Traceback" not in outcome.err


def test_nothing_from_a_path_acts_on_the_terminal(office: Path, run: Run) -> None:
    outcome = run("verify", "\x1b]0;owned\x07\u202e.txt")
    assert_one_error(outcome, "\\x1b]0;owned\\x07\\u202e.txt")


# Files


def test_output_is_written_whole_and_leaves_nothing_else(office: Path, run: Run) -> None:
    (office / "report.json").write_text("old", encoding="utf-8")
    (office / "report.json").chmod(0o640)
    outcome = run("verify", "draft.txt", "--format", "json", "--output", "report.json")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    assert json.loads((office / "report.json").read_text("utf-8"))["schema_version"] == 1
    assert (office / "report.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in office.iterdir()) == [".git", "draft.txt", "facts", "report.json"]


def test_a_link_stays_a_link_and_a_device_is_written_to(office: Path, run: Run) -> None:
    (office / "real.json").write_text("old", encoding="utf-8")
    (office / "link.json").symlink_to("real.json")
    run("verify", "draft.txt", "--format", "json", "--output", "link.json")
    assert (office / "link.json").is_symlink()
    assert json.loads((office / "real.json").read_text("utf-8"))
    assert run("verify", "draft.txt", "--output", "/dev/null").status == 1


def test_bad_facts_leave_no_output_behind(office: Path, run: Run) -> None:
    (office / "facts" / "city.yaml").write_text("facts: [", encoding="utf-8")
    assert run("verify", "draft.txt", "--output", "report.txt").status == 2
    assert not (office / "report.txt").exists()


# The other commands


def test_claims_are_listed_as_read(office: Path, run: Run) -> None:
    outcome = run("claims", "draft.txt")
    assert outcome.status == 0
    assert "57 家" in outcome.out
    data = json.loads(run("claims", "draft.txt", "--format", "json").out)
    assert [claim["text"] for claim in data["documents"][0]["claims"]] == ["57家", "300个"]


def test_facts_are_drafted_and_pass_their_own_check(office: Path, run: Run) -> None:
    assert run("facts", "extract", "draft.txt", "--output", "drawn.yaml").status == 0
    assert run("facts", "check", "drawn.yaml").status == 0
    assert run("facts", "extract", "draft.txt").out == (office / "drawn.yaml").read_text("utf-8")
    assert run("facts", "extract", "draft.txt", "--output", "-").out == (office / "drawn.yaml").read_text("utf-8")
    assert run("verify", "draft.txt", "--facts", "drawn.yaml", "--fail-on", "info").status == 0


def test_facts_in_order_are_counted(office: Path, run: Run) -> None:
    outcome = run("facts", "check")
    assert outcome == Outcome(0, "facts/city.yaml: 1 fact, 0 names, 0 people, 0 quotes: in order\n", "")


def test_no_facts_to_check_is_an_error(folder: Path, run: Run) -> None:
    assert_one_error(run("facts", "check"), "no facts/ folder")


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = run("rules").out
    assert "fact-mismatch" in listed
    for line in listed.splitlines():
        page = run("explain", line.split()[0])
        assert page.status == 0
        assert "Reported:" in page.out
        assert "Not reported:" in page.out
        assert "⟦" not in page.out


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"factcheck {version('factcheck')}\n"
    assert run("verify", "--help").status == 0


# Streams


def test_what_a_pipe_gets_is_utf_8_whatever_the_locale(office: Path) -> None:
    for env in (
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
    ):
        for name in ("table", "full", "concise", "json"):
            ended = start("verify", "draft.txt", "--format", name, env=env)
            assert ended.returncode == 1
            assert ended.stderr == b""
            assert "57家" in ended.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_that_cannot_show_chinese_gets_escapes(office: Path) -> None:
    text = on_terminal("verify", "draft.txt", env={"PYTHONIOENCODING": "ascii"})
    assert "57\\u5bb6" in text


def on_terminal(*arguments: str, env: Mapping[str, str]) -> str:
    """What a pseudo-terminal receives."""
    master, slave = os.openpty()
    try:
        ended = start(*arguments, env=env, stdout=slave)
        assert ended.stderr == b""
        os.close(slave)
        slave = -1
        return _drained(master)
    finally:
        os.close(master)
        if slave >= 0:
            os.close(slave)


def _drained(master: int) -> str:
    data = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        data += part
    return data.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_a_terminal_is_coloured_unless_it_should_not_be(
    office: Path, arguments: list[str], env: dict[str, str], coloured: bool
) -> None:
    assert ("\x1b[" in on_terminal("verify", "draft.txt", *arguments, env={"TERM": "xterm"} | env)) == coloured


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        (["--color", "always"], {}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_a_pipe_is_coloured_only_when_asked(
    office: Path, arguments: list[str], env: dict[str, str], coloured: bool
) -> None:
    assert (b"\x1b[" in start("verify", "draft.txt", *arguments, env=env).stdout) == coloured


def test_columns_sets_the_width(office: Path) -> None:
    narrow, wide = (start("verify", "draft.txt", env={"COLUMNS": columns}).stdout for columns in ("50", "120"))
    assert len(narrow.splitlines()) > len(wide.splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_whoever_stops_reading_ends_it_quietly(office: Path) -> None:
    (office / "long.txt").write_text(DRAFT * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "verify", "long.txt", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(office: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = start("verify", "draft.txt", stdout=full)
    assert ended.returncode == 2
    assert ended.stderr == b"standard output: can't be written (no space left on device)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_ends_it_cleanly(office: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "verify", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(DRAFT.encode())
        process.stdin.flush()
        try:
            process.wait(2)  # until it waits for more
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, b"", b"")


# Start-up


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"rich", "yaml", "rapidfuzz", "factcheck.pipeline", "json", "factcheck.cli.verify", "tomllib"}),
        (
            ["verify", "draft.txt"],
            {"tomllib", "concurrent.futures", "multiprocessing", "factcheck.suppression.passing"},
        ),
        (["verify", "draft.txt", "--format", "json"], {"rich"}),
        (["verify", "draft.txt", "--format", "concise"], {"rich", "factcheck.reporting.json"}),
        (["verify", "draft.txt", "--no-facts"], {"yaml"}),
        (["claims", "draft.txt", "--format", "json"], {"rich", "yaml"}),
    ],
)
def test_a_command_loads_only_what_it_works_with(office: Path, arguments: list[str], unwanted: set[str]) -> None:
    code = f"""
import sys
sys.argv = ["factcheck", *{arguments!r}]
from factcheck.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted({unwanted!r} & set(sys.modules)), file=sys.stderr)
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ended.stderr.decode() == "[]\n"


def test_the_package_costs_nothing_to_import() -> None:
    code = "import sys, factcheck; print(sorted(name for name in sys.modules if name.startswith('factcheck')))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ended.stdout == "['factcheck', 'factcheck.version']\n"
