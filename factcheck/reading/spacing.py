"""Where a line end within a text is a blank to its readers, and where it is nothing."""

from __future__ import annotations

# Chinese, Japanese and Korean, with their punctuation and full-width forms, where no blank stands between words.
_UNSPACED = (
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that sets no blanks between words, or of its punctuation."""
    point = ord(char)
    return point >= _UNSPACED[0][0] and any(first <= point <= last for first, last in _UNSPACED)


def gap(before: str, behind: str) -> str:
    """What stands between two lines to a reader: nothing beside Chinese or at an end, else a blank."""
    if not before or not behind or is_unspaced(before[-1]) or is_unspaced(behind[0]):
        return ""
    return " "
