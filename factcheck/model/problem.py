"""What is wrong in a file that people write for the program, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from factcheck.model.finding import Severity
from factcheck.model.message import Message, say


class Problem(Struct, frozen=True):
    """One fault of a file at its place; line and column count from 1, and are 0 when the whole file is meant."""

    path: str
    line: int
    column: int
    said: Message
    advice: Message | None = None
    severity: Severity = "error"

    @property
    def message(self) -> str:
        """What is wrong, without the place."""
        return str(self.said)

    @property
    def hint(self) -> str | None:
        """What to write instead, when that can be told."""
        return None if self.advice is None else str(self.advice)

    @property
    def told(self) -> Message:
        """What is wrong, and what to write instead."""
        if self.advice is None:
            return self.said
        return say("{said}; {advice}", said=self.said, advice=self.advice)

    @property
    def placed(self) -> Message:
        """The same behind its place, as the parsers of errors know it."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return say("{place}: {said}", place=place, said=self.told)

    def __str__(self) -> str:
        return str(self.placed)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was most likely meant, or None when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - loaded only when there is something to correct

    found = get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return found[0] if found else None


def undecodable(path: str, data: bytes, error: UnicodeDecodeError, encoding: str = "UTF-8") -> Problem:
    """The place of the first byte of a file that is not of its encoding."""
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    said = say("this byte is not {encoding}", encoding=encoding)
    return Problem(path, line, column, said, say("save the file as UTF-8"))
