"""The terminal picture of the README, .github/table.svg: rich's drawing of a real run."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.cli.errors import FOUND

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / ".github" / "table.svg"
WIDTH = 100
ARGUMENTS = ["verify", "tests/drafts/article.txt", "--facts", "facts"]
COMMAND = " ".join(["factcheck", *ARGUMENTS])

# One text of rich's SVG: its class, place and length in units of the drawing.
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="(?P<length>[^"]*)" '
    r'clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)
# A run of spaces, of narrow characters, or of wide ones.
_PIECES = re.compile(r" +|[ -\u2fff]+?(?= |[\u3000-\uffff]|$)|[\u3000-\uffff]+")
# Fonts that a viewer would have to fetch.
_REMOTE_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def report(colour: bool) -> str:
    """What the command prints, `WIDTH` cells wide."""
    command = [sys.executable, "-m", "factcheck", *ARGUMENTS, "--color", "always" if colour else "never"]
    environment = {**os.environ, "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, encoding="utf-8")
    if ended.returncode != FOUND:
        raise RuntimeError(ended.stderr)
    return ended.stdout


def picture() -> str:
    """The SVG of the command and its report."""
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor", _environ={}
    )
    console.print(Text.assemble(("$ ", "dim"), (COMMAND, "bold")))
    console.print(Text.from_ansi(report(colour=True)), soft_wrap=True)
    return _TEXT.sub(_placed, _REMOTE_FONTS.sub("", console.export_svg(title="factcheck")))


def written(svg: str) -> str:
    """The text that a picture shows, without its white space, which a drawing does not keep."""
    shown = "".join(html.unescape(match["text"]) for match in _TEXT.finditer(svg))
    return "".join(shown.split())


def _placed(match: re.Match[str]) -> str:
    """The same text in pieces of one width of character each, every piece at its own cell.

    rich counts a wide character as one cell when it sets a length, and viewers differ in what they make of lengths: a text
    of Chinese and Latin in one piece would drift.
    """
    text = html.unescape(match["text"]).rstrip("\n")
    cell = float(match["length"]) / max(1, len(html.unescape(match["text"])))
    drawn, at = [], 0
    for piece in _PIECES.findall(text.replace("\xa0", " ")):
        x, length = float(match["x"]) + at * cell, cell_len(piece) * cell
        at += cell_len(piece)
        if piece.strip(" "):
            place = f'x="{x:g}" y="{match["y"]}" textLength="{length:g}" clip-path="{match["clip"]}"'
            drawn.append(f'<text class="{match["style"]}" {place}>{html.escape(piece)}</text>')
    return "".join(drawn)
