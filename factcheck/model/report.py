"""The outcome of a run, as the reporters receive it."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.fact import FactBase
from factcheck.model.finding import SEVERITIES, Finding, Severity
from factcheck.model.match import Verdict
from factcheck.model.suppression import Passed

AGREEMENT: tuple[Verdict, ...] = ("verified", "rounded", "approximate")


class Checked(Struct, frozen=True):
    """One document with what was read from it and what the rules found, in the order of the text; `passed` was passed over."""

    case: Case
    findings: tuple[Finding, ...]
    passed: tuple[Passed, ...] = ()


class Report(Struct, frozen=True):
    """All documents of a run. `facts` is all that any was held against; it is None when every text was checked alone."""

    documents: tuple[Checked, ...]
    facts: tuple[FactBase, ...] | None

    def count(self, *verdicts: Verdict) -> int:
        """How many claims have one of these verdicts."""
        return sum(match.verdict in verdicts for checked in self.documents for match in checked.case.matches)

    def severity(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for checked in self.documents for finding in checked.findings)

    def reaches(self, severity: Severity) -> bool:
        """Whether a finding has this severity or a graver one."""
        least = SEVERITIES.index(severity)
        return any(
            SEVERITIES.index(finding.severity) >= least for checked in self.documents for finding in checked.findings
        )

    @property
    def passed(self) -> int:
        """How many findings were passed over."""
        return sum(len(checked.passed) for checked in self.documents)

    @property
    def quantities(self) -> int:
        return sum(len(checked.case.quantities) for checked in self.documents)

    @property
    def claims(self) -> int:
        return sum(len(checked.case.claims) for checked in self.documents)

    @property
    def unsupported(self) -> int:
        """How many claims nobody vouches for: with no facts, all of them."""
        judged = sum(len(checked.case.matches) for checked in self.documents)
        return self.claims - judged + self.count("unsupported")
