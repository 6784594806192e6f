"""What looks like a number and is none: words and names with numerals in them, and what stands beside a number that only
labels something. Kinds of wording rather than single texts; what no list can hold (slogans) is told by its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from factcheck.model.document import Language


@dataclass(frozen=True, slots=True)
class Idioms:
    """One language's expressions with numerals; lists are divided by white space (by commas where words hold spaces)."""

    words: str  # whole words and names: 四川, 十分, 五一, COVID-19
    behind: str  # right behind a number, they make it a date, a name or an ordinal: 月 日 号 工程
    ahead: str  # right before a number, they make it a label or an ordinal: 第, No., Section
    slogan_tails: str  # what no number in a slogan has behind it
    attributed: str  # behind a multiplier without a digit and its unit, a class and no figure: 过亿元企业


@cache
def table(language: Language) -> Idioms:
    """The expressions of a language."""
    loaded: Idioms = import_module(f"factcheck.language.{language}.idioms").TABLE
    return loaded
