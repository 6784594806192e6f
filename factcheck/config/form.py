"""The form of a configuration: every key, its kind and what it means, in one place.

The checks and their messages, `factcheck config` and the published JSON Schema come from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from msgspec import Struct

from factcheck.model.document import Language
from factcheck.model.finding import Severity

if TYPE_CHECKING:
    from factcheck.config.toml_file import TomlFile

# What may stand after a key. Paths and patterns are relative to the folder of the configuration.
Kind = Literal[
    "paths", "globs", "rules", "language", "encoding", "severity", "fail-on", "flag", "path", "settings", "drafts"
]
LISTS: frozenset[Kind] = frozenset({"paths", "globs", "rules"})

FailOn = Literal["error", "warning", "info", "never"]

WORDS: Mapping[Kind, tuple[str, ...]] = {
    "language": ("auto", *get_args(Language)),
    "severity": get_args(Severity),
    "fail-on": get_args(FailOn),
}


class Key(Struct, frozen=True):
    """One key: `says` explains it to a reader, `example` is a right value, as TOML."""

    name: str
    kind: Kind
    says: str
    example: str


# What may be said for all drafts, and for some of them.
DRAFT: tuple[Key, ...] = (
    Key("facts", "paths", "Facts files, or folders of them; without it the nearest folder facts upwards.", '["facts"]'),
    Key("language", "language", "The language of the drafts; told apart where it is auto.", '"zh"'),
    Key("encoding", "encoding", "The encoding of the drafts; told apart where it is left out.", '"gb18030"'),
    Key("ignore", "rules", "Rules to leave out; those of every matching part add up.", '["missing-unit"]'),
    Key("strict", "flag", "Whether a figure that no fact vouches for is an error.", "true"),
    Key("fail-on", "fail-on", "The least severity that makes the exit status 1.", '"warning"'),
    Key("min-severity", "severity", "The least severity that is reported.", '"warning"'),
    Key(
        "rules",
        "settings",
        "The severity of a rule, or a table with its severity and options.",
        '{missing-unit = "error"}',
    ),
)

WHOLE: tuple[Key, ...] = (
    Key("paths", "paths", "What is checked when a command names no path.", '["drafts"]'),
    Key("exclude", "globs", "Files that a folder or pattern does not bring in.", '["archive/**"]'),
    Key("select", "rules", "The only rules to check by.", '["fact-mismatch"]'),
    Key("baseline", "path", "The file that holds the findings which were there before.", '"factcheck-baseline.json"'),
    Key("ignore-file", "path", "The file of findings that were accepted one by one.", '"factcheck-ignore.toml"'),
    Key(
        "ui-language",
        "language",
        "The language in which factcheck speaks when it runs in this folder or below; that of the locale where it is auto.",
        '"zh"',
    ),
    Key(
        "drafts",
        "drafts",
        "Settings for some drafts; where several match, the last one counts.",
        '[{files = ["2026/**"]}]',
    ),
)

FILES = Key("files", "globs", "The drafts that these settings are for.", '["drafts/2026/**"]')

TOP: tuple[Key, ...] = (*DRAFT, *WHOLE)
PART: tuple[Key, ...] = (FILES, *DRAFT)


Values = Mapping[str, Any]
KeyPath = tuple[str | int, ...]  # of a key in a file: names, and numbers of list items


class RuleSetting(Struct, frozen=True):
    """What a configuration says of a rule."""

    severity: Severity | None = None
    options: Values = {}


class Part(Struct, frozen=True):
    """Settings for the drafts that `files` match; the top of a configuration is for all. `at` is its key's path in the file."""

    files: tuple[str, ...] | None
    values: Values
    at: KeyPath


class Config(Struct, frozen=True):
    """One configuration: `folder` is where its paths and patterns start, `parts` are in the order in which they count."""

    file: TomlFile
    folder: Path
    whole: Values
    parts: tuple[Part, ...]

    @property
    def path(self) -> str:
        """The file as messages name it."""
        return self.file.path


def named(keys: tuple[Key, ...]) -> dict[str, Key]:
    """The keys by name."""
    return {key.name: key for key in keys}
