"""The findings that were there before: passed over as often as they are held, so that one more is new.

The file is JSON with a line for each, sorted, so that a review sees what came and went. Paths start from the file's folder.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from factcheck.config.errors import ConfigError
from factcheck.config.globs import name_below
from factcheck.model.finding import Finding
from factcheck.model.message import msgid, say
from factcheck.model.problem import Problem
from factcheck.model.suppression import Accepted
from factcheck.translation.foreign import reason, recognised

VERSION = 1


class Held(Struct, frozen=True, order=True):
    """So many findings of one draft with one fingerprint; `rule` and `found` are for readers."""

    path: str
    rule: str
    found: str
    fingerprint: str
    count: int = 1


class Baseline(Struct, frozen=True):
    """What a baseline holds, by draft."""

    folder: Path
    held: Mapping[str, tuple[Held, ...]] = {}

    def name(self, path: str) -> str:
        """A draft's absolute path as this baseline writes it."""
        return name_below(self.folder, path)

    def for_draft(self, path: str) -> tuple[Accepted, ...]:
        """An acceptance for each finding that is held of the draft at an absolute path."""
        held = self.held.get(self.name(path), ())
        return tuple(Accepted(each.fingerprint, "baseline") for each in held for _ in range(each.count))

    def updated(self, findings: Mapping[str, Iterable[Finding]]) -> Baseline:
        """With what was found in these drafts, by absolute path, in place of what was held of them."""
        now = {self.name(path): self._held(path, found) for path, found in findings.items()}
        return Baseline(self.folder, {**self.held, **now})

    def pruned(
        self, findings: Mapping[str, Iterable[Finding]], exists: Callable[[Path], bool] = Path.exists
    ) -> Baseline:
        """Without what is found no more in these drafts, and without drafts that are gone; nothing is added."""
        kept = {path: held for path, held in self.held.items() if exists(self.folder / path)}
        for path, found in findings.items():
            counts = {each.fingerprint: each.count for each in self._held(path, found)}
            kept[self.name(path)] = tuple(
                Held(each.path, each.rule, each.found, each.fingerprint, min(each.count, counts[each.fingerprint]))
                for each in kept.get(self.name(path), ())
                if each.fingerprint in counts
            )
        return Baseline(self.folder, kept)

    @property
    def count(self) -> int:
        """How many findings are held."""
        return sum(each.count for held in self.held.values() for each in held)

    def text(self) -> str:
        """The file."""
        lines = ",\n".join(
            json.dumps(_members(each), ensure_ascii=False) for held in sorted(self.held.items()) for each in held[1]
        )
        return (
            f'{{"factcheck_baseline": {VERSION}, "findings": [\n{lines}\n]}}\n'
            if lines
            else f'{{"factcheck_baseline": {VERSION}, "findings": []}}\n'
        )

    def _held(self, path: str, findings: Iterable[Finding]) -> tuple[Held, ...]:
        name = self.name(path)
        counts = Counter((each.rule, shown(each), each.fingerprint) for each in findings)
        return tuple(sorted(Held(name, *key, count) for key, count in counts.items()))


def read_baseline(path: Path, shown: str) -> Baseline:
    """The baseline in a file. Raises ConfigError for one that can't be read or is none."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        said = say("the baseline can't be read: {why}", why=reason(error))
        raise ConfigError((Problem(shown, 0, 0, said, _WRITE),)) from error
    except UnicodeDecodeError as error:
        raise ConfigError((Problem(shown, 0, 0, say("this is no baseline"), _WRITE),)) from error
    except json.JSONDecodeError as error:
        said = say("not valid JSON: {problem}", problem=recognised(error.msg, _COMPLAINTS))
        raise ConfigError((Problem(shown, error.lineno, error.colno, said, _WRITE),)) from error
    try:
        return Baseline(path.absolute().parent, _by_draft(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigError((Problem(shown, 0, 0, say("this is no baseline"), _WRITE),)) from error


_WRITE = say("`factcheck baseline update` writes it anew")


# What the parser complains of, in its words.
_COMPLAINTS = (
    msgid("Expecting value"),
    msgid("Expecting ',' delimiter"),
    msgid("Expecting ':' delimiter"),
    msgid("Expecting property name enclosed in double quotes"),
    msgid("Illegal trailing comma before end of object"),
    msgid("Illegal trailing comma before end of array"),
    msgid("Unterminated string starting at"),
    msgid("Invalid control character at"),
    msgid("Invalid \\escape"),
    msgid("Extra data"),
)


def _by_draft(data: Any) -> dict[str, tuple[Held, ...]]:
    if data["factcheck_baseline"] != VERSION:
        raise ValueError(data["factcheck_baseline"])
    by_draft: dict[str, tuple[Held, ...]] = {}
    for entry in data["findings"]:
        count = int(entry.get("count", 1))
        held = Held(
            str(entry["path"]), str(entry["rule"]), str(entry.get("found", "")), str(entry["fingerprint"]), count
        )
        by_draft[held.path] = (*by_draft.get(held.path, ()), held)
    return by_draft


def _members(held: Held) -> dict[str, Any]:
    members: dict[str, Any] = {
        "path": held.path,
        "rule": held.rule,
        "found": held.found,
        "fingerprint": held.fingerprint,
    }
    return members if held.count == 1 else members | {"count": held.count}


def shown(finding: Finding) -> str:
    """What a finding is about, for readers: what the draft says, else the fact that it does not state."""
    offence = finding.offence
    text = offence.found or offence.fact or ""
    return " ".join(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").split())
