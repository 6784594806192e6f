"""Where the time of a check goes, and whether it grows with the text.

    python tests/benchmarks/stages.py [--sizes 10000 100000 1000000] [--bar 2]

A Chinese and an English text are repeated to so many bytes. Each stage's processor time is given in milliseconds for 10 KB and
for 1 MB of the shortest and of the longest text, and the growth between the two: 1.0 is linear. The status is 1 when
a stage that takes its time grows by more than the bar.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

from factcheck import pipeline
from factcheck.claims.read import read_claims
from factcheck.claims.relations import read_relations
from factcheck.extraction.names import read_names
from factcheck.extraction.periods import read_periods
from factcheck.extraction.quantities import read_quantities
from factcheck.extraction.sentences import read_sentences
from factcheck.model.case import Case
from factcheck.model.report import Report
from factcheck.reading import read_document
from factcheck.reporting.json import json_report
from factcheck.reporting.table import table
from factcheck.rules import all_rules

ROOT = Path(__file__).parents[2]
DRAFTS = {"zh": "article.txt", "en": "en-*.md"}
SIZES = (10_000, 100_000, 1_000_000)

# What takes less than this in seconds, even for the longest text, grows as it likes.
NOTABLE = 0.05

Result = TypeVar("Result")


class Stages:
    """The processor time of each stage, in seconds; of the first two runs over a short text, the second counts."""

    def __init__(self, text: bytes, known: pipeline.Known) -> None:
        self.seconds: dict[str, float] = {}
        document = self.timed("read", lambda: read_document(text, "draft.txt"))
        sentences = self.timed("sentences", lambda: read_sentences(document))
        periods = self.timed("periods", lambda: read_periods(document))
        quantities = self.timed("quantities", lambda: read_quantities(document.text, document.language))
        self.timed("claims", lambda: read_claims(document, sentences, quantities, periods))
        self.timed("names", lambda: read_names(document, sentences))
        self.timed("relations", lambda: read_relations(document, sentences, quantities, periods))
        alone = self.timed("all of these", lambda: pipeline.read(document))
        checked = self.timed("match", lambda: pipeline.check(document, known, rules=()), without="all of these")
        self.rules(alone, checked.case)
        report = Report((pipeline.check(document, known),), (known.base,))
        self.timed("report json", lambda: json_report(report, "0"))
        self.timed("report table", lambda: table(report, width=80, colour=False, every_claim=False))

    def rules(self, alone: Case, case: Case) -> None:
        for rule in all_rules():
            self.timed(f"rule {rule.id}", lambda rule=rule: tuple(rule.find(case)))  # type: ignore[misc]

    def timed(self, name: str, action: Callable[[], Result], *, without: str | None = None) -> Result:
        action()
        started = process_time()
        result = action()
        spent = process_time() - started
        self.seconds[name] = max(0.0, spent - self.seconds[without]) if without else spent
        return result


def text_of(language: str, size: int) -> bytes:
    """The drafts of a language, without the comments for tests, repeated to so many bytes."""
    drafts = sorted((ROOT / "tests/drafts").glob(DRAFTS[language]))
    text = "\n\n".join(re.sub(r"<!--.*?-->\n?", "", draft.read_text("utf-8"), flags=re.DOTALL) for draft in drafts)
    data = f"{text}\n\n".encode()
    return data * max(1, round(size / len(data)))


def measure(language: str, sizes: Sequence[int], known: pipeline.Known) -> dict[str, tuple[float, float, float]]:
    """For each stage the milliseconds for 10 KB at the least size, those for 1 MB at the greatest, and the growth."""
    runs = []
    for size in (min(sizes), max(sizes)):
        text = text_of(language, size)
        gc.collect()
        runs.append({name: seconds / len(text) for name, seconds in Stages(text, known).seconds.items()})
    short, long = runs
    return {name: (short[name] * 1e7, long[name] * 1e9, long[name] / max(short[name], 1e-12)) for name in short}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=[10_000, 1_000_000], metavar="BYTES")
    parser.add_argument("--bar", type=float, default=2.0)
    options = parser.parse_args()
    known = pipeline.know([ROOT / "facts"])
    over = 0
    for language in DRAFTS:
        print(f"{language:<28} {'ms/10 KB':>9} {'ms/MB':>9} {'growth':>7}")
        for name, (short, long, growth) in measure(language, options.sizes, known).items():
            grows = growth > options.bar and long > 1000 * NOTABLE
            over += grows
            print(f"{name:<28} {short:>9.2f} {long:>9.1f} {growth:>7.2f}{' !' if grows else ''}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
