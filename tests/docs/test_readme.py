"""The README and its picture say what the program does: commands are run, examples loaded, links followed."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from picture import COMMAND, PICTURE, report, written
from printed import README, ROOT, commands, output_of

import factcheck
from factcheck.config.read import read_config

TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), commands(TEXT))
def test_commands_print_what_the_readme_says(command: str, output: str) -> None:
    """`python tests/docs/printed.py` makes this and the picture anew."""
    assert output_of(command) == output


def test_the_readme_shows_every_kind_of_example() -> None:
    assert len(commands(TEXT)) >= 2
    assert f"{COMMAND}\n" in "".join(blocks("sh"))
    assert "import factcheck" in "".join(blocks("python"))


def test_the_picture_shows_what_the_command_prints() -> None:
    assert f"]({PICTURE.relative_to(ROOT).as_posix()})" in TEXT
    expected = "".join(f"$ {COMMAND}\n{report(colour=False)}".split())
    assert written(PICTURE.read_text(encoding="utf-8")) == expected


def test_the_facts_file_of_the_readme_is_in_order(tmp_path: Path) -> None:
    (example,) = (block for block in blocks("yaml") if block.startswith("factcheck: 1"))
    (tmp_path / "example.yaml").write_text(example, encoding="utf-8")
    base = factcheck.load_facts(tmp_path)
    assert all((base.facts, base.names, base.people, base.quotes))


def test_the_configuration_of_the_readme_is_valid_and_read(tmp_path: Path) -> None:
    (example,) = blocks("toml")
    schema = json.loads((ROOT / "factcheck/config/schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(tomllib.loads(example))
    (tmp_path / "factcheck.toml").write_text(example, encoding="utf-8")
    assert len(read_config(tmp_path / "factcheck.toml", "factcheck.toml").parts) == 2


def test_the_facts_file_of_the_readme_is_valid() -> None:
    (example,) = (block for block in blocks("yaml") if block.startswith("factcheck: 1"))
    schema = json.loads((ROOT / "factcheck/facts/schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(json.dumps(yaml.safe_load(example), default=str)))


def test_the_comment_of_the_readme_passes_its_finding_over() -> None:
    (example,) = blocks("markdown")
    checked = factcheck.verify(example, factcheck.load_facts(ROOT / "facts"), path="draft.md")
    assert [each.finding.rule for each in checked.passed] == ["fact-mismatch"]


def test_the_library_example_of_the_readme_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = (block for block in blocks("python") if "import factcheck" in block)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102
    assert "disputed-fact" in capsys.readouterr().out


def test_every_path_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert links
    assert [target for target in links if not (ROOT / target).exists()] == []
