"""The library's face. Everything is loaded when it is called, so that importing the package costs next to nothing.

base = factcheck.load_facts("facts/")
checked = factcheck.verify(draft, base)
for finding in checked.findings: ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.version import __version__

if TYPE_CHECKING:
    import os

    from factcheck.model.fact import FactBase
    from factcheck.model.quantity import Quantity
    from factcheck.model.report import Checked

__all__ = ["__version__", "load_facts", "quantities", "verify"]


def load_facts(*paths: str | os.PathLike[str]) -> FactBase:
    """The facts of these files, and of the YAML files in and below these folders. Raises factcheck.facts.problems.FactsError."""
    from pathlib import Path

    from factcheck.facts.load import load_facts as load

    return load([Path(path) for path in paths])


def quantities(text: str, language: Literal["auto", "zh", "en"] = "auto") -> tuple[Quantity, ...]:
    """Every number of a text with its unit and hedge, in order; also those that claim little: 一个, one."""
    from factcheck.extraction.quantities import read_quantities
    from factcheck.reading.language import tell_language

    return read_quantities(text, tell_language(text) if language == "auto" else language, indefinite=True)


def verify(
    text: str,
    facts: FactBase | None = None,
    *,
    path: str = "-",
    language: Literal["auto", "zh", "en"] = "auto",
    strict: bool = False,
) -> Checked:
    """A draft's claims with their verdicts, and what the rules find in it; without facts, checked against itself alone.

    `path` names the draft in messages, and by its suffix tells its format: of a draft with markup, spans count code points of
    the text without it, and the document tells where they stand in `text`. With `strict`, a figure that no fact vouches for is
    an error. Raises ReadingError for markup without text.
    """
    from factcheck.pipeline import check
    from factcheck.reading import document_of

    return check(document_of(text, path, language), facts, strict=strict)
