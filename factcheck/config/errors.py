"""What is raised for files of a project that can't be used."""

from __future__ import annotations

from factcheck.model.problem import Problem


class ConfigError(Exception):
    """A configuration, ignore file or baseline that can't be used. `problems` holds every fault of it, in its order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))
