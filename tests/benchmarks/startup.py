"""Start-up, measured: each command's wall time as a ratio to importing what it stands on.

    python tests/benchmarks/startup.py [--runs 11]

The commands take turns, so that a slow moment of the machine falls on all of them; medians are compared. Measure an
installed package (`pip install .`) whose bytecode is compiled, as users have it: an editable one under
PYTHONDONTWRITEBYTECODE is compiled anew at each start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
VERIFY = ["-m", "factcheck", "verify", str(ROOT / "tests/drafts/article.txt"), "--facts", str(ROOT / "facts")]
LIBRARIES = "import typer, rich.console, rich.table, rapidfuzz.fuzz"

COMMANDS = {
    "libraries": ["-c", LIBRARIES],
    "typer": ["-c", "import typer"],
    "verify": VERIFY,
    "verify --format json": [*VERIFY, "--format", "json"],
    "--help": ["-m", "factcheck", "--help"],
    "first verify": VERIFY,  # with nothing in the cache
}
# A command, what it is compared with, and the ratio that it may reach.
BARS = (
    ("verify", "libraries", 1.15),
    ("verify --format json", "libraries", 0.9),
    ("--help", "typer", 1.2),
    ("first verify", "libraries", 4.0),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11)
    medians = measured(parser.parse_args().runs)
    for name, seconds in medians.items():
        print(f"{name:<22} {1000 * seconds:6.0f} ms")
    over = 0
    for name, base, bar in BARS:
        ratio = medians[name] / medians[base]
        over += ratio > bar
        print(f"{name} / {base}: {ratio:.2f} (bar {bar})")
    return 1 if over else 0


def measured(runs: int) -> dict[str, float]:
    """Seconds of wall time, the median of each command."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, arguments in COMMANDS.items():
            with TemporaryDirectory() as empty:
                changed = {"FACTCHECK_CACHE": empty} if name.startswith("first") else {}
                start = time.perf_counter()
                subprocess.run(
                    [sys.executable, *arguments], capture_output=True, check=False, cwd="/", env=os.environ | changed
                )
                times[name].append(time.perf_counter() - start)
    return {name: median(values) for name, values in times.items()}


if __name__ == "__main__":
    sys.exit(main())
