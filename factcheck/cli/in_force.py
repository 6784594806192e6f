"""What a run holds drafts against: the facts, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

from factcheck.cli.errors import CommandError, nearest
from factcheck.model.fact import FactBase
from factcheck.model.rule import Rule
from factcheck.pipeline import Known


class Facts(Struct):
    """The facts of each draft: those that were named, or of the nearest facts folder; each folder is loaded once."""

    named: tuple[Path, ...] = ()
    none: bool = False
    loaded: dict[tuple[Path, ...], Known] = field(default_factory=dict)

    def of(self, folder: Path) -> Known | None:
        """The facts for a draft in this folder; None when it is to be checked alone. Raises CommandError for bad facts."""
        paths = self.paths(folder)
        return self._load(paths) if paths else None

    def paths(self, folder: Path) -> tuple[Path, ...]:
        """The files and folders with the facts for a draft in this folder; none when it is to be checked alone."""
        return () if self.none else self.named or self._nearest(folder)

    def all(self) -> FactBase | None:
        """Every fact that was held against a draft, or None when each was checked alone."""
        bases = tuple(known.base for known in self.loaded.values())
        if len(bases) < 2:
            return bases[0] if bases else None
        return FactBase(
            facts=tuple(fact for base in bases for fact in base.facts),
            names=tuple(name for base in bases for name in base.names),
            people=tuple(person for base in bases for person in base.people),
            quotes=tuple(quote for base in bases for quote in base.quotes),
            paths=tuple(path for base in bases for path in base.paths),
            sources=tuple(source for base in bases for source in base.sources),
        )

    def _nearest(self, folder: Path) -> tuple[Path, ...]:
        """The facts folder above the draft; else the one above the working directory, for a draft from elsewhere."""
        from factcheck.facts.find import nearest_facts

        found = nearest_facts(folder) or nearest_facts(Path.cwd())
        return (found,) if found is not None else ()

    def _load(self, paths: tuple[Path, ...]) -> Known:
        from factcheck.facts.problems import FactsError
        from factcheck.pipeline import know

        if paths not in self.loaded:
            try:
                self.loaded[paths] = know(paths)
            except FactsError as error:
                raise CommandError(map(str, error.problems)) from error
        return self.loaded[paths]


def rules_in_force(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The selected rules (all, when none is named) without the ignored ones. Raises CommandError for an unknown rule."""
    from factcheck.rules import load, rule_ids

    known = rule_ids()
    selected, ignored = _named(select, "--select", known), _named(ignore, "--ignore", known)
    kept = [rule for rule in known if (not selected or rule in selected) and rule not in ignored]
    if not kept:
        raise CommandError(["no rule is left to check by: --ignore takes away all that --select leaves"])
    return tuple(map(load, kept))


def unknown_rule(name: str, known: Iterable[str]) -> str:
    """The complaint about a rule that does not exist."""
    return f"no such rule: {name}{nearest(name, known)} (`factcheck rules` lists them)"


def _named(values: Sequence[str], option: str, known: Sequence[str]) -> set[str]:
    """The rules of a repeatable option, of which each value may hold several with commas between."""
    names = {name.strip() for value in values for name in value.split(",")}
    strange = sorted(names - set(known))
    if strange:
        raise CommandError(f"{option}: {unknown_rule(name, known)}" for name in strange)
    return names
