"""How fast figures are read, beside other recognizers, as ratios in one run.

    python tests/benchmarks/reading.py [--copies 100] [--peer-copies 4] [--runs 3] [--environment FOLDER]

The article, repeated, and English drafts of the same length are read by factcheck (figures alone, and figures with dates, as
`verify` reads them), by recognizers-text-suite and by quantulum3. Those are installed into an environment of their own, once.
They read fewer copies, since they are a hundred times slower; all rates are in characters a second of processor time, the
best of runs that take turns. Fails when factcheck reads less than a million characters a second.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path

from factcheck.extraction.periods import read_periods
from factcheck.extraction.quantities import read_quantities
from factcheck.model.document import Language
from factcheck.reading import document_of

HERE = Path(__file__).parent
DRAFTS = HERE.parent / "drafts"
# recognizers-text-suite asks for an emoji that no longer has what it calls.
PACKAGES = ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0", "quantulum3>=0.9")
PEERS = ("recognizers-text-suite", "quantulum3")
BAR = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--peer-copies", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--environment", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-reading-peers")
    options = parser.parse_args()
    python = peers_environment(options.environment)
    slow = 0
    for language, text in texts().items():
        rates = measured(language, text, python, options.copies, options.peer_copies, options.runs)
        ours = rates["factcheck, figures"]
        print(
            f"{language}: {len(text) * options.copies:,} characters ({len(text) * options.peer_copies:,} for the others)"
        )
        for name, (rate, found) in rates.items():
            print(f"  {name:<28} {rate:12,.0f} characters/s   {ours[0] / rate:8.1f} times as long   {found:7,} found")
        slow += ours[0] < BAR
    return 1 if slow else 0


def texts() -> dict[Language, str]:
    """The article, and English drafts cut to its length."""
    article = (DRAFTS / "article.txt").read_text(encoding="utf-8")
    english = "\n".join(draft.read_text(encoding="utf-8") for draft in sorted(DRAFTS.glob("en-*.md")))
    return {"zh": article, "en": (english * (len(article) // len(english) + 1))[: len(article)]}


def measured(
    language: Language, text: str, python: Path, copies: int, peer_copies: int, runs: int
) -> dict[str, tuple[float, int]]:
    """Characters a second and figures found by each reader; the readers take turns, and each one's best run counts."""
    whole, less = text * copies, text * peer_copies
    document = document_of(whole, "text", language)

    def figures() -> int:
        return len(read_quantities(whole, language))

    def figures_and_dates() -> int:
        return len(read_quantities(whole, language)) + len(read_periods(document))

    best: dict[str, tuple[float, int]] = {}
    for _ in range(runs):
        turns = {
            "factcheck, figures": timed(figures, len(whole)),
            "factcheck, figures and dates": timed(figures_and_dates, len(whole)),
            **{name: peer(python, name, language, less) for name in PEERS},
        }
        best = {name: max(turn, best.get(name, turn)) for name, turn in turns.items()}
    return best


def timed(read: Callable[[], int], length: int) -> tuple[float, int]:
    started = time.process_time()
    found = read()
    return length / (time.process_time() - started), found


def peer(python: Path, name: str, language: str, text: str) -> tuple[float, int]:
    run = subprocess.run(
        [python, HERE / "peers.py", name, language], input=text.encode(), stdout=subprocess.PIPE, check=True
    )
    result = json.loads(run.stdout)
    return len(text) / result["seconds"], result["found"]


def peers_environment(folder: Path) -> Path:
    """The Python of an environment that has the other recognizers."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        ready.touch()
    return python


if __name__ == "__main__":
    sys.exit(main())
