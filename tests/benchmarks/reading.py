"""How fast figures are read, beside other recognizers, as ratios in one run.

    python tests/benchmarks/reading.py [--copies 100] [--peer-copies 4] [--runs 3] [--environment FOLDER]

The article, repeated, and English drafts of the same length are read by factcheck (figures alone, and figures with dates, as
`verify` reads them) and checked as `verify` does without facts; read by recognizers-text-suite and by quantulum3, and checked by
textlint and autocorrect, which ask other things of a text. Each is installed into an environment of its own, once; of one that
can't be installed it is said so. The others get fewer copies, since some are a hundred times slower; all rates are in characters
a second of processor time, the best of runs that take turns. Fails when factcheck reads less than a million characters a second.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from factcheck.extraction.periods import read_periods
from factcheck.extraction.quantities import read_quantities
from factcheck.model.document import Language
from factcheck.pipeline import check
from factcheck.reading import document_of

HERE = Path(__file__).parent
DRAFTS = HERE.parent / "drafts"
# From PyPI; recognizers-text-suite asks for an emoji that no longer has what it calls.
PACKAGES = {
    "recognizers-text-suite": ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0"),
    "quantulum3": ("quantulum3>=0.9",),
}
# From npm.
MODULES = {
    "textlint": ("textlint@15", "@textlint/kernel@15", "@textlint/textlint-plugin-text@15", "textlint-rule-max-comma"),
    "autocorrect": ("autocorrect-node@2",),
}
BAR = 1_000_000

# The command of each, to which a language is added, and the folder that it is run in.
Peers = Mapping[str, tuple[Sequence[str | Path], Path]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100)
    parser.add_argument("--peer-copies", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--environment", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-reading-peers")
    options = parser.parse_args()
    peers = installed(options.environment)
    slow = 0
    for language, text in texts().items():
        rates = measured(language, text, peers, options.copies, options.peer_copies, options.runs)
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
    language: Language, text: str, peers: Peers, copies: int, peer_copies: int, runs: int
) -> dict[str, tuple[float, int]]:
    """Characters a second and figures found by each reader; the readers take turns, and each one's best run counts."""
    whole, less = text * copies, text * peer_copies
    document = document_of(whole, "text", language)

    def figures() -> int:
        return len(read_quantities(whole, language))

    def figures_and_dates() -> int:
        return len(read_quantities(whole, language)) + len(read_periods(document))

    def everything() -> int:
        return len(check(document_of(less, "text", language), None).findings)

    best: dict[str, tuple[float, int]] = {}
    for _ in range(runs):
        turns = {
            "factcheck, figures": timed(figures, len(whole)),
            "factcheck, figures and dates": timed(figures_and_dates, len(whole)),
            "factcheck, all rules": timed(everything, len(less)),
            **{name: peer(command, folder, language, less) for name, (command, folder) in peers.items()},
        }
        best = {name: max(turn, best.get(name, turn)) for name, turn in turns.items()}
    return best


def timed(read: Callable[[], int], length: int) -> tuple[float, int]:
    started = time.process_time()
    found = read()
    return length / (time.process_time() - started), found


def peer(command: Sequence[str | Path], folder: Path, language: str, text: str) -> tuple[float, int]:
    run = subprocess.run([*command, language], input=text.encode(), stdout=subprocess.PIPE, check=True, cwd=folder)
    result = json.loads(run.stdout)
    return len(text) / result["seconds"], result["found"]


def installed(folder: Path) -> Peers:
    """Those of the others that are installed or can be, each by its command and the folder of its environment."""
    peers: dict[str, tuple[tuple[str | Path, ...], Path]] = {}
    for name in (*PACKAGES, *MODULES):
        own = folder / name
        try:
            if not (own / "ready").exists():
                (from_pypi if name in PACKAGES else from_npm)(name, own)
                (own / "ready").touch()
        except (OSError, subprocess.CalledProcessError):
            print(f"{name} is not installed")
            continue
        python = own / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        peers[name] = (
            (python, HERE / "peers.py", name) if name in PACKAGES else ("node", HERE / "peers.mjs", name),
            own,
        )
    return peers


def from_pypi(name: str, folder: Path) -> None:
    venv.create(folder, with_pip=True, clear=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES[name]], check=True)


def from_npm(name: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm") or "npm"
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *MODULES[name]], check=True
    )


if __name__ == "__main__":
    sys.exit(main())
