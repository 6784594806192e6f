"""What the table says of one document: a row for each offence, and the lighter notes gathered by rule."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.document import Document
from factcheck.model.fact import Entry
from factcheck.model.finding import Finding, Severity
from factcheck.model.match import Match
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.reporting.context import Context, context_of, wording
from factcheck.reporting.places import short_place
from factcheck.reporting.plain import plain_line
from factcheck.reporting.words import VERDICT_WORDS
from factcheck.translation.translator import ENGLISH, Translator

NOTHING = "–"


class Row(Struct, frozen=True):
    """One line of the table; `says` and `states` are (before, figure, after), the figure being what the row is about.

    `verdict` and `why` are in the reader's language; `verdict` is a rule's id where no fact was held against the draft.
    """

    span: Span
    says: tuple[str, str, str]
    states: tuple[str, str, str]
    where: str
    verdict: str
    why: str
    severity: Severity | None = None


class Notes(Struct, frozen=True):
    """The findings of one rule that are for information only."""

    rule: str
    items: tuple[str, ...]


def rows(checked: Checked, every_claim: bool = False, translate: Translator = ENGLISH) -> tuple[Row, ...]:
    """Errors and warnings in the order of the text, what concerns it as a whole last; with `every_claim`, all that was read."""
    context = context_of(checked.case)
    found = [
        row_of_finding(context, finding, translate)
        for finding in checked.findings
        if every_claim or finding.severity != "info"
    ]
    if every_claim:
        told = {finding.span for finding in checked.findings}
        found += [
            row_of_match(context, match, translate) for match in checked.case.matches if match.claim.span not in told
        ]
    return tuple(sorted(found, key=lambda row: (row.span.start == row.span.end, row.span)))


def notes(checked: Checked, translate: Translator = ENGLISH) -> tuple[Notes, ...]:
    """What is said for information only, rule by rule."""
    by_rule: dict[str, list[str]] = {}
    for finding in checked.findings:
        if finding.severity == "info":
            by_rule.setdefault(finding.rule, []).append(_note(checked, finding, translate))
    return tuple(Notes(rule, tuple(items)) for rule, items in by_rule.items())


def _note(checked: Checked, finding: Finding, translate: Translator) -> str:
    document, offence = checked.case.document, finding.offence
    if finding.span.start == finding.span.end:  # about the draft as a whole
        return plain_line(offence.fact or translate(finding.said))
    return f"{position(document, finding.span, translate)} {plain_line(offence.found or document.cut(finding.span))}"


def row_of_finding(context: Context, finding: Finding, translate: Translator) -> Row:
    """The line of a finding: with the verdict where it is that of a claim against a fact, else with the rule's id."""
    match, entry, offence = context.match(finding), context.entry(finding), finding.offence
    judged = match is not None and entry is not None
    return Row(
        span=finding.span,
        says=_says(context, finding.span),
        states=_states(entry, offence.expected),
        where=position(context.case.document, finding.span, translate),
        verdict=translate(VERDICT_WORDS[match.verdict]) if match is not None and judged else finding.rule,
        why=plain_line(translate(finding.said)),
        severity=finding.severity,
    )


def row_of_match(context: Context, match: Match, translate: Translator) -> Row:
    """The line of a claim of which nothing else is told."""
    value = match.fact.value.text if match.fact is not None else None
    return Row(
        span=match.claim.span,
        says=_says(context, match.claim.span),
        states=_states(match.fact, value),
        where=position(context.case.document, match.claim.span, translate),
        verdict=translate(VERDICT_WORDS[match.verdict]),
        why="",
    )


def _says(context: Context, span: Span) -> tuple[str, str, str]:
    document, clause = context.case.document, context.clause(span)
    if span.start == span.end:
        return ("", NOTHING, "")
    return parted(document, clause, span)


def parted(document: Document, clause: Span, figure: Span) -> tuple[str, str, str]:
    """A clause as what stands before its figure, the figure, and what stands behind, each fit for one line."""
    before, after = Span(clause.start, figure.start), Span(figure.end, clause.end)
    return (plain_line(document.cut(before)), plain_line(document.cut(figure)), plain_line(document.cut(after)))


def _states(entry: Entry | None, expected: str | None) -> tuple[str, str, str]:
    if entry is None:
        return ("", plain_line(expected) if expected else NOTHING, "")
    text = plain_line(wording(entry))
    figure = plain_line(expected) if expected else text
    before, figure_there, after = text.partition(figure)
    return (before, figure_there, after) if figure_there else ("", f"{figure} ", text)


def position(document: Document, span: Span, translate: Translator) -> str:
    """Where a span stands, in few characters; of what concerns the draft as a whole, nothing."""
    return NOTHING if span.start == span.end else plain_line(translate(short_place(document, span)))
