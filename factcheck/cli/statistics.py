"""`verify --statistics`: how often each rule spoke, what was passed over, and how drafts and facts met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.cli.inputs import Draft
from factcheck.cli.notes import meets_nothing, never_met
from factcheck.model.finding import SEVERITIES
from factcheck.model.report import Checked
from factcheck.reporting.plain import plain

_HEADS = ("rule", "errors", "warnings", "notes", "passed over")


def statistics(checked: Sequence[tuple[Draft, Checked]]) -> str:
    """The figures of a run as text: a row for each rule that spoke, then a line for each kind of meeting."""
    found = Counter((finding.rule, finding.severity) for _, each in checked for finding in each.findings)
    passed = Counter(each.finding.rule for _, one in checked for each in one.passed)
    rules = sorted({rule for rule, _ in found} | set(passed))
    rows = [
        (rule, *(str(found[rule, severity]) for severity in reversed(SEVERITIES)), str(passed[rule])) for rule in rules
    ]
    lines = [*_table([_HEADS, *rows])] if rows else []
    return "".join(f"{line}\n" for line in (*lines, *_meetings(checked)))


def _meetings(checked: Sequence[tuple[Draft, Checked]]) -> list[str]:
    strangers = [draft.name for draft, each in checked if meets_nothing(each)]
    unmet = never_met(checked)
    held = {fact.id for _, each in checked for fact in each.case.facts.facts}
    by = Counter(each.by for _, one in checked for each in one.passed)
    lines = [f"drafts: {len(checked)}, of which no fact was met in {len(strangers)}"]
    lines += [f"  {plain(name)}" for name in strangers]
    if held:
        lines.append(f"facts: {len(held)}, of which {len(unmet)} were met in no draft")
        lines += [f"  {plain(name)}" for name in unmet]
    if by:
        lines.append(f"passed over: {', '.join(f'{count} by {how}' for how, count in sorted(by.items()))}")
    return lines


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
