"""A million facts: what an index costs to make and to use, and what it finds.

    python tests/benchmarks/million.py [--shape PLACESxTRADESxSERIESxYEARS] [--claims 100] [--scan 40] [--index FILE] [--peers]

Facts are those of yearbooks (`yearbooks.py`) in a CSV file, drafts restate some of them by chance. Printed are: seconds, processor
seconds and memory of `facts compile` and the size of the index; the same of `verify` on a draft, each run a process of its own (the
median of eleven); how many figures meet their fact, in other words and in the facts' own; and for some claims whether the fact is
among the candidates, those of the index and those of a scan of all facts. `--peers` looks facts up in other indexes: SQLite's
full-text search over pairs of characters, and tantivy's (where it is installed).
"""

from __future__ import annotations

import argparse
import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from yearbooks import Row, Shape, draft, rows

from factcheck.facts.compiled.index import Shelf, index_of
from factcheck.facts.compiled.records import numbers_of
from factcheck.facts.compiled.store import Store
from factcheck.facts.index import MANY
from factcheck.facts.match import match_claims
from factcheck.facts.surroundings import surroundings
from factcheck.facts.terms import terms
from factcheck.pipeline import know, read
from factcheck.reading import document_of

RUNS = 11


def main() -> None:
    options = _options()
    shape = Shape(*map(int, options.shape.split("x")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = Path(options.index) if options.index else made(shape, folder)
        text, ids = draft(shape, options.claims)
        verified(index, text, folder)
        found(index, text, ids, options.scan)
        if options.peers:
            for peer in (fts5, tantivy):
                looked_up(peer, shape, text, ids, folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shape", default="x".join(map(str, Shape())))
    parser.add_argument("--claims", type=int, default=100)
    parser.add_argument("--scan", type=int, default=40)
    parser.add_argument("--index")
    parser.add_argument("--peers", action="store_true")
    return parser.parse_args()


def made(shape: Shape, folder: Path) -> Path:
    """Compile the facts."""
    table, index = folder / "yearbooks.csv", folder / "yearbooks.idx"
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, next(rows(shape)).keys())
        writer.writeheader()
        writer.writerows(row.keys() for row in rows(shape))
    cost = run("facts", "compile", str(table), "--output", str(index))
    print(f"{shape.facts:,} facts: compiled in {cost}, {index.stat().st_size / 1e6:.0f} MB")
    return index


class Cost:
    """What processes took: seconds, those of processors, and the most memory in MB."""

    def __init__(self, seconds: float, cpu: float, memory: float) -> None:
        self.seconds, self.cpu, self.memory = seconds, cpu, memory

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.cpu:.2f} s of processors, {self.memory:.0f} MB)"


def run(*arguments: str) -> Cost:
    """One run of the command line; its children count, too."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)"
    )
    started = perf_counter()
    command = [sys.executable, "-c", code, sys.executable, "-m", "factcheck", *arguments]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    cpu, memory = map(float, out.split())
    return Cost(perf_counter() - started, cpu, memory)


def verified(index: Path, text: str, folder: Path) -> None:
    """Verify a draft, from a start of the program each time."""
    path = folder / "draft.txt"
    path.write_text(text, encoding="utf-8")
    costs = [run("verify", str(path), "--facts", str(index), "--format", "json") for _ in range(RUNS)]
    middle = Cost(*(median(getattr(cost, what) for cost in costs) for what in ("seconds", "cpu", "memory")))
    print(f"a draft of {len(text):,} characters: verified in {middle}")


def found(index: Path, text: str, ids: Sequence[str], scanned: int) -> None:
    """How many claims meet their fact, and whether it is among the candidates."""
    known = know([index])
    wordings = (fact.claim for name in ids if (fact := known.base.facts.named(name)) is not None)  # type: ignore[union-attr]
    store = Store(index)
    shelf = Shelf(store, "zh")
    for manner, draft_text in (("other words", text), ("the facts' words", "。\n\n".join(wordings) + "。\n")):
        claims = read(document_of(draft_text, language="zh")).claims
        matches = match_claims(claims, index_of(shelf))
        right = sum(match.fact is not None and match.fact.id == name for match, name in zip(matches, ids, strict=True))
        wrong = sum(match.fact is not None for match in matches) - right
        print(f"in {manner}: {right} of {len(ids)} figures meet their fact, {wrong} another")
    wordings_of_all = [numbers_of(data) for (data,) in store.rows("SELECT wording FROM asked_zh ORDER BY number")]
    counts = [0, 0]
    for claim, name in list(zip(read(document_of(text, language="zh")).claims, ids, strict=True))[:scanned]:
        strengths, lean = surroundings(claim, "zh", translate=False).strengths, index_of(shelf)
        words = range(store.one("SELECT count(*) FROM words_zh")[0])
        told = [weight * slot.filled(strengths) if weight else 0.0 for slot, weight in map(shelf.word, words)]
        sums = {number: sum(map(told.__getitem__, wording)) for number, wording in enumerate(wordings_of_all)}
        number = int(name[1:])
        counts[0] += number in lean.candidates(strengths, claim.when)
        counts[1] += number in lean.heaviest(sums, MANY, claim.when)
    print(f"among the candidates of {scanned} claims is their fact, by the index: {counts[0]}, by a scan: {counts[1]}")


# Other indexes, which give their best by measures of their own

Lookup = Callable[[str], Sequence[int]]
Peer = Callable[[Iterator[Row], Path], tuple[Lookup, Path]]


def looked_up(peer: Peer, shape: Shape, text: str, ids: Sequence[str], folder: Path) -> None:
    """How quickly another index is made and asked, and whether the fact is among its first."""
    try:
        started = perf_counter()
        lookup, place = peer(rows(shape), folder)
    except ImportError:
        print(f"{peer.__name__}: not installed")
        return
    built = perf_counter() - started
    times, right = [], 0
    for claim, name in zip(read(document_of(text, language="zh")).claims, ids, strict=True):
        wording = " ".join(sorted(terms(f"{claim.lead} {claim.before} {claim.after} {claim.tail}")))
        started = perf_counter()
        right += int(name[1:]) in lookup(" ".join(term for term in wording.split() if len(term) == 2))
        times.append(perf_counter() - started)
    size = sum(file.stat().st_size for file in ([place] if place.is_file() else place.iterdir())) / 1e6
    print(
        f"{peer.__name__}: made in {built:.0f} s, {size:.0f} MB; a claim takes {1000 * median(times):.1f} ms, "
        f"and its fact is among the first {MANY} of {right} of {len(ids)}"
    )


def fts5(facts: Iterator[Row], folder: Path) -> tuple[Lookup, Path]:
    """SQLite's full-text search over wordings as pairs of characters with spaces between."""
    path = folder / "fts5.db"
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE facts USING fts5(wording, content='', detail=full)")
    numbered = ((row.number, _pairs(row)) for row in facts)
    with database:
        database.executemany("INSERT INTO facts(rowid, wording) VALUES (?, ?)", numbered)

    def lookup(wording: str) -> Sequence[int]:
        query = " OR ".join(f'"{term}"' for term in wording.split())
        asked = "SELECT rowid FROM facts WHERE facts MATCH ? ORDER BY bm25(facts) LIMIT ?"
        with closing(database.execute(asked, (query, MANY))) as cursor:
            return [number for (number,) in cursor]

    return lookup, path


def tantivy(facts: Iterator[Row], folder: Path) -> tuple[Lookup, Path]:
    """tantivy over the same."""
    import tantivy as library  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    path = folder / "tantivy"
    path.mkdir()
    form = library.SchemaBuilder()
    form.add_text_field("wording", tokenizer_name="whitespace")
    form.add_integer_field("number", stored=True)
    index = library.Index(form.build(), path=os.fspath(path))
    writer = index.writer(256_000_000)
    for row in facts:
        writer.add_document(library.Document(wording=_pairs(row), number=row.number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def lookup(wording: str) -> Sequence[int]:
        hits = searcher.search(index.parse_query(wording, ["wording"]), MANY).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return lookup, path


def _pairs(row: Row) -> str:
    return " ".join(term for term in terms(row.keys()["claim"]) if len(term) == 2)


if __name__ == "__main__":
    main()
