"""When one passage of a draft is another, lightly edited."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.passage import Passage, passages_of
from factcheck.model.wording import LENGTHS, Lengths, Words, words_of

ALIKE = 0.8  # so much of two passages is the same when one is the other lightly edited
PATTERN = 0.7  # from here on two sentences are made after one pattern
KEPT = 0.6  # so much of a passage is left when a clause at its beginning or its end was dropped


class Draft(Struct, frozen=True):
    """What is compared: a draft's words, its passages, and which words belong to figures."""

    case: Case
    words: Words
    passages: tuple[Passage, ...]

    @property
    def lengths(self) -> Lengths:
        return LENGTHS[self.case.document.language]

    def keys(self, passage: Passage) -> tuple[str, ...]:
        return self.words.keys[passage.first : passage.last]

    def figures(self, passage: Passage) -> Counter[tuple[object, ...]]:
        """The values in a passage, however written: 6.3万 and 63000 are the same."""
        quantities = self.case.quantities
        start = bisect_left(quantities, passage.span.start, key=lambda quantity: quantity.start)
        end = bisect_left(quantities, passage.span.end, key=lambda quantity: quantity.start)
        return Counter((q.base_low, q.base_high, q.dimension) for q in quantities[start:end])

    def is_number(self, word: int) -> bool:
        return self.words.keys[word][0].isdecimal()

    def in_figure(self, word: int) -> bool:
        quantities = self.case.quantities
        index = bisect_left(quantities, self.words.ends[word], key=lambda quantity: quantity.start) - 1
        return index >= 0 and quantities[index].end > self.words.starts[word]

    def in_capitals(self, word: int) -> bool:
        """Whether a word is written in capitals throughout: a name, wherever in the sentence it stands."""
        written = self.case.document.text[self.words.starts[word] : self.words.ends[word]]
        return len(written) > 1 and written.isupper()

    def in_name(self, word: int) -> bool:
        return self.case.document.text[self.words.starts[word]].isupper()


def draft_of(case: Case) -> Draft:
    """A case's text as it is compared."""
    words = words_of(case.document.text)
    return Draft(case, words, passages_of(case.document, case.sentences, words))


def lightly_edited(draft: Draft, one: Passage, two: Passage, alike: float) -> bool:
    """Whether one passage is the other with a word dropped, a clause dropped or a few words replaced, and no fact changed."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    case = draft.case
    edits = [op for op in Levenshtein.opcodes(draft.keys(one), draft.keys(two)) if op.tag != "equal"]
    changed = [one.first + at for op in edits for at in range(op.src_start, op.src_end)]
    changed += [two.first + at for op in edits for at in range(op.dest_start, op.dest_end)]
    if len(changed) == 1 or (
        len(edits) == 1 and edits[0].tag != "replace" and _drops_a_clause(draft, one, two, changed)
    ):
        return True
    figures = {word for word in changed if draft.in_figure(word)}
    if figures and draft.figures(one) != draft.figures(two):
        return False
    if any(draft.is_number(word) for word in changed if word not in figures):
        return False
    if any(draft.in_name(word) for word in changed if word not in (one.first, two.first) or draft.in_capitals(word)):
        return False
    replaced = [op for op in edits if op.tag == "replace"]
    if replaced:
        told_apart = any(
            _is_telling(case, draft.keys(one)[op.src_start : op.src_end])
            and _is_telling(case, draft.keys(two)[op.dest_start : op.dest_end])
            for op in replaced
        )
        return alike >= ALIKE and min(one.length, two.length) >= draft.lengths.long and not told_apart
    return alike >= ALIKE


def _is_telling(case: Case, words: Sequence[str]) -> bool:
    return not case.telling.isdisjoint(words)


def _drops_a_clause(draft: Draft, one: Passage, two: Passage, changed: Sequence[int]) -> bool:
    """Whether all that one passage has more than the other is a clause at its beginning or at its end."""
    longer, shorter = (one, two) if one.length > two.length else (two, one)
    if shorter.length < KEPT * longer.length:
        return False
    cut = changed[-1] + 1 if changed[0] == longer.first else changed[0] if changed[-1] == longer.last - 1 else None
    words = draft.words
    between = "" if cut is None else draft.case.document.text[words.ends[cut - 1] : words.starts[cut]]
    return any(mark in between for mark in ",，、—–")


def likeness(draft: Draft, one: Passage, two: Passage) -> float:
    """How much of two passages is the same, from 0 to 1; below PATTERN only how much it is at most."""
    a, b = draft.keys(one), draft.keys(two)
    for shared in (_shorter, _at_most_shared, _shared):
        at_most = 2 * shared(a, b) / (len(a) + len(b))
        if at_most < PATTERN:
            return at_most
    return how_alike(draft, one, two)


def how_alike(draft: Draft, one: Passage, two: Passage) -> float:
    """How much of two passages is the same, from 0 to 1."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded only when there is something to compare

    return Indel.normalized_similarity(draft.keys(one), draft.keys(two))


def _shorter(a: Sequence[str], b: Sequence[str]) -> int:
    """As `_at_most_shared`, or more: passages of very different lengths need no other look."""
    return min(len(a), len(b))


def _at_most_shared(a: Sequence[str], b: Sequence[str]) -> int:
    """As `_shared`, or more where a word stands several times: most pairs are told apart by this already."""
    return min(sum(map(frozenset(b).__contains__, a)), sum(map(frozenset(a).__contains__, b)))


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two passages share, in whatever order."""
    return (Counter(a) & Counter(b)).total()
