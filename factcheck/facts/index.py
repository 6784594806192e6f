"""Candidate facts for a claim, without a pass over all facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log, sqrt

from msgspec import Struct

from factcheck.facts.figures import unit_terms
from factcheck.facts.slots import Option, Slot, slots
from factcheck.facts.statement import Statement
from factcheck.language.grammar import table
from factcheck.model.document import Language
from factcheck.model.period import Period

# What a single character tells, beside a pair of characters or a word that is as rare.
SINGLE = 0.3

# So many facts are looked at for a claim at the most; if they are more than `CLOSELY`, by how many terms they share, and so many of
# them by all.
BUDGET, CLOSELY, MANY = 8_000, 2_000, 64

# As many code points of equal wording beside the figure as make a restatement to the letter.
LITERAL = {False: 12, True: 32}  # by whether the language sets its words apart

# Characters next to a figure by which wordings are looked up, and how much of a restatement to the letter one must be.
OPENING, TELLING = 6, 0.7

_CLOSING = " 。.；;！!？?"


class Weighed(Struct, frozen=True):
    """Words with how much each tells, and the sum: those that nothing else stands for, and the others as slots."""

    plain: tuple[tuple[str, float], ...]
    slots: tuple[tuple[Slot, float], ...]
    whole: float

    def told(self, strengths: Mapping[str, float], filled: dict[int, float]) -> float:
        """How much of it a text tells, given how near each term stands to the figure.

        `filled` keeps how well the text fills a slot, by its identity: many facts of an index ask for the same ones.
        """
        told = 0.0
        for term, weight in self.plain:
            if term in strengths:
                told += weight * strengths[term]
        for slot, weight in self.slots:
            if id(slot) not in filled:
                filled[id(slot)] = slot.filled(strengths)
            told += weight * filled[id(slot)]
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


class Index(Struct, frozen=True):
    """Facts as they are looked for in drafts of one language, and by each term the facts that ask for it."""

    language: Language
    entries: Sequence[Entry]
    lists: Mapping[str, Sequence[int]]  # no single characters: too many facts share them
    tells: Mapping[str, float]  # how much each of these terms tells of a fact that asks for it
    weights: Mapping[str, float]
    unknown: float  # what a term tells that no fact has
    translates: bool  # whether some facts are in another language
    usual: Period | None  # the time that most of the facts are of
    openings: Mapping[
        str, Sequence[int]
    ]  # by the characters next to the figure, facts whose wording is long enough to tell

    def verbatim(self, left: str, right: str) -> list[int]:
        """The facts whose whole wording stands around a figure, given what stands before it, last character first, and behind."""
        found = (*self.openings.get(f"<{left[:OPENING]}", ()), *self.openings.get(f">{right[:OPENING]}", ()))
        entries = self.entries
        return [
            number
            for number in found
            if left.startswith(entries[number].left) and right.startswith(entries[number].right)
        ]

    def weight(self, term: str) -> float:
        """How much a term tells: the fewer facts share it, the more (inverse document frequency)."""
        return self.weights.get(term) or (self.unknown * SINGLE if len(term) == 1 else self.unknown)

    def candidates(self, strengths: Mapping[str, float]) -> dict[int, float]:
        """The facts that share terms with a claim, and how much those tell.

        The terms that fewest facts ask for are followed first, as far as the budget goes: so what a claim costs does not grow with
        the facts.
        """
        lists, total = self.lists, 0
        followed: list[str] = []
        for term in sorted(strengths.keys() & lists.keys(), key=lambda term: (len(lists[term]), term)):
            total += len(lists[term])
            if followed and total > BUDGET:
                break
            followed.append(term)
        return self._few(followed, strengths) if total <= CLOSELY else self._many(followed, strengths)

    def _few(self, followed: Iterable[str], strengths: Mapping[str, float]) -> dict[int, float]:
        """What the terms tell of each fact that asks for any of them."""
        sums: dict[int, float] = defaultdict(float)
        for term in followed:
            told = strengths[term] * self.tells[term]
            for number in self.lists[term]:
                sums[number] += told
        return sums

    def _many(self, followed: Iterable[str], strengths: Mapping[str, float]) -> dict[int, float]:
        """Of many facts, those that ask for nearly as many of the terms as any, and all that a claim tells of them."""
        shared = Counter(chain.from_iterable(map(self.lists.__getitem__, followed)))
        most = max(shared.values(), default=0)
        near = sorted((-count, number) for number, count in shared.items() if count >= most - 1)
        filled: dict[int, float] = {}
        return {number: self.entries[number].wording.told(strengths, filled) for _, number in near[:MANY]}

    def likeliest(self, sums: Mapping[int, float], limit: int, least: float = 0.0) -> list[int]:
        """Of the facts that share terms with a claim, those that it may restate, the likeliest first.

        There are `limit` at the most, and none that is less than `least` times as likely as the first.
        """
        # A short fact that is covered whole is as likely as a long one that shares more.
        likely = {
            number: shared * sqrt(shared / (self.entries[number].wording.whole + 1)) for number, shared in sums.items()
        }
        enough = least * max(likely.values(), default=0.0)
        near = [number for number, each in likely.items() if each >= enough]
        return sorted(near, key=lambda number: (-likely[number], number))[:limit]


def build(statements: Sequence[Statement], language: Language) -> Index:
    """The index of a base, for drafts in one language."""
    asked = [_slots(statement, language) for statement in statements]
    sharing: dict[str, int] = defaultdict(int)
    for _, wording in asked:
        for slot in wording:
            sharing[slot.key] += 1
    weights = {key: _weight(key, len(statements), shared) for key, shared in sharing.items()}
    scales, usual = _Scales(weights), _usual(statements)
    entries = tuple(
        _entry(statement, names, wording, scales, usual)
        for statement, (names, wording) in zip(statements, asked, strict=True)
    )
    return Index(
        language,
        entries,
        _lists(entries),
        _tells(entries),
        weights,
        _weight("", len(statements), 0),
        any(statement.fact.language != language for statement in statements),
        usual,
        _openings(entries),
    )


def _openings(entries: Sequence[Entry]) -> dict[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        longest = LITERAL[table(entry.statement.fact.language).spaced]
        if entry.room >= longest * TELLING:
            ahead = len(entry.left) >= OPENING
            key = f"<{entry.left[:OPENING]}" if ahead else f">{entry.right[:OPENING]}"
            found[key].append(number)
    return dict(found)


def _entry(
    statement: Statement,
    names: Iterable[Iterable[Slot]],
    wording: Sequence[Slot],
    scales: _Scales,
    usual: Period | None,
) -> Entry:
    claim = statement.claim
    left = (claim.lead + claim.before)[::-1] if claim else ""
    right = (claim.after + claim.tail).rstrip(_CLOSING) if claim else ""
    room = len(left) + len(right)
    longest = LITERAL[table(statement.fact.language).spaced]
    return Entry(
        statement,
        tuple(map(scales.weighed, names)),
        scales.weighed(slot for slot in wording if len(slot.key) > 1),
        _known(wording),
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


def _usual(statements: Sequence[Statement]) -> Period | None:
    """The time that most of the facts are of; of those that are equally frequent, the latest."""
    times = [time for statement in statements if (time := statement.when) and time.anchored and time.end is not None]
    ends = Counter(time.end.year for time in times if time.end)
    return max(times, key=lambda time: (ends[time.end.year] if time.end else 0, time.end, time.text), default=None)


def _slots(statement: Statement, language: Language) -> tuple[list[tuple[Slot, ...]], tuple[Slot, ...]]:
    """What a fact's names and its whole wording ask for; that 座 is counted tells much where few facts count in 座."""
    counted = tuple(Slot(unit, (Option((unit,), 1.0),)) for unit in unit_terms(statement.fact.value))
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
        return Weighed(plain, others, sum(weight for _, weight in pairs))


def _known(wording: Iterable[Slot]) -> dict[str, float]:
    known: dict[str, float] = {}
    for slot in wording:
        for option in slot.options:
            for term in option.terms:
                known[term] = max(known.get(term, 0.0), option.quality)
    return known


def _lists(entries: Sequence[Entry]) -> dict[str, Sequence[int]]:
    lists: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for term in _terms(entry.wording):
            if len(term) > 1:
                lists[term].append(number)
    return dict(lists)


def _tells(entries: Sequence[Entry]) -> dict[str, float]:
    tells: dict[str, float] = {}
    for entry in entries:
        tells.update(entry.wording.plain)
    for entry in entries:
        for slot, weight in entry.wording.slots:
            for option in slot.options:
                for term in option.terms:
                    tells[term] = max(tells.get(term, 0.0), weight * option.quality / len(option.terms))
    return tells


def _terms(wording: Weighed) -> dict[str, None]:
    """The terms that a wording asks for, or that may stand for them, each once."""
    options = (option for slot, _ in wording.slots for option in slot.options)
    return dict.fromkeys(chain((term for term, _ in wording.plain), *(option.terms for option in options)))


def _weight(term: str, facts: int, sharing: int) -> float:
    known = log(1 + facts / (0.5 + sharing))
    return known * SINGLE if len(term) == 1 else known
