"""`factcheck completion`: the script by which a shell completes commands, options and rules; and what it is then told."""

from __future__ import annotations

import os
from typing import Annotated, Literal

import typer

from factcheck.cli import streams

_VARIABLE = "_FACTCHECK_COMPLETE"  # which the scripts set when they ask


def completion(
    shell: Annotated[Literal["bash", "zsh", "fish", "powershell"], typer.Argument(help="The shell to write it for.")],
) -> None:
    """Print the script that completes commands, options and rules in a shell."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    streams.put(get_completion_script(prog_name="factcheck", complete_var=_VARIABLE, shell=shell) + "\n")


def prepare() -> None:
    """Know the shells' ways of asking, when one of them asks."""
    if _VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def complete_rules(incomplete: str) -> list[str]:
    """The rules that begin so; behind a comma, the next one."""
    from factcheck.rules import rule_ids

    before, comma, word = incomplete.rpartition(",")
    return [f"{before}{comma}{rule}" for rule in rule_ids() if rule.startswith(word)]
