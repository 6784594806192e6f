"""The language in which a command speaks. It is known before the command line is read, whose faults are told in it, too."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from factcheck.config.find import PYPROJECT, TABLE, Finder
from factcheck.translation.locales import LANGUAGES, language_of

if TYPE_CHECKING:
    from factcheck.model.document import Language

KEY = "ui-language"
_OPTION = f"--{KEY}"


class Spoken(NamedTuple):
    """A language, and what asks for it."""

    language: Language
    source: Literal["flag", "configuration", "locale"]


def spoken(words: Sequence[str], environment: Mapping[str, str]) -> Spoken:
    """By the words of a command line: its flag, else the configuration that holds in the working directory, else the locale.

    What can't be used is passed over here. Whoever reads the command line and the configuration complains of it.
    """
    named = _value(words, _OPTION)
    for language in LANGUAGES:
        if named == language:
            return Spoken(language, "flag")
    configured = _configured(words) if named is None else None
    for language in LANGUAGES:
        if configured == language:
            return Spoken(language, "configuration")
    return Spoken(language_of(environment), "locale")


def _value(words: Sequence[str], option: str) -> str | None:
    """What stands behind an option the last time that it is named."""
    value = None
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--":
            break
        if word == option:
            value = following
        elif word.startswith(f"{option}="):
            value = word.removeprefix(f"{option}=")
    return value


def _configured(words: Sequence[str]) -> object:
    """What the configuration says; most say nothing, and none of these is parsed."""
    if "--no-config" in words:
        return None
    named = _value(words, "--config")
    found = Finder().configuration(os.getcwd()) if named is None else Path(named)  # noqa: PTH109
    try:
        data = found.read_bytes() if found is not None else b""
    except OSError:
        return None
    return _stated(data, in_pyproject=found is not None and found.name == PYPROJECT) if KEY.encode() in data else None


def _stated(data: bytes, *, in_pyproject: bool) -> object:
    import re
    import tomllib

    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except ValueError:  # of TOML, or of UTF-8: its fault is told in the language that it nevertheless names
        line = re.search(rf"(?m)^{KEY} *= *[\"'](\w+)".encode(), data)  # noqa: TID251
        return line[1].decode() if line else None
    for name in TABLE if in_pyproject else ():
        table = table.get(name) if isinstance(table, dict) else None
    return table.get(KEY) if isinstance(table, dict) else None
