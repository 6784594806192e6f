"""Neovim, as a client that knows nothing of this server: what it shows, where it jumps, what it writes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from office import furnish

DRAFT = "港城区2023年经济运行情况\n\n🚢至年底,e\u0301全区共有57家金融机构,改造老旧小区300个。\n"
LINE = DRAFT.split("\n")[2]


def test_neovim_shows_jumps_and_writes(tmp_path: Path) -> None:
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim is not installed (Debian: apt-get install neovim)")
    draft, seen_file = furnish(tmp_path) / "稿.txt", tmp_path / "seen.json"
    draft.write_text(DRAFT, encoding="utf-8")
    environment = {
        **os.environ,
        "FACTCHECK_COMMAND": "\n".join([sys.executable, "-m", "factcheck", "lsp"]),
        "FACTCHECK_ROOT": str(tmp_path),
        "FACTCHECK_SEEN": str(seen_file),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "LC_ALL": "C.UTF-8",
    }
    command = [nvim, "--headless", "--clean", "-n", "-S", str(Path(__file__).with_name("client.lua")), str(draft)]
    ended = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL
    )
    assert seen_file.exists(), ended.stderr.decode()
    seen = json.loads(seen_file.read_text("utf-8"))
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
