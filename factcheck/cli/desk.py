"""How the language server checks a draft: by the same facts, rules and options as `verify`."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path

from factcheck.cli.errors import CommandError
from factcheck.cli.in_force import Facts, rules_in_force
from factcheck.facts.files import facts_files
from factcheck.facts.problems import FactsError
from factcheck.lsp.settings import Settings, SettingsError
from factcheck.model.document import Document
from factcheck.model.finding import say
from factcheck.model.problem import Problem
from factcheck.model.report import Checked
from factcheck.pipeline import Known, check
from factcheck.reading import document_of


class Desk:
    """The facts and rules in force for a client's settings. What was read of facts is kept until `refresh`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rules = rules_in_force(settings.select, settings.ignore)
        self._facts = self._unread()
        self._problems: dict[Path, tuple[Problem, ...]] = {}
        self._good: dict[Path, Known] = {}

    def check(self, text: str, path: str) -> Checked | None:
        if not text.replace("\ufeff", "").strip():
            return None
        document = document_of(text, path, self._settings.language)
        return check(document, self.known(document), rules=self._rules, strict=self._settings.strict)

    def known(self, document: Document) -> Known | None:
        """The facts for a draft's folder; those of before while they can't be read."""
        folder = _folder(document.path)
        if folder not in self._problems:
            try:
                known = self._facts.of(folder)
            except CommandError as error:
                if not isinstance(error.__cause__, FactsError):
                    raise
                self._problems[folder] = error.__cause__.problems
            else:
                if known is None:
                    self._good.pop(folder, None)
                else:
                    self._good[folder] = known
        return self._good.get(folder)

    def problems(self) -> tuple[Problem, ...]:
        return tuple(dict.fromkeys(problem for problems in self._problems.values() for problem in problems))

    def stamp(self, path: str) -> Hashable:
        return tuple(_stamps(self._facts.paths(_folder(path))))

    def refresh(self) -> None:
        self._facts = self._unread()
        self._problems.clear()

    def _unread(self) -> Facts:
        return Facts(tuple(map(Path, self._settings.facts)), self._settings.no_facts)


def open_desk(settings: Settings) -> Desk:
    """A desk for these settings. Raises SettingsError for rules that don't exist, or where none is left."""
    try:
        return Desk(settings)
    except CommandError as error:
        raise SettingsError(*(say("{message}", message=message) for message in error.messages)) from error


def _folder(path: str) -> Path:
    return Path(path).absolute().parent


def _stamps(paths: tuple[Path, ...]) -> Iterator[tuple[str, int, int]]:
    for file in facts_files(paths, []):
        try:
            status = file.stat()
        except OSError:  # gone since the folder was listed
            continue
        yield str(file), status.st_mtime_ns, status.st_size
