"""Where a sentence and a clause end in a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class SentenceMarks(Struct, frozen=True):
    """One language's marks, as regular expressions; each takes the white space behind it.

    The reader joins them into one alternation, in the order of the fields: what is `whole` hides the marks inside it.
    """

    starts: str  # the characters that can begin any mark: the scan leaps to them
    whole: str  # brackets and short quotations that no mark inside divides
    stop: str  # ends a sentence, closing quotes and brackets included
    point: str  # a full point that may end a sentence: the words around it decide
    clause: str  # ends a clause
    # Words set apart by spaces, in lower case, without their last point.
    abbreviations: str  # whose point ends no sentence
    closing_abbreviations: str  # whose point ends a sentence only before one of `openers`
    openers: str  # words that begin a sentence much more often than they follow an abbreviation


@cache
def table(language: Language) -> SentenceMarks:
    """The marks of a language."""
    loaded: SentenceMarks = import_module(f"factcheck.language.{language}.sentences").TABLE
    return loaded
