"""The words that set figures in relation: from and to, more and less, of which, in total."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language


class Family(Struct, frozen=True, eq=False):
    """Parts that make up a whole between them by their nature. Other names of one member stand behind bars: 男|男性.

    All `members` must be named, `others` may be. The whole's name must hold one of `wholes`, where there are any; a figure that
    stands behind its parts is their whole when its name holds one of `wholes` or `sums`.
    """

    members: tuple[str, ...]
    wholes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()


class Relations(Struct, frozen=True, eq=False):
    """One language's words of relation.

    `kinds` goes from letters to words, set out as running text. A letter stands for a kind of word:
    F from · T to · U more · D less · I is, stands at · C compared with · Y the year before (上年同期) · Z another earlier time
    that is no date (年初, previously) · B by · O or, that is · G of · & and · P of which: a part follows · W in total · S share ·
    H is made up of · R the rest · E and others: the list is open · A each, on average · N real, like for like: a rate that the figures beside it
    need not give · V a year, on annual average · K respectively · L a difference of two · Q the balance of two sides ·
    J so many are left · x no word of relation, though it holds one. Words that say nothing stand under "", and a word may be
    of two kinds in turn: 增至 is UT.
    """

    spaced: bool
    kinds: Mapping[str, str]
    factors: Mapping[str, tuple[int, int]]  # a word for a multiple: doubled is (2, 1), halved (1, 2)
    loosely: tuple[str, ...]  # hedges before a word for a multiple: almost doubled
    families: tuple[Family, ...]
    real: tuple[str, ...] = ()  # measures whose growth is given in real terms, so that their levels don't give it
    ratios: tuple[str, ...] = ()  # what calls the ratio of two counts by a name of its own: 出席率, turnout
    than: tuple[str, ...] = ()  # how a word of change ends that stands before what it is reckoned from: more than
    levels: tuple[str, ...] = ()  # what leads to the level that a change has brought: 增加1.5万亿元、规模9.8万亿元
    balances: tuple[tuple[str, str], ...] = ()  # two sides that are set off against each other; other names behind bars
    between: tuple[str, ...] = ()  # what may lead to a difference, and names nothing new: 两者|相差, with |a lead of
    earlier: tuple[str, ...] = ()  # names of the year before another that is named beside it: 上年, where 去年 follows
    undirected: tuple[str, ...] = ()  # words of change for better or worse, which may go either way in figures
    inverted: tuple[str, ...] = ()  # measures whose figure falls when they rise: ranks, exchange rates, records
    pointing_back: tuple[str, ...] = ()  # how a sentence begins that says more of the figure before it
    frame: tuple[str, ...] = ()  # what stands around a whole that has a frame of its own: 在…中
    per_time: Mapping[str, str] = {}  # what names a mean over “day” or “month”
    pairs: tuple[str, ...] = ()  # one word that names two subjects: 产销
    totals: tuple[str, ...] = ()  # what a table calls the row or column of its sums
    growth_columns: tuple[str, ...] = ()  # what a table calls its column of growth
    share_columns: tuple[str, ...] = ()  # … and its column of shares
    overlapping: tuple[str, ...] = ()  # words that tell parts by a quality of which one thing may have several
    subparts: tuple[str, ...] = ()  # what begins the name of a row that is a part of the one above it
    asides: tuple[str, ...] = ()  # words that open an aside before the first comma, which is no item of a list


@cache
def table(language: Language) -> Relations:
    """The words of relation of a language."""
    loaded: Relations = import_module(f"factcheck.language.{language}.relations").TABLE
    return loaded
