"""What a run holds its documents against, as workers need it: settings, and facts by their place and content.

All documents of an archive are checked alike, by the configuration that is nearest to the source, and each alone: what others
say is for the report. Comments in a document pass findings over as ever; ignore files and baselines are for drafts that people
work on, and don't count.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b, file_digest
from pathlib import Path
from threading import get_ident
from typing import Any

import msgspec
from msgspec import Struct

from factcheck.archive.errors import ArchiveError
from factcheck.config.project import Project
from factcheck.model.document import Language
from factcheck.model.finding import Severity
from factcheck.model.message import listed, say
from factcheck.model.rule import Rule
from factcheck.pipeline import Known, know

_PACKAGE = Path(__file__).parent.parent


class AskedRule(Struct, frozen=True):
    """A rule by its id, with its severity and options as they are set."""

    id: str
    severity: Severity
    options: Mapping[str, Any]

    @property
    def rule(self) -> Rule:
        from factcheck.rules import load  # noqa: PLC0415 - rules are loaded where documents are checked

        return load(self.id).set(self.severity, self.options)


class Order(Struct, frozen=True):
    """How every document is checked. `facts` are absolute paths, None without facts; `said_in` is the language of messages.

    `facts_digest` and `program` are digests of the facts files and of the program.
    """

    facts: tuple[str, ...] | None
    facts_digest: str
    program: str
    rules: tuple[AskedRule, ...]
    strict: bool
    language: str
    encoding: str | None
    said_in: Language

    @property
    def digest(self) -> str:
        """A digest of all of it."""
        return digest([msgspec.json.encode(self, order="sorted")])


def order_of(project: Project, source: str, said_in: Language) -> Order:
    """What is in force for a source. Raises ConfigError and FactsError."""
    inside = os.path.join(source, "-") if os.path.isdir(source) else source  # noqa: PTH112, PTH118
    settings = project.settings(inside)
    known = project.facts(settings, inside)
    rules = (AskedRule(rule.id, rule.severity, rule.chosen) for rule in project.rules(settings))
    paths = project.facts_paths(settings, inside)
    return Order(
        facts=None if known is None else tuple(os.path.abspath(path) for path in paths),  # noqa: PTH100 - links stay
        facts_digest="" if known is None else digest_of(known),
        program=program(),
        rules=tuple(rules),
        strict=settings.strict,
        language=settings.language,
        encoding=settings.encoding,
        said_in=said_in,
    )


def facts_of(order: Order) -> Known | None:
    """The facts of an order, which a thread reads once: a compiled index serves the one that opened it.

    Raises ArchiveError where they are not those that were asked for.
    """
    if order.program != program():
        raise ArchiveError(say("a worker has another version of factcheck than this process; install the same for all"))
    return None if order.facts is None else _facts(order.facts, order.facts_digest, get_ident())


@cache
def _facts(paths: tuple[str, ...], expected: str, _thread: int) -> Known:
    known = know(tuple(map(Path, paths)))
    if digest_of(known) != expected:
        raise ArchiveError(say("{files}: a worker finds other facts there than this process", files=listed(paths)))
    return known


@cache
def program() -> str:
    """A digest of the program's own files, by which two versions are told apart even where they have the same number."""
    files = sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return digest(
        part for path in files for part in (path.relative_to(_PACKAGE).as_posix().encode(), path.read_bytes())
    )


def digest_of(known: Known) -> str:
    """A digest of facts files by their content."""
    return digest(map(_digest_of_file, known.files))


def _digest_of_file(path: Path) -> bytes:
    with path.open("rb") as file:  # a compiled index is too large to be read at once
        return file_digest(file, blake2b).digest()


def digest(parts: Iterable[bytes]) -> str:
    """A digest of several values, of which none runs into the next."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()
