"""Offices of one person that differ by a rank alone: mayor and deputy mayor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.span import Span

COMPARED = 8  # offices of one person that are compared with each other
NEAR = 8  # characters between an office and the person: “ (Mr ”


class Held(Struct, frozen=True):
    """An office as it stands beside a person, without what makes it a lower one, and where it stands."""

    text: str
    bare: str
    span: Span

    @property
    def ranked(self) -> bool:
        return self.bare != self.text.lower()


def ranks_apart(case: Case) -> Iterator[tuple[str, Held, Held]]:
    """Each person who is called by two ranks of one office, with the usual one (or the first) and the odd one."""
    held: dict[str, list[Held]] = defaultdict(list)
    for name in case.names:
        if name.kind == "person" and name.office is not None and len(name.text) > 1:
            held[name.text] += _offices(case, name.office, name.span)
    for person, offices in held.items():
        for usual, odd in _apart(offices):
            yield person, usual, odd


def _apart(offices: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Of two ranks of one office, one that stands less often or later, at each place, with the first place of the other."""
    by_text: dict[str, list[Held]] = defaultdict(list)
    for each in offices:
        by_text[each.text].append(each)
    for one, two in combinations(list(by_text.values())[:COMPARED], 2):
        if one[0].ranked != two[0].ranked and _is_one(one[0].bare, two[0].bare):
            usual, odd = sorted((one, two), key=lambda held: (-len(held), held[0].span))
            yield from ((usual[0], each) for each in odd)


def _is_one(one: str, two: str) -> bool:
    return one.endswith(two) or two.endswith(one)


def _offices(case: Case, office: str, person: Span) -> Iterator[Held]:
    """The offices that stand right before a person, or right behind."""
    text = case.document.text
    start = text.rfind(office, max(0, person.start - len(office) - NEAR), person.start)
    if start < 0:
        start = text.find(office, person.end, person.end + len(office) + NEAR)
    for part in office.split("、") if start >= 0 else ():
        at = text.find(part, start)
        yield Held(part, _bare(part, case.ranks), Span(at, at + len(part)))


def _bare(office: str, ranks: frozenset[str]) -> str:
    """An office without its rank."""
    if office.isascii():
        return " ".join(word for word in office.lower().split() if word not in ranks)
    for rank in sorted(ranks, key=len, reverse=True):
        office = office.replace(rank, "")
    return office
