"""A passage of one draft, as other drafts of the run are compared with it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from factcheck.model.message import Message

# So many of the least hashes stand for a passage: two that have six in ten wordings in common share one but for one time in forty.
SKETCH = 4

Sketch = tuple[int, ...]


class Saying(Struct, frozen=True):
    """A passage of a draft: where it stands, counted from 0 among its draft's passages, and its words as they are compared."""

    path: str
    line: int
    column: int
    place: Message  # the same as a reader is told it
    number: int
    words: tuple[str, ...]
    sketch: Sketch


def sketch_of(keys: Sequence[str], size: int) -> Sketch:
    """The least hashes of the runs of `size` neighbouring words, the same in every process."""
    from zlib import crc32  # noqa: PLC0415 - for runs of several drafts alone

    words = [key.encode() for key in keys]
    return tuple(
        sorted({crc32(b"\x1f".join(run)) for run in zip(*(words[at:] for at in range(size)), strict=False)})[:SKETCH]
    )
