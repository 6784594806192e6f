"""The outcome of a run, as the reporters receive it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.case import Case
from factcheck.model.fact import FactBase
from factcheck.model.finding import Finding, Severity
from factcheck.model.match import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """One document with what was read from it and what the rules found, in the order of the text."""

    case: Case
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All documents of a run. `facts` is None when the text was checked alone."""

    documents: tuple[Checked, ...]
    facts: FactBase | None

    def count(self, verdict: Verdict) -> int:
        """How many claims have this verdict."""
        return sum(match.verdict == verdict for checked in self.documents for match in checked.case.matches)

    def severity(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for checked in self.documents for finding in checked.findings)

    @property
    def claims(self) -> int:
        return sum(len(checked.case.claims) for checked in self.documents)
