"""Candidate facts for a claim, without a pass over all facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import Protocol

from msgspec import Struct

from factcheck.facts.figures import unit_terms
from factcheck.facts.slots import Slot, plain, slots
from factcheck.facts.statement import Statement
from factcheck.language.grammar import table
from factcheck.model.document import Language
from factcheck.model.period import Period, same_time

# What a single character tells, beside a pair of characters or a word that is as rare.
SINGLE = 0.3

# So long may the lists of facts be, taken together, that are followed for a claim. Where they hold more than `CLOSELY`, so many
# of them, of which the followed terms tell `NEARLY` as much as of any, are held against all its words, and `MANY` go on.
BUDGET, CLOSELY, NEARLY, MANY = 20_000, 2_000, 0.6, 64

# As many code points of equal wording beside the figure as make a restatement to the letter.
LITERAL = {False: 12, True: 32}  # by whether the language sets its words apart

# Characters next to a figure by which wordings are looked up, and how much of a restatement to the letter one must be.
OPENING, TELLING = 6, 0.7

_CLOSING = " 。.；;！!？?"


# How well a text fills slots, by their identity: many facts of an index ask for the same ones. The slots are kept beside, so that
# no other comes to have their identity.
Filled = dict[int, tuple[Slot, float]]


class Weighed(Struct, frozen=True):
    """Words with how much each tells, and the sum: those that nothing else stands for, and the others as slots."""

    plain: tuple[tuple[str, float], ...]
    slots: tuple[tuple[Slot, float], ...]
    whole: float

    def told(self, strengths: Mapping[str, float], filled: Filled) -> float:
        """How much of it a text tells, given how near each term stands to the figure; what is found of slots goes into `filled`."""
        told = 0.0
        for term, weight in self.plain:
            if term in strengths:
                told += weight * strengths[term]
        for slot, weight in self.slots:
            held = filled.get(id(slot))
            if held is None:
                held = filled[id(slot)] = slot, slot.filled(strengths)
            told += weight * held[1]
        return told


class Entry(Struct, frozen=True):
    """A fact as the index holds it: what its names and its whole wording ask for, and how well it knows each term.

    `left` is the canonical wording before the figure, last character first, `right` that behind it, `room` how long the two are,
    and `enough` how much of them makes a restatement to the letter. `former` tells that it is of what was before.
    """

    statement: Statement
    names: tuple[Weighed, ...]
    wording: Weighed
    known: Mapping[str, float]
    left: str
    right: str
    room: int
    enough: int
    former: bool


class Entries(Protocol):
    """The facts of an index by their numbers."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Entry: ...

    def __iter__(self) -> Iterator[Entry]: ...

    def wholes(self, numbers: Sequence[int]) -> Sequence[float]:
        """How much the whole wording of each of these facts tells."""

    def told(self, numbers: Sequence[int], strengths: Mapping[str, float]) -> Sequence[float]:
        """How much of the wording of each of these facts a text tells, given how near each term stands to the figure."""

    def times(self, numbers: Sequence[int]) -> Sequence[Period | None]:
        """The time that each of these facts is of."""


class Openings(Protocol):
    """The facts by the characters next to their figures."""

    def beginning(self, left: str, right: str) -> Sequence[int]:
        """The facts whose wording, where it is long enough to tell, may stand around a figure.

        What stands before it is given with the last character first.
        """


class Index(Struct, frozen=True):
    """Facts as they are looked for in drafts of one language, and by each term the facts that ask for it."""

    language: Language
    entries: Entries
    lists: Mapping[str, Sequence[int]]  # no single characters: too many facts share them
    tells: Mapping[str, float]  # how much each of these terms tells of a fact that asks for it
    weights: Mapping[str, float]
    unknown: float  # what a term tells that no fact has
    translates: bool  # whether some facts are in another language
    usual: Period | None  # the time that most of the facts are of
    openings: Openings

    def verbatim(self, left: str, right: str) -> list[int]:
        """The facts whose whole wording stands around a figure, given what stands before it, last character first, and behind."""
        entries = self.entries
        return [
            number
            for number in self.openings.beginning(left, right)
            if left.startswith(entries[number].left) and right.startswith(entries[number].right)
        ]

    def weight(self, term: str) -> float:
        """How much a term tells: the fewer facts share it, the more (inverse document frequency)."""
        return self.weights.get(term) or (self.unknown * SINGLE if len(term) == 1 else self.unknown)

    def candidates(self, strengths: Mapping[str, float], when: Period | None = None) -> dict[int, float]:
        """The facts that share terms with a claim of this time, and how much those tell.

        The terms that fewest facts ask for are followed first, as far as the budget goes: so what a claim costs does not grow with
        the facts.
        """
        lists, total = self.lists, 0
        followed: list[str] = []
        for length, term in sorted((len(lists[term]), term) for term in strengths if term in lists):
            total += length
            if followed and total > BUDGET:
                break
            followed.append(term)
        sums = self._told(followed, strengths)
        return sums if total <= CLOSELY else self._best(sums, strengths, when)

    def _told(self, followed: Iterable[str], strengths: Mapping[str, float]) -> dict[int, float]:
        """What these terms tell of each fact that asks for any of them."""
        sums: dict[int, float] = defaultdict(float)
        for term in followed:
            told = strengths[term] * self.tells[term]
            for number in self.lists[term][:BUDGET]:
                sums[number] += told
        return sums

    def _best(self, sums: Mapping[int, float], strengths: Mapping[str, float], when: Period | None) -> dict[int, float]:
        """Of many facts, those of which all the words of a claim tell most, among those of which some of them tell most."""
        enough = NEARLY * max(sums.values())
        nearest = sorted((-told, number) for number, told in sums.items() if told >= enough)[:CLOSELY]
        numbers = [number for _, number in nearest]
        told = dict(zip(numbers, self.entries.told(numbers, strengths), strict=True))
        return {number: told[number] for number in self.heaviest(told, MANY, when)}

    def heaviest(self, weights: Mapping[int, float], limit: int, when: Period | None) -> list[int]:
        """The facts that weigh most. Of those that weigh the same, as the years of a series do, those of this time come first."""
        enough = sorted(weights.values(), reverse=True)[:limit][-1:]
        near = [number for number, weight in weights.items() if weight >= min(enough, default=0.0)]
        if len(near) > limit:
            times = dict(zip(near, self.entries.times(near), strict=True))
            near.sort(key=lambda number: (-weights[number], remote(when, times[number]), number))
        else:
            near.sort(key=lambda number: (-weights[number], number))
        return near[:limit]

    def likeliest(
        self, sums: Mapping[int, float], limit: int, least: float = 0.0, when: Period | None = None
    ) -> list[int]:
        """Of the facts that share terms with a claim of this time, those that it may restate, the likeliest first.

        There are `limit` at the most, and none that is less than `least` times as likely as the first.
        """
        # A short fact that is covered whole is as likely as a long one that shares more.
        wholes = self.entries.wholes(tuple(sums))
        likely = {
            number: shared * sqrt(shared / (whole + 1))
            for (number, shared), whole in zip(sums.items(), wholes, strict=True)
        }
        enough = least * max(likely.values(), default=0.0)
        return self.heaviest({number: each for number, each in likely.items() if each >= enough}, limit, when)


def remote(when: Period | None, time: Period | None) -> int:
    """How far two times are from being the same: not at all, perhaps, or apart."""
    same = same_time(when, time)
    return 1 if same is None else int(not same) * 2


def build(statements: Sequence[Statement], language: Language) -> Index:
    """The index of a base, for drafts in one language."""
    asked = [asked_by(statement, language) for statement in statements]
    sharing: dict[str, int] = defaultdict(int)
    for _, wording in asked:
        for slot in wording:
            sharing[slot.key] += 1
    weights = {key: weight_of(key, len(statements), shared) for key, shared in sharing.items()}
    scales, usual = _Scales(weights), latest_of_most(filter(None, (statement.when for statement in statements)))
    entries = tuple(
        entry_of(
            statement,
            tuple(map(scales.weighed, names)),
            scales.weighed(slot for slot in wording if len(slot.key) > 1),
            known_by(wording),
            usual,
        )
        for statement, (names, wording) in zip(statements, asked, strict=True)
    )
    return Index(
        language,
        _Held(entries),
        _lists(entries),
        tells_of(chain.from_iterable(_pairs(entry.wording) for entry in entries)),
        weights,
        weight_of("", len(statements), 0),
        any(statement.fact.language != language for statement in statements),
        usual,
        _openings(entries),
    )


class _Held(Struct, frozen=True):
    """Entries in memory."""

    each: tuple[Entry, ...]

    def __len__(self) -> int:
        return len(self.each)

    def __getitem__(self, number: int) -> Entry:
        return self.each[number]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.each)

    def wholes(self, numbers: Sequence[int]) -> list[float]:
        return [self.each[number].wording.whole for number in numbers]

    def told(self, numbers: Sequence[int], strengths: Mapping[str, float]) -> list[float]:
        filled: Filled = {}
        return [self.each[number].wording.told(strengths, filled) for number in numbers]

    def times(self, numbers: Sequence[int]) -> list[Period | None]:
        return [self.each[number].statement.when for number in numbers]


class _Opened(Struct, frozen=True):
    """Openings in memory."""

    numbers: Mapping[str, Sequence[int]]

    def beginning(self, left: str, right: str) -> Sequence[int]:
        return (*self.numbers.get(f"<{left[:OPENING]}", ()), *self.numbers.get(f">{right[:OPENING]}", ()))


def _openings(entries: Sequence[Entry]) -> _Opened:
    found: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if is_telling(entry):
            ahead = len(entry.left) >= OPENING
            key = f"<{entry.left[:OPENING]}" if ahead else f">{entry.right[:OPENING]}"
            found[key].append(number)
    return _Opened(dict(found))


def is_telling(entry: Entry) -> bool:
    """Whether a fact's wording is long enough to be looked for to the letter."""
    return entry.room >= LITERAL[table(entry.statement.fact.language).spaced] * TELLING


def entry_of(
    statement: Statement,
    names: tuple[Weighed, ...],
    wording: Weighed,
    known: Mapping[str, float],
    usual: Period | None,
) -> Entry:
    """A fact as an index holds it, given what its words ask for and the time that most of the facts are of."""
    claim = statement.claim
    left = (claim.lead + claim.before)[::-1] if claim else ""
    right = (claim.after + claim.tail).rstrip(_CLOSING) if claim else ""
    room = len(left) + len(right)
    longest = LITERAL[table(statement.fact.language).spaced]
    return Entry(
        statement,
        names,
        wording,
        known,
        left,
        right,
        room,
        max(longest // 3, min(longest, room)),
        statement.former or earlier(statement.when, usual),
    )


def earlier(a: Period | None, b: Period | None) -> bool:
    """Whether a period ends in a year before another's."""
    if a is None or b is None or a.end is None or b.end is None:
        return False
    return a.anchored == b.anchored and a.end.year < b.end.year


def latest_of_most(times: Iterable[Period]) -> Period | None:
    """The time that most of these are of; of those that are equally frequent, the latest."""
    times = [time for time in times if time.anchored and time.end is not None]
    ends = Counter(time.end.year for time in times if time.end)
    return max(times, key=lambda time: (ends[time.end.year] if time.end else 0, time.end, time.text), default=None)


def asked_by(statement: Statement, language: Language) -> tuple[list[tuple[Slot, ...]], tuple[Slot, ...]]:
    """What a fact's names and its whole wording ask for; that 座 is counted tells much where few facts count in 座."""
    counted = tuple(map(plain, unit_terms(statement.fact.value)))
    names = [(*slots(name, language), *counted) for name in statement.names]
    wording = {slot.key: slot for slot in slots(statement.wording, language)}
    return names, (*wording.values(), *counted)


class _Scales:
    """Weighs words. Facts ask for the same ones over and over: equal ones are one, here and where an index is kept."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._plain: dict[str, tuple[str, float]] = {}
        self._slots: dict[Slot, tuple[Slot, float]] = {}

    def weighed(self, found: Iterable[Slot]) -> Weighed:
        pairs = [(slot, slot.share * self._weights[slot.key]) for slot in found if slot.key in self._weights]
        plain = tuple(self._plain.setdefault(slot.key, (slot.key, weight)) for slot, weight in pairs if slot.is_plain)
        others = tuple(self._slots.setdefault(slot, (slot, weight)) for slot, weight in pairs if not slot.is_plain)
        return Weighed(plain, others, sum([weight for _, weight in (*plain, *others)]))


def known_by(wording: Iterable[Slot]) -> dict[str, float]:
    """The terms that stand for the words of a wording, and how well each does."""
    known: dict[str, float] = {}
    for slot in wording:
        for option in slot.options:
            for term in option.terms:
                known[term] = max(known.get(term, 0.0), option.quality)
    return known


def _lists(entries: Sequence[Entry]) -> dict[str, Sequence[int]]:
    lists: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        plain = (term for term, _ in entry.wording.plain)
        for term in dict.fromkeys(chain(plain, *(terms_of(slot) for slot, _ in entry.wording.slots))):
            if len(term) > 1:
                lists[term].append(number)
    return dict(lists)


def _pairs(wording: Weighed) -> Iterator[tuple[str | Slot, float]]:
    yield from wording.plain
    yield from wording.slots


def tells_of(weighed: Iterable[tuple[str | Slot, float]]) -> dict[str, float]:
    """How much each term tells that a wording asks for, or that may stand for what it asks for, given all weighed words."""
    tells: dict[str, float] = {}
    for asked, weight in weighed:
        if isinstance(asked, str):
            tells[asked] = max(tells.get(asked, 0.0), weight)
            continue
        for option in asked.options:
            for term in option.terms:
                tells[term] = max(tells.get(term, 0.0), weight * option.quality / len(option.terms))
    return tells


def terms_of(slot: Slot) -> tuple[str, ...]:
    """The terms that may stand for a word."""
    return tuple(chain.from_iterable(option.terms for option in slot.options))


def weight_of(term: str, facts: int, sharing: int) -> float:
    """How much a term tells that so many of the facts share (inverse document frequency)."""
    known = log(1 + facts / (0.5 + sharing))
    return known * SINGLE if len(term) == 1 else known
