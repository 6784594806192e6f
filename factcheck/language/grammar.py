"""The words by which a sentence says what its figures measure."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TypeVar

from msgspec import Struct

from factcheck.model.claim import Basis, Measure
from factcheck.model.document import Language

_Name = TypeVar("_Name", bound=str)


class Grammar(Struct, frozen=True, cache_hash=True):
    """One language's words of measure, scope and change. Longer words stand in no particular order; the longest match counts.

    `spaced` tells whether words are set apart by spaces, so that a match must begin and end at a word's edge.
    """

    spaced: bool
    # Words that name a measure, near a figure: 增长 → growth.
    measures: tuple[tuple[str, Measure], ...]
    bases: tuple[tuple[str, Basis], ...]
    # Words that lead from a subject to its figure and belong to neither: 达到, 为, 共有; "stood at", "totalled".
    linking: tuple[str, ...]
    # Words before which or after which a subject cannot go on: clear verbs, prepositions, particles.
    bounds: tuple[str, ...]
    # Words that may stand before a subject but are no part of it: 全区, 建成, 累计; "the", "a total of".
    openers: tuple[str, ...]
    parts: tuple[str, ...]  # 其中, of which
    planned: tuple[str, ...]  # 预计, 力争, target
    plans: tuple[str, ...]  # words of a heading under which everything is planned
    respectively: tuple[str, ...]
    joiners: tuple[str, ...]  # between items of a list: 、 和 and
    change_from: tuple[str, ...]  # 由 从 from
    change_to: tuple[str, ...]  # 增至 调整为 to
    comparing: tuple[str, ...]  # before a period that is a yardstick and no scope: 比 较 than
    regions: tuple[str, ...]  # words that set a scope of place by themselves: 全国 全市 nationwide
    attributive: tuple[str, ...]  # a noun before it narrows down the next one: 30个国家的130名
    manners: tuple[
        str, ...
    ]  # words that open a clause without a subject of its own, which says how figures were made: 按可比价格
    anaphors: tuple[str, ...]  # words that point back to what was said before: 这 该 this they
    definites: tuple[str, ...]  # words that make what is counted behind them all that there is of it: the, its, all
    narrowing: tuple[str, ...]  # words behind a noun that pick some of it: who, with
    particles: tuple[str, ...]  # words that may come and go without a change of what is said
    scopes: tuple[
        str, ...
    ]  # words that open a clause which says of whom or what the next one speaks: for cars using petrol
    contrasts: tuple[tuple[str, ...], ...]  # words of which one says what the others do not: 进口 出口, 增量 存量
    counting: tuple[tuple[str, str], ...]  # counting words that count something else than things: kinds, events
    formerly: tuple[str, ...]  # a figure that was changed since: 原有 调整前
    negations: tuple[str, ...]  # words that turn what is said into its opposite
    closers: str  # marks that end a noun phrase


def words(text: str) -> tuple[str, ...]:
    """Words set out as running text: between commas where there are any (so that a phrase may hold spaces), else at spaces."""
    parts = text.split(",") if "," in text else text.split()
    return tuple(part.strip() for part in parts)


def named(*groups: tuple[_Name, str]) -> tuple[tuple[str, _Name], ...]:
    """Pairs of word and name, from the words of each name set out as running text."""
    return tuple((word, name) for name, text in groups for word in words(text))


@cache
def table(language: Language) -> Grammar:
    """The grammar of a language, loaded when first asked for."""
    found: Grammar = import_module(f"factcheck.language.{language}.grammar").TABLE
    return found
