"""factcheck-ignore.toml: findings that were accepted one by one, for drafts that can hold no comment.

[[ignore]]
fingerprint = "0f3a…"              # as JSON, SARIF and `factcheck ignore` give it
reason = "the ministry's own figure, checked on 3 May"
path = "drafts/today.txt"          # optional; the draft, from this file's folder
rule = "fact-mismatch"             # optional, for readers
found = "57家"                      # optional, for readers
until = 2027-01-31                 # optional; the last day on which it holds
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from factcheck.config.form import KeyPath
from factcheck.config.toml_file import TomlFile, read_toml
from factcheck.model.message import Message, listed, say
from factcheck.model.period import day_said
from factcheck.model.problem import nearest
from factcheck.model.suppression import Accepted

KEYS = ("fingerprint", "reason", "path", "rule", "found", "until")


class Entry(Struct, frozen=True):
    """One accepted finding, with its place in the ignore file."""

    fingerprint: str
    reason: str
    line: int
    column: int
    path: str | None = None
    rule: str | None = None
    found: str | None = None
    until: date | None = None


class IgnoreFile(Struct, frozen=True):
    """The entries of an ignore file; their paths start from `folder`."""

    shown: str
    folder: Path
    entries: tuple[Entry, ...] = ()

    def for_draft(self, path: str, today: date) -> tuple[Accepted, ...]:
        """What holds today for the draft at an absolute path."""
        return tuple(
            Accepted(
                entry.fingerprint,
                "ignore-file",
                entry.reason,
                entry.rule,
                self.shown,
                entry.line,
                entry.column,
                bound=entry.path is not None,
            )
            for entry in self._entries(path)
            if entry.until is None or today <= entry.until
        )

    def run_out(self, path: str, today: date) -> tuple[Message, ...]:
        """What held once for the draft at an absolute path."""
        return tuple(
            say(
                "{file}:{line}:{column}: this entry held until {day}: {reason}",
                file=self.shown,
                line=entry.line,
                column=entry.column,
                day=day_said(entry.until),
                reason=entry.reason,
            )
            for entry in self._entries(path)
            if entry.until is not None and entry.until < today
        )

    def _entries(self, path: str) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if entry.path is None or os.path.normpath(os.path.join(self.folder, entry.path)) == path  # noqa: PTH118
        ]


def read_ignore_file(path: Path, shown: str) -> IgnoreFile:
    """The entries of an ignore file. Raises ConfigError with every fault of it."""
    file = read_toml(path, shown)
    for name in file.table:
        if name != "ignore":
            advice = say("write each entry below [[ignore]]")
            file.report(file.key((name,)), say("there is no key “{key}”", key=name), advice)
    listed = file.table.get("ignore", [])
    if not isinstance(listed, list):
        file.report(
            file.value(("ignore",)), say("“ignore” is a list of tables"), say("write each entry below [[ignore]]")
        )
        listed = []
    entries = [_entry(file, table, ("ignore", number)) for number, table in enumerate(listed)]
    file.raise_faults()
    return IgnoreFile(shown, path.absolute().parent, tuple(entry for entry in entries if entry is not None))


def _entry(file: TomlFile, table: object, at: KeyPath) -> Entry | None:
    if not isinstance(table, dict):
        file.report(file.value(at), say("an entry is a table"), say("write each entry below [[ignore]]"))
        return None
    for name in table:
        if name not in KEYS:
            near = nearest(name, KEYS)
            advice = say("write “{near}”", near=near) if near else say("the keys are: {keys}", keys=listed(KEYS))
            file.report(file.key((*at, name)), say("there is no key “{key}”", key=name), advice)
    texts = {name: _text(file, table, name, at) for name in KEYS if name in table and name != "until"}
    for name, why in _NEEDED.items():
        if name not in table:
            file.report(file.value(at), say("this entry has no “{key}”", key=name), why)
    line, column = file.value(at)
    until = _day(file, table["until"], (*at, "until")) if "until" in table else None
    return Entry(
        texts.get("fingerprint") or "",
        " ".join((texts.get("reason") or "").split()),
        line,
        column,
        path=texts.get("path"),
        rule=texts.get("rule"),
        found=texts.get("found"),
        until=until,
    )


_NEEDED = {
    "fingerprint": say("give the finding's own, from a report in JSON or from `factcheck ignore`"),
    "reason": say("say why the finding is accepted, for whoever reads this next"),
}


def _text(file: TomlFile, table: Mapping[str, Any], name: str, at: KeyPath) -> str | None:
    value = table[name]
    if isinstance(value, str) and value.strip():
        return value
    file.report(file.value((*at, name)), say("“{key}” needs a text", key=name), say("put it in double quotes"))
    return None


def _day(file: TomlFile, value: object, at: KeyPath) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        file.report(file.value(at), say("“until” is a day"), say("write until = {example}", example="2027-01-31"))
        return None


def written(entry: Entry) -> str:
    """An entry as TOML, to be added at the end of an ignore file."""
    lines = ["[[ignore]]"]
    for name in KEYS[:-1]:
        value = getattr(entry, name)
        if value is not None:
            lines.append(f"{name} = {_quoted(value)}")
    if entry.until is not None:
        lines.append(f"until = {entry.until.isoformat()}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    r"""A text as a basic string of TOML, which is written like one of JSON; only U+007F must be escaped as well."""
    safe = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return json.dumps(safe, ensure_ascii=False).replace("\x7f", "\\u007F")
