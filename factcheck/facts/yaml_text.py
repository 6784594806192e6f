"""Writing texts as YAML scalars that every YAML reader takes for the same text."""

from __future__ import annotations

import re
from functools import cache

from factcheck.patterns import compiled


def scalar(text: str, *, in_list: bool = False) -> str:
    """The text as it is where YAML leaves it a text, else in double quotes; `in_list` inside […].

    YAML has no way to write a lone surrogate: it becomes the replacement character.
    """
    return text if _is_plain(text, in_list=in_list) else _quoted(text)


def comment(text: str) -> str:
    """The text as one line of a comment."""
    return "# " + "".join(c if c.isprintable() else " " for c in text)


def _is_plain(text: str, *, in_list: bool) -> bool:
    if not text or not text.isprintable() or text != text.strip():
        return False
    if not (text[0].isalnum() or text[0] in "“‘《（(【〈「$£€¥+"):
        return False
    if ": " in text or " #" in text or text.endswith(":") or _looks_typed().fullmatch(text):
        return False
    return not (in_list and any(mark in text for mark in ",[]{}:"))


@cache
def _looks_typed() -> re.Pattern[str]:
    """Texts that YAML 1.1 or 1.2 takes for a number, a truth value, a null, or a time."""
    return compiled(
        r"[+-]?(?:[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[0-9][0-9:_]*(?:\.[0-9]*)?)"
        r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|y|yes|n|no|true|false|on|off|null|none|~",
        re.IGNORECASE,
    )


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    if named is not None:
        return named
    if character == " " or character.isprintable():
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
