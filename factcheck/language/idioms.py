"""What looks like a number and is none.

Words and names with numerals in them, and what stands beside a number that only labels or dates something. Kinds of wording
rather than single texts; what no list can hold (slogans) is told by its form.

Lists are divided by commas where there are any, else by white space.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class Idioms(Struct, frozen=True):
    """One language's expressions with numerals."""

    words: str  # whole words and names: 四川, 十分, 五一, COVID-19
    behind: str  # right behind a number, they make it a date, a name or an ordinal: 月 日 号 工程, th
    apart: str  # a pattern for clock times and scores, which are no quantities: 18时30分, 3比1
    ordinal: str  # right before a number, they make it an ordinal: 第
    row_numerals: str  # single numerals that slogans are made of, each with a noun: 一核四融五级
    labels: str  # right before a number without a unit, they make it a label: 附件, No., Section
    signs: str  # characters that do so where no word goes on in them: 图, 表
    most: Mapping[str, int]  # a unit, and how many there can be of it; more are a class: 百亿级
    units: Mapping[str, str]  # a unit, and the words before a number by which it is a time or place: 上午 of 10点
    months: str  # names of months, beside which a number is a day
    attributed: str  # behind a multiplier without a digit and its unit, they name a class: 过亿元企业
    quotes: tuple[str, str]  # the marks that open and those that close a quotation
    nouns_after: str  # a pattern for a plural noun behind a number, by which it counts: 2000 workers
    years_of: str  # a pattern for a noun behind a year, which it does not count: 2019 levels
    numbered: (
        str  # a pattern for what stands behind the number of a paragraph or house: 4 Agencies will, 21 Mount Street
    )
    capitals: bool  # whether a capital letter marks a name


def entries(lines: str) -> tuple[str, ...]:
    """The entries of a list."""
    return tuple(" ".join(entry.split()) for entry in (lines.split(",") if ", " in lines else lines.split()))


@cache
def table(language: Language) -> Idioms:
    """The expressions of a language."""
    loaded: Idioms = import_module(f"factcheck.language.{language}.idioms").TABLE
    return loaded
