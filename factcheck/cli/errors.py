"""Exit statuses, and what ends a command with status 2: usage, input or facts that can't be worked with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.message import Message

FOUND = 1
FAILED = 2
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells give it


class CommandError(Exception):
    """Messages for the user, a line each: what is wrong, where, and what to do about it."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(map(str, self.messages)))


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was perhaps meant, or None where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(words), n=1)
    return near[0] if near else None
