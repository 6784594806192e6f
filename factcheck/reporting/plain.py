"""Text from a draft, a path or a facts file, made safe to show: what would act on a terminal becomes a visible escape.

Control characters (and with them every ANSI sequence), bidirectional overrides, line and paragraph separators, other
invisible format characters and lone surrogates are escaped. The joiners U+200C and U+200D stay: scripts and emoji need
them, and they act on nothing beyond their neighbours.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # Unicode general categories
_JOINERS = "\u200c\u200d"
_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def hidden(text: str) -> set[str]:
    """The characters of a text that show nothing of themselves and could change how their surroundings are shown."""
    if text.isprintable():
        return set()
    return {char for char in set(text) if category(char) in _HIDDEN and char not in _JOINERS}


def plain(text: str) -> str:
    r"""The text with every hidden character written out: \x1b, \u202e. That of a + b is that of a and that of b."""
    return escaped(text, _escape)


def plain_line(text: str) -> str:
    """As `plain`, with each tab and line break as a space: prose that was wrapped in its file, on one line."""
    if text.isprintable():
        return text
    return plain(text.translate(dict.fromkeys(map(ord, _BREAKS), " ")))


def escaped(text: str, escape: Callable[[str], str]) -> str:
    """The text with every hidden character as `escape` writes it."""
    escapes = {ord(char): escape(char) for char in hidden(text)}
    return text.translate(escapes) if escapes else text


def _escape(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
