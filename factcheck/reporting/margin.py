"""What a comment in the margin of a draft says of a finding: to somebody who has the draft before the eyes, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.fact import Entry, Source
from factcheck.model.finding import Finding, Related
from factcheck.model.message import Message, listed, say
from factcheck.model.report import Checked
from factcheck.reporting.context import Context, context_of, wording
from factcheck.reporting.plain import plain_line
from factcheck.reporting.words import SEVERITY_WORDS
from factcheck.translation.translator import ENGLISH, Translator


def margin(checked: Checked, translate: Translator = ENGLISH) -> tuple[tuple[str, ...], ...]:
    """The lines of a comment for each finding, in their order."""
    context = context_of(checked.case)
    return tuple(tuple(plain_line(translate(line)) for line in _said(context, finding)) for finding in checked.findings)


def _said(context: Context, finding: Finding) -> Iterator[Message]:
    document, span = context.case.document, finding.span
    where = document.where(span) if span.start < span.end else None
    severity = SEVERITY_WORDS[finding.severity]
    if where is not None and where.aside:  # the comment stands elsewhere
        quoted = document.cut(span)
        yield say(
            "{severity}: {said} ({place}: {text})",
            severity=severity,
            said=finding.said,
            place=where.said(),
            text=quoted,
        )
    else:
        yield say("{severity}: {said}", severity=severity, said=finding.said)
    if finding.offence.suggestion is not None:
        yield say("write: {text}", text=finding.offence.suggestion)
    entry = context.entry(finding)
    if entry is not None:
        yield say("fact: {wording}", wording=wording(entry))
        yield _source(context.case, entry)
    for related in finding.offence.related:
        if entry is None or (related.path, related.line) != (entry.origin.path, entry.origin.line):
            yield _elsewhere(context.case, related)
    yield say("rule: {rule}", rule=finding.rule)


def _source(case: Case, entry: Entry) -> Message:
    """Where a fact comes from: the document that its file was drawn from, and its place in that file."""
    own = dict(zip(case.facts.paths, case.facts.sources, strict=True)).get(entry.origin.path, Source())
    told = (own.title, own.publisher, own.published, own.url, f"{entry.origin.path}:{entry.origin.line}")
    return say("source: {told}", told=listed(each for each in told if each is not None))


def _elsewhere(case: Case, related: Related) -> Message:
    """Another place that makes a finding true."""
    if related.span is None:
        place: object = f"{related.path}:{related.line}"
    else:
        place = case.document.told(related.span)
    return say("see: {said} ({place})", said=related.message, place=place)
