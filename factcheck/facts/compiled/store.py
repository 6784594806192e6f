"""Opening a compiled index, or saying why it can't be used."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from factcheck.facts.compiled.header import FORM, Header, changed, parts_of_program
from factcheck.facts.compiled.records import decoder
from factcheck.facts.files import of_file
from factcheck.facts.problems import FactsError
from factcheck.model.message import Message, say
from factcheck.version import __version__

if TYPE_CHECKING:
    import sqlite3


class Store:
    """An index that lies in a file. Every process has a connection of its own: SQLite's must not pass from one to another."""

    def __init__(self, path: Path) -> None:
        """Open it. Raises FactsError."""
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self.header = self._header()
        self.dictionary = self.meta("dictionary")

    def _header(self) -> Header:
        import sqlite3  # noqa: PLC0415 - no run without such an index needs it

        try:
            form, header = self._read_header()
        except (sqlite3.Error, msgspec.MsgspecError, TypeError) as error:
            raise self._refused(say("the index is damaged: {why}", why=error)) from error
        if header is None or form != FORM:
            raise self._refused(say("the index was compiled by another version of factcheck"))
        if header.parts != parts_of_program():
            said = say(
                "the index was compiled by factcheck {old}, which reads facts in another way than this {new}",
                old=header.program,
                new=__version__,
            )
            raise self._refused(said, header)
        file = changed(header, self.path.parent)
        if file is not None:
            raise self._refused(say("{file} has changed since the index was compiled", file=file), header)
        return header

    def _read_header(self) -> tuple[int, Header | None]:
        data = self.meta("header")
        (form,) = decoder(tuple[int, ...]).decode(self.meta("form"))
        return form, decoder(Header).decode(data) if form == FORM else None

    def meta(self, key: str) -> bytes:
        """What is kept once for the whole index."""
        (value,) = self.one("SELECT value FROM meta WHERE key = ?", key)
        found: bytes = value
        return found

    def one(self, query: str, *values: Any) -> Any:
        """The first row of an answer; None where there is none."""
        return self._connected().execute(query, values).fetchone()

    def all(self, query: str, *values: Any) -> Sequence[Any]:
        """The rows of an answer."""
        return self._connected().execute(query, values).fetchall()

    def rows(self, query: str) -> Any:
        """The rows of an answer, read while they are asked for."""
        return self._connected().execute(query)

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            import sqlite3  # noqa: PLC0415

            # Nobody writes into an index: a new one takes the old one's place. So no lock is needed.
            place = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(place, uri=True, check_same_thread=False, cached_statements=64)
            self._process = os.getpid()
        return self._connection

    def _refused(self, said: Message, header: Header | None = None) -> FactsError:
        command = "factcheck facts compile …" if header is None else header.command
        return FactsError([of_file(self.path, said, say("compile it again: {command}", command=command))])
