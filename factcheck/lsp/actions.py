"""What an editor offers to do about findings: write what is suggested, or ignore one with a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types
from msgspec import Struct

from factcheck.lsp.diagnostics import SOURCE
from factcheck.lsp.places import Places
from factcheck.model.document import Document
from factcheck.model.finding import Finding
from factcheck.model.fixes import fixes_of
from factcheck.model.message import Message, say
from factcheck.model.report import Checked
from factcheck.model.span import Span
from factcheck.reporting.plain import plain_line
from factcheck.translation.translator import ENGLISH, Translator

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"

# Formats whose comments no reader of the published text sees.
_WITH_COMMENTS = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml")


class Asked(Struct, frozen=True):
    """What an editor asks actions for: a stretch of the draft, the diagnostics that it shows there, the kinds that it wants."""

    span: Span
    shown: Sequence[types.Diagnostic]
    kinds: Sequence[str] | None

    def wants(self, kind: str) -> bool:
        """Whether a kind is asked for, by its name or by that of a kind above it."""
        return self.kinds is None or any(not each or f"{kind}.".startswith(f"{each}.") for each in self.kinds)


class Target(Struct, frozen=True):
    """The text that is edited: its URI, and its version where the client takes edits for one version only."""

    uri: str
    versioned: bool
    version: int | None

    def edit(self, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: edits})
        named = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named, list(edits))])


def actions(
    checked: Checked, places: Places, target: Target, asked: Asked, translate: Translator = ENGLISH
) -> tuple[types.CodeAction, ...]:
    """For each finding in the stretch what may be done about it, and for the whole draft what is certain."""
    made: list[types.CodeAction] = []
    if asked.wants(QUICK_FIX):
        for finding in _each_once(checked.findings):
            if finding.span.start <= asked.span.end and asked.span.start <= finding.span.end:
                here = places.range(finding.span)
                shown = [each for each in asked.shown if each.code == finding.rule and each.range == here] or None
                made += (
                    types.CodeAction(
                        plain_line(translate(title)),
                        kind=QUICK_FIX,
                        diagnostics=shown,
                        is_preferred=preferred or None,
                        edit=target.edit([edit]),
                    )
                    for title, edit, preferred in _about(checked.case.document, finding, places)
                )
    certain = _certain(checked, places)
    if certain and asked.wants(FIX_ALL):
        made.append(
            types.CodeAction(translate(say("Write all that is certain")), kind=FIX_ALL, edit=target.edit(certain))
        )
    return tuple(made)


def _each_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, of those of one rule on the draft as a whole the first: what may be done about them is the same."""
    whole: set[str] = set()
    for finding in findings:
        if finding.span.start < finding.span.end:
            yield finding
        elif finding.rule not in whole:
            whole.add(finding.rule)
            yield finding


def _about(document: Document, finding: Finding, places: Places) -> Iterator[tuple[Message, types.TextEdit, bool]]:
    """What may be done about a finding: a title, the edit, and whether it is the obvious thing to do."""
    suggestion = finding.offence.suggestion
    if suggestion is not None and finding.span.start < finding.span.end and document.stands(finding.span):
        title = say("Write “{text}”", text=suggestion) if suggestion else say("Delete this")
        yield title, types.TextEdit(places.range(finding.span), suggestion), finding.offence.certain
    comment = _comment(document, finding, places)
    if comment is not None:
        yield say("Ignore {rule} here, with a comment", rule=finding.rule), comment, False


def _certain(checked: Checked, places: Places) -> list[types.TextEdit]:
    """The suggestions that need nobody's judgement; of two that overlap, the first."""
    return [types.TextEdit(places.range(fix.span), fix.text) for fix in fixes_of(checked)]


def _comment(document: Document, finding: Finding, places: Places) -> types.TextEdit | None:
    """A comment that ignores a finding: at the end of its block, or of the draft that it is about.

    It is left to the writer to give the reason behind the dashes.
    """
    if not document.path.lower().endswith(_WITH_COMMENTS):
        return None
    at = finding.span.start
    if at == finding.span.end:
        return types.TextEdit(places.end(), f"\n<!-- factcheck: ignore-file {finding.rule} -- -->\n")
    block = next((each.span for each in document.blocks if each.span.start <= at < each.span.end), None)
    if block is None:
        return None
    return types.TextEdit(places.range(Span(block.end, block.end)), f" <!-- factcheck: ignore {finding.rule} -- -->")
