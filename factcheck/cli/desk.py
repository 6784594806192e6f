"""How the language server checks a draft: by the same configuration, facts, rules and acceptances as `verify`."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path

from msgspec.structs import replace

from factcheck.cli.errors import CommandError
from factcheck.cli.flags import flags_of
from factcheck.cli.language import KEY
from factcheck.config.errors import ConfigError
from factcheck.config.project import STANDARD_INPUT, Project
from factcheck.facts.files import facts_files
from factcheck.facts.problems import FactsError
from factcheck.lsp.settings import Settings, SettingsError
from factcheck.model.document import Document, Language
from factcheck.model.problem import Problem
from factcheck.model.report import Checked
from factcheck.pipeline import Known, check
from factcheck.reading import ReadingError, document_of
from factcheck.translation.locales import LANGUAGES


class Desk:
    """What is in force for a client's settings. What was read of files is kept until `refresh`.

    While a configuration, ignore file or baseline can't be used, drafts are checked without; while facts can't, by those of before.
    """

    def __init__(self, settings: Settings) -> None:
        self._flags = flags_of(
            facts=tuple(map(Path, settings.facts)),
            no_facts=settings.no_facts,
            select=settings.select,
            ignore=settings.ignore,
            strict=settings.strict,
            language=None if settings.language == "auto" else settings.language,
        )
        self._project = Project(self._flags)
        self.ui_language = self._configured_language()
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._good: dict[str, Known] = {}

    def check(self, text: str, path: str) -> Checked | None:
        if not text.replace("\ufeff", "").strip():
            return None
        project = self._usable(path)
        settings = project.settings(path)
        try:
            document = document_of(text, path, settings.language)
        except ReadingError:  # nothing but markup, or code: the writer is at it
            return None
        checked = check(
            document,
            self.known(document),
            rules=project.rules(settings),
            strict=settings.strict,
            accepted=project.accepted(settings, path),
        )
        return replace(checked, findings=tuple(each for each in checked.findings if settings.shows(each.severity)))

    def known(self, document: Document) -> Known | None:
        """The facts for a draft; those of before while they can't be read."""
        path = document.path
        project = self._usable(path)
        try:
            known = project.facts(project.settings(path), path)
        except FactsError as error:
            self._problems[path] = error.problems
        else:
            if known is None:
                self._good.pop(path, None)
            else:
                self._good[path] = known
        return self._serving(self._good.get(path), document)

    def _serving(self, known: Known | None, document: Document) -> Known | None:
        """The facts, unless they were compiled for drafts in another language."""
        if known is not None and known.compiled is not None:
            try:
                known.compiled.index(document.language)
            except FactsError as error:
                self._problems[document.path] = error.problems
                return None
        return known

    def problems(self) -> tuple[Problem, ...]:
        return tuple(dict.fromkeys(problem for problems in self._problems.values() for problem in problems))

    def _configured_language(self) -> Language | None:
        try:
            wanted = Project(self._flags).settings(str(Path.cwd() / STANDARD_INPUT)).values[KEY]
        except ConfigError:  # it is told when a draft is checked
            return None
        return next((language for language in LANGUAGES if language == wanted), None)

    def stamp(self, path: str) -> Hashable:
        """All is looked for anew: a configuration or a folder of facts may have come, or one been repaired."""
        try:
            files = Project(self._flags).files(path)
        except ConfigError as error:
            files = tuple(Path(problem.path) for problem in error.problems)
        return tuple(_stamps(files))

    def refresh(self) -> None:
        self._project = Project(self._flags)
        self.ui_language = self._configured_language()
        self._problems.clear()

    def _usable(self, path: str) -> Project:
        """The project; one without configuration for a draft whose configuration, ignore file or baseline can't be used."""
        try:
            self._project.accepted(self._project.settings(path), path)
        except ConfigError as error:
            self._problems[path] = error.problems
            return Project(self._flags, configured=False)
        return self._project


def open_desk(settings: Settings) -> Desk:
    """A desk for these settings. Raises SettingsError for rules that don't exist, or where none is left."""
    try:
        return Desk(settings)
    except CommandError as error:
        raise SettingsError(*error.messages) from error


def _stamps(paths: tuple[Path, ...]) -> Iterator[tuple[str, int, int]]:
    for file in facts_files([path for path in paths if path.exists()], []):
        try:
            status = file.stat()
        except OSError:  # gone since the folder was listed
            continue
        yield str(file), status.st_mtime_ns, status.st_size
