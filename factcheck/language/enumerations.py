"""How a language announces a number of things, names them one by one, and numbers its headings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class Enumerations(Struct, frozen=True, eq=False):
    """One language's ways to enumerate. Fields that end in `pattern` are regular expressions.

    In those that announce a number of things, NUMBER stands for the number. In `series` and `headings`, group "n" holds a word
    of `ordinals`; headings stand from the highest level down to the lowest.
    """

    topic_pattern: str  # what a colon, “that is” or a series of ordinals explains: 五大主题活动, three key areas
    bracket_pattern: str  # what a list in brackets right behind it explains: 四融（…）
    sum_pattern: str  # what sums up the list right before it: …五类小区; "(?!)" where a language has no such form
    sum_heads: str  # … where it sums up whatever stands before it, nouns or not: 教育、医疗、养老三个方面
    that_is_pattern: str  # between a topic and its list within the sentence
    item_mark: str  # the mark between items
    ands: tuple[str, ...]  # words that join the last item to those before it
    more: tuple[str, ...]  # words at a list's end that leave it open
    aside_pattern: str  # words that begin an aside, which is no item
    clause_marks: str  # marks at which a clause ends
    ordinals: Mapping[str, int]
    series: tuple[str, ...]  # ordinals that open the items of a series: 一是 二是, First Second
    last_pattern: str  # words that open the last item of a series in place of an ordinal
    headings: tuple[str, ...]  # marks of numbered headings and items


@cache
def table(language: Language) -> Enumerations:
    """The enumerations of a language."""
    loaded: Enumerations = import_module(f"factcheck.language.{language}.enumerations").TABLE
    return loaded
