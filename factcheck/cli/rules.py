"""`factcheck rules`: what is looked for."""

from __future__ import annotations

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.translation.translator import Translator


def rules(context: typer.Context, _ui_language: o.UiLanguage = None) -> None:
    """List the rules, with severity and purpose."""
    from factcheck.reporting.words import SEVERITY_WORDS
    from factcheck.rules import all_rules

    translate: Translator = context.obj
    every = all_rules()
    longest = max(len(rule.id) for rule in every)
    words = {severity: translate(word) for severity, word in SEVERITY_WORDS.items()}
    widest = max(map(len, words.values()))  # words of one script, each of whose letters takes as many cells
    streams.put(
        "".join(
            f"{rule.id:<{longest}}  {words[rule.severity]:<{widest}}  {translate.text(rule.summary)}\n"
            for rule in every
        )
    )
