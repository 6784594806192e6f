"""`--help` of every command, completion in real shells, and colours."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from running import Run, start

from factcheck.cli.app import COMMANDS, Tree, application
from factcheck.cli.pages import PAGES


def leaves(tree: Tree, before: str = "") -> list[str]:
    paths = []
    for name, inner in tree.items():
        path = f"{before} {name}".strip()
        paths += [path] if isinstance(inner, str) else [path, *leaves(inner, path)]
    return paths


def commands_in(line: str) -> list[list[str]]:
    """The words behind each `factcheck` of a shell's line."""
    plain = line.replace('eval "$(', "").replace(')"', "")
    lexer = shlex.shlex(plain, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    found: list[list[str]] = []
    inside = False
    for word in lexer:
        if word == "factcheck" and not inside:
            found.append([])
            inside = True
        elif word in ("|", ">"):
            inside = False
        elif inside:
            found[-1].append(word)
    return found


EVERY = leaves(COMMANDS)


def test_every_command_has_its_page_and_no_page_is_left_over() -> None:
    assert set(PAGES) == {"", *EVERY}


@pytest.mark.parametrize("path", EVERY)
def test_help_says_what_the_command_is_for(run: Run, path: str) -> None:
    outcome = run(*path.split(), "--help")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Usage: factcheck {path}")
    assert " ".join(PAGES[path].summary.split()) in " ".join(outcome.out.split())
    for command, _ in PAGES[path].examples:
        assert f"  {command}\n" in outcome.out


def test_the_list_of_commands_is_of_pages_alone(run: Run) -> None:
    outcome = run("--help")
    for name in COMMANDS:
        assert f"  {name}  " in outcome.out or f"  {name:<11}" in outcome.out
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


EXAMPLES = [
    (command, words) for page in PAGES.values() for command, _ in page.examples for words in commands_in(command)
]


@pytest.mark.parametrize(("command", "words"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_every_example_parses(command: str, words: list[str]) -> None:
    parsed: Any = application()
    context = parsed.make_context("factcheck", ["--help"], resilient_parsing=True)
    while hasattr(parsed, "list_commands"):
        name, *words = words
        parsed = parsed.get_command(context, name)
        assert parsed is not None
    parsed.make_context(parsed.name, list(words), resilient_parsing=True)
    known = {option for parameter in parsed.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_is_printed_for_each_shell(run: Run, shell: str) -> None:
    outcome = run("completion", shell)
    assert (outcome.status, outcome.err) == (0, "")
    assert "_FACTCHECK_COMPLETE" in outcome.out


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a program `factcheck`, for shells."""
    script = tmp_path / "bin" / "factcheck"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nfrom factcheck.cli import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    return script.parent


WORDS = [
    ("factcheck ver", "verify"),
    ("factcheck facts ch", "check"),
    ("factcheck verify --fail", "--fail-on"),
    ("factcheck verify --select fact-m", "fact-mismatch"),
    ("factcheck verify --ignore sum-mismatch,contra", "sum-mismatch,contradiction"),
    ("factcheck verify --fail-on warn", "warning"),
    ("factcheck explain placeh", "placeholder-left"),
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(("typed", "completed"), WORDS)
def test_bash_completes(program: Path, typed: str, completed: str) -> None:
    words = typed.split(" ")
    script = f"""
eval "$(factcheck completion bash)"
COMP_WORDS=({typed})
COMP_CWORD={len(words) - 1}
_factcheck_completion factcheck
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    assert completed in ask(["bash", "-c", script], program).splitlines()


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_is_told(program: Path) -> None:
    env = {"_TYPER_COMPLETE_ARGS": "factcheck ver", "_FACTCHECK_COMPLETE": "complete_zsh"}
    assert "verify" in ask(["zsh", "-c", "factcheck"], program, env)
    ask(
        [
            "zsh",
            "-c",
            'autoload -U compinit; compinit -u -D; eval "$(factcheck completion zsh)"; print $_comps[factcheck]',
        ],
        program,
    )


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@pytest.mark.parametrize(("typed", "completed"), WORDS)
def test_fish_completes(program: Path, typed: str, completed: str) -> None:
    script = f"factcheck completion fish | source; complete -C '{typed}'"
    assert completed in [line.split("\t")[0] for line in ask(["fish", "-c", script], program).splitlines()]


def ask(command: list[str], program: Path, env: dict[str, str] | None = None) -> str:
    path = f"{program}{os.pathsep}{os.environ['PATH']}"
    whole = {**os.environ, "PATH": path, "HOME": str(program), **(env or {})}
    ended = subprocess.run(command, env=whole, capture_output=True, check=True, timeout=60)
    return ended.stdout.decode()


def test_the_package_runs_as_a_module(folder: Path) -> None:
    assert start("--version").stdout.startswith(b"factcheck ")
    assert start("--help").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_is_shown_on_a_terminal_and_leaves_nothing_in_a_pipe(office: Path) -> None:
    for number in range(12):
        (office / f"{number:02}.txt").write_text("全区共有57家金融机构。\n", encoding="utf-8")
    piped = start("verify", ".", "--format", "concise")
    assert piped.stderr == b""
    master, slave = os.openpty()
    try:
        shown = start("verify", ".", "--format", "concise", env={"TERM": "xterm"}, stderr=slave)
        os.set_blocking(master, False)
        told = os.read(master, 65536).decode()
    finally:
        os.close(master)
        os.close(slave)
    assert shown.stdout == piped.stdout
    assert "checking" in told
    assert "13/13" in told
    assert told.rstrip().endswith("\x1b[2K") or "\x1b[2K" in told.rsplit("13/13", 1)[1], "the bar is wiped away"
