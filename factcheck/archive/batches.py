"""Documents by the hundred, as workers take them and parts keep them.

Where a batch ends is decided by the documents' names, not by counting from the first: one that comes in or goes out changes the
batch that it belongs to, and the others stay what they are and need not be done again (content-defined chunking).
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from msgspec import Struct

from factcheck.archive.article import Article
from factcheck.archive.order import digest
from factcheck.archive.sources import Read

# A batch ends when it holds so many bytes, however few documents they are.
BYTES = 8 * 1024 * 1024


class Batch(Struct, frozen=True):
    """Some documents. `key` is a digest of all that their outcome depends on; `read` is how far the source was read."""

    articles: tuple[Article, ...]
    key: str
    read: int


def batches(articles: Read, order: str, usual: int) -> Iterator[Batch]:
    """The articles in batches of half to twice the `usual` number, for an order by its digest."""
    gathered: list[Article] = []
    size = read = 0
    for article, read in articles:
        gathered.append(article)
        size += article.size
        if size >= BYTES or len(gathered) >= 2 * usual or _ends(article.name, len(gathered), usual):
            yield _batch(gathered, order, read)
            gathered, size = [], 0
    if gathered:
        yield _batch(gathered, order, read)


def _ends(name: str, number: int, usual: int) -> bool:
    """One name in half the usual number ends a batch that is long enough: so their mean is the usual number."""
    least = max(1, usual // 2)
    return number >= least and crc32(name.encode("utf-8", "surrogatepass")) % least == 0


def _batch(articles: list[Article], order: str, read: int) -> Batch:
    return Batch(tuple(articles), digest([order.encode(), *(part for each in articles for part in _parts(each))]), read)


def _parts(article: Article) -> Iterator[bytes]:
    """All that an article is, as bytes."""
    content = article.content
    yield content if isinstance(content, bytes) else (content or "").encode("utf-8", "surrogatepass")
    told = (
        article.name,
        type(content).__name__,
        str(article.failure),
        str(article.published),
        str(article.fetched),
        repr(article.title),
        repr(article.url),
        repr(article.charset),
    )
    yield "\0".join(told).encode("utf-8", "surrogatepass")
