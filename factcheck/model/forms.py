"""Forms: lists whose entries share their words, and what else says the same in two places rightly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.editing import PATTERN, Draft, how_alike, likeness
from factcheck.model.wording import in_how_many, runs, shingles

FORMULA = 3  # a phrase used so often belongs to a form
NEIGHBOURS = 4  # passages among which the next entry of a form is looked for
SLOT = 0.5  # one entry of a form does not say two things so much alike
FORMLIKE = 0.4  # what stands before two entries of one form is at least so much alike


class Pair(Struct, frozen=True):
    """Two passages, by their numbers, of which the later says again what the earlier said."""

    one: int
    two: int
    edited: bool
    telling: bool  # long enough, or of words rare enough, not to come back by chance
    next_to: bool = False  # right behind it


def forms_of(draft: Draft, numbers: Iterable[int]) -> frozenset[int]:
    """Those of some passages that are largely made of phrases which the draft uses time and again."""
    size = 2 * draft.lengths.shingle
    phrases = {number: shingles(draft.keys(draft.passages[number]), size) for number in numbers}
    asked = frozenset().union(*phrases.values())
    counts = in_how_many(asked.intersection(runs(draft.keys(passage), size)) for passage in draft.passages)
    return frozenset(
        number for number, held in phrases.items() if 2 * sum(counts[phrase] >= FORMULA for phrase in held) > len(held)
    )


def fills_a_form(draft: Draft, one: int, two: int) -> bool:
    """Whether the later passage stands where the form has it: at its place of one of several entries, once in the entry."""
    a, b = draft.passages[one], draft.passages[two]
    if not (a.place == b.place or (a.closes and b.closes) or _in_like_context(draft, one, two)):
        return False
    if its_like(draft, two, two) is not None:
        return False
    entries = [
        draft.passages[index]
        for index in range(max(0, two - NEIGHBOURS), min(len(draft.passages), two + NEIGHBOURS + 1))
        if draft.passages[index].block != b.block and _in_one_list(draft.case, draft.passages[index].block, b.block)
    ]
    return any(b.closes or not entry.closes for entry in entries if likeness(draft, entry, b) >= PATTERN)


def its_like(draft: Draft, first: int, last: int) -> int | None:
    """The passage of the same entry that says something much like one of passages [first, last]."""
    block, own = draft.passages[first].block, range(first, last + 1)
    near = range(max(0, first - NEIGHBOURS), min(len(draft.passages), last + NEIGHBOURS + 1))
    beside = [index for index in near if index not in own and draft.passages[index].block == block]
    alike = (
        index
        for index in beside
        if any(how_alike(draft, draft.passages[index], draft.passages[at]) >= SLOT for at in own)
    )
    return next(alike, None)


def rightly_repeated(draft: Draft, run: Sequence[Pair], echoes: frozenset[tuple[int, int]]) -> bool:
    """Whether this is a title, a slogan, a caption that repeats its list item, or a form of words that list items share.

    `echoes` holds the blocks, by their numbers, of which one opens as the other does.
    """
    one, two, end, last = (draft.passages[n] for n in (run[0].one, run[0].two, run[-1].one, run[-1].two))
    if one.block == two.block:
        return False
    if _is_title(draft.case, one.block) and _is_title(draft.case, two.block):
        return True
    opens, closes = one.place == two.place == 0, end.closes and last.closes
    if opens and closes and last.last - two.first < draft.lengths.alone and two.block - one.block > 1:
        return True
    kinds = [draft.case.document.blocks[passage.block].kind for passage in (one, two)]
    captioned = _is_caption(draft.case, one.block) or _is_caption(draft.case, two.block)
    other = captioned or kinds[0] != kinds[1]
    if other and (one.block, two.block) in echoes:
        return True
    if its_like(draft, run[0].two, run[-1].two) is not None:
        return False
    if other:
        return opens or _in_like_context(draft, run[0].one, run[0].two)
    if kinds == ["item", "item"] and not (opens and closes):
        return opens or (
            _in_one_list(draft.case, one.block, two.block) and _in_like_context(draft, run[0].one, run[0].two)
        )
    return closes and one.place == two.place and _in_like_context(draft, run[0].one, run[0].two)


def _in_one_list(case: Case, one: int, two: int) -> bool:
    """Whether two blocks are entries of one list: no heading stands between them."""
    first, last = sorted((one, two))
    return all(case.document.blocks[block].kind != "heading" for block in range(first, last))


def _in_like_context(draft: Draft, one: int, two: int) -> bool:
    """Whether what stands before the two places is alike as well, as it is where a form is filled in twice."""
    before = [draft.passages[n - 1] for n in (one, two) if draft.passages[n].place]
    if len(before) < 2:
        return False
    return how_alike(draft, *before) >= FORMLIKE


def _is_title(case: Case, block: int) -> bool:
    """Whether a line of its own ends without the mark that ends a sentence."""
    return case.document.cut(case.document.blocks[block].span).rstrip("\"'”’」』)）*_")[-1:].isalnum()


def _is_caption(case: Case, block: int) -> bool:
    """Whether the paragraph tells what a picture shows: a credit in brackets stands below it."""
    below = case.document.blocks[block + 1 : block + 2]
    words = case.document.cut(below[0].span).strip("_* ") if below else ""
    return words[:1] in ("(", "（") and words[-1:] in (")", "）")
