"""Documents from every kind of file that holds many, and what is broken in them."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factcheck.archive.article import Article, day_of
from factcheck.archive.batches import batches
from factcheck.archive.errors import ArchiveError
from factcheck.archive.sources import Columns, open_source

TEXT = "全区共有57家金融机构。"
DAY = date(2023, 11, 20)


def found(path: Path, columns: Columns = Columns()) -> list[Article]:  # noqa: B008 - it is immutable
    source = open_source(str(path))
    read = list(source.articles(columns))
    places = [place for _, place in read]
    assert places == sorted(places)
    assert all(place <= source.size for place in places)
    return [article for article, _ in read]


def test_a_folder_holds_documents_and_files_of_many(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [(article.name, article.content) for article in found(tmp_path)] == [
        (f"{tmp_path}/a.jsonl#1", TEXT),
        (f"{tmp_path}/b/one.txt", TEXT.encode()),
    ]


def test_where_the_outcome_goes_is_no_part_of_the_source(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "claims.parquet").write_bytes(b"PAR1")
    (tmp_path / "output.txt").write_text(TEXT, encoding="utf-8")
    assert open_source(str(tmp_path), tmp_path / "out").files == (f"{tmp_path}/output.txt",)


def test_a_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text(TEXT, encoding="utf-8")
    (article,) = found(tmp_path)
    assert article.name == f"{tmp_path}/caf\\udce9.txt"
    assert article.content == TEXT.encode()


@pytest.mark.parametrize(("name", "pack"), [("articles.jsonl", bytes), ("articles.ndjson.gz", gzip.compress)])
def test_json_lines(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    lines = [
        json.dumps({"body": TEXT, "date": "2023-11-20T08:00:00Z", "title": "t", "url": "u", "more": [1]}),
        "",
        "{broken",
        "[1]",
        json.dumps({"text": TEXT}),
        json.dumps({"body": 7}),
    ]
    (tmp_path / name).write_bytes(pack("\n".join(lines).encode()))
    first, *rest = found(tmp_path / name, Columns(text="body"))
    assert first == Article(f"{tmp_path / name}#1", TEXT, published=DAY, title="t", url="u")
    assert [(article.name.rpartition("#")[2], str(article.failure).partition(" (")[0]) for article in rest] == [
        ("3", "the line is no JSON"),
        ("4", "the line is no JSON object"),
        ("5", "there is no key “body”"),
        ("6", "the value of “body” is no text"),
    ]


def test_a_file_that_breaks_off_is_told_after_what_could_be_read(tmp_path: Path) -> None:
    whole = gzip.compress("".join(json.dumps({"text": f"{TEXT}{n}"}) + "\n" for n in range(2000)).encode())
    (tmp_path / "articles.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *read, last = found(tmp_path / "articles.jsonl.gz")
    assert read
    assert all(article.failure is None for article in read)
    assert "the rest of the file can't be read" in str(last.failure)


def test_parquet(tmp_path: Path) -> None:
    table = pa.table({"text": [TEXT, None, TEXT], "date": [DAY, DAY, None], "other": [1, 2, 3]})
    pq.write_table(table, tmp_path / "articles.parquet")
    one, two, three = found(tmp_path / "articles.parquet")
    assert one == Article(f"{tmp_path}/articles.parquet#1", TEXT, published=DAY)
    assert two.failure is not None
    assert three == Article(f"{tmp_path}/articles.parquet#3", TEXT)
    with pytest.raises(ArchiveError, match="did you mean text"):
        found(tmp_path / "articles.parquet", Columns(text="texts"))
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 is not enough")
    assert found(tmp_path / "broken.parquet")[0].failure is not None


def record(status: str, kind: str, payload: bytes) -> bytes:
    """What a crawler keeps of an answer."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + payload
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2023-11-20T08:00:00Z\r\n"
        "WARC-Target-URI: https://example.org/\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize(("name", "pack"), [("crawl.warc", bytes), ("crawl.warc.gz", gzip.compress)])
def test_web_archives(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    page = f"<!doctype html><p>{TEXT}</p>".encode("gb18030")
    records = [
        record("200 OK", "text/html; charset=GB18030", page),
        record("404 Not Found", "text/html", b"gone"),
        record("200 OK", "image/png", b"\x89PNG"),
        record("200 OK", "text/plain", b"The port has 3 berths."),
    ]
    (tmp_path / name).write_bytes(b"".join(map(pack, records)))
    one, four = found(tmp_path / name)
    assert one == Article(f"{tmp_path / name}#1.html", page, fetched=DAY, url="https://example.org/", charset="GB18030")
    assert (four.name, four.content) == (f"{tmp_path / name}#4.txt", b"The port has 3 berths.")


def test_broken_web_archives(tmp_path: Path) -> None:
    whole = record("200 OK", "text/plain", b"The port has 3 berths.")
    for name, data in [
        ("a.warc", b"this is no web archive\n" * 10),
        ("b.warc", whole + whole[:-20]),
        ("c.warc.gz", gzip.compress(whole) + gzip.compress(whole)[:-30]),
        ("d.warc.gz", whole[:40]),
    ]:
        (tmp_path / name).write_bytes(data)
        assert found(tmp_path / name)[-1].failure is not None, name


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing", "no such file or folder"),
        ("empty", "no documents in this folder"),
        ("a.txt", "name a folder, or a file"),
    ],
)
def test_a_source_that_is_none_is_told(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ArchiveError, match=said):
        open_source(str(tmp_path / path))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-20", DAY),
        ("2023-11-20T08:00:00+08:00", DAY),
        (" 2023/11/20 08:00", DAY),
        ("20231120", DAY),
        ("2023年11月20日", DAY),
        (DAY, DAY),
        ("2023-02-30", None),
        ("yesterday", None),
        (20231120, None),
        (None, None),
    ],
)
def test_days(value: object, day: date | None) -> None:
    assert day_of(value) == day


def made(names: list[str]) -> list[tuple[str, ...]]:
    articles = ((Article(name, name), at) for at, name in enumerate(names, 1))
    return [tuple(article.name for article in batch.articles) for batch in batches(articles, "order", 10)]


def test_batches_hold_about_the_usual_number_and_stay_where_documents_come_and_go() -> None:
    names = [f"articles/{at:04}.txt" for at in range(1000)]
    before = made(names)
    assert [name for batch in before for name in batch] == names
    assert max(map(len, before)) <= 20
    assert 7 <= len(names) / len(before) <= 13
    after = made([*names[:500], "articles/0500a.txt", *names[501:]])
    assert len(set(before) - set(after)) <= 3


def test_a_key_holds_all_that_the_outcome_depends_on() -> None:
    articles = [
        Article("a", "x"),
        Article("a", b"x"),
        Article("b", "x"),
        Article("a", "y"),
        Article("a", "x", published=DAY),
        Article("a", "x", fetched=DAY),
        Article("a", "x", title="t"),
        Article("a", "x", url="t"),
        Article("a", b"x", charset="t"),
    ]
    keys = [batch.key for article in articles for batch in batches(iter([(article, 1)]), "order", 10)]
    other = [batch.key for batch in batches(iter([(articles[0], 1)]), "other order", 10)]
    assert len({*keys, *other}) == len(articles) + 1
