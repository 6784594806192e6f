"""The words of reports for readers: severities, verdicts and heads of columns. Reports for programs have them as they are."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.finding import Severity
from factcheck.model.match import Verdict
from factcheck.model.message import Message, say

SEVERITY_WORDS: Mapping[Severity, Message] = {
    "error": say("error"),
    "warning": say("warning"),
    "info": say("info"),
}

VERDICT_WORDS: Mapping[Verdict, Message] = {
    "verified": say("verified"),
    "rounded": say("rounded"),
    "approximate": say("approximate"),
    "mismatch": say("mismatch"),
    "disputed": say("disputed"),
    "unsupported": say("unsupported"),
}

SAYS, STATES, WHERE, VERDICT, WHY = (
    say("the draft says"),
    say("the facts say"),
    say("where"),
    say("verdict"),
    say("why"),
)


def heads(*, with_facts: bool) -> tuple[Message, ...]:
    """The heads of a table of findings; where there are no facts, it has no column for them."""
    return (SAYS, STATES, WHERE, VERDICT, WHY) if with_facts else (SAYS, WHERE, VERDICT, WHY)
