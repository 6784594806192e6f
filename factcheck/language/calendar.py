"""How a language writes dates and stretches of time.

`pattern` finds the words of time. What a word says is its slot:

    years          2020 · 2017、2018 · 2010—2020            relative_year   去年, last year: from the document's own year
    months         11 · 1—10 · December                      relative_month  上月, last month
    days           15 · 16-18                                said_year       当年, that year: from the year last stated
    quarters       三 · third · 3                            said_month      当月: the month last stated
    half           上 · second · 1                           first_months    九, of the first nine months
    decade         80 · 1990 (its first year)                first_quarters  三, of 前三季度
    century        20, before a decade or alone              relative_century  上世纪, 本世纪
    past, future   五, of 近五年 and of the next five years   fiscal          2023 · 2023/24
    plan           十三五 · 13th                             iso             2024-10-16

A group of the pattern bears the name of its slot (months_2, where another alternative has months already), or is one of
    word           a word whose slot and value stand in `moments`
    figures        a number, list or range; its slot is that of its `before` and `unit` together, or of its `unit`, in `frames`
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language

# The first year of each of China's five-year plans; the third began after three years of adjustment.
FIVE_YEAR_PLANS = (1953, 1958, 1966, 1971, 1976, 1981, 1986, 1991, 1996, 2001, 2006, 2011, 2016, 2021, 2026)


class Calendar(Struct, frozen=True):
    """One language's words of time; patterns are regular expressions."""

    pattern: str
    moments: Mapping[str, tuple[str, int]]
    frames: Mapping[str, str]
    false_words: str  # pairs of characters that only look like the end of a time (日均, 初步), set apart by spaces
    lists: str  # between the members of a list: 2017、2018年
    ranges: str  # between the ends of a range: 1—10月
    joints: frozenset[str]  # between two words that name one time together: 今年[的]前三季度, June[, ]2024
    coarse_first: bool  # whether the year always stands before the month, and the month before the day
    # What stands right before and after; the groups since (of what began before: 以来), onset (自, from),
    # by, early, middle, latter, late, first_third, second_third and last_third say what it means.
    head: str
    tail: str
    connectors: frozenset[str]  # from a first time to a last: 至, to
    between: Mapping[str, str]  # connectors that need a word before the first time: "and" needs "between"
    # A base of comparison is no time of the claim: what stands before it (比, than) or after it (相比). Where its own figure
    # follows (比上年的46.9万吨), it is that figure's time all the same, unless the group "share" says that the figure is a share.
    # A word in the group "weak" (from, over) makes a base of nothing but a year.
    base_before: str
    base_after: str
    base_given: str
    aside: str  # what, right behind it, makes a time one of that place alone: 上年|的46.9万吨, 2019年|同期
    # Where a year needs words before it to be told from a number, these; None where it does not.
    bare_year_before: str | None
    # Names of months that are words of other meaning, in lower case, and what must stand before one that stands alone.
    word_months: frozenset[str]
    word_month_before: str | None
    lone_day: str | None  # how a day without a month is written; None where it is not
    prepositions: frozenset[str]  # what may lead to a time and is no part of it: in, during the, 在
    words: Mapping[str, int]  # numbers, ordinals and names of months, in lower case
    plans: Mapping[str, int]  # names of five-year plans that are no ordinals, and which one each is
    ten: str  # the character that multiplies by ten in written-out numbers; empty where there is none
    weekdays: Mapping[str, int]  # from Monday, 0; in lower case, cut to three letters
    weekday_before: str | None  # what says the day of the week beside a date, in its group "weekday"
    weekday_after: str | None
    this_year: str  # words for the year of writing itself: a text that has them speaks of the present


@cache
def table(language: Language) -> Calendar:
    """The calendar of a language."""
    loaded: Calendar = import_module(f"factcheck.language.{language}.calendar").TABLE
    return loaded
