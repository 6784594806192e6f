"""JSON Lines: an object on each line (jsonlines.org), compressed by gzip or not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

import msgspec

from factcheck.archive.article import Article, day_of, said_of
from factcheck.archive.sources import Columns, Read
from factcheck.model.message import Message, say


def read(path: str, columns: Columns) -> Read:
    """An article a line; a line that holds none is one that failed. Empty lines are nothing."""
    decode = msgspec.json.Decoder().decode
    with Path(path).open("rb") as file:
        lines = gzip.GzipFile(fileobj=file) if path.lower().endswith(".gz") else file
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _article(f"{path}#{number}", line, columns, decode), file.tell()
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            broken = say("the rest of the file can't be read ({why})", why=said_of(error))
            yield Article(f"{path}#{number + 1}", failure=broken), file.tell()


def _article(name: str, line: bytes, columns: Columns, decode: Any) -> Article:
    try:
        found = decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Article(name, failure=say("the line is no JSON ({why})", why=said_of(error)))
    if not isinstance(found, dict):
        return Article(name, failure=say("the line is no JSON object"))
    text = found.get(columns.text)
    failure = None if isinstance(text, str) else _lacks(columns.text, present=columns.text in found)
    title, url = (value if isinstance(value := found.get(key), str) else None for key in (columns.title, columns.url))
    content = text if isinstance(text, str) else None
    return Article(name, content, failure, published=day_of(found.get(columns.date)), title=title, url=url)


def _lacks(key: str, *, present: bool) -> Message:
    if present:
        return say("the value of “{key}” is no text", key=key)
    return say("there is no key “{key}”", key=key)
