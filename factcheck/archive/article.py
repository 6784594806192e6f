"""A document of an archive, before it is read."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from factcheck.model.message import Message, verbatim
from factcheck.patterns import compiled
from factcheck.translation.foreign import reason

_DATE = r"\s*(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d))"


class Article(Struct, frozen=True):
    """A document by the name that it goes by in the archive, with what its source tells of it.

    `content` is a text, or the bytes of a file; None where the source could not give it, and `failure` says why. `published` is the
    day on which the source says that it appeared, `fetched` the day on which a crawler took it. `charset` is what a server said
    of its encoding, which is often wrong.
    """

    name: str
    content: str | bytes | None = None
    failure: Message | None = None
    published: date | None = None
    fetched: date | None = None
    title: str | None = None
    url: str | None = None
    charset: str | None = None

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.content or b"") + len(self.name)


def day_of(value: object) -> date | None:
    """The day of a date, a time, or a text that begins with one: 2023-11-20T08:00, 2023/11/20, 20231120, 2023年11月20日."""
    if isinstance(value, date):  # a datetime, too
        return date(value.year, value.month, value.day)
    written = compiled(_DATE).match(value) if isinstance(value, str) else None
    if written is None:
        return None
    year, *rest = (int(part) for part in written.groups() if part is not None)
    try:
        return date(year, *rest)
    except ValueError:
        return None


def said_of(error: Exception) -> Message:
    """What a library says of a file that it can't read: its first line."""
    return (
        reason(error)
        if isinstance(error, OSError)
        else verbatim(next(iter(str(error).splitlines()), type(error).__name__))
    )
