"""How a language tells ages, anniversaries, and whether an event lies ahead or behind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class ElapsedWords(Struct, frozen=True, eq=False):
    """One language's words. All fields but the last two are regular expressions; group "n" holds a number in figures.

    Those that end in `before` stand right before a time (for `re.search` on what precedes it, ending in $), those in `behind`
    right behind it.
    """

    born_before: str
    born_behind: str
    founded_before: str
    founded_behind: str
    anniversary: str  # the whole of it, in the text of a quantity or, with group "n", in the text itself
    age: str
    ahead: str  # an anniversary that is still to come
    bounds: str  # an age as a bound and none of anybody's: 60岁以上
    will: str  # right before a time at which something is announced for
    did: str  # right before a time at which something was over
    did_behind: str  # … or right behind it
    reported: str  # words that tell of an earlier announcement, or of a plan that was changed
    reckoned_up: int  # by how many years an age may be counted more than the birthdays give: 虚岁
    known: Mapping[str, int]  # what everybody knows the year of


@cache
def table(language: Language) -> ElapsedWords:
    """The words of a language, loaded when first asked for."""
    loaded: ElapsedWords = import_module(f"factcheck.language.{language}.elapsed").TABLE
    return loaded
