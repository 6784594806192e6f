"""How values are set into a Chinese sentence."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter


def spaced(template: str, values: Mapping[str, str]) -> str:
    """A template with its values, a space where a Latin letter and a Han character meet at the edge of a value.

    Inside a value, which is a draft's or a file's own text, nothing is changed. Figures stand without spaces, as in the press
    (W3C, Requirements for Chinese Text Layout, 3.2.2, has both ways).
    """
    told = ""
    for literal, name, form, _ in Formatter().parse(template):
        value = "" if name is None else format(values[name], form or "")
        for piece in (literal, value):
            told += f" {piece}" if _meet(told[-1:], piece[:1]) else piece
    return told


def _meet(before: str, after: str) -> bool:
    return (_is_han(before) and _is_latin(after)) or (_is_latin(before) and _is_han(after))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
