"""Echoes: passages of a draft that another draft of the run has said before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.model.editing import ALIKE, Draft
from factcheck.model.passage import Passage
from factcheck.model.saying import Saying, sketch_of


class Echo(Struct, frozen=True):
    """A passage by its number, and what it says again."""

    number: int
    said: Saying
    edited: bool


def echoes_of(draft: Draft) -> Iterator[tuple[Echo, ...]]:
    """Runs of passages that repeat a run of another draft's, to the letter or lightly edited."""
    run: list[Echo] = []
    for echo in _echoes(draft):
        if run and (run[-1].number + 1, run[-1].said.path, run[-1].said.number + 1) != (
            echo.number,
            echo.said.path,
            echo.said.number,
        ):
            yield tuple(run)
            run = []
        run.append(echo)
    if run:
        yield tuple(run)


def _echoes(draft: Draft) -> Iterator[Echo]:
    by_sketch: dict[int, list[Saying]] = defaultdict(list)
    for saying in draft.case.elsewhere:
        for least in saying.sketch:
            by_sketch[least].append(saying)
    last: Saying | None = None
    for number, passage in enumerate(draft.passages) if by_sketch else ():
        if passage.length < draft.lengths.long:
            continue
        keys = draft.keys(passage)
        near = {
            (saying.path, saying.number): saying
            for least in sketch_of(keys, draft.lengths.shingle)
            for saying in by_sketch.get(least, ())
        }
        same = [saying for saying in near.values() if saying.words == keys or _edited(draft, passage, saying)]
        if same:
            following = [s for s in same if last is not None and (s.path, s.number) == (last.path, last.number + 1)]
            last = (following or same)[0]
            yield Echo(number, last, last.words != keys)


def _edited(draft: Draft, passage: Passage, saying: Saying) -> bool:
    """Whether a passage is another lightly edited, with the same numbers and names."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded only when there is something to compare

    keys = draft.keys(passage)
    if Indel.normalized_similarity(keys, saying.words, score_cutoff=ALIKE) < ALIKE or _numbers(keys) != _numbers(
        saying.words
    ):
        return False
    new = Counter(keys) - Counter(saying.words)
    return not any(
        draft.words.keys[word] in new and draft.in_name(word) for word in range(passage.first + 1, passage.last)
    )


def _numbers(keys: Sequence[str]) -> Counter[str]:
    return Counter(key for key in keys if key[0].isdecimal())
