"""A facts file that is open in the editor: what `factcheck facts check` says of its text, saved or not."""

from __future__ import annotations

from factcheck.facts.check import remarks
from factcheck.facts.files import SUFFIXES
from factcheck.facts.load import facts_of
from factcheck.facts.problems import FactsError
from factcheck.model.problem import Problem
from factcheck.patterns import compiled

_HEAD = r"(?m)^factcheck[ \t]*:"


def is_yaml(path: str) -> bool:
    """Whether a file is YAML by its name: perhaps facts, and no draft."""
    return path.lower().endswith(SUFFIXES)


def is_configuration(path: str) -> bool:
    """Whether a file is TOML by its name: perhaps what is in force, and no draft."""
    return path.lower().endswith(".toml")


def problems_in(text: str, path: str) -> tuple[Problem, ...]:
    """The faults of the file, or what is worth a second look; none for YAML that is no facts file."""
    if not compiled(_HEAD).search(text):
        return ()
    try:
        return remarks(facts_of(text, path))
    except FactsError as error:
        return error.problems
