"""What is raised where an archive can't be read, checked or reported on."""

from __future__ import annotations

from factcheck.model.message import Message


class ArchiveError(Exception):
    """What is wrong with a source, a folder or a cluster, and what to do about it: a message or several."""

    def __init__(self, *messages: Message) -> None:
        self.messages = messages
        super().__init__("; ".join(map(str, messages)))
