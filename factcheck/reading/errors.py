"""What is raised for a draft that can't be read."""

from __future__ import annotations

from factcheck.model.message import Message
from factcheck.model.problem import Problem


class ReadingError(Exception):
    """A draft that can't be found or read; `message` says which, why, and what to do about it."""

    def __init__(self, path: str, said: Message, advice: Message | None = None) -> None:
        self.message = Problem(path, 0, 0, said, advice).placed if path else said
        super().__init__(str(self.message))
