"""An archive made from the tests' own drafts, and what tests do to the processes that check it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[2]
DRAFTS = sorted((ROOT / "tests" / "drafts").iterdir())
FACTS = ROOT / "facts"

# One article in so many holds nothing, or is no text.
BAD = 50


def articles(number: int) -> Iterator[dict[str, Any]]:
    """So many articles, always the same: a draft each, in every third of which a digit is another."""
    texts = [draft.read_text("utf-8") for draft in DRAFTS]
    for at in range(number):
        chance = random.Random(at)  # noqa: S311 - the same articles each time
        text: str | None = chance.choice(texts)
        if at % 3 == 0:
            text = altered(text or "", chance)
        if at % BAD == BAD - 1:
            text = chance.choice(("", None))
        day = date(2021, 1, 1) + timedelta(days=chance.randrange(900))
        yield {"text": text, "date": str(day), "title": f"article {at}", "url": f"https://example.org/{at}"}


def altered(text: str, chance: random.Random) -> str:
    """The text with one of its digits raised by one, if it has any below 9."""
    places = [place for place, char in enumerate(text) if char in "012345678"]
    if not places:
        return text
    at = chance.choice(places)
    return f"{text[:at]}{int(text[at]) + 1}{text[at + 1 :]}"


def write_jsonl(path: Path, number: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for article in articles(number):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "factcheck", "archive", *map(str, arguments)]


def begin(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start the command in a process group of its own, and don't wait for it."""
    whole = {**os.environ, "FACTCHECK_CACHE": "", **(env or {})}
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command(*arguments), env=whole, start_new_session=True, **streams)


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> str:
    """Run the command; what it prints. It must end well and complain of nothing."""
    started = begin(*arguments, env=env)
    out, err = started.communicate(timeout=600)
    assert (started.returncode, err.decode()) == (0, "")
    return out.decode()


def workers_of(process: int) -> list[psutil.Process]:
    """The processes that check documents for a run."""
    found = []
    for child in psutil.Process(process).children(recursive=True):
        try:
            if any("spawn_main" in argument for argument in child.cmdline()):
                found.append(child)
        except psutil.Error:  # it has ended meanwhile
            continue
    return found


def kill_a_worker(process: int) -> None:
    """End one of them as the system does when memory runs out."""
    workers_of(process)[0].send_signal(signal.SIGKILL)


def parts_in(out: Path) -> int:
    return len(list((out / "documents").glob("*.parquet")))


def wait_until(holds: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.01)


def files_of(out: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
