"""From the options of a command to a project: what the command line sets, and which configuration is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.cli.errors import CommandError, nearest
from factcheck.config.project import Project
from factcheck.model.message import Message, say


def flags_of(
    *,
    facts: Sequence[Path] | None = None,
    no_facts: bool = False,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    strict: bool = False,
    language: str | None = None,
    encoding: str | None = None,
    fail_on: str | None = None,
    min_severity: str | None = None,
    baseline: Path | None = None,
    no_baseline: bool = False,
) -> dict[str, Any]:
    """The settings that the command line makes, by the keys of a configuration. Raises CommandError for an unknown rule."""
    if facts and no_facts:
        raise CommandError([say("--facts and --no-facts exclude each other; leave one out")])
    given = {
        "facts": () if no_facts else tuple(map(str, facts)) if facts else None,
        "select": _rules(select or (), "--select") or None,
        "ignore": _rules(ignore or (), "--ignore") or None,
        "strict": strict or None,
        "language": language,
        "encoding": encoding,
        "fail-on": fail_on,
        "min-severity": min_severity,
        "baseline": () if no_baseline else None if baseline is None else str(baseline),
    }
    _check_some_left(given["select"], given["ignore"])
    return {key: value for key, value in given.items() if value is not None}


def project_of(flags: dict[str, Any], configuration: Path | None, no_configuration: bool) -> Project:
    """The project that a run is about. Raises CommandError for a configuration that is not there."""
    if configuration is not None:
        if no_configuration:
            raise CommandError([say("--config and --no-config exclude each other; leave one out")])
        if not configuration.is_file():
            raise CommandError([say("{file}: no such configuration", file=configuration)])
    return Project(flags, configuration=configuration, configured=not no_configuration)


def mapping(values: Sequence[str]) -> dict[str, str]:
    """Columns with the keys that they are, from the values of --map. Raises CommandError."""
    found = {}
    for value in values:
        column, equals, key = value.rpartition("=")
        if not equals or not column or not key:
            raise CommandError([say("--map takes a column and a key, as in COLUMN=KEY, not “{value}”", value=value)])
        found[column] = key
    return found


@contextmanager
def faults_told() -> Iterator[None]:
    """Tell of files of the project that can't be used: every fault, and status 2."""
    from factcheck.config.errors import ConfigError
    from factcheck.facts.problems import FactsError

    try:
        yield
    except (ConfigError, FactsError) as error:
        raise CommandError(problem.placed for problem in error.problems) from error


def unknown_rule(name: str, known: Iterable[str]) -> Message:
    """The complaint about a rule that does not exist."""
    near = nearest(name, known)
    if near is None:
        return say("no such rule: {rule} (`factcheck rules` lists them)", rule=name)
    return say("no such rule: {rule}; did you mean {near}? (`factcheck rules` lists them)", rule=name, near=near)


def _rules(values: Sequence[str], option: str) -> tuple[str, ...]:
    """The rules of a repeatable option, of which each value may hold several with commas between."""
    if not values:
        return ()
    from factcheck.rules import rule_ids

    names = dict.fromkeys(name.strip() for value in values for name in value.split(","))
    strange = [name for name in names if name not in rule_ids()]
    if strange:
        raise CommandError(
            say("{place}: {said}", place=option, said=unknown_rule(name, rule_ids())) for name in strange
        )
    return tuple(names)


def _check_some_left(select: Any, ignore: Any) -> None:
    if not ignore:
        return
    from factcheck.rules import rule_ids

    if not set(select or rule_ids()) - set(ignore):
        raise CommandError([say("no rule is left to check by: --ignore takes away all that --select leaves")])
