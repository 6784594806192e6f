"""Web archives: WARC 1.0 and 1.1 (ISO 28500), compressed by gzip record by record or not.

A document is what a server answered with success, a resource, or a conversion, if it is of a type that drafts come in. Pictures,
scripts, redirections and what crawlers keep for themselves are no documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.archive.article import Article, day_of, said_of
from factcheck.archive.sources import Columns, Read
from factcheck.model.message import say

_KINDS = frozenset({"response", "resource", "conversion"})

# The types that are read, and the suffix by which readers know each where the content does not tell.
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "application/pdf": ".pdf",
        "application/msword": ".doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/rtf": ".rtf",
    }
)

_STRETCH = 1 << 16  # bytes that are passed over at a time


def read(path: str, _: Columns) -> Read:
    """An article a record that holds one; the number in its name counts all records."""
    with Path(path).open("rb") as file:
        number = 0
        try:
            for number, record in enumerate(ArchiveIterator(file), 1):
                if record.format != "warc":  # the library takes any line for a record of an older format
                    raise ArchiveLoadFailed("no WARC record")
                article = _article(path, number, record)
                if article is not None:
                    yield article, file.tell()
        except Exception as error:  # on broken records the library fails in many ways
            broken = say("the rest of the file can't be read ({why})", why=said_of(error))
            yield Article(f"{path}#{number or 1}", failure=broken), file.tell()


def _article(path: str, number: int, record: Any) -> Article | None:
    if record.rec_type not in _KINDS:
        return None
    http = record.http_headers
    kind = (http or record.rec_headers).get_header("Content-Type") or ""
    named, _, rest = kind.partition(";")
    suffix = _TYPES.get(named.strip().lower())
    if http is not None and not (http.get_statuscode() or "").startswith("2"):
        suffix = None
    content = None if suffix is None else record.content_stream().read()
    while record.raw_stream.read(_STRETCH):
        pass
    if record.raw_stream.limit > 0:
        return Article(f"{path}#{number}{suffix or ''}", failure=say("the record breaks off"))
    if content is None:
        return None
    return Article(
        f"{path}#{number}{suffix}",
        content,
        fetched=day_of(record.rec_headers.get_header("WARC-Date")),
        url=record.rec_headers.get_header("WARC-Target-URI"),
        charset=_charset(rest),
    )


def _charset(parameters: str) -> str | None:
    """The charset of a content type."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'") or None
    return None
