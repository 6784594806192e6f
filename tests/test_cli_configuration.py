"""The command line under a configuration: default paths, exclusions, severities, `config`, `schema`, `facts check`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import DRAFT, FACTS, Run, start

from factcheck.cli.checking import check_drafts
from factcheck.cli.inputs import Draft
from factcheck.config.project import Project
from factcheck.model.report import Checked


def configure(folder: Path, text: str) -> None:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")


def test_without_a_path_the_working_directory_is_checked(office: Path, run: Run) -> None:
    outcome = run("verify", "--format", "concise")
    assert outcome.status == 1
    assert outcome.out.startswith("draft.txt:1:5: error fact-mismatch")


def test_without_a_path_the_paths_of_the_configuration_are_checked(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(office, 'paths = ["稿 件"]\n')
    (office / "稿 件").mkdir()
    (office / "稿 件" / "一.txt").write_text(DRAFT, encoding="utf-8")
    assert run("verify", "--format", "concise").out.startswith("稿 件/一.txt:1:5: error")
    monkeypatch.chdir(office / "稿 件")
    assert run("verify", "--format", "concise").out.startswith("一.txt:1:5: error")


def test_what_is_excluded_is_left_out_unless_it_is_named(office: Path, run: Run) -> None:
    configure(office, 'exclude = ["old"]\n')
    (office / "old").mkdir()
    (office / "old" / "draft.txt").write_text(DRAFT, encoding="utf-8")
    assert "old/" not in run("verify", ".", "--format", "concise").out
    assert "old/" in run("verify", "old/draft.txt", "--format", "concise").out
    left_out = run("verify", "old/draft.txt", "--force-exclude")
    assert (left_out.status, left_out.out) == (0, "")
    assert left_out.err == "nothing to check: the configuration excludes what was named\n"
    assert run("verify", "old/draft.txt", "draft.txt", "--force-exclude").status == 1


def test_a_folder_of_which_everything_is_excluded_is_no_silent_success(office: Path, run: Run) -> None:
    configure(office, 'exclude = ["old"]\n')
    (office / "old").mkdir()
    (office / "old" / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("verify", "old")
    assert outcome.status == 2
    assert outcome.err == "old: the configuration excludes every draft here, nothing was checked\n"


@pytest.mark.parametrize(
    ("configuration", "arguments", "status", "shown"),
    [
        ("", [], 1, ["fact-mismatch", "unsupported-claim"]),
        ('fail-on = "never"', [], 0, ["fact-mismatch", "unsupported-claim"]),
        ('fail-on = "never"', ["--fail-on", "info"], 1, ["fact-mismatch", "unsupported-claim"]),
        ('min-severity = "error"', [], 1, ["fact-mismatch"]),
        ('ignore = ["fact-mismatch"]', [], 0, ["unsupported-claim"]),
        ('ignore = ["fact-mismatch"]', ["--fail-on", "info", "--min-severity", "error"], 1, []),
        ('ignore = ["fact-mismatch"]', ["--fail-on", "info", "--exit-zero"], 0, ["unsupported-claim"]),
        ('rules.fact-mismatch = "info"', [], 0, ["fact-mismatch", "unsupported-claim"]),
        ('rules.unsupported-claim = "warning"', ["--min-severity", "warning"], 1, ["fact-mismatch", "unsupported-claim"]),
        ("strict = true", ["--ignore", "fact-mismatch"], 1, ["unsupported-claim"]),
        ('[[drafts]]\nfiles = ["*.txt"]\nignore = ["fact-mismatch"]', [], 0, ["unsupported-claim"]),
        ('ignore = ["fact-mismatch"]', ["--no-config"], 1, ["fact-mismatch", "unsupported-claim"]),
        ("facts = []", [], 0, []),
    ],
)  # fmt: skip
def test_what_is_reported_and_what_fails(
    office: Path, run: Run, configuration: str, arguments: list[str], status: int, shown: list[str]
) -> None:
    configure(office, configuration)
    outcome = run("verify", "draft.txt", "--format", "json", *arguments)
    (document,) = json.loads(outcome.out)["documents"]
    assert (outcome.status, outcome.err) == (status, "")
    assert [finding["rule"] for finding in document["findings"]] == shown


def test_drafts_have_their_own_encoding_and_language(office: Path, run: Run) -> None:
    configure(office, '[[drafts]]\nfiles = ["旧/*"]\nencoding = "gb18030"\nlanguage = "zh"\n')
    (office / "旧").mkdir()
    (office / "旧" / "一.txt").write_bytes(DRAFT.encode("gb18030"))
    outcome = run("verify", "旧", "draft.txt", "--format", "concise")
    assert outcome.out.count("57家") == 2
    (office / "旧" / "一.txt").write_bytes(b"\xff\xff")
    assert "undecodable by --encoding gb18030" in run("verify", "旧").err


@pytest.mark.parametrize(
    "command",
    [["verify", "draft.txt"], ["claims", "draft.txt"], ["config"], ["baseline", "update"], ["facts", "check"]],
)
def test_a_fault_of_the_configuration_ends_every_command(office: Path, run: Run, command: list[str]) -> None:
    configure(office, 'langage = "zh"\nstrict = 1\n')
    outcome = run(*command)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err == (
        "factcheck.toml:1:1: there is no key “langage”; write “language”\n"
        "factcheck.toml:2:10: “strict” is true or false; write strict = true\n"
    )


def test_a_named_configuration_is_used_for_every_draft(office: Path, run: Run) -> None:
    (office / "ci").mkdir()
    (office / "ci" / "strict.toml").write_text('facts = ["../facts"]\nrules.fact-mismatch = "info"\n', encoding="utf-8")
    assert run("verify", "draft.txt", "--config", "ci/strict.toml").status == 0
    missing = run("verify", "draft.txt", "--config", "ci/none.toml")
    assert (missing.status, missing.err) == (2, "ci/none.toml: no such configuration\n")
    assert run("verify", "draft.txt", "--config", "ci/strict.toml", "--no-config").status == 2


def test_config_shows_each_setting_with_its_place(office: Path, run: Run) -> None:
    configure(
        office,
        'language = "zh"\n[rules]\nplaceholder-left = {also = ["待补"]}\n[[drafts]]\nfiles = ["draft.txt"]\nstrict = true\n',
    )
    lines = [line.split() for line in run("config", "draft.txt").out.splitlines()]
    assert ["language", "zh", "factcheck.toml:1:1"] in lines
    assert ["strict", "true", "factcheck.toml:6:1"] in lines
    assert ["fail-on", "error", "default"] in lines
    assert ["facts", "facts/city.yaml", "nearest", "upwards"] in lines
    shown = json.loads(run("config", "draft.txt", "--format", "json").out)["drafts"][0]
    assert shown["path"] == "draft.txt"
    assert {"key": "rules.placeholder-left", "value": {"also": ["待补"]}, "source": "factcheck.toml:3:1"} in shown[
        "settings"
    ]


def test_config_without_a_path_is_about_this_folder(folder: Path, run: Run) -> None:
    outcome = run("config")
    assert outcome.status == 0
    assert outcome.out.startswith(".\n  configuration")


@pytest.mark.parametrize("of", ["config", "facts", "report"])
def test_schemas_are_printed(folder: Path, run: Run, of: str) -> None:
    assert json.loads(run("schema", of).out)["$schema"].startswith("https://json-schema.org/")


def test_facts_check_checks_what_the_configuration_names(office: Path, run: Run) -> None:
    (office / "2025.yaml").write_text(FACTS, encoding="utf-8")
    configure(office, 'facts = ["facts"]\n[[drafts]]\nfiles = ["2025/**"]\nfacts = ["2025.yaml"]\n')
    assert run("facts", "check").out == (
        "facts/city.yaml: 1 fact, 0 names, 0 people, 0 quotes: in order\n2025.yaml: 1 fact, 0 names, 0 people, 0 quotes: in order\n"
    )


def test_facts_that_are_not_there_are_told(office: Path, run: Run) -> None:
    configure(office, 'facts = ["facts/2027.yaml"]\n')
    outcome = run("verify", "draft.txt")
    assert (outcome.status, outcome.err) == (2, "facts/2027.yaml: there is no such file or folder\n")


# Remarks


def test_a_draft_that_meets_no_fact_is_remarked(office: Path, run: Run) -> None:
    other = "新建公园5个，改造道路12条，栽种树木3000棵，投资2亿元。\n"
    (office / "draft.txt").write_text(other, encoding="utf-8")
    outcome = run("verify", "draft.txt")
    assert outcome.err == "no claim here meets a fact: draft.txt; are these the right facts?\n"
    assert run("verify", "draft.txt", "--no-facts").err == ""
    (office / "draft.txt").write_text("新建公园5个。\n", encoding="utf-8")
    assert run("verify", "draft.txt").err == "", "a short draft may well be about something else"


def test_facts_that_no_draft_states_are_remarked_when_a_folder_is_checked(office: Path, run: Run) -> None:
    (office / "facts" / "more.yaml").write_text(
        FACTS.replace("institutions", "unused").replace("金融机构", "合作社"), encoding="utf-8"
    )
    (office / "more.txt").write_text(DRAFT, encoding="utf-8")
    assert run("verify", ".").err == "facts that no draft states: unused (--statistics lists them)\n"
    assert run("verify", "draft.txt", "more.txt").err == ""


def test_statistics_count_by_rule(office: Path, run: Run) -> None:
    outcome = run("verify", "draft.txt", "--statistics", "--format", "json")
    json.loads(outcome.out)
    lines = [line.split() for line in outcome.err.splitlines()]
    assert ["fact-mismatch", "1", "0", "0", "0"] in lines
    assert ["unsupported-claim", "0", "0", "1", "0"] in lines
    assert "facts: 1, of which 0 were met in no draft" in outcome.err


def test_several_processes_give_the_same_report(office: Path) -> None:
    for number in range(40):
        text = DRAFT.replace("57", str(50 + number))
        (office / f"稿 {number:02}.txt").write_text(text, encoding="utf-8")
    (office / "稿 20.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    for name in ("json", "table", "sarif"):
        one, two = (start("verify", ".", "--format", name, "--jobs", jobs) for jobs in ("1", "2"))
        assert one.returncode == two.returncode == 2
        assert one.stdout == two.stdout
        assert one.stderr == two.stderr
        assert "稿 20.txt: a PNG picture".encode() in one.stderr
    assert start("verify", ".", "--jobs", "0").stdout == start("verify", ".").stdout


def test_what_comes_from_another_process_is_bound_to_the_facts_of_this_one(office: Path) -> None:
    drafts = [Draft("draft.txt", "draft.txt")] * 4
    project = Project()
    results = check_drafts(drafts, project, jobs=2)
    (known,) = project.known
    for each in results:
        assert isinstance(each, Checked)
        assert each.case.facts is known.base
    assert results == check_drafts(drafts, project, jobs=1)


def test_drafts_are_compared_whether_one_process_checks_them_or_several(office: Path) -> None:
    said = "全市水库已全部完成检查，防汛物资储备到位，应急队伍二十四小时值守。"
    (office / "a.txt").write_text(f"通报\n\n{said}\n", encoding="utf-8")
    (office / "b.txt").write_text(f"讲话\n\n同志们，大家辛苦了。{said}\n", encoding="utf-8")
    one, two = (start("verify", "a.txt", "b.txt", "--format", "concise", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert "b.txt:3:11: info duplicate-sentence a.txt says it, too, in line 3" in one.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_ends_all_processes(office: Path) -> None:
    (office / "long").mkdir()
    for number in range(300):
        (office / "long" / f"{number}.txt").write_text(DRAFT.replace("57", str(number)) * 300, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "verify", "long", "--jobs", "2", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(3)
        os.kill(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)  # ends when every process that holds the pipes has ended
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_wrong_number_of_jobs_is_told(office: Path, run: Run) -> None:
    assert run("verify", "draft.txt", "--jobs", "-1").status == 2
