"""Everything that a run holds its drafts against, by draft; each file is read once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.config.find import Finder
from factcheck.config.globs import matches
from factcheck.config.settings import Settings, relative, settings_of, short
from factcheck.model.fact import FactBase
from factcheck.model.message import Message
from factcheck.model.report import Checked
from factcheck.model.rule import Rule
from factcheck.model.suppression import Accepted
from factcheck.pipeline import Known, check, know

if TYPE_CHECKING:
    from datetime import date

    from factcheck.config.baseline import Baseline
    from factcheck.config.form import Config
    from factcheck.config.ignore_file import IgnoreFile
    from factcheck.model.document import Document
    from factcheck.model.saying import Saying

STANDARD_INPUT = "-"


class Project:
    """The configurations, facts, ignore files and baselines of a run.

    `flags` holds the keys of `factcheck.config.settings.DEFAULTS` that the command line sets. `configuration` names the one to
    use for every draft; without `configured` none is used. Methods raise ConfigError and FactsError for files that can't be used.
    """

    def __init__(
        self,
        flags: Mapping[str, Any] | None = None,
        *,
        configuration: Path | None = None,
        configured: bool = True,
        today: date | None = None,
    ) -> None:
        self._flags = flags or {}
        self._named = configuration
        self._configured = configured
        self._today = today
        self._finder = Finder()
        self._nearest_facts = cache(_nearest_facts)
        self._configs: dict[Path, Config] = {}
        self._settings: dict[str, Settings] = {}
        self._facts: dict[tuple[Path, ...], Known] = {}
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._ignore_files: dict[Path, IgnoreFile] = {}
        self._baselines: dict[Path, Baseline] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs to have the same project, with its facts in the same order."""
        return _again, (self._flags, self._named, self._configured, self.today, tuple(self._facts))

    def check(self, document: Document, path: str, elsewhere: tuple[Saying, ...] = ()) -> Checked:
        """A draft, checked by what is in force for the file at `path`; `elsewhere` is what others have said before."""
        settings = self.settings(path)
        return check(
            document,
            self.facts(settings, path),
            rules=self.rules(settings),
            strict=settings.strict,
            accepted=self.accepted(settings, path),
            elsewhere=elsewhere,
        )

    def settings(self, path: str) -> Settings:
        """What is in force for a draft. One from elsewhere has the configuration of the working directory."""
        if path not in self._settings:
            self._settings[path] = settings_of(self.configuration(path), place(path), self._flags)
        return self._settings[path]

    def configuration(self, path: str) -> Config | None:
        """The configuration of a draft; None where there is none."""
        if not self._configured:
            return None
        found = self._named or self._found(self._finder.configuration, path)
        if found is None:
            return None
        if found not in self._configs:
            from factcheck.config.read import read_config  # noqa: PLC0415 - where there is a configuration

            self._configs[found] = read_config(found, str(short(found.absolute())))
        return self._configs[found]

    def excluded(self, path: str) -> bool:
        """Whether the configuration of a file keeps it out of what folders and patterns bring in."""
        config = self.configuration(path)
        return config is not None and matches(config.whole.get("exclude", ()), relative(config, place(path)))

    def files(self, path: str) -> tuple[Path, ...]:
        """The files and folders that the outcome for a draft depends on."""
        settings = self.settings(path)
        ignore_file = self.ignore_file(settings, path)
        return (
            *((settings.config.folder / Path(settings.config.path).name,) if settings.config is not None else ()),
            *((ignore_file.folder / Path(ignore_file.shown).name,) if ignore_file is not None else ()),
            *settings.paths("baseline"),
            *self.facts_paths(settings, path),
        )

    def facts_paths(self, settings: Settings, path: str) -> tuple[Path, ...]:
        """The files and folders of a draft's facts; none where it is checked alone."""
        return settings.paths("facts") if settings.values["facts"] is not None else self._nearest_facts(_folder(path))

    def facts(self, settings: Settings, path: str) -> Known | None:
        """The facts of a draft: those that are set, else of the nearest facts folder; None where it is checked alone."""
        paths = self.facts_paths(settings, path)
        return self.load(paths) if paths else None

    def load(self, paths: tuple[Path, ...]) -> Known:
        """The facts of these files and folders."""
        if paths not in self._facts:
            self._facts[paths] = know(paths)
        return self._facts[paths]

    @property
    def known(self) -> tuple[Known, ...]:
        """The facts that were read, in the order in which drafts asked for them."""
        return tuple(self._facts.values())

    def all_facts(self) -> tuple[FactBase, ...] | None:
        """All that a draft was held against, or None when each was checked alone."""
        return tuple(known.base for known in self.known) or None

    def rules(self, settings: Settings) -> tuple[Rule, ...]:
        """The selected rules (all, when none is named) without the ignored ones, each as it is set."""
        select, ignore = settings.values["select"], settings.values["ignore"]
        key = repr((select, ignore, settings.rules))
        if key not in self._rules:
            from factcheck.rules import load, rule_ids  # noqa: PLC0415

            kept = [load(rule) for rule in rule_ids() if (not select or rule in select) and rule not in ignore]
            self._rules[key] = tuple(
                rule.set(own.severity, own.options) if (own := settings.rules.get(rule.id)) else rule for rule in kept
            )
        return self._rules[key]

    def accepted(self, settings: Settings, path: str) -> tuple[Accepted, ...]:
        """The findings of a draft that were accepted beforehand."""
        ignore_file, baseline = self.ignore_file(settings, path), self.baseline(settings)
        return (
            *(ignore_file.for_draft(place(path), self.today) if ignore_file is not None else ()),
            *(baseline.for_draft(place(path)) if baseline is not None else ()),
        )

    def run_out(self, settings: Settings, path: str) -> tuple[Message, ...]:
        """The entries of the ignore file for a draft that hold no more."""
        ignore_file = self.ignore_file(settings, path)
        return () if ignore_file is None else ignore_file.run_out(place(path), self.today)

    def ignore_file(self, settings: Settings, path: str) -> IgnoreFile | None:
        """The ignore file that is set, else the nearest upwards from the draft."""
        named = settings.paths("ignore-file")
        found = named[0].absolute() if named else self._found(self._finder.ignore_file, path)
        if found is None:
            return None
        if found not in self._ignore_files:
            from factcheck.config.ignore_file import read_ignore_file  # noqa: PLC0415 - where there is one

            self._ignore_files[found] = read_ignore_file(found, str(short(found)))
        return self._ignore_files[found]

    def baseline(self, settings: Settings) -> Baseline | None:
        """The baseline that is set for a draft."""
        named = settings.paths("baseline")
        if not named:
            return None
        (found,) = named
        if found not in self._baselines:
            from factcheck.config.baseline import read_baseline  # noqa: PLC0415 - where there is one

            self._baselines[found] = read_baseline(found, str(found))
        return self._baselines[found]

    @property
    def today(self) -> date:
        """The day of the run, on which the expiry of an entry depends and nothing else."""
        from datetime import date  # noqa: PLC0415

        return self._today or date.today()

    def _found(self, find: Any, path: str) -> Path | None:
        """What is found upwards from a draft, else upwards from the working directory."""
        found: Path | None = find(_folder(path)) or find(os.getcwd())  # noqa: PTH109
        return found


def _again(
    flags: Mapping[str, Any],
    configuration: Path | None,
    configured: bool,
    today: date,
    facts: Iterable[tuple[Path, ...]],
) -> Project:
    project = Project(flags, configuration=configuration, configured=configured, today=today)
    for paths in facts:
        project.load(paths)
    return project


def _nearest_facts(folder: str) -> tuple[Path, ...]:
    """The facts folder upwards from a folder; else the one upwards from the working directory, for a draft from elsewhere."""
    from factcheck.facts.find import nearest_facts  # noqa: PLC0415

    found = nearest_facts(Path(folder)) or nearest_facts(Path.cwd())
    return (found,) if found is not None else ()


def place(path: str) -> str:
    """The absolute path of a draft; standard input without a name has none."""
    return path if path == STANDARD_INPUT else os.path.abspath(path)  # noqa: PTH100 - links stay as they are named


def _folder(path: str) -> str:
    return os.getcwd() if path == STANDARD_INPUT else os.path.dirname(place(path))  # noqa: PTH109, PTH120
