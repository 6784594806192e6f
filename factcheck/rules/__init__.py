"""The rules: one offence a file, found by walking this folder.

A rule sees a `Case` and nothing else, and knows no other rule. To add one, add a file: see `factcheck.model.rule`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck.model.rule import Rule


@cache
def rule_ids() -> tuple[str, ...]:
    """The ids of all rules, sorted; no rule is imported for it."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


@cache
def load(rule_id: str) -> Rule:
    """The rule of this id. Raises KeyError when there is none."""
    if rule_id not in rule_ids():
        raise KeyError(rule_id)
    name = rule_id.replace("-", "_")
    found = getattr(import_module(f"{__name__}.{name}"), name)
    if not isinstance(found, Rule):
        message = f"factcheck/rules/{name}.py must define the rule {name}"
        raise TypeError(message)
    return found


def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id."""
    return tuple(load(rule_id) for rule_id in rule_ids())
