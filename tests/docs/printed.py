"""What the README prints: its commands with their output, and the picture. `python tests/docs/printed.py` makes both anew."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from picture import PICTURE, picture

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

_CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]*)\n(?P<output>.*?)^```$", re.DOTALL | re.MULTILINE)


def commands(readme: str) -> list[tuple[str, str]]:
    """Each command of the README with the output that it shows."""
    return [(match["command"], match["output"]) for match in _CONSOLE.finditer(readme)]


def output_of(command: str) -> str:
    """What a command prints at the root of the repository, 80 cells wide."""
    program, *arguments = shlex.split(command)
    if program != "factcheck":
        raise ValueError(command)
    ended = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        encoding="utf-8",
    )
    return ended.stdout


def refreshed(readme: str) -> str:
    """The README with the output of each command as it is now."""
    return _CONSOLE.sub(lambda match: f"```console\n$ {match['command']}\n{output_of(match['command'])}```", readme)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), encoding="utf-8")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")
