"""`factcheck explain`: what one rule asks, with its examples."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError


def explain(
    context: typer.Context,
    rule: Annotated[
        str,
        typer.Argument(metavar="RULE", help="The rule's id, such as fact-mismatch.", autocompletion=o.complete_rules),
    ],
    _ui_language: o.UiLanguage = None,
) -> None:
    """Explain a rule, with examples.

    The examples show what it reports and what it does not; they are the rule's tests.
    """
    from factcheck.cli.flags import unknown_rule
    from factcheck.reporting.rule_page import rule_page
    from factcheck.rules import load, rule_ids

    if rule not in rule_ids():
        raise CommandError([unknown_rule(rule, rule_ids())])
    streams.put(rule_page(load(rule), width=streams.width(), translate=context.obj))
