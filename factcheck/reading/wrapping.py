"""Where a paragraph goes on in the next line, in texts that may be wrapped or hold a paragraph on each line.

Writers of drafts often mean the end of a paragraph by the end of a line: a title with its text right below, Chinese with a
paragraph on each line. What was wrapped is told by its width: the next word would not have had room on the line.
"""

from __future__ import annotations

from itertools import takewhile

from factcheck.reading.blocks import is_row
from factcheck.reading.spacing import is_unspaced

# Where no editor wraps, a line is as long as its paragraph.
_WIDEST = 132

# How much narrower than the widest a full line may be: the blank, and what differs between programs.
_ROOM = 2

_ENDS = "。！？.!?:："
_CHINESE_ENDS = "。！？"
_MIDDLES = "，、；,;"
_QUOTES = "”’」』）)\"'"


def reads_on(line: str, following: str, widest: int) -> bool:
    """Whether a paragraph goes on from a line to the one that follows; the widest of its lines has so many columns."""
    if not line or not following:
        return True
    if is_row(line) or is_row(following):
        return False
    if line[-1] in _MIDDLES:
        return True
    last = line.rstrip(_QUOTES)[-1:]
    if last in _CHINESE_ENDS or (widest > _WIDEST and last in _ENDS):
        return False
    return width(line) + _ROOM + width(_first_word(following)) >= widest


def _first_word(line: str) -> str:
    """What a line would not be broken in: a word, or some Chinese characters, for a mark of punctuation is kept off its start."""
    word = "".join(takewhile(lambda char: not (char.isspace() or is_unspaced(char)), line[:_WIDEST]))
    return word or line[:2]


def width(text: str) -> int:
    """How wide a text is, in columns."""
    return len(text) + sum(map(is_unspaced, text))
