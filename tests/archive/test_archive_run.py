"""Whole runs over archives, with the processes that do them ended by real signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from newsroom import (
    BAD,
    FACTS,
    ROOT,
    articles,
    begin,
    files_of,
    kill_a_worker,
    parts_in,
    run,
    wait_until,
    workers_of,
    write_jsonl,
)
from running import start

NUMBER = 240
OPTIONS = ("--facts", FACTS, "--workers", "2", "--batch", "12")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive and the outcome of a run over it that nobody disturbed."""
    folder = tmp_path_factory.mktemp("newsroom")
    write_jsonl(folder / "articles.jsonl", NUMBER)
    told = run("run", folder / "articles.jsonl", "--out", folder / "whole", *OPTIONS)
    assert f"{NUMBER} documents" in told
    assert f"{NUMBER // BAD} could not be checked" in told
    return folder


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table in the order of the source."""
    keys = json.loads((out / "archive.json").read_text())["parts"]
    return [row for key in keys for row in pq.read_table(out / table / f"{key}.parquet").to_pylist()]


def test_every_document_is_accounted_for(newsroom: Path) -> None:
    source, out = newsroom / "articles.jsonl", newsroom / "whole"
    documents = rows(out, "documents")
    assert [each["document"] for each in documents] == [f"{source}#{line}" for line in range(1, NUMBER + 1)]
    assert [str(each["date"]) for each in documents] == [article["date"] for article in articles(NUMBER)]
    assert sum(each["claims"] or 0 for each in documents) == len(rows(out, "claims"))
    assert sum(each["findings"] or 0 for each in documents) == len(rows(out, "findings"))
    failed = [each for each in documents if each["failure"]]
    assert pq.read_table(out / "errors.parquet").to_pylist() == [
        {key: each[key] for key in ("document", "failure", "message")} for each in failed
    ]


def test_a_run_over_what_is_done_does_nothing(newsroom: Path) -> None:
    before = files_of(newsroom / "whole")
    told = run("run", newsroom / "articles.jsonl", "--out", newsroom / "whole", *OPTIONS)
    parts = parts_in(newsroom / "whole")
    assert f"{parts} parts, of which {parts} were there before" in told
    assert files_of(newsroom / "whole") == before


def test_a_worker_that_is_killed_loses_nothing(newsroom: Path, tmp_path: Path) -> None:
    started = begin("run", newsroom / "articles.jsonl", "--out", tmp_path / "out", *OPTIONS)
    wait_until(lambda: parts_in(tmp_path / "out") >= 2)
    kill_a_worker(started.pid)
    assert parts_in(tmp_path / "out") < parts_in(newsroom / "whole"), "it was killed too late to prove anything"
    _, err = started.communicate(timeout=300)
    assert (started.returncode, err.decode()) == (0, "")
    assert files_of(tmp_path / "out") == files_of(newsroom / "whole")


def test_a_run_that_is_killed_goes_on_where_it_was(newsroom: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    started = begin("run", newsroom / "articles.jsonl", "--out", out, *OPTIONS)
    wait_until(lambda: parts_in(out) >= 2)
    workers = workers_of(started.pid)
    started.kill()
    started.communicate(timeout=60)
    done = parts_in(out)
    assert done < parts_in(newsroom / "whole"), "it was killed too late to prove anything"
    wait_until(lambda: not any(worker.is_running() for worker in workers))
    report = start("archive", "report", str(out))
    assert (report.returncode, report.stderr.count(b"its run has not come to its end")) == (2, 1)
    told = run("run", newsroom / "articles.jsonl", "--out", out, *OPTIONS)
    assert f"of which {done} were there before" in told
    assert files_of(out) == files_of(newsroom / "whole")


def test_an_interrupted_run_ends_quietly(newsroom: Path, tmp_path: Path) -> None:
    started = begin("run", newsroom / "articles.jsonl", "--out", tmp_path / "out", *OPTIONS)
    wait_until(lambda: parts_in(tmp_path / "out") >= 1)
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err.decode()) == (130, "")


KILLER = """
import os, signal
from factcheck.archive import work

def deadly(article, order, document_in=work.document_in):
    if article.title == "article 17":
        os.kill(os.getpid(), signal.SIGKILL)
    if article.title == "article 21":
        raise RecursionError("too deep")
    return document_in(article, order)

work.document_in = deadly
"""


def test_a_document_that_ends_its_worker_stands_alone_in_the_end(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "killer.py").write_text(KILLER)
    write_jsonl(tmp_path / "articles.jsonl", 40)
    preload = {"DASK_DISTRIBUTED__WORKER__PRELOAD": json.dumps([str(tmp_path / "killer.py")])}
    out = tmp_path / "out"
    told = run("run", tmp_path / "articles.jsonl", "--out", out, *OPTIONS, env=preload)
    assert "40 documents" in told
    documents = rows(out, "documents")
    assert {each["title"]: each["failure"] for each in documents if each["failure"]} == {
        "article 17": "killed",
        "article 21": "fault",
    }
    # What stood beside them is there, as in the archive that nobody disturbed.
    names = {each["document"].rpartition("#")[2] for each in documents if not each["failure"]}
    expected = [each for each in rows(newsroom / "whole", "claims") if each["document"].rpartition("#")[2] in names]
    assert [each["text"] for each in rows(out, "claims")] == [each["text"] for each in expected]


CLUSTER = """
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address="127.0.0.1:0", host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


def test_any_dask_cluster_does_it(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "cluster.py").write_text(CLUSTER)
    cluster = subprocess.Popen(
        [sys.executable, str(tmp_path / "cluster.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with cluster:
        assert cluster.stdout is not None
        address = cluster.stdout.readline().strip()
        run("run", newsroom / "articles.jsonl", "--out", tmp_path / "out", *OPTIONS, "--scheduler", address)
        assert cluster.stdin is not None
        cluster.stdin.close()
    assert files_of(tmp_path / "out") == files_of(newsroom / "whole")


def test_a_scheduler_that_does_not_answer_is_told(newsroom: Path, tmp_path: Path) -> None:
    source, out = newsroom / "articles.jsonl", tmp_path / "out"
    told = ("--no-facts", "--scheduler", "tcp://127.0.0.1:9")
    soon = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    ended = start("archive", "run", str(source), "--out", str(out), *told, env=soon)
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines() == [
        "tcp://127.0.0.1:9: no Dask scheduler answers there (an address is `tcp://host:port`)"
    ]


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("the only copy")
    ended = start("archive", "run", str(ROOT / "tests" / "drafts"), "--out", str(tmp_path), "--no-facts")
    assert ended.returncode == 2
    assert b"something else in this folder" in ended.stderr
    assert files_of(tmp_path) == {"thesis.txt": b"the only copy"}
