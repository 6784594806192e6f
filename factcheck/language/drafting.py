"""How a facts file is drafted in a language: how much wording an entry needs, and how a time is given its year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from factcheck.model.document import Language


@dataclass(frozen=True, slots=True)
class Drafting:
    """One language's measures of wording, in code points.

    A clause with fewer than `enough` beside its figure does not stand alone; a wording longer than `longest` is a passage and
    no claim. `dated` puts a year to a period that is written without one.
    """

    enough: int
    longest: int
    longest_id: int
    dated: str


@cache
def table(language: Language) -> Drafting:
    """A language's table, loaded when first asked for."""
    found: Drafting = import_module(f"factcheck.language.{language}.drafting").TABLE
    return found
