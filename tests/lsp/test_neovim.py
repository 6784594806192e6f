"""Neovim, as a client that knows nothing of this server: what it shows, where it jumps, what it writes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from office import furnish

DRAFT = "港城区2023年经济运行情况\n\n🚢至年底,e\u0301全区共有57家金融机构,改造老旧小区300个。\n"
README = Path(__file__).parents[2] / "README.md"
LINE = DRAFT.split("\n")[2]


def session(script: str, folder: Path, *arguments: str, **environment: str) -> Any:
    """What a script of Neovim writes about a session with the draft and its facts."""
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim is not installed (Debian: apt-get install neovim)")
    (furnish(folder) / "稿.txt").write_text(DRAFT, encoding="utf-8")
    seen = folder / "seen.json"
    given = {"FACTCHECK_SEEN": str(seen), "XDG_STATE_HOME": str(folder / "state"), "LC_ALL": "C.UTF-8", **environment}
    ended = subprocess.run(
        [nvim, "--headless", "--clean", "-n", "-S", str(Path(__file__).with_name(script)), *arguments],
        env={**os.environ, **given}, cwd=folder, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert seen.exists(), ended.stderr.decode()
    return json.loads(seen.read_text("utf-8"))


def test_neovim_shows_jumps_and_writes(tmp_path: Path) -> None:
    command = "\n".join([sys.executable, "-m", "factcheck", "lsp"])
    seen = session("client.lua", tmp_path, "稿.txt", FACTCHECK_COMMAND=command, FACTCHECK_ROOT=str(tmp_path))
    assert "error" not in seen, seen["error"]
    (found,) = seen["diagnostics"]
    assert LINE.encode()[found["first"] : found["last"]].decode() == "57家"
    assert (found["line"], found["message"]) == (2, "57家 differs from 58家: one digit is wrong")
    assert seen["quickfix"] == [{"line": 3, "column": found["first"] + 1}]
    assert seen["from_cursor"] == LINE[LINE.index("57家") :]
    assert "全区共有58家金融机构" in seen["hover"]
    assert "facts/港城.yaml:5" in seen["hover"]
    assert seen["definition"] == {"file": "港城.yaml", "line": "  - id: institutions"}
    assert seen["action"] == "Write “58家”"
    assert seen["line"] == LINE.replace("57家", "58家")
    assert seen["completion"]["words"][0] == "300个"
    assert seen["completion"]["column"] == len("🚢改造老旧小区".encode()) + 1
    assert seen["exited"] == 0


def test_the_settings_of_the_readme_start_it(tmp_path: Path) -> None:
    snippet = re.search(r"^```lua\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert snippet is not None
    program = tmp_path / "bin" / "factcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    (found,) = session("snippet.lua", tmp_path, FACTCHECK_SNIPPET=snippet[1], FACTCHECK_DRAFT="稿.txt", PATH=path)
    assert found["message"] == "57家 differs from 58家: one digit is wrong"
