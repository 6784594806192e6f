"""The stretch of a draft that can stand as the canonical wording of one of its claims.

It is the claim's clause, widened by its neighbours in the sentence until it names its subject, is long enough to stand alone,
and cannot be taken for the wording of another claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.drafting import table
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.document import Sentence
from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class _Window:
    """The clauses `first` to `last` of a sentence, both included, around one claim."""

    claim: Claim
    sentence: Sentence
    first: int
    last: int

    @property
    def span(self) -> Span:
        stretch = self.sentence.clauses[self.first].to(self.sentence.clauses[self.last])
        return stretch.to(_whole(self.claim))


def canonical_spans(case: Case, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """For each of these claims of the case the stretch of text that states it; it always holds the claim's figure."""
    by_start = {sentence.span: sentence for sentence in case.sentences}
    windows = []
    for claim in claims:
        sentence = by_start.get(claim.sentence) or Sentence(claim.sentence, (claim.clause,), 0)
        windows.append(_self_contained(case, _own_clause(claim, sentence)))
    return tuple(window.span for window in _told_apart(case, windows))


def _whole(claim: Claim) -> Span:
    return claim.quantity.outer or claim.quantity.span


def _own_clause(claim: Claim, sentence: Sentence) -> _Window:
    first = max(0, bisect_left(sentence.clauses, _whole(claim).start + 1, key=lambda clause: clause.start) - 1)
    last = max(0, bisect_left(sentence.clauses, _whole(claim).end, key=lambda clause: clause.start) - 1)
    return _Window(claim, sentence, first, max(first, last))


def _self_contained(case: Case, window: _Window) -> _Window:
    """The window, widened to the left until it names its subject and has enough words."""
    enough = table(case.document.language).enough
    while True:
        text = case.document.cut(window.span)
        words = len(text) - len(case.document.cut(_whole(window.claim)))
        named = window.claim.subject in text or window.claim.subject not in case.document.cut(window.sentence.span)
        if named and words >= enough:
            return window
        wider = _to_left(case, window) or (None if words >= enough else _to_right(case, window))
        if wider is None:
            return window
        window = wider


def _told_apart(case: Case, windows: Sequence[_Window]) -> list[_Window]:
    """The windows, each widened until no other reads the same but for its figure; or as far as its sentence goes."""
    found = list(windows)
    pending = list(range(len(found)))
    while pending:
        masks = Counter(_masked(case, window) for window in found)
        alike = [number for number in pending if masks[_masked(case, found[number])] > 1]
        pending = []
        for number in alike:
            wider = _to_left(case, found[number]) or _to_right(case, found[number])
            if wider is not None:
                found[number] = wider
                pending.append(number)
    return found


def _masked(case: Case, window: _Window) -> tuple[str, str]:
    """What stands before and behind the figure."""
    own, text = _whole(window.claim), case.document.text
    return text[window.span.start : own.start], text[own.end : window.span.end]


def _to_left(case: Case, window: _Window) -> _Window | None:
    if window.first == 0:
        return None
    wider = _Window(window.claim, window.sentence, window.first - 1, window.last)
    return wider if _is_sound(case, wider, window) else None


def _to_right(case: Case, window: _Window) -> _Window | None:
    if window.last + 1 >= len(window.sentence.clauses):
        return None
    wider = _Window(window.claim, window.sentence, window.first, window.last + 1)
    return wider if _is_sound(case, wider, window) else None


def _is_sound(case: Case, wider: _Window, window: _Window) -> bool:
    """Whether a wider window is not too long, and does not bring in the claim's own figure a second time."""
    span, own = wider.span, _whole(window.claim)
    if span.end - span.start > table(case.document.language).longest:
        return False
    figure = case.document.cut(window.claim.span)
    return (
        figure not in case.document.text[span.start : own.start]
        and figure not in case.document.text[own.end : span.end]
    )
