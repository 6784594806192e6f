"""A table whose columns line up under wide characters, with every cell folded and none cut."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from factcheck.reporting.fold import fold, longest_piece

_GAP = 2  # cells between two columns
_NARROWEST = 6  # cells that a column of text keeps, whatever the width


class Column(Struct, frozen=True):
    """A column's head. A firm column is as wide as its longest word asks; the others share the rest."""

    head: str
    firm: bool = False


def grid(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int, *, ruled: bool) -> Table:
    """The rows as a table of at most `width` cells, unless its words leave no room for that; `ruled` parts them by lines.

    A cell may have lines of its own.
    """
    heads = tuple(Text(column.head) for column in columns)
    sizes = _sizes(columns, [heads, *rows], width)
    made = Table(box=box.HORIZONTALS, show_lines=ruled, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    for head, size in zip(heads, sizes, strict=True):
        made.add_column(_folded(head, size), width=size, no_wrap=True, header_style="bold")
    for row in rows:
        made.add_row(*(_folded(cell, size) for cell, size in zip(row, sizes, strict=True)))
    return made


def _folded(text: Text, width: int) -> Text:
    lines = [line for own in text.split("\n") for line in own.divide(fold(own.plain, width))]
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def _sizes(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> tuple[int, ...]:
    """The columns' widths in cells: each what its text takes, where there is room; else the firm ones first."""
    natural = [max(map(_longest_line, column)) for column in zip(*rows, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    if sum(natural) <= room:
        return tuple(natural)
    firm = {at: max(map(_longest_word, (row[at] for row in rows))) for at, column in enumerate(columns) if column.firm}
    loose = {at: natural[at] for at in range(len(columns)) if at not in firm}
    sizes = firm | _shared(room - sum(firm.values()), loose)
    return tuple(sizes[at] for at in range(len(columns)))


def _longest_word(text: Text) -> int:
    """The cells of the longest word of a firm column, in which words of wide characters are not parted either."""
    words = text.plain.replace("、", "、 ").split()
    return max((longest_piece(word) if word.isascii() else cell_len(word) for word in words), default=0)


def _longest_line(text: Text) -> int:
    return max(line.cell_len for line in text.split("\n", allow_blank=True))


def _shared(room: int, wanted: dict[int, int]) -> dict[int, int]:
    """Each column gets what it wants, or an even part of what the smaller ones leave over."""
    sizes: dict[int, int] = {}
    for at in sorted(wanted, key=lambda at: wanted[at]):
        even = room // (len(wanted) - len(sizes))
        sizes[at] = max(_NARROWEST, min(wanted[at], even))
        room -= sizes[at]
    return sizes
