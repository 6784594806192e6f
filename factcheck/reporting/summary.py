"""The lines that close a report for readers: how much was read, how much of it the facts cover, and how it fared."""

from __future__ import annotations

from factcheck.model.report import AGREEMENT, Report
from factcheck.reporting.plain import plain


def closing(report: Report) -> tuple[str, ...]:
    """The facts files, the coverage, the outcome: a line each."""
    return (*sources(report), coverage(report), outcome(report))


def coverage(report: Report) -> str:
    """Numbers read, claims bound to facts with their verdicts, and claims that no fact covers."""
    read = f"{_count(report.quantities, 'number')} read"
    if report.facts is None:
        return f"{read}, {_count(report.claims, 'claim')}, no facts to hold them against"
    agree, wrong, disputed = report.count(*AGREEMENT), report.count("mismatch"), report.count("disputed")
    bound = _count(agree + wrong + disputed, "claim")
    return f"{read}, {bound} bound: {agree} agree, {wrong} wrong, {disputed} disputed; {report.unsupported} unsupported"


def outcome(report: Report) -> str:
    """How many findings of each severity, in how many documents, and how many were passed over."""
    counts = severities(report.severity("error"), report.severity("warning"), report.severity("info"))
    passed = f"; {report.passed} passed over" if report.passed else ""
    return f"{counts} in {_count(len(report.documents), 'document')}{passed}"


def severities(errors: int, warnings: int, infos: int) -> str:
    """2 errors, 1 warning, 0 notes."""
    return ", ".join((_count(errors, "error"), _count(warnings, "warning"), _count(infos, "note")))


def sources(report: Report) -> tuple[str, ...]:
    """Which facts files the documents were held against, in one line, or in none."""
    if report.facts is None:
        return ()
    base = report.facts
    entries = len(base.facts) + len(base.names) + len(base.people) + len(base.quotes)
    count = f"{entries} entry" if entries == 1 else f"{entries} entries"
    return (f"facts: {', '.join(map(plain, base.paths))} ({count})",)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
