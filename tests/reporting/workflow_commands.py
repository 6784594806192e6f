"""Workflow commands as the runner of GitHub Actions reads them (actions/runner, ActionCommand.TryParseV2)."""

from __future__ import annotations

from typing import NamedTuple

REGISTERED = {
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher",
    "save-state", "set-env", "set-output", "stop-commands", "warning",
}  # fmt: skip
_IN_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_IN_PROPERTIES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command | str]:
    """What a step's output says to the runner: commands, and lines that are none."""
    return [command(line) or line for line in log.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line]


def command(line: str) -> Command | None:
    """The command of a line; the older form ##[name] may begin anywhere in a line that is none of the newer form."""
    line = line.lstrip()
    if not line.startswith("::") or (end := line.find("::", 2)) < 0:
        return None
    name, _, listed = line[2:end].partition(" ")
    if name not in REGISTERED:
        return None
    pairs = (part.split("=", 1) for part in listed.strip().split(",") if part)
    properties = {pair[0]: _unescaped(pair[1], _IN_PROPERTIES) for pair in pairs if len(pair) == 2 and pair[1]}
    return Command(name, properties, _unescaped(line[end + 2 :], _IN_DATA))


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, char in escapes:
        text = text.replace(escape, char)
    return text
