"""What the reading process tells: the parts of a draft in plain numbers and text."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.document import BlockKind
from factcheck.model.source import Aside


class Scrap(Struct, frozen=True, array_like=True):
    """A word or a Chinese character, and where it stands: its box in tenths of a point, its row and column in a table."""

    text: str
    page: int
    box: tuple[int, int, int, int]
    row: int = 0
    column: int = 0


class Told(Struct, frozen=True, array_like=True):
    """A part as it comes from the reading process: plain numbers and text."""

    scraps: list[Scrap]
    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True
    table: int = 0
    aside: Aside = ""
    number: int = 0
