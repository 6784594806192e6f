"""How a facts file is drafted in a language: how much wording an entry needs, and how times are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language
from factcheck.model.period import Grain


class Drafting(Struct, frozen=True):
    """One language's measures of wording, in code points, and its ways of writing times.

    A clause with fewer than `enough` beside its figure does not stand alone; a wording longer than `longest` is a passage and
    no claim. `dated` puts a year to a period that is written without one; `dates` writes a period of a grain in figures,
    `undated` one whose year the text does not give.
    `bare_counts` tells whether a count may stand without a unit: eleven shops, but 十一家商店.
    """

    enough: int
    longest: int
    longest_id: int
    bare_counts: bool
    dated: str
    dates: Mapping[Grain, str]
    undated: Mapping[Grain, str]


@cache
def table(language: Language) -> Drafting:
    """A language's table, loaded when first asked for."""
    found: Drafting = import_module(f"factcheck.language.{language}.drafting").TABLE
    return found
