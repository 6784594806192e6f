"""What is raised for facts files that can't be used."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.problem import Problem


class FactsError(Exception):
    """Facts that can't be used. `problems` holds every fault of every file, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
