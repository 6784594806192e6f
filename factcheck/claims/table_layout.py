"""Where a table has its heads: the rows that head its columns, and the columns that name its rows.

Nothing is guessed: a table whose first row holds figures has no heads, and one whose first column is figures names no rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from factcheck.language.tables import Tables
from factcheck.patterns import compiled

# Heads of so many levels, and so many columns that name a row.
_LEVELS, _NAMES = 3, 2

# A merged head spans so many columns at most.
_SPANNED = 40

Texts = Sequence[Sequence[str]]


class TableLayout(Struct, frozen=True):
    """Rows and columns of a table by what they are for; all are counted from 0.

    The first `stubs` columns hold no figures, and of these `names` name the rows; `unit` is the column that gives their units.
    """

    titles: tuple[int, ...]
    heads: tuple[int, ...]
    body: tuple[int, ...]
    stubs: int
    names: tuple[int, ...]
    unit: int | None
    width: int

    def column_texts(self, texts: Texts, column: int) -> tuple[str, ...]:
        """The head of a column, from the outermost level in; a merged head, whose text is in its first cell, spans the rest."""
        parts: list[str] = []
        for row in self.heads:
            text = _cell(texts, row, column)
            at = column
            while not text and row != self.heads[-1] and max(self.stubs, column - _SPANNED) < at:
                at -= 1
                text = _cell(texts, row, at)
            if text and text not in parts:
                parts.append(text)
        return tuple(parts)

    def row_texts(self, texts: Texts, row: int, above: str) -> tuple[str, ...]:
        """The names of a row; one that several rows share stands in the first of them, and for the others is the one `above`."""
        own = [_cell(texts, row, column) for column in self.names]
        if len(own) > 1 and own[-1] and not own[0]:
            own[0] = above
        found = tuple(filter(None, own))
        if found:
            return found
        other = (text for text in texts[row][: self.stubs] if text and not text.isdecimal())
        return tuple(other)[:1]  # 合计 below the numbers of the rows

    def is_section(self, texts: Texts, row: int) -> bool:
        """Whether a row holds nothing but one text, which heads the rows below it."""
        filled = [column for column, text in enumerate(texts[row]) if text]
        return len(filled) == 1 and filled[0] < self.stubs

    def heads_again(self, texts: Texts, counted: Sequence[bool], row: int) -> bool:
        """Whether a row of the body holds years and no other figure, as the heads of a table right below this one do."""
        cells = list(zip(texts[row], counted, strict=True))[self.stubs :]
        held = [text for text, figure in cells if figure]
        return bool(held) and all(_year().fullmatch(text) for text in held)

    def is_of_years(self, texts: Texts, column: int) -> bool:
        """Whether a column holds years, and nothing that counts."""
        held = [text for row in self.body if (text := _cell(texts, row, column))]
        return bool(held) and all(_year().fullmatch(text) for text in held)


def layout_of(texts: Texts, figures: Sequence[Sequence[bool]], words: Tables) -> TableLayout | None:
    """The layout of a table, given the text of each cell and whether it is a figure; None where it has no heads."""
    rules = [row for row, cells in enumerate(texts) if _is_rule(cells)]
    rows = [row for row in range(len(texts)) if row not in rules]
    width = max(map(len, texts), default=0)
    counted = [
        [held and not _year().fullmatch(text) for held, text in zip(each, cells, strict=True)]
        for each, cells in zip(figures, texts, strict=True)
    ]
    titles: list[int] = []
    while len(rows) > 2 and sum(map(bool, texts[rows[0]])) == 1 and not any(counted[rows[0]]):
        titles.append(rows.pop(0))
    heads = _heads(rows, texts, counted)
    body = [row for row in rows[len(heads) :] if not _numbers_columns(texts[row], rows[len(heads)] == row)]
    if width < 2 or not heads or not body:
        return None
    head = [next(filter(None, (_cell(texts, row, column) for row in heads)), "").lower() for column in range(width)]
    stubs = 0
    while stubs < width - 1 and (head[stubs] in words.ordinals or not any(_held(counted, row, stubs) for row in body)):
        stubs += 1
    blank = (column for column in range(1, width) if not any(_held(counted, row, column) for row in body))
    unit = next((column for column in blank if head[column] in words.units), None)
    candidates = [column for column in range(stubs) if head[column] not in words.ordinals and column != unit]
    names = _names(candidates, texts, body)
    if not names:
        return None
    return TableLayout(tuple(titles), tuple(heads), tuple(body), stubs, names, unit, width)


def _heads(rows: Sequence[int], texts: Texts, counted: Sequence[Sequence[bool]]) -> list[int]:
    """The rows that head the columns: the first, and those below it that fill in what it leaves open."""
    heads: list[int] = []
    for row in rows[:_LEVELS]:
        filled = sum(map(bool, texts[row]))
        opens = not heads or not texts[row][0] or texts[row][0] == texts[heads[0]][0]
        if any(counted[row]) or not opens or (filled < 2 and not heads):
            break
        if not filled or (heads and len(rows) == len(heads) + 1):
            break
        heads.append(row)
    return heads


def _names(candidates: Sequence[int], texts: Texts, body: Sequence[int]) -> tuple[int, ...]:
    """The first of the columns; with the second where the first alone does not tell the rows apart."""
    named = [column for column in candidates if any(_cell(texts, row, column) for row in body)][:_NAMES]
    if len(named) < _NAMES:
        return tuple(named)
    first = [_cell(texts, row, named[0]) for row in body]
    apart = all(first) and len(set(first)) == len(first)
    return tuple(named[:1]) if apart else tuple(named)


def _cell(texts: Texts, row: int, column: int) -> str:
    return texts[row][column] if column < len(texts[row]) else ""


def _held(counted: Sequence[Sequence[bool]], row: int, column: int) -> bool:
    return column < len(counted[row]) and counted[row][column]


def _is_rule(cells: Sequence[str]) -> bool:
    """Whether a row is the line of dashes that Markdown draws below its heads."""
    return bool(cells) and all(compiled(r":?-+:?").fullmatch(cell) for cell in cells)


def _numbers_columns(cells: Sequence[str], first: bool) -> bool:
    """Whether the first row of the body only numbers the columns: 甲 1 2 3."""
    numbers = [cell for cell in cells[1:] if cell]
    return (
        first
        and len(numbers) > 1
        and numbers
        in (
            [str(number) for number in range(1, len(numbers) + 1)],
            [str(number) for number in range(2, len(numbers) + 2)],
        )
    )


@cache
def _year() -> re.Pattern[str]:
    return compiled(r"(?:19|20)\d\d")
