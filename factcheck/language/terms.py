"""Which words and endings tell nothing when texts are compared."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class TermTable(Struct, frozen=True):
    """Words to leave out, and endings to cut from words (longest first), of a language that sets its words apart."""

    stop_words: frozenset[str]
    endings: tuple[str, ...]
    shortest_stem: int


@cache
def table(language: Language) -> TermTable:
    """The terms of a language, loaded when first asked for."""
    found: TermTable = import_module(f"factcheck.language.{language}.terms").TABLE
    return found
