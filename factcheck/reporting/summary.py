"""The lines that close a report for readers: how much was read, how much of it the facts cover, and how it fared."""

from __future__ import annotations

from factcheck.model.message import Listed, Message, counted, listed, say
from factcheck.model.report import AGREEMENT, Report
from factcheck.reporting.plain import plain


def closing(report: Report) -> tuple[Message, ...]:
    """The facts files, the coverage, the outcome: a line each."""
    return (*sources(report), coverage(report), outcome(report))


def coverage(report: Report) -> Message:
    """Numbers read, claims bound to facts with their verdicts, and claims that no fact covers."""
    numbers = counted("{number} number", "{number} numbers", report.quantities)
    if report.facts is None:
        return say(
            "{numbers} read, {claims}, no facts to hold them against", numbers=numbers, claims=_claims(report.claims)
        )
    agree, wrong, disputed = report.count(*AGREEMENT), report.count("mismatch"), report.count("disputed")
    return say(
        "{numbers} read, {claims} bound: {agree} agree, {wrong} wrong, {disputed} disputed; {unsupported} unsupported",
        numbers=numbers,
        claims=_claims(agree + wrong + disputed),
        agree=agree,
        wrong=wrong,
        disputed=disputed,
        unsupported=report.unsupported,
    )


def outcome(report: Report) -> Message:
    """How many findings of each severity, in how many documents, and how many were passed over."""
    told = say(
        "{counts} in {documents}",
        counts=severities(report.severity("error"), report.severity("warning"), report.severity("info")),
        documents=counted("{number} document", "{number} documents", len(report.documents)),
    )
    return say("{outcome}; {number} passed over", outcome=told, number=report.passed) if report.passed else told


def severities(errors: int, warnings: int, infos: int) -> Listed:
    """2 errors, 1 warning, 0 notes."""
    return listed(
        (
            counted("{number} error", "{number} errors", errors),
            counted("{number} warning", "{number} warnings", warnings),
            counted("{number} note", "{number} notes", infos),
        )
    )


def sources(report: Report) -> tuple[Message, ...]:
    """Which facts files the documents were held against, in one line, or in none."""
    if report.facts is None:
        return ()
    count = counted("{number} entry", "{number} entries", sum(base.entries for base in report.facts))
    files = [plain(path) for base in report.facts for path in base.paths]
    return (say("facts: {files} ({entries})", files=listed(files), entries=count),)


def _claims(number: int) -> Message:
    return counted("{number} claim", "{number} claims", number)
