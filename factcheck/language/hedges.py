"""The words that make a number a bound or an approximation.

What each kind means is told in factcheck.model.quantity.HedgeKind. A word of `before` ends right before the number (or its
currency), a word of `after` begins right behind the number and its unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Literal

from msgspec import Struct

from factcheck.model.document import Language
from factcheck.model.quantity import HedgeKind


class Hedges(Struct, frozen=True):
    """One language's hedges by their wording."""

    before: Mapping[str, HedgeKind | Literal[""]]  # "" for words that only end like a hedge: 节约
    after: Mapping[str, HedgeKind]
    bare: Mapping[str, HedgeKind]  # hedges before a multiplier without a digit and before half alone: 过亿, 过半
    amid: str  # words of `after` that also stand between the number and its unit (10+ people), divided by commas
    recent: frozenset[str]  # of `before`, those that say "the last" before a time: 近三年, over the past


def kinds(*rows: tuple[HedgeKind, str]) -> dict[str, HedgeKind]:
    """Rows of a kind and its words, divided by commas."""
    return dict(_each(rows))


def _each(rows: tuple[tuple[HedgeKind, str], ...]) -> Iterator[tuple[str, HedgeKind]]:
    for kind, words in rows:
        for word in words.split(","):
            yield " ".join(word.split()), kind


@cache
def table(language: Language) -> Hedges:
    """The hedges of a language."""
    loaded: Hedges = import_module(f"factcheck.language.{language}.hedges").TABLE
    return loaded
