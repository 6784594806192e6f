"""The mends that a machine may make: those that are certain, and never in somebody else's words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from factcheck.model.finding import Finding
from factcheck.model.quotations import quotations
from factcheck.model.report import Checked
from factcheck.model.span import Span

_BLANKS = (" ", "\u3000")
_BREAKS = ("", "\n", "\r")


class Fix(Struct, frozen=True):
    """A stretch of a draft and what to write in its place."""

    span: Span
    text: str


def fixes_of(checked: Checked) -> tuple[Fix, ...]:
    """The certain mends of a draft, in order; of two that overlap, the first.

    What stands in quotation marks is left as it is; a quotation that lies wholly within what is mended goes with it. So is what
    has markup inside, or stands in a file that is no text.
    """
    wanted = [finding for finding in checked.findings if _is_certain(finding)]
    if not wanted:
        return ()
    document = checked.case.document
    quoted = quotations(document)
    fixes: list[Fix] = []
    for finding in wanted:
        span, text = _whole(document.text, finding.span, finding.offence.suggestion or "")
        free = not fixes or fixes[-1].span.end <= span.start
        if (
            free
            and document.stands(span)
            and not any(quote.overlaps(span) and not span.contains(quote) for quote in quoted)
        ):
            fixes.append(Fix(span, text))
    return tuple(fixes)


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """A text with its mends, which are in order."""
    parts: list[str] = []
    at = 0
    for fix in fixes:
        parts += (text[at : fix.span.start], fix.text)
        at = fix.span.end
    return "".join((*parts, text[at:]))


def _is_certain(finding: Finding) -> bool:
    return finding.offence.certain and finding.offence.suggestion is not None and finding.span.start < finding.span.end


def _whole(text: str, span: Span, suggestion: str) -> tuple[Span, str]:
    """A mend as it is made: what is taken out takes a blank with it, so that none is left over."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if not suggestion and before in _BLANKS and (behind in _BLANKS or behind in _BREAKS):
        return Span(span.start - 1, span.end), suggestion
    return span, suggestion
