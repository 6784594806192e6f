"""Where the documents of an archive come from: one module for each kind of file that holds many, told by its name.

Each has `read(path, columns)`, which yields the articles of a file one after the other, and how many bytes of the file are
read by then. An article is named by its file and its number there, counted from 1: articles.jsonl#17.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factcheck.archive.article import Article
from factcheck.archive.errors import ArchiveError
from factcheck.model.message import listed, say
from factcheck.reading.drafts import SUFFIXES, files_in
from factcheck.translation.foreign import reason

# Files that hold many documents, and the modules that read them.
CONTAINERS = {
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}


class Columns(Struct, frozen=True):
    """What the columns of a table, or the keys of JSON, are called."""

    text: str = "text"
    date: str = "date"
    title: str = "title"
    url: str = "url"


Read = Iterator[tuple[Article, int]]


class Source(Struct, frozen=True):
    """The files of an archive, in their order, and how many bytes they are."""

    files: tuple[str, ...]
    size: int

    def articles(self, columns: Columns) -> Read:
        """The articles of all files, each with how many bytes are read by then."""
        before = 0
        for file in self.files:
            size = _size(file)
            container = _container(file)
            reader = _file if container is None else _reader(container)
            try:
                for article, read in reader(file, columns):
                    yield _nameable(article), before + min(read, size)
            except OSError as error:
                yield _nameable(Article(file, failure=say("can't be read ({why})", why=reason(error)))), before + size
            before += size


def open_source(path: str, out: Path | None = None) -> Source:
    """The files that a path names: a file that holds many documents, or a folder with such files and single documents.

    What is in `out` is no part of it, wherever that lies. Raises ArchiveError where there are none.
    """
    if os.path.isdir(path):  # noqa: PTH112 - a Path would drop a leading ./ that the user wrote
        files = tuple(sorted(_outside(out, files_in(path, (*SUFFIXES, *CONTAINERS)))))
        if not files:
            suffixes = listed((*SUFFIXES, *CONTAINERS))
            raise ArchiveError(
                say("{path}: no documents in this folder (files that end in {suffixes})", path=path, suffixes=suffixes)
            )
        return Source(files, sum(map(_size, files)))
    if not os.path.exists(path):  # noqa: PTH110
        raise ArchiveError(say("{path}: there is no such file or folder", path=path))
    if _container(path) is None:
        suffixes = listed(CONTAINERS)
        raise ArchiveError(
            say("{path}: name a folder, or a file that holds many documents ({suffixes})", path=path, suffixes=suffixes)
        )
    return Source((path,), _size(path))


def _outside(folder: Path | None, files: Iterator[str]) -> Iterator[str]:
    inside = None if folder is None else os.path.join(os.path.abspath(folder), "")  # noqa: PTH100, PTH118 - links stay
    return (file for file in files if inside is None or not os.path.abspath(file).startswith(inside))  # noqa: PTH100


def _nameable(article: Article) -> Article:
    """An article whose name can be written in UTF-8: bytes of a path that are none are escaped."""
    name = article.name.encode("utf-8", "backslashreplace").decode()
    return article if name == article.name else replace(article, name=name)


def _file(path: str, _: Columns) -> Read:
    content = Path(path).read_bytes()
    yield Article(path, content), len(content)


def _container(path: str) -> str | None:
    name = path.lower()
    return next((module for suffix, module in CONTAINERS.items() if name.endswith(suffix)), None)


def _reader(module: str) -> Callable[[str, Columns], Read]:
    read: Callable[[str, Columns], Read] = import_module(f"{__name__}.{module}").read
    return read


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:  # it is told when the file is read
        return 0
