"""Repeats: passages of a draft that come back, to the letter or lightly edited, on end, inside a longer one, or far off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model.editing import PATTERN, Draft, lightly_edited, likeness
from factcheck.model.forms import FORMULA, Pair, fills_a_form, forms_of, rightly_repeated
from factcheck.model.passage import Passage, blocks_of
from factcheck.model.span import Span
from factcheck.model.wording import in_how_many, likely_pairs, runs, shingles


def said_on_end(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Stretches of a block that stand twice on end, with no mark between them or too long for a figure of speech."""
    words, lengths, text = draft.words, draft.lengths, draft.case.document.text
    for first, last in blocks_of(draft.passages):
        held = list(runs(words.keys[first:last], lengths.run))
        if len(set(held)) == len(held):
            continue
        seen: dict[tuple[str, ...], int] = {}
        at = first
        while at + lengths.run <= last:
            key = words.keys[at : at + lengths.run]
            before, seen[key] = seen.get(key), at
            gap = 0 if before is None else at - before
            if gap < lengths.run or at + gap > last or words.keys[at : at + gap] != words.keys[at - gap : at]:
                at += 1
                continue
            unmarked = not text[words.ends[at - 1] : words.starts[at]].strip()
            in_words = 2 * sum(key[0].isalpha() for key in words.keys[at : at + gap]) >= gap  # no column of figures
            if in_words and (unmarked or gap >= lengths.long):
                yield _with_mark(text, words.span(at - gap, at), words.span(at, at + gap))
            at += gap


def _with_mark(text: str, first: Span, second: Span) -> tuple[Span, Span]:
    """Two stretches on end with the mark that closes both of them alike."""
    mark = text[first.end : second.start].rstrip()
    if not mark or text[second.end : second.end + len(mark)] != mark:
        return first, second
    return Span(first.start, first.end + len(mark)), Span(second.start, second.end + len(mark))


def said_within(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Passages that come back to the letter inside a longer one: behind a lead, or with the mark before them lost."""
    text, keys, lengths = draft.case.document.text, draft.words.keys, draft.lengths
    whole: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for passage in draft.passages:
        if passage.length >= lengths.long and not text[passage.span.end - 1].isalnum():
            whole[keys[passage.first : passage.first + lengths.long]].append(passage)
    openings = {wording[0] for wording in whole}
    for passage in draft.passages:
        for at in range(passage.first + 1, passage.last - lengths.long + 1):
            alike = whole.get(keys[at : at + lengths.long], ()) if keys[at] in openings else ()
            for one in alike:
                end = at + one.length
                if (
                    len(alike) < FORMULA - 1
                    and one.last <= at
                    and end <= passage.last
                    and keys[at:end] == draft.keys(one)
                ):
                    yield one.span, draft.words.span(at, end)


def said_again(draft: Draft) -> Iterator[tuple[Pair, ...]]:
    """Runs of neighbouring passages that repeat such a run, to the letter or lightly edited."""
    runs: list[list[Pair]] = []
    pairs = _pairs(draft)
    echoes = frozenset(
        (one.block, two.block)
        for pair in pairs
        if (one := draft.passages[pair.one]).place == (two := draft.passages[pair.two]).place == 0
    )
    for pair in pairs:
        last = runs[-1][-1] if runs else None
        if last is not None and (last.one + 1, last.two + 1) == (pair.one, pair.two):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    for run in runs:
        length = sum(draft.passages[pair.two].length for pair in run)
        if (length >= draft.lengths.long or any(pair.telling for pair in run)) and not rightly_repeated(
            draft, run, echoes
        ):
            yield tuple(run)


def _pairs(draft: Draft) -> list[Pair]:
    """Each passage that repeats another, in order, with the one that it repeats."""
    passages, lengths = draft.passages, draft.lengths
    wordings = [shingles(draft.keys(p) if p.length >= lengths.sentence else (), lengths.shingle) for p in passages]
    counts = in_how_many(wordings)
    like = [
        (one, two, alike)
        for one, two in likely_pairs(wordings, counts)
        if (alike := likeness(draft, passages[one], passages[two])) >= PATTERN
    ]
    forms = forms_of(draft, {two for _, two, _ in like})
    found: dict[int, list[Pair]] = defaultdict(list)
    for one, two, alike in like:
        next_to = passages[one].block == passages[two].block and two == one + 1
        formula = two in forms and fills_a_form(draft, one, two)
        same = alike == 1 or lightly_edited(draft, passages[one], passages[two], alike)
        if same and (next_to or not formula):
            rare = [shingle for shingle in wordings[two] if counts[shingle] <= 2]
            telling = 2 * len(rare) >= len(wordings[two]) or any(_holds_a_figure(shingle) for shingle in rare)
            found[two].append(Pair(one, two, alike < 1, telling=next_to or telling, next_to=next_to))
    return list(_one_each(draft, found))


def _one_each(draft: Draft, found: Mapping[int, Sequence[Pair]]) -> Iterator[Pair]:
    """One pair for each passage: with what stands behind what the passage before it repeats, or in its block, else the last."""
    before: Pair | None = None
    for two in sorted(found):
        chosen = found[two][-1]
        if not chosen.next_to and before is not None and draft.passages[before.two].block == draft.passages[two].block:
            block = draft.passages[before.one].block
            beside = [pair for pair in found[two] if draft.passages[pair.one].block == block]
            chosen = next((pair for pair in beside if pair.one == before.one + 1), beside[-1] if beside else chosen)
        before = chosen
        yield chosen


def _holds_a_figure(shingle: Sequence[str]) -> bool:
    return any(key[0].isdecimal() and len(key) > 2 for key in shingle)
