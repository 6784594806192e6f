"""What can go wrong before a text is there to be checked."""

from __future__ import annotations


class ReadingError(Exception):
    """A draft that can't be read. The message is one line: the path, what is wrong, where, and what to do."""
