"""What is raised for facts files that can't be used."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.fact import Origin
from factcheck.model.message import say
from factcheck.model.problem import Problem


def taken(name: str, origin: Origin, first: Origin) -> Problem:
    """An id that stands a second time."""
    said = say("the id “{id}” is taken", id=name)
    place = f"{first.path}:{first.line}:{first.column}"
    return Problem(
        origin.path, origin.line, origin.column, said, say("choose another: it stands first at {place}", place=place)
    )


class FactsError(Exception):
    """Facts that can't be used. `problems` holds every fault of every file, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[FactsError], tuple[tuple[Problem, ...]]]:
        """With its problems, where a process hands it to another."""
        return FactsError, (self.problems,)
