"""Breaking text into lines of a given number of terminal cells, as Chinese and English typesetting ask.

A line may break at a space, after a hyphen or slash inside a word, and beside any wide character except between a digit
and its unit. No line begins with a closing mark or ends with an opening one (W3C, Requirements for Chinese Text Layout,
3.1.3). Nothing is left out: a piece wider than the line is cut where the line is full.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len

_CLOSING = frozenset("·，。、；：？！）】》〉」』〕］｝”’…—％‰℃,.;:?!)]}%")
_OPENING = frozenset("（【《〈「『〔［｛“‘([{$€£¥")
_JOINER = "\u200d"


def fold(text: str, width: int) -> tuple[int, ...]:
    """The offsets at which `text` goes on to a new line of at most `width` cells. A space at a break ends the line before."""
    breaks: list[int] = []
    used = offset = 0
    for piece in _pieces(text):
        size = cell_len(piece.rstrip(" "))
        if used + size > width and used:
            breaks.append(offset)
            used = 0
        if size > width:
            cuts = _cuts(piece, width)
            breaks += (offset + cut for cut in cuts)
            used = cell_len(piece[cuts[-1] :])
        else:
            used += cell_len(piece)
        offset += len(piece)
    return tuple(breaks)


def folded(text: str, width: int) -> tuple[str, ...]:
    """The lines themselves, without the spaces at their ends."""
    edges = (0, *fold(text, width), len(text))
    return tuple(text[start:end].rstrip(" ") for start, end in pairwise(edges))


def longest_piece(text: str) -> int:
    """The cells of the longest stretch inside which no line breaks."""
    return max((cell_len(piece.rstrip(" ")) for piece in _pieces(text)), default=0)


def _pieces(text: str) -> Iterator[str]:
    """The stretches inside which no line breaks, each with the spaces that follow it."""
    start = 0
    for at in range(1, len(text)):
        if _may_break(text, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after == " " or after in _CLOSING or before in _OPENING:
        return False
    if before == " ":
        return True
    if before == _JOINER or cell_len(after) == 0 or before.isdigit():
        return False
    if before in _CLOSING and at > 1 and cell_len(text[at - 2]) == 2:  # a half-width mark behind Chinese
        return True
    return before in "-/" or cell_len(before) == 2 or cell_len(after) == 2


def _cuts(piece: str, width: int) -> list[int]:
    """Where a piece that is wider than a line is cut all the same."""
    cuts: list[int] = []
    used = 0
    for at, char in enumerate(piece):
        size = cell_len(char)
        if used + size > width and used:
            cuts.append(at)
            used = 0
        used += size
    return cuts
