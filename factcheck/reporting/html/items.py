"""What the page shows: an item for each finding, and one for each claim that no finding tells of; each is a row and a mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.document import Document
from factcheck.model.fact import Entry
from factcheck.model.finding import Finding, Severity
from factcheck.model.match import Match, Verdict
from factcheck.model.message import Message, verbatim
from factcheck.model.report import AGREEMENT, Checked
from factcheck.model.span import Span
from factcheck.reporting.context import Context, context_of
from factcheck.reporting.rows import Row, row_of_finding, row_of_match
from factcheck.reporting.words import VERDICT_WORDS
from factcheck.translation.translator import Translator

# How an item looks: by its severity; what needs no finding agrees, or is no more than information.
Tone = Literal["error", "warning", "info", "agree"]
TONES: tuple[Tone, ...] = ("error", "warning", "info", "agree")  # the gravest first

Kind = str  # a verdict, or the id of a rule

_VERDICT_SIGNS: Mapping[Verdict, str] = {
    "verified": "✓",
    "rounded": "≈",
    "approximate": "~",
    "mismatch": "✗",
    "disputed": "?",
    "unsupported": "○",
}
_TONE_SIGNS: Mapping[Tone, str] = {"error": "✗", "warning": "!", "info": "○", "agree": "✓"}


class Item(Struct, frozen=True):
    """A row of the table; `number` counts from 1 in the order of the rows. `entry` is what the facts file says of it."""

    number: int
    kind: Kind
    tone: Tone
    row: Row
    finding: Finding | None = None
    match: Match | None = None
    entry: Entry | None = None

    @property
    def span(self) -> Span:
        return self.row.span

    @property
    def placed(self) -> bool:
        """Whether it stands somewhere in the text, and is not about the draft as a whole."""
        return self.span.start < self.span.end

    @property
    def sign(self) -> str:
        verdict = _verdict(self.kind)
        return _VERDICT_SIGNS[verdict] if verdict else _TONE_SIGNS[self.tone]


class Section(Struct, frozen=True):
    """One document of the report, with its number from 1, its items, and what is noted of it as a whole, rule by rule."""

    number: int
    checked: Checked
    context: Context
    items: tuple[Item, ...]
    whole: Mapping[str, tuple[Finding, ...]]

    @property
    def case(self) -> Case:
        return self.checked.case

    @property
    def document(self) -> Document:
        return self.checked.case.document


def section(number: int, checked: Checked, translate: Translator) -> Section:
    """A document with its items: errors and warnings first, then what is for information, then what agrees."""
    context = context_of(checked.case)
    whole: dict[str, list[Finding]] = {}
    found = []
    for finding in checked.findings:
        if finding.severity == "info" and finding.span.start == finding.span.end:
            whole.setdefault(finding.rule, []).append(finding)
        else:
            found.append(_of_finding(context, finding, translate))
    told = {item.span for item in found if _verdict(item.kind)}
    found += [_of_match(context, match, translate) for match in checked.case.matches if match.claim.span not in told]
    return Section(number, checked, context, _numbered(found), {rule: tuple(each) for rule, each in whole.items()})


def kind_word(kind: Kind) -> Message:
    """A verdict in words, or a rule's id."""
    verdict = _verdict(kind)
    return VERDICT_WORDS[verdict] if verdict else verbatim(kind)


def kinds(sections: Iterable[Section]) -> tuple[Kind, ...]:
    """The kinds of all items: verdicts in the order of the words for them, then rules by their ids."""
    present = {item.kind for each in sections for item in each.items}
    verdicts = [verdict for verdict in VERDICT_WORDS if verdict in present]
    return (*verdicts, *sorted(present.difference(verdicts)))


def _verdict(kind: Kind) -> Verdict | None:
    return next((verdict for verdict in VERDICT_WORDS if verdict == kind), None)


def _of_finding(context: Context, finding: Finding, translate: Translator) -> Item:
    match, entry = context.match(finding), context.entry(finding)
    of_verdict = match is not None and (entry is not None or finding.rule == "unsupported-claim")
    kind = match.verdict if match is not None and of_verdict else finding.rule
    return Item(0, kind, finding.severity, row_of_finding(context, finding, translate), finding, match, entry)


def _of_match(context: Context, match: Match, translate: Translator) -> Item:
    tone: Severity | Tone = "agree" if match.verdict in AGREEMENT else "info"
    return Item(0, match.verdict, tone, row_of_match(context, match, translate), match=match, entry=match.fact)


def _numbered(items: Iterable[Item]) -> tuple[Item, ...]:
    def order(item: Item) -> tuple[int, bool, Span]:
        group = max(TONES.index(item.tone), TONES.index("warning"))  # errors and warnings in the order of the text
        return group, not item.placed, item.span

    listed = enumerate(sorted(items, key=order), 1)
    return tuple(
        Item(number, each.kind, each.tone, each.row, each.finding, each.match, each.entry) for number, each in listed
    )
