"""Whether an archive is checked to the last document whatever happens to its workers, and what that costs.

    python tests/benchmarks/archive.py [--documents N] [--workers N] [--batch N …]

Documents are made from the tests' own drafts, in JSON Lines, and held against the facts of this repository. The archive is
checked twice, each time with a worker killed by SIGKILL in the middle: every document must be accounted for, and both folders
must hold the same files, byte for byte. Printed are seconds and CPU seconds of all processes for a million characters, what the
same comes to for ten million articles, bytes of Parquet, and how long the report takes. With several sizes of batches, each is
run once and nothing is killed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1] / "archive"))

from newsroom import FACTS, articles, begin, command, files_of, kill_a_worker, parts_in, wait_until, write_jsonl

# An article of a news agency, in characters, and how many an archive has.
ARTICLE = 1_000
ARCHIVE = 10_000_000


class Cost:
    """Seconds by the clock, and of CPU in all processes."""

    def __init__(self) -> None:
        self._clock, self._cpu = time.perf_counter(), _cpu()

    def stop(self) -> tuple[float, float]:
        return time.perf_counter() - self._clock, _cpu() - self._cpu


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def checked(source: Path, out: Path, workers: int, batch: int, *, kill: bool) -> tuple[float, float]:
    """One run; what it cost."""
    cost = Cost()
    options = ("--facts", FACTS, "--workers", str(workers), "--batch", str(batch))
    started = begin("run", source, "--out", out, *options)
    if kill:
        wait_until(lambda: parts_in(out) >= 4, 3600)
        kill_a_worker(started.pid)
        print(f"  a worker was killed after {parts_in(out)} parts")
    told, complaints = started.communicate()
    if started.returncode != 0 or complaints:
        raise SystemExit(complaints.decode())
    print(f"  {told.decode().strip().partition(': ')[2]}")
    return cost.stop()


def accounted(out: Path) -> list[str]:
    """The names of all documents of an archive, each as often as it is there."""
    files = sorted((out / "documents").glob("*.parquet"))
    return sorted(name for file in files for name in pq.read_table(file)["document"].to_pylist())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", type=int, nargs="+", default=[500])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "articles.jsonl")
        write_jsonl(source, asked.documents)
        characters = sum(len(article["text"] or "") for article in articles(asked.documents))
        print(f"{asked.documents:,} documents, {characters:,} characters, {asked.workers} workers")
        if len(asked.batch) > 1:
            for batch in asked.batch:
                clock, cpu = checked(source, Path(place, str(batch)), asked.workers, batch, kill=False)
                print(f"batches of {batch}: {clock:.1f} s, {cpu:.1f} s of CPU")
            return
        outs = [Path(place, "first"), Path(place, "second")]
        costs = [checked(source, out, asked.workers, asked.batch[0], kill=True) for out in outs]
        expected = sorted(f"{source}#{line}" for line in range(1, asked.documents + 1))
        for out in outs:
            print(f"every document is accounted for once: {accounted(out) == expected}")
        print(f"both runs gave the same files: {files_of(outs[0]) == files_of(outs[1])}")
        _tell(characters, min(costs), sum(map(len, files_of(outs[0]).values())), asked.workers)
        cost = Cost()
        subprocess.run(command("report", outs[0]), check=True, stdout=subprocess.DEVNULL)
        print(f"the report: {cost.stop()[0]:.1f} s")


def _tell(characters: int, cost: tuple[float, float], size: int, workers: int) -> None:
    clock, cpu = (seconds / characters * 1e6 for seconds in cost)
    print(f"a million characters: {clock:.2f} s with {workers} workers, {cpu:.2f} s of CPU, {size / characters:.2f} MB")
    hours = cpu * ARCHIVE * ARTICLE / 1e6 / 3600
    gigabytes = size / characters * ARCHIVE * ARTICLE / 1e9
    print(f"{ARCHIVE:,} articles of {ARTICLE:,} characters: {hours:.1f} hours of one core, {gigabytes:.0f} GB")


if __name__ == "__main__":
    main()
