"""What users meet in Chinese: everything that is said to them, and nothing that a program reads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from rich.cells import cell_len
from running import FACTS, Run

from factcheck.cli.app import COMMANDS, Tree
from factcheck.rules import rule_ids

SCHEMAS = Path(__file__).parents[1] / "reporting" / "schemas"

# Three words in a row that are no rule, no option and no name of a file.
ENGLISH = re.compile(r"(?<![\w./<-])[A-Za-z]{2,}(?: [a-z]{2,}){2,}(?![\w./=-])")


def english(text: str) -> list[str]:
    """The English sentences in a text, but for commands, which stand by themselves or in quotes."""
    lines = (
        line for line in text.splitlines() if not line.lstrip().startswith(("factcheck ", "iconv ", "eval ", "用法"))
    )
    return [found for line in lines for found in ENGLISH.findall(re.sub(r"`[^`]*`", "", line))]


def paths(tree: Tree, before: str = "") -> list[str]:
    found = [before] if before else [""]
    for name, inner in tree.items():
        path = f"{before} {name}".strip()
        found += [path] if isinstance(inner, str) else paths(inner, path)
    return found


# Help and usage


@pytest.mark.parametrize("path", paths(COMMANDS))
def test_help_is_chinese_and_fits_a_terminal(run: Run, path: str) -> None:
    outcome = run(*path.split(), "--ui-language", "zh", "--help")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"用法：factcheck {path}".rstrip())
    assert english(outcome.out) == []
    assert "[OPTIONS]" not in outcome.out
    long = [line for line in outcome.out.splitlines() if cell_len(line) > 80]
    assert [line for line in long if not line.lstrip().startswith("factcheck ")] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("verfy", "错误：没有命令 'verfy'，是否想写 'verify'？"),
        ("verify --factz x", "错误：没有选项 --factz（可用的选项：--facts"),
        ("verify --fail-on never-ever", "错误：'--fail-on' 的值无效：'never-ever' 不在可选值"),
        ("verify --jobs -1", "错误：'--jobs' 的值无效：-1 不在 x>=0 的范围内。"),
        ("verify --jobs many", "错误：'--jobs' 的值无效：'many' 不是有效的整数。"),
        ("verify --output", "错误：选项 '--output' 需要一个值。"),
        ("verify --strict=1", "错误：选项 '--strict' 不接受值。"),
        ("explain", "错误：缺少参数"),
        ("completion", "错误：缺少参数"),
        ("rules all", "错误：多余的参数（all）"),
        ("ignore a.txt:1 --reason x --until 2027", "错误：'--until' 的值无效：'2027' 与格式"),
        ("verify --ui-language fr", "错误：'--ui-language' 的值无效：'fr' 不在可选值"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    outcome = run(*arguments.split())
    assert outcome.status == 2
    assert said in outcome.err
    assert english(outcome.err) == []


def test_in_english_a_wrong_command_line_is_told_as_typer_tells_it(folder: Path, run: Run) -> None:
    outcome = run("verify", "--jobs", "many")
    assert outcome.status == 2
    assert outcome.err == (
        "Usage: factcheck verify [OPTIONS] [PATH]...\nTry 'factcheck verify -h' for help.\n\n"
        "Error: Invalid value for '--jobs': 'many' is not a valid int range.\n"
    )


def test_completion_tells_what_commands_are_for_in_the_language(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "factcheck exp")
    assert run().out == "explain\t说明一条规则，附示例。\n"


# Which language


def test_a_flag_wins_over_the_configuration_and_that_over_the_locale(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "个错误" in run("verify").out
    (office / "factcheck.toml").write_text('ui-language = "en"\n', encoding="utf-8")
    assert "1 error" in run("verify").out
    assert "个错误" in run("verify", "--ui-language", "zh").out
    assert "个错误" in run("--ui-language=zh", "verify").out
    assert "个错误" in run("verify", "--no-config").out
    assert "个错误" in run("verify", "--ui-language", "auto").out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("factcheck.toml", 'ui-language = "zh"\n'),
        ("pyproject.toml", '[tool.factcheck]\nui-language = "zh"\n'),
    ],
)
def test_the_configuration_of_the_working_directory_decides(office: Path, run: Run, name: str, text: str) -> None:
    (office / name).write_text(text, encoding="utf-8")
    assert "个错误" in run("verify").out
    assert run("--help").out.startswith("用法")
    assert "个错误" in run("verify", "--config", name, "draft.txt").out
    assert re.search(rf"ui-language +zh +{name}:", run("config").out)


def test_a_configuration_with_faults_is_told_in_its_language(folder: Path, run: Run) -> None:
    (folder / "factcheck.toml").write_text('ui-language = "zh"\nfail-on = \n', encoding="utf-8")
    assert run("verify").err == "factcheck.toml:2:11: 不是有效的 TOML：无效的值；文字要用双引号括起\n"
    (folder / "factcheck.toml").write_text('ui-language = "fr"\n', encoding="utf-8")
    assert run("verify").err == "factcheck.toml:1:15: “fr” is not known here; write one of: auto, zh, en\n"


# Reports


READERS = ("table", "full", "markdown", "html")
PROGRAMS = ("concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "csv")
CLEAN = re.compile(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>|&#\d+;", re.DOTALL)


@pytest.mark.parametrize("name", READERS)
def test_a_report_for_readers_is_chinese(office: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "100")  # of the table, so that no sentence is folded
    outcome = run("verify", "--ui-language", "zh", "--format", name)
    assert outcome.err == ""
    assert english(CLEAN.sub("", outcome.out)) == []
    for word in ("错误", "57家与58家不符：有一位数字不对", "1篇稿件：1个错误、0个警告、1个提示"):
        assert word in outcome.out
    assert (f'<html lang="{"zh-Hans"}">' in outcome.out) is (name == "html")


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_report_for_programs_has_its_messages_in_chinese_alone(office: Path, run: Run, name: str) -> None:
    english_one, chinese = (run("verify", "--ui-language", language, "--format", name).out for language in ("en", "zh"))
    assert "57家与58家不符：有一位数字不对" in chinese
    if name != "sarif":  # which holds the rules' pages
        for said, told in SAID:
            english_one = english_one.replace(said, told)
        assert english_one == chinese


SAID = (
    ("57家 differs from 58家: one digit is wrong", "57家与58家不符：有一位数字不对"),
    ("no fact vouches for 300个", "300个没有事实依据"),
    ("\nwrite: 58家", "\n改为：58家"),
)


def test_sarif_says_which_language_it_is_in(office: Path, run: Run) -> None:
    log = json.loads(run("verify", "--ui-language", "zh", "--format", "sarif").out)
    Draft7Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))).validate(log)
    (ran,) = log["runs"]
    assert (ran["language"], ran["tool"]["driver"]["language"]) == ("zh-CN", "zh-CN")
    described = {rule["id"]: rule for rule in ran["tool"]["driver"]["rules"]}
    assert described["fact-mismatch"]["shortDescription"]["text"] == "标出与事实文件不符的数字。"
    assert "不报告：" in described["fact-mismatch"]["help"]["text"]


def test_what_was_accepted_in_one_language_is_passed_over_in_the_other(office: Path, run: Run) -> None:
    assert run("baseline", "update", "--ui-language", "en", "--baseline", "b.json").status == 0
    passed = run("verify", "--ui-language", "zh", "--baseline", "b.json")
    assert passed.status == 0
    assert "；略过1个" in passed.out
    before = (office / "b.json").read_bytes()
    run("baseline", "update", "--ui-language", "zh", "--baseline", "b.json")
    assert (office / "b.json").read_bytes() == before
    assert (
        run("ignore", "draft.txt:1", "--reason", "已核", "--ui-language", "zh").out
        == "factcheck-ignore.toml：新增1条\n"
    )
    assert "1 passed over" in run("verify", "--ui-language", "en").out


@pytest.mark.parametrize("rule", rule_ids())
def test_rules_are_explained_in_chinese(run: Run, rule: str) -> None:
    page = run("explain", rule, "--ui-language", "zh").out
    told = [line for line in page.splitlines() if not line.startswith("    ") or line.startswith("    → ")]
    assert [line for line in told if english(line) and not re.search(r"[\u4e00-\u9fff]", line)] == []
    assert page.splitlines()[0] in (f"{rule}（错误）", f"{rule}（警告）", f"{rule}（提示）")


def test_weekdays_are_given_in_the_language_of_the_draft(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text("听证会定于2024年9月17日（周一）举行。\n", encoding="utf-8")
    (folder / "b.txt").write_text("The plan is due on Monday, 17 September 2024.\n", encoding="utf-8")
    report: Any = json.loads(run("verify", "--no-facts", "--format", "json", "--ui-language", "zh").out)
    found = [finding for document in report["documents"] for finding in document["findings"]]
    assert [(each["message"], each["found"], each["expected"]) for each in found] == [
        ("2024年9月17日是星期二，不是星期一", "星期一", "星期二"),
        ("2024年9月17日是星期二，不是星期一", "Monday", "Tuesday"),
    ]


# What is said beside reports


BROKEN = {
    "facts/a.yaml": FACTS + "  - {id: institutions, name: 甲}\n",
    "facts/b.yaml": "factcheck: 2\nfacts: []\n",
    "facts/c.yaml": "factcheck: 1\nfacts:\n  - id: a\n    claim: 甲: 乙\n",
    "facts/d.yaml": "factcheck: 1\nfacts:\n\t- id: a\n",
    "facts/e.yaml": "factcheck: 1\nfacts:\n  - {id: x, clam: 甲, value: 1家}\n  - {id: y, person: 甲}\n  - {id: z}\n  - [1]\n",
    "facts/f.yaml": "factcheck: 1\nfacts:\n  - {id: k, claim: 甲有1家, value: 很多, tolerance: 大, measure: 增, required: yes}\n",
    "facts/g.yaml": 'factcheck: 1\nsource: x\nfacts:\n  - {id: q, name: "甲}\n',
}


def test_faults_of_facts_files_are_told_in_chinese(office: Path, run: Run) -> None:
    for name, text in BROKEN.items():
        (office / name).write_text(text, encoding="utf-8")
    outcome = run("facts", "check", "--ui-language", "zh")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) >= 14
    assert english(outcome.err.replace("one in four", "")) == []
    assert [line for line in outcome.err.splitlines() if not re.search(r"[\u4e00-\u9fff]", line)] == []


def test_drafts_that_cannot_be_read_are_told_in_chinese(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "b.txt").write_bytes(b"abc\xff\xfe\x80d")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.txt").write_bytes(b"a\0b")
    outcome = run("verify", "a.txt", "b.txt", "c.txt", "d.txt", "nix.txt", "x*", "", "--ui-language", "zh")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 7
    assert english(outcome.err) == []


def test_remarks_and_statistics_are_chinese(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text("全区共有57家金融机构。\n", encoding="utf-8")
    outcome = run("verify", "--statistics", "--ui-language", "zh")
    assert outcome.err == (
        "a.txt：此处及上级没有 facts/ 文件夹，因此只核对稿件本身（可用 --facts 指明）\n"
        "稿件：1篇，其中0篇没有对应到任何事实\n"
    )


def test_init_writes_and_says_everything_in_chinese(folder: Path, run: Run) -> None:
    source = ("--source", "git+https://example.org/factcheck.git")
    outcome = run("init", "--ui-language", "zh", "--ci", "github", "--pre-commit", *source)
    assert english(outcome.out) == []
    assert outcome.out.startswith("已写入 factcheck.toml\n")
    for file in ("factcheck.toml", "facts/example.yaml", ".github/workflows/factcheck.yml", ".pre-commit-config.yaml"):
        comments = re.findall(r"# (.*)", (folder / file).read_text("utf-8"))
        assert [comment for comment in comments if english(comment)] == []
    assert run("facts", "check", "--ui-language", "zh").out.endswith("，无误\n")


def test_a_drafted_facts_file_has_its_remarks_in_chinese(folder: Path, run: Run) -> None:
    (folder / "article.txt").write_text("全区共有57家金融机构。同比增长14.63。\n", encoding="utf-8")
    drafted = run("facts", "extract", "article.txt", "--ui-language", "zh").out
    assert drafted.startswith("# 由 article.txt 起草：2个数字，2条事实。\n")
    assert "# 14.63：文中没有单位" in drafted
    assert english(drafted) == []


def test_what_is_read_from_a_draft_is_listed_in_chinese(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text(
        "全区有企业1200家，其中国企近300家，同比增长7.8%。男20人、女30人，共50人。\n", encoding="utf-8"
    )
    for arguments in (["claims", "a.txt"], ["claims", "a.txt", "--relations"], ["rules"]):
        assert english(run(*arguments, "--ui-language", "zh").out) == []


def test_schemas_explain_themselves_in_chinese(run: Run) -> None:
    schema = json.loads(run("schema", "facts", "--ui-language", "zh").out)
    assert schema["title"] == "factcheck 事实文件"
    assert english(json.dumps(schema, ensure_ascii=False).replace('"', "\n")) == []


# Start-up


def test_a_run_in_english_reads_no_catalogue(office: Path) -> None:
    """Start-up is a feature, and most runs are in one of the two languages."""
    for language, reads in (("en", False), ("zh", True)):
        command = [sys.executable, "-X", "importtime", "-m", "factcheck", "rules", "--ui-language", language]
        told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stderr
        assert ("factcheck.translation.typography" in told) is reads
        assert "tomllib" not in told
