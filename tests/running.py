"""Running the command line: inside this process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

DRAFT = "全区共有57家金融机构。\n改造老旧小区300个。\n"
FACTS = """factcheck: 1
language: zh
facts:
  - id: institutions
    claim: 全区共有58家金融机构
    subject: 金融机构
    value: 58家
"""


class Outcome(Struct, frozen=True):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def start(*arguments: str, env: Mapping[str, str] | None = None, **streams: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own, with real streams."""
    whole: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **streams}
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, env={**os.environ, **(env or {})}, check=False, **whole)
