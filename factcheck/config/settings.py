"""What is in force for one draft, and where each setting is from.

A flag wins, then the last part of the configuration that is for the draft, then its top, then what holds when nobody says
anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from factcheck.config.form import Config, FailOn, KeyPath, Part, RuleSetting
from factcheck.config.globs import matches, name_below
from factcheck.model.finding import SEVERITIES, Severity

# Where a setting is from: a flag, the path of a key in the configuration, or nowhere.
Source = Literal["default", "flag"] | KeyPath

DEFAULTS: Mapping[str, Any] = {
    "facts": None,
    "language": "auto",
    "encoding": None,
    "select": (),
    "ignore": (),
    "strict": False,
    "fail-on": "error",
    "min-severity": "info",
    "rules": {},
    "baseline": None,
    "ignore-file": None,
    "ui-language": "auto",
}


class Settings(Struct, frozen=True):
    """What is in force for a draft. Paths are as given on the command line, or start from the configuration's folder.

    `sources` tells of each key where its value is from: for `ignore` and `rules`, which add up, of each word.
    """

    config: Config | None
    values: Mapping[str, Any]
    sources: Mapping[str, Source]
    ignored: Mapping[str, Source]
    set_rules: Mapping[str, Source]

    @property
    def language(self) -> str:
        return str(self.values["language"])

    @property
    def encoding(self) -> str | None:
        encoding: str | None = self.values["encoding"]
        return encoding

    @property
    def strict(self) -> bool:
        return bool(self.values["strict"])

    @property
    def fail_on(self) -> FailOn:
        fail_on: FailOn = self.values["fail-on"]
        return fail_on

    @property
    def min_severity(self) -> Severity:
        severity: Severity = self.values["min-severity"]
        return severity

    @property
    def rules(self) -> Mapping[str, RuleSetting]:
        settings: Mapping[str, RuleSetting] = self.values["rules"]
        return settings

    def shows(self, severity: Severity) -> bool:
        """Whether a finding of this severity is reported."""
        return SEVERITIES.index(severity) >= SEVERITIES.index(self.min_severity)

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the exit status 1."""
        return self.fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(self.fail_on)

    def paths(self, key: str) -> tuple[Path, ...]:
        """The files and folders of a key; none where it is not set."""
        value = self.values[key]
        if value is None:
            return ()
        names = (value,) if isinstance(value, str) else value
        if self.config is None or self.sources[key] == "flag":
            return tuple(map(Path, names))
        return tuple(short(self.config.folder / name) for name in names)


def settings_of(config: Config | None, path: str, flags: Mapping[str, Any]) -> Settings:
    """The settings for the draft at an absolute path. `flags` holds the keys that the command line sets.

    A flag `select` stands for itself: what a configuration selects and ignores at its top is left aside.
    """
    values = dict(DEFAULTS)
    ignored: dict[str, Source] = {}
    rules: dict[str, RuleSetting] = {}
    set_rules: dict[str, Source] = {}
    sources: dict[str, Source] = dict.fromkeys(DEFAULTS, "default")
    for part in _parts(config, path):
        for key, value in part.values.items():
            at = (*part.at, key)
            if key == "ignore":
                ignored |= {} if part.files is None and "select" in flags else dict.fromkeys(value, at)
            elif key == "rules":
                rules |= {rule: _together(rules.get(rule), setting) for rule, setting in value.items()}
                set_rules |= {rule: (*at, rule) for rule in value}
            else:
                values[key], sources[key] = value, at
    for key, value in flags.items():
        if key == "ignore":
            ignored |= dict.fromkeys(value, "flag")
        else:
            values[key], sources[key] = value, "flag"
    values |= {"ignore": tuple(ignored), "rules": rules}
    return Settings(config, values, sources, ignored, set_rules)


def short(path: Path) -> Path:
    """A path relative to the working directory where it lies below it."""
    working = Path.cwd()
    return path.relative_to(working) if path.is_relative_to(working) else path


def _parts(config: Config | None, path: str) -> list[Part]:
    """The whole configuration's own settings, and its parts that are for a draft, in the order in which they count."""
    if config is None:
        return []
    top, *others = config.parts
    whole = Part(None, {key: value for key, value in config.whole.items() if key in DEFAULTS}, top.at)
    below = relative(config, path)
    return [whole, top, *(part for part in others if part.files is not None and matches(part.files, below))]


def relative(config: Config, path: str) -> str:
    """A draft's path from the folder of a configuration, with forward slashes."""
    return name_below(config.folder, path)


def _together(before: RuleSetting | None, setting: RuleSetting) -> RuleSetting:
    if before is None:
        return setting
    return RuleSetting(setting.severity or before.severity, {**before.options, **setting.options})
