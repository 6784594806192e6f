"""The stretch of a draft that can stand as the canonical wording of one of its claims.

It is the claim's clause, widened by its neighbours in the sentence until it names its subject, is long enough to stand alone,
and can't be taken for the wording of another claim of the draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.language.drafting import table
from factcheck.model.case import Case
from factcheck.model.claim import MASK, Claim
from factcheck.model.document import Sentence
from factcheck.model.span import Span

# So many claims with the same words before their figures are compared; the cost stays linear in the number of claims.
_NEIGHBOURS = 32


class _Window(Struct, frozen=True):
    """The clauses `first` to `last` of a sentence, both included, around one claim."""

    claim: Claim
    sentence: Sentence
    first: int
    last: int

    @property
    def span(self) -> Span:
        stretch = self.sentence.clauses[self.first].to(self.sentence.clauses[self.last])
        return stretch.to(_figure(self.claim))


def canonical_spans(case: Case, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """For each of these claims of the case the stretch of text that states it; it always holds the claim's figure."""
    by_span = {sentence.span: sentence for sentence in case.sentences}
    masked = _Masked(case)
    others = _Others(claims, masked)
    spans = []
    for number, claim in enumerate(claims):
        sentence = by_span.get(claim.sentence) or Sentence(claim.sentence, (claim.clause,), 0)
        window = _self_contained(case, _own_clause(claim, sentence))
        wider: _Window | None = window
        while wider is not None and others.can_read(number, *masked.around(claim, wider.span)):
            wider = _widened(case, wider)
        spans.append((wider or window).span)
    return tuple(spans)


def _figure(claim: Claim) -> Span:
    return claim.quantity.outer or claim.quantity.span


def _within_reach(case: Case, claim: Claim) -> Span:
    """The part of a claim's sentence that its wording could ever take in."""
    own, reach = _figure(claim), table(case.document.language).longest
    return Span(max(claim.sentence.start, own.start - reach), min(claim.sentence.end, own.end + reach)).to(own)


def _own_clause(claim: Claim, sentence: Sentence) -> _Window:
    own = _figure(claim)
    first = max(0, bisect_left(sentence.clauses, own.start + 1, key=lambda clause: clause.start) - 1)
    last = max(0, bisect_left(sentence.clauses, own.end, key=lambda clause: clause.start) - 1)
    return _Window(claim, sentence, first, max(first, last))


def _self_contained(case: Case, window: _Window) -> _Window:
    """The window, widened until it names its subject, where the sentence does, and has enough words."""
    enough = table(case.document.language).enough
    subject, own = window.claim.subject, _figure(window.claim)
    name = _Subject(subject, case.document.cut(_within_reach(case, window.claim)))
    found: _Window | None = window
    while found is not None:
        window = found
        words = window.span.end - window.span.start - (own.end - own.start)
        if words >= enough and name.stands_in(case.document.cut(window.span)):
            break
        found = _widened(case, window)
    return window


class _Subject:
    """Whether a wording names a subject: as a whole, or by all its parts where the text has it in parts (存、贷款余额)."""

    def __init__(self, subject: str, text: str) -> None:
        parts = subject.split() if " " in subject else list(subject)
        self._needed = [subject] if subject in text else [part for part in parts if part in text]

    def stands_in(self, wording: str) -> bool:
        return all(part in wording for part in self._needed)


def _widened(case: Case, window: _Window) -> _Window | None:
    """The window with the clause before it, else with the one behind it; None when neither will do."""
    if window.first > 0:
        wider = replace(window, first=window.first - 1)
        if _is_sound(case, wider, window):
            return wider
    if window.last + 1 < len(window.sentence.clauses):
        wider = replace(window, last=window.last + 1)
        if _is_sound(case, wider, window):
            return wider
    return None


def _is_sound(case: Case, wider: _Window, window: _Window) -> bool:
    """Whether the wider window is not too long, and does not bring in the claim's own figure a second time."""
    if wider.span.end - wider.span.start > table(case.document.language).longest:
        return False
    figure = case.document.cut(window.claim.span)
    return case.document.cut(wider.span).count(figure) == case.document.cut(window.span).count(figure)


class _Masked:
    """The text with every figure masked, so that wordings are compared without what they state."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._text = case.document.text
        self._figures = [quantity.outer or quantity.span for quantity in case.quantities]

    def around(self, claim: Claim, span: Span) -> tuple[str, str]:
        """What `span` says before the claim's figure, last character first, and what it says behind it."""
        own = _figure(claim)
        return self._masked(span.start, own.start)[::-1], self._masked(own.end, span.end)

    def context(self, claim: Claim) -> tuple[str, str]:
        """The same of all the wording that the claim could ever be given."""
        return self.around(claim, _within_reach(self._case, claim))

    def _masked(self, start: int, end: int) -> str:
        pieces, at = [], start
        number = bisect_left(self._figures, start, key=lambda span: span.start)
        while number < len(self._figures) and self._figures[number].start < end:
            figure = self._figures[number]
            pieces.extend([self._text[at : figure.start], MASK])
            at = figure.end
            number += 1
        pieces.append(self._text[at:end])
        return "".join(pieces)


class _Others:
    """All claims by the words before their figures, backwards: those that read alike stand next to each other."""

    def __init__(self, claims: Sequence[Claim], masked: _Masked) -> None:
        self._contexts = sorted((*masked.context(claim), number) for number, claim in enumerate(claims))

    def can_read(self, number: int, before: str, behind: str) -> bool:
        """Whether a claim other than this one stands in the same words too; only its nearest neighbours are looked at."""
        at = bisect_left(self._contexts, (before,))
        for preceding, following, other in self._contexts[at : at + _NEIGHBOURS]:
            if not preceding.startswith(before):
                return False
            if other != number and following.startswith(behind):
                return True
        return False
