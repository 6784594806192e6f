"""The same said twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.case import Case
from factcheck.model.editing import Draft, draft_of, lightly_edited
from factcheck.model.finding import Offence, Related, say
from factcheck.model.passage import Passage, blocks_of
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.model.wording import in_how_many, likely_pairs, runs, shingles


class Lengths(Struct, frozen=True):
    """How many words make a repetition telling; a Chinese character counts as a word."""

    sentence: int  # fewer are a salutation or a turn of phrase
    long: int  # so many don't come back by chance, however common each word is
    alone: int  # fewer, in a paragraph of their own, are a slogan or a caption
    run: int  # so many, said twice on end, are no figure of speech
    shingle: int  # neighbouring words by which like sentences are found


LENGTHS = {
    "zh": Lengths(sentence=10, long=16, alone=40, run=6, shingle=3),
    "en": Lengths(sentence=5, long=10, alone=25, run=4, shingle=2),
}
PATTERN = 0.7  # from here on two sentences are made after one pattern,
FORMULA = 3  # and a phrase used so often belongs to a form
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


def _lengths(draft: Draft) -> Lengths:
    return LENGTHS[draft.case.document.language]


def _said_on_end(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Stretches of a block that stand twice on end, with no mark between them or too long for a figure of speech."""
    words, lengths, text = draft.words, _lengths(draft), draft.case.document.text
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
                yield words.span(at - gap, at), words.span(at, at + gap)
            at += gap


def _said_within(draft: Draft) -> Iterator[tuple[Span, Span]]:
    """Passages that come back to the letter inside a longer one: behind a lead, or with the mark before them lost."""
    text, keys, lengths = draft.case.document.text, draft.words.keys, _lengths(draft)
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


def _said_again(draft: Draft) -> Iterator[tuple[Pair, ...]]:
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
        if (length >= _lengths(draft).long or any(pair.telling for pair in run)) and not _rightly_repeated(
            draft, run, echoes
        ):
            yield tuple(run)


def _pairs(draft: Draft) -> list[Pair]:
    """Each passage that repeats another, in order, with the one that it repeats."""
    passages, lengths = draft.passages, _lengths(draft)
    wordings = [shingles(draft.keys(p) if p.length >= lengths.sentence else (), lengths.shingle) for p in passages]
    counts = in_how_many(wordings)
    like = [
        (one, two, alike)
        for one, two in likely_pairs(wordings, counts)
        if (alike := _likeness(draft, passages[one], passages[two])) >= PATTERN
    ]
    forms = _forms(draft, {two for _, two, _ in like})
    found: dict[int, list[Pair]] = defaultdict(list)
    for one, two, alike in like:
        next_to = passages[one].block == passages[two].block and two == one + 1
        formula = two in forms and _fills_a_form(draft, one, two)
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


def _likeness(draft: Draft, one: Passage, two: Passage) -> float:
    """How much of two passages is the same, from 0 to 1; below PATTERN only how much it is at most."""
    a, b = draft.keys(one), draft.keys(two)
    for shared in (_shorter, _at_most_shared, _shared):
        at_most = 2 * shared(a, b) / (len(a) + len(b))
        if at_most < PATTERN:
            return at_most
    return _alike(draft, one, two)


def _shorter(a: Sequence[str], b: Sequence[str]) -> int:
    """As `_at_most_shared`, or more: passages of very different lengths need no other look."""
    return min(len(a), len(b))


def _at_most_shared(a: Sequence[str], b: Sequence[str]) -> int:
    """As `_shared`, or more where a word stands several times: most pairs are told apart by this already."""
    return min(sum(map(frozenset(b).__contains__, a)), sum(map(frozenset(a).__contains__, b)))


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two passages share, in whatever order."""
    return (Counter(a) & Counter(b)).total()


def _forms(draft: Draft, numbers: Iterable[int]) -> frozenset[int]:
    """Those of some passages that are largely made of phrases which the draft uses time and again."""
    size = 2 * _lengths(draft).shingle
    phrases = {number: shingles(draft.keys(draft.passages[number]), size) for number in numbers}
    asked = frozenset().union(*phrases.values())
    counts = in_how_many(asked.intersection(runs(draft.keys(passage), size)) for passage in draft.passages)
    return frozenset(
        number for number, held in phrases.items() if 2 * sum(counts[phrase] >= FORMULA for phrase in held) > len(held)
    )


def _fills_a_form(draft: Draft, one: int, two: int) -> bool:
    """Whether the later passage stands where the form has it: at its place of one of several entries, once in the entry."""
    a, b = draft.passages[one], draft.passages[two]
    if not (a.place == b.place or (a.closes and b.closes) or _in_like_context(draft, one, two)):
        return False
    if _its_like(draft, two, two) is not None:
        return False
    entries = [
        draft.passages[index]
        for index in range(max(0, two - NEIGHBOURS), min(len(draft.passages), two + NEIGHBOURS + 1))
        if draft.passages[index].block != b.block and _in_one_list(draft.case, draft.passages[index].block, b.block)
    ]
    return any(b.closes or not entry.closes for entry in entries if _likeness(draft, entry, b) >= PATTERN)


def _its_like(draft: Draft, first: int, last: int) -> int | None:
    """The passage of the same entry that says something much like one of passages [first, last]."""
    block, own = draft.passages[first].block, range(first, last + 1)
    near = range(max(0, first - NEIGHBOURS), min(len(draft.passages), last + NEIGHBOURS + 1))
    beside = [index for index in near if index not in own and draft.passages[index].block == block]
    alike = (
        index for index in beside if any(_alike(draft, draft.passages[index], draft.passages[at]) >= SLOT for at in own)
    )
    return next(alike, None)


def _in_one_list(case: Case, one: int, two: int) -> bool:
    """Whether two blocks are entries of one list: no heading stands between them."""
    first, last = sorted((one, two))
    return all(case.document.blocks[block].kind != "heading" for block in range(first, last))


def _alike(draft: Draft, one: Passage, two: Passage) -> float:
    """How much of two passages is the same, from 0 to 1."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded only when there is something to compare

    return Indel.normalized_similarity(draft.keys(one), draft.keys(two))


def _holds_a_figure(shingle: Sequence[str]) -> bool:
    return any(key[0].isdecimal() and len(key) > 2 for key in shingle)


def _rightly_repeated(draft: Draft, run: Sequence[Pair], echoes: frozenset[tuple[int, int]]) -> bool:
    """Whether this is a title, a slogan, a caption that repeats its list item, or a form of words that list items share.

    `echoes` holds the blocks, by their numbers, of which one opens as the other does.
    """
    one, two, end, last = (draft.passages[n] for n in (run[0].one, run[0].two, run[-1].one, run[-1].two))
    if one.block == two.block:
        return False
    if _is_title(draft.case, one.block) and _is_title(draft.case, two.block):
        return True
    opens, closes = one.place == two.place == 0, end.closes and last.closes
    if opens and closes and last.last - two.first < _lengths(draft).alone and two.block - one.block > 1:
        return True
    kinds = [draft.case.document.blocks[passage.block].kind for passage in (one, two)]
    captioned = _is_caption(draft.case, one.block) or _is_caption(draft.case, two.block)
    other = captioned or kinds[0] != kinds[1]
    if other and (one.block, two.block) in echoes:
        return True
    if _its_like(draft, run[0].two, run[-1].two) is not None:
        return False
    if other:
        return opens or _in_like_context(draft, run[0].one, run[0].two)
    if kinds == ["item", "item"] and not (opens and closes):
        return opens or (
            _in_one_list(draft.case, one.block, two.block) and _in_like_context(draft, run[0].one, run[0].two)
        )
    return closes and one.place == two.place and _in_like_context(draft, run[0].one, run[0].two)


def _in_like_context(draft: Draft, one: int, two: int) -> bool:
    """Whether what stands before the two places is alike as well, as it is where a form is filled in twice."""
    before = [draft.passages[n - 1] for n in (one, two) if draft.passages[n].place]
    if len(before) < 2:
        return False
    return _alike(draft, *before) >= FORMLIKE


def _is_title(case: Case, block: int) -> bool:
    """Whether a line of its own ends without the mark that ends a sentence."""
    return case.document.cut(case.document.blocks[block].span).rstrip("\"'”’」』)）*_")[-1:].isalnum()


def _is_caption(case: Case, block: int) -> bool:
    """Whether the paragraph tells what a picture shows: a credit in brackets stands below it."""
    below = case.document.blocks[block + 1 : block + 2]
    words = case.document.cut(below[0].span).strip("_* ") if below else ""
    return words[:1] in ("(", "（") and words[-1:] in (")", "）")


def _offence(draft: Draft, first: Span, second: Span, *, edited: bool) -> Offence:
    document = draft.case.document
    line = document.place(first).line
    template = "repeats line {line}, slightly changed" if edited else "stands twice: first in line {line}"
    return Offence(
        span=second,
        message=say(template, line=line),
        found=document.cut(second),
        suggestion=None if edited else "",
        certain=not edited and first.end == second.start,
        related=(Related(say("the first place"), first),),
    )


@rule(
    severity="warning",
    examples=[
        Bad(
            "全区整合社会组织20余家,为群众提供60余项专业化服务⟦整合社会组织20余家,为群众提供60余项专业化服务⟧;探索建立自治模式。",
            says="stands twice: first in line 1",
        ),
        Bad(
            "会议强调，各部门要把防汛责任落实到岗到人。全市水库已全部完成检查。\n\n"
            "气象部门加密了会商。⟦会议强调,各部门要把防汛责任落实到岗到人。⟧各镇已备足物资。",
            says="stands twice: first in line 1",
        ),
        Bad(
            "地还在，谁来种，这个问题必须早作回答。今年要守住面积。\n\n订单农业有了起色。⟦地还在，由谁来种，这个问题一定要早作回答。⟧",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "全年新开工水利项目2.5万个，治理水土流失面积63000平方公里。\n\n"
            "这笔账算得清楚：⟦全年新开工水利项目共2.5万个，治理水土流失面积6.3万平方公里。⟧",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "The harbour board approved the plan for a third berth in May. Work has begun. "
            "⟦The harbour board approved the plan for a third berth in May.⟧ It will take two years.",
            says="stands twice: first in line 1",
        ),
        Bad(
            "The council will publish the full results of the survey next month.\n\n"
            "Turnout was high. ⟦The council will publish the results of the survey next month.⟧ Residents can comment online.",
            says="repeats line 1, slightly changed",
        ),
        Bad(
            "The museum reopened on Friday after a long closure and drew long queues from early morning.\n\n"
            "⟦The museum reopened on Friday after a long closure and drew long queues from early morning.⟧\n\nEntry is free.",
            says="stands twice: first in line 1",
        ),
        Good(
            "稳字当头，抓好产业，开好全年新局。\n\n上半年工业平稳。\n\n稳字当头，抓好产业，开好全年新局。",
            because="a slogan stands in a paragraph of its own",
        ),
        Good(
            "全市城镇居民人均可支配收入比上年增长7.18%。全市农村居民人均可支配收入比上年增长8.01%。",
            because="another subject and another figure: parallel structure",
        ),
        Good(
            "加强社会保障体系建设是今年的重点。各地都要加强社会保障体系建设，完善社会保障体系建设的办法。",
            because="the words are the topic of the text, and no sentence comes back",
        ),
        Good("感谢大家的支持！感谢大家的支持！", because="too short to be more than a figure of speech"),
        Good(
            "各镇要把责任压实到人。\n\n| 单位 | 任务 |\n"
            "| 东镇 | 负责本镇水库的安全检查工作 |\n| 西镇 | 负责本镇水库的安全检查工作 |",
            because="rows of a table repeat themselves rightly",
        ),
        Good(
            "The schools budget will rise. The minister for education will announce details next week. Roads come next. "
            "The minister for transport will announce details next week. So do clinics. "
            "The minister for health will announce details next week.",
            because="a form of words that is used three times is no accident",
        ),
        Good(
            "1. Alpha Bar was found open at midnight. The agency has ordered the operator to close for ten days.\n"
            "2. Beta Bar was found open at midnight. The agency has ordered the operator to close for ten days.",
            because="the items of a list share their form",
        ),
        Good(
            "Shipments of grain rose to 3.1 million tonnes in the first half of the year. Prices held. "
            "Shipments of grain rose to 2.8 million tonnes in the first half of the year.",
            because="the same sentence with another number says another thing, rightly or not",
        ),
        Good(
            "I hope you will support it. We can pay for it. And I hope you will support this too. I hope you will support it.",
            because="a refrain of common words",
        ),
        Good(
            "*Come for the harbour, stay for the hills.*\n\nVisitors came in numbers.\n\n"
            "*Come for the harbour, stay for the hills.*",
            because="a slogan at the head and at the foot",
        ),
    ],
)
def duplicate_sentence(case: Case) -> Iterator[Offence]:
    """Flag a sentence that the draft has said before.

    It may come back to the letter, with other punctuation, or lightly edited: a word or a clause dropped, a word replaced,
    a figure written another way. The finding spans the second place and names the first. A stretch that stands twice on
    end inside one sentence counts too. Another figure or another name makes another sentence; slogans, titles, refrains,
    captions, table rows and forms of words that a list repeats are left alone.
    """
    draft = draft_of(case, LENGTHS[case.document.language].long)
    taken: list[Span] = []
    for first, second in (*_said_on_end(draft), *_said_within(draft)):
        if not any(second.overlaps(span) for span in taken):
            taken.append(second)
            yield _offence(draft, first, second, edited=False)
    told: set[int] = set()
    for run in _said_again(draft):
        first, second = (
            draft.passages[begin].span.to(draft.passages[end].span)
            for begin, end in ((run[0].one, run[-1].one), (run[0].two, run[-1].two))
        )
        like = _its_like(draft, run[0].two, run[-1].two)
        if like in told or any(second.overlaps(span) for span in taken):
            continue
        told.update(range(run[0].two, run[-1].two + 1))
        beside = () if like is None else (Related(say("much like it, in the same entry"), draft.passages[like].span),)
        offence = _offence(draft, first, second, edited=any(pair.edited for pair in run))
        yield replace(offence, related=(*offence.related, *beside))
