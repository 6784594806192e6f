"""Spellings: names of a draft that are one name, written in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.name import Name
from factcheck.model.span import Span
from factcheck.patterns import compiled

SHARED = 6  # characters that two spellings of a body share by their sound, the differing ones included
DIFFERING = 2  # so many of them may be written differently
PERSON = 3  # characters of a person's name that are too many to sound alike by chance
LONG_WORD, SHORT_WORD = (
    6,
    4,
)  # letters of a word that is compared by itself, and of one whose neighbour must be the same
COMPARED = 8  # spellings of one sound that are compared with each other
VOWELS = "aeiouy"
LONG = 8  # characters of a body's name in which one that was left out, or two that changed places, are a slip
ENDS = 3  # so many of them are the same on both sides of it
# Letters that are heard alike: Catherine and Katherine, Stephen and Steven.
HEARD = frozenset(map(frozenset, (("c", "k"), ("s", "z"), ("i", "y"), ("ph", "f"), ("ph", "v"), ("v", "w"))))


class Spelling(Struct, frozen=True):
    """One way in which a draft writes a name, with its places."""

    text: str
    spans: tuple[Span, ...]


def spelt_jointly(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Names that sound alike and are written differently: the usual spelling and the odd one."""
    alike: dict[str, list[Name]] = defaultdict(list)
    for name in case.names:
        if name.kind == "person" and len(name.sound) >= PERSON:
            alike[name.sound].append(name)
        elif name.kind != "person" and len(name.sound) >= SHARED:
            alike[name.sound[-SHARED:]].append(name)
    for names in alike.values():
        spellings = {name.text: name for name in reversed(names)}
        for one, two in combinations(list(spellings.values())[:COMPARED], 2):
            length = _alike(one.sound[::-1], two.sound[::-1])
            a, b = one.text[-length:], two.text[-length:]
            if _differ_by_ear(a, b, case.telling):
                yield _usual_first(*(Spelling(text, tuple(_ends(names, text))) for text in (a, b)))
    yield from _slipped(case)


def _slipped(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Long names of bodies of which one lacks a character within, or has two stretches of the other exchanged."""
    spans: dict[str, list[Span]] = defaultdict(list)
    near: dict[str, set[str]] = defaultdict(set)
    for name in case.names:
        if name.kind != "person" and name.sound and len(name.text) >= LONG:
            spans[name.text].append(name.span)
            near[name.text[-ENDS:]].add(name.text)
    for group in near.values():
        for one, two in combinations(sorted(group)[:COMPARED], 2):
            longer, shorter = (one, two) if len(one) > len(two) else (two, one)
            if _lacks_one(longer, shorter, case.telling) or _exchanged(one, two):
                usual, odd = _usual_first(*(Spelling(text, tuple(spans[text])) for text in (one, two)))
                if len(usual.spans) > len(odd.spans):
                    yield usual, odd


def _lacks_one(longer: str, shorter: str, telling: frozenset[str]) -> bool:
    """Whether a character within is all that one name lacks; what sets names apart may rightly be left out."""
    if len(longer) != len(shorter) + 1:
        return False
    end = _alike(longer[::-1], shorter[::-1])
    begin = len(shorter) - end
    alike = longer[:begin] == shorter[:begin]
    return alike and min(begin, end) >= ENDS and longer[begin] not in telling


def _exchanged(one: str, two: str) -> bool:
    return len(one) == len(two) and one[: ENDS - 1] == two[: ENDS - 1] and Counter(one) == Counter(two)


def _alike(one: str, two: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _differ_by_ear(one: str, two: str, telling: frozenset[str]) -> bool:
    differing = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return 0 < len(differing) <= DIFFERING and telling.isdisjoint(character for pair in differing for character in pair)


def _ends(names: Iterable[Name], text: str) -> Iterator[Span]:
    """Where names end in this text; a word before a name may have been taken for a part of it."""
    for name in names:
        if name.text.endswith(text):
            yield Span(name.span.end - len(text), name.span.end)


def _usual_first(one: Spelling, two: Spelling) -> tuple[Spelling, Spelling]:
    first, second = sorted((one, two), key=lambda spelling: (-len(spelling.spans), spelling.spans[0]))
    return first, second


def spelt_apart(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Words of names that differ by a letter: the usual spelling and the odd one."""
    places: dict[str, list[Span]] = defaultdict(list)
    beside: dict[str, set[str]] = defaultdict(set)
    for name in case.names:
        words = (
            []
            if name.sound
            else [match for match in compiled(r"[^\W\d_]+").finditer(name.text) if not match[0].isupper()]
        )
        for word in words:
            if len(word[0]) >= SHORT_WORD:
                places[word[0]].append(Span(name.span.start + word.start(), name.span.start + word.end()))
                beside[word[0]].update(other[0] for other in words if other[0] != word[0])
    yield from _taken_for_each_other(case)
    for one, two in _near(places):
        usual, odd = _usual_first(Spelling(one, tuple(places[one])), Spelling(two, tuple(places[two])))
        in_company = not beside[one].isdisjoint(beside[two])
        by_itself = min(len(one), len(two)) >= LONG_WORD and len(usual.spans) > len(odd.spans)
        if one.lower() == two.lower() and (len(odd.spans) > 1 or len(usual.spans) < len(odd.spans) + 1):
            continue
        misspelt = _misspelt(one, two) or (in_company and _is_heard_alike(one, two))
        if misspelt and (in_company or by_itself) and case.telling.isdisjoint((one.lower(), two.lower())):
            yield usual, odd


def _is_heard_alike(one: str, two: str) -> bool:
    """Whether two words differ in a letter, wherever it stands, that is heard alike."""
    a, b = one.lower(), two.lower()
    begin = _alike(a, b)
    end = _alike(a[begin:][::-1], b[begin:][::-1])
    differing = frozenset((a[begin : len(a) - end], b[begin : len(b) - end]))
    return min(len(a), len(b)) >= LONG_WORD and differing in HEARD


def _taken_for_each_other(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Names that are one but for closing words that are taken for each other: Water Authority, Water Agency."""
    alike: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name in case.names:
        if name.alike:
            alike[name.alike][name.text].append(name.span)
    for spellings in alike.values():
        for one, two in combinations(list(spellings)[:COMPARED], 2):
            usual, odd = _usual_first(*(Spelling(text, tuple(spellings[text])) for text in (one, two)))
            if len(usual.spans) > len(odd.spans):
                yield usual, odd


def _near(words: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of words that are the same after at most one letter is left out of each."""
    near: dict[str, list[str]] = defaultdict(list)
    for written in words:
        word = written.lower()
        for key in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            near[key].append(written)
    return {pair for group in near.values() for pair in combinations(group[:COMPARED], 2)}


def _misspelt(one: str, two: str) -> bool:
    """Whether two words differ by a letter dropped, doubled or exchanged, or by a vowel; an ending makes another word."""
    a, b = (word.lower().removesuffix("s") for word in (one, two))
    if a == b:
        return len(a) >= LONG_WORD and one[:1] == two[:1] and one.lower() == two.lower()
    if a.startswith(b) or b.startswith(a):
        return False
    begin = _alike(a, b)
    end = _alike(a[begin:][::-1], b[begin:][::-1])
    gone, come = a[begin : len(a) - end], b[begin : len(b) - end]
    vowel = gone in VOWELS and come in VOWELS and len(a) >= LONG_WORD
    one_letter = not gone or not come or gone == come[::-1] or vowel
    return begin > 0 and end > 0 and one_letter
