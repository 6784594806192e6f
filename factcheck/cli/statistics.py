"""`verify --statistics`: how often each rule spoke, what was passed over, and how drafts and facts met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.cli.inputs import Draft
from factcheck.cli.notes import meets_nothing, never_met
from factcheck.model.finding import SEVERITIES
from factcheck.model.message import Message, listed, msgid, say, verbatim
from factcheck.model.report import Checked
from factcheck.model.suppression import By
from factcheck.reporting.plain import plain
from factcheck.translation.translator import ENGLISH, Translator

_HEADS = (say("rule"), say("errors"), say("warnings"), say("notes"), say("passed over"))

_BY: Mapping[By, str] = {
    "comment": msgid("{number} by comment"),
    "ignore-file": msgid("{number} by ignore-file"),
    "baseline": msgid("{number} by baseline"),
}


def statistics(checked: Sequence[tuple[Draft, Checked]], translate: Translator = ENGLISH) -> str:
    """The figures of a run as text: a row for each rule that spoke, then a line for each kind of meeting."""
    found = Counter((finding.rule, finding.severity) for _, each in checked for finding in each.findings)
    passed = Counter(each.finding.rule for _, one in checked for each in one.passed)
    rules = sorted({rule for rule, _ in found} | set(passed))
    rows = [
        (rule, *(str(found[rule, severity]) for severity in reversed(SEVERITIES)), str(passed[rule])) for rule in rules
    ]
    lines = [*_table([tuple(map(translate, _HEADS)), *rows])] if rows else []
    return "".join(f"{line}\n" for line in (*lines, *map(translate, _meetings(checked))))


def _meetings(checked: Sequence[tuple[Draft, Checked]]) -> list[Message]:
    strangers = [draft.name for draft, each in checked if meets_nothing(each)]
    unmet = never_met(checked)
    held = _held(checked)
    met = {match.fact.id for _, each in checked for match in each.case.matches if match.fact is not None}
    by = Counter(each.by for _, one in checked for each in one.passed)
    lines = [
        say("drafts: {number}, of which no fact was met in {strangers}", number=len(checked), strangers=len(strangers))
    ]
    lines += [verbatim(f"  {plain(name)}") for name in strangers]
    if held:
        lines.append(say("facts: {number}, of which {unmet} were met in no draft", number=held, unmet=held - len(met)))
        lines += [verbatim(f"  {plain(name)}") for name in unmet]
    if by:
        counts = listed(say(_BY[how], number=count) for how, count in sorted(by.items()))
        lines.append(say("passed over: {counts}", counts=counts))
    return lines


def _held(checked: Sequence[tuple[Draft, Checked]]) -> int:
    """How many facts were held against a draft."""
    bases = {id(each.case.facts): each.case.facts for _, each in checked}.values()
    expected = {fact.id for base in bases for fact in base.expected}
    return len(expected) + sum(len(base.facts) - len(base.expected) for base in bases)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    from rich.cells import cell_len

    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell + " " * (width - cell_len(cell)) if at == 0 else " " * (width - cell_len(cell)) + cell
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
