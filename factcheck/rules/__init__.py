"""The rules: one offence a file, found by walking this folder.

A rule sees a `Case` and nothing else, and knows no other rule. To add one, add a file: see `factcheck.model.rule`.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from factcheck.model.rule import Rule


@cache
def rule_ids() -> tuple[str, ...]:
    """The ids of all rules, sorted; no rule is imported for it."""
    files = os.listdir(os.path.dirname(__file__))  # noqa: PTH120, PTH208 - strings are all that is needed
    return tuple(sorted(file[:-3].replace("_", "-") for file in files if file.endswith(".py") and file[0] != "_"))


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
