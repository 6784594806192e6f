"""`factcheck rules`: what is looked for."""

from __future__ import annotations

from factcheck.cli import streams


def rules() -> None:
    """List the rules, with severity and purpose."""
    from factcheck.rules import all_rules

    every = all_rules()
    longest = max(len(rule.id) for rule in every)
    streams.put("".join(f"{rule.id:<{longest}}  {rule.severity:<7}  {rule.summary}\n" for rule in every))
