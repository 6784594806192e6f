"""How many characters a second one call checks, facts and all rules, over many drafts and over one that is long.

    python tests/benchmarks/throughput.py [--drafts 1000] [--largest 10] [--runs 3]

The drafts are made of the paragraphs of the tests' own texts, in an order of chance and with a slip here and there, and are as
long as releases are; half are Chinese, half English. They are held against the article's facts, and against those that `facts
extract` draws of the English texts. The rate is in characters a second of processor time, start-up and report
included. A draft of so many megabytes is held against one of a tenth of that, and two processes against one. Peak memory is that
of one draft. The status is 1 when a bar is not reached.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "tests/drafts"
SIZES = {"zh": 2_500, "en": 2_500}  # of a release, in characters

RATE = 300_000  # characters a second of a core
LINEAR = 1.15  # times as long for each character of ten times the text
SPEED_UP = 1.7  # by a second process, where there are two processors
MEMORY = 60  # MB

SLIPS = 0.05  # of the figures: most of those in a release are right


class Run(Struct, frozen=True):
    """What a run took: seconds of wall time and of processor time, and megabytes at its peak."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1_000)
    parser.add_argument("--largest", type=float, default=10, metavar="MB")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["FACTCHECK_CACHE"] = str(Path(folder) / "cache")
        facts = [ROOT / "facts", english_facts(Path(folder))]
        results = [
            *many(Path(folder), facts, options.drafts, options.runs),
            *long(Path(folder), facts, options.largest),
        ]
    for line, _ in results:
        print(line)
    return 0 if all(reached for _, reached in results) else 1


def english_facts(folder: Path) -> Path:
    """A facts file drawn of the tests' English drafts."""
    article, facts = folder / "english.txt", folder / "english.yaml"
    article.write_text("\n\n".join(paragraphs("en")), encoding="utf-8")
    spent("facts", "extract", str(article), "--output", str(facts))
    return facts


def many(folder: Path, facts: Sequence[Path], drafts: int, runs: int) -> list[tuple[str, bool]]:
    """The rate over a folder of drafts, what a second process saves, and the memory that one draft takes."""
    written = folder / "drafts"
    written.mkdir()
    texts = [draft(language, SIZES[language], number) for number in range(drafts // 2) for language in SIZES]
    for number, text in enumerate(texts):
        (written / f"{number:04}.txt").write_text(text, encoding="utf-8")
    single = ROOT / "tests/drafts/article.txt"
    verified(single, facts)  # the facts are in the cache from now on, as they are but for the first run
    best: dict[int, Run] = {}
    for _ in range(runs):
        for jobs in (1, 2):
            run = verified(written, facts, "--jobs", str(jobs))
            best[jobs] = min(run, best.get(jobs, run), key=lambda run: run.wall)
    one, characters = verified(single, facts), sum(map(len, texts))
    rate, speed_up = characters / best[1].processor, best[1].wall / best[2].wall
    return [
        (f"{len(texts):,} drafts, {characters:,} characters", True),
        (f"{rate:,.0f} characters a second of a core (bar {RATE:,})", rate >= RATE),
        (f"--jobs 2 is {speed_up:.2f} times as fast as one (bar {SPEED_UP})", speed_up >= SPEED_UP),
        (f"{one.memory:.0f} MB for one draft (bar {MEMORY})", one.memory <= MEMORY),
    ]


def long(folder: Path, facts: Sequence[Path], largest: float) -> list[tuple[str, bool]]:
    """Whether a long draft takes as long for each character as one of a tenth."""
    results = []
    for language in SIZES:
        seconds = []
        for megabytes in (largest / 10, largest):
            text = draft(language, int(megabytes * 1_000_000 / (3 if language == "zh" else 1)), 0)
            path = folder / f"{language}-{megabytes}.txt"
            path.write_text(text, encoding="utf-8")
            seconds.append(verified(path, facts).processor / len(text))
        growth = seconds[1] / seconds[0]
        line = f"{largest:g} MB in one {language} file: {growth:.2f} times as long for each character (bar {LINEAR})"
        results.append((line, growth <= LINEAR))
    return results


def draft(language: str, length: int, seed: int) -> str:
    """A draft of so many characters, the same for a seed: paragraphs of the tests' texts, with some figures changed."""
    chance = random.Random(seed)  # noqa: S311 - the same drafts each time
    known = paragraphs(language)
    found: list[str] = []
    while length > 0:
        order = chance.sample(known, len(known))
        for paragraph in order:
            if length <= 0:
                break
            found.append(_FIGURE.sub(lambda own: _slipped(own[0], chance), paragraph))
            length -= len(found[-1]) + 2
    return "\n\n".join(found) + "\n"


_FIGURE = re.compile(r"(?<![\d.])\d\d+(?![\d.年月日])")


def _slipped(figure: str, chance: random.Random) -> str:
    return str(chance.randrange(11, 9_999)) if chance.random() < SLIPS else figure


def paragraphs(language: str) -> list[str]:
    """The paragraphs of the tests' drafts in a language, without the comments for tests."""
    names = ("zh-*.md", "article.txt") if language == "zh" else ("en-*.md",)
    texts = [path.read_text(encoding="utf-8") for name in names for path in sorted(DRAFTS.glob(name))]
    text = re.sub(r"<!--.*?-->\n?", "", "\n".join(texts), flags=re.DOTALL)
    return [line for line in text.splitlines() if line.strip()]


def verified(path: Path, facts: Sequence[Path], *arguments: str) -> Run:
    """A run of `verify` with all rules against some facts."""
    against = [word for each in facts for word in ("--facts", str(each))]
    return spent("verify", str(path), *against, "--format", "json", "--output", os.devnull, *arguments)


def spent(*words: str) -> Run:
    """What a run of the program takes."""
    started = time.perf_counter()
    process = os.posix_spawn(sys.executable, [sys.executable, "-m", "factcheck", *words], os.environ)
    _, _, used = os.wait4(process, 0)
    scale = 1 if sys.platform == "darwin" else 1024  # of the peak: bytes there, kilobytes elsewhere
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss * scale / 1_000_000)


if __name__ == "__main__":
    sys.exit(main())
