"""The ordinary command line, `verify` with options that are spelt in full, read without typer: its import takes a third of a run.

What is read here, typer reads alike; a test holds the two against each other. All else (help, completion, other commands, a
slip) is typer's, which also says what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

Kind = Literal["flag", "text", "number", "path"]


class Option(NamedTuple):
    """An option: the parameter that it sets, what its value is, whether it may come again, and the values that it may have."""

    parameter: str
    kind: Kind = "flag"
    again: bool = False
    choices: tuple[str, ...] = ()


_SEVERITIES = ("error", "warning", "info")

OPTIONS: Mapping[str, Option] = {
    "--facts": Option("facts", "path", again=True),
    "--no-facts": Option("no_facts"),
    "--select": Option("select", "text", again=True),
    "--ignore": Option("ignore", "text", again=True),
    "--strict": Option("strict"),
    "--language": Option("language", "text", choices=("auto", "zh", "en")),
    "--encoding": Option("encoding", "text"),
    "--stdin-filename": Option("stdin_filename", "text"),
    "--force-exclude": Option("force_exclude"),
    "--jobs": Option("jobs", "number"),
    "--min-severity": Option("min_severity", "text", choices=_SEVERITIES),
    "--fail-on": Option("fail_on", "text", choices=(*_SEVERITIES, "never")),
    "--exit-zero": Option("exit_zero"),
    "--baseline": Option("baseline", "path"),
    "--no-baseline": Option("no_baseline"),
    "--format": Option(
        "format",
        "text",
        choices=(
            *("table", "full", "concise", "json", "sarif", "github"),
            *("gitlab", "junit", "rdjson", "markdown", "html", "csv"),
        ),
    ),
    "--all": Option("every"),
    "--statistics": Option("statistics"),
    "--output": Option("output", "path"),
    "--color": Option("color", "text", choices=("auto", "always", "never")),
    "--config": Option("configuration", "path"),
    "--no-config": Option("no_configuration"),
    "--ui-language": Option("_ui_language", "text", choices=("auto", "zh", "en")),
}


def ordinary(words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters of `verify` that a command line sets; None where it is not an ordinary one."""
    if words[:1] != ["verify"]:
        return None
    given: dict[str, Any] = {}
    left = list(reversed(words[1:]))
    while left:
        word = left.pop()
        if word == "--":
            given.setdefault("paths", []).extend(reversed(left))
            break
        if word == "-" or not word.startswith("-"):
            given.setdefault("paths", []).append(word)
            continue
        name, joined, value = word.partition("=")
        option = OPTIONS.get(name)
        if option is None or (option.kind == "flag" and joined) or (option.kind != "flag" and not joined and not left):
            return None
        read = True if option.kind == "flag" else _value(option, value if joined else left.pop())
        if read is None:
            return None
        if option.again:
            given.setdefault(option.parameter, []).append(read)
        else:
            given[option.parameter] = read
    return given


def _value(option: Option, word: str) -> str | int | Path | None:
    """A value as the command takes it; None for one that typer shall look at."""
    if not word or word.startswith("-") or (option.choices and word not in option.choices):
        return None
    if option.kind == "number":
        return int(word) if word.isascii() and word.isdecimal() else None
    return Path(word) if option.kind == "path" else word
