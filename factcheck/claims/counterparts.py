"""Figures of prose and of table cells that speak of the same thing, so that either can be held against the other.

Subject, measure, unit, time and place must all agree, and nothing may be open: a prose figure whose sentence began with
something else, a table that is about less than its document, or two cells that answer to one name make no pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from factcheck.claims.words import word_list
from factcheck.language import grammar, tables
from factcheck.model.claim import MASK, TIME, Claim
from factcheck.model.document import Document
from factcheck.model.period import same_time
from factcheck.model.wording import words_of
from factcheck.patterns import compiled

_EDGES = " \t\u3000" + TIME + "、，,.:：;；-—–·•*'’“”\"（）()"

# What stands in the way of a phrase that leads to a figure from further off.
_MARKS = "，,；;：:。!！?？"

# A shorter name is one of many things, in code points.
_SHORTEST = {False: 3, True: 4}

# A name that more cells have is a form that is filled in again and again.
_MOST = 100

# So many characters at the end of a place's name tell it from others.
_PLACE = 3

_CHANGES = frozenset({"growth", "decline"})


def counterparts(document: Document, claims: Sequence[Claim]) -> tuple[tuple[Claim, Claim], ...]:
    """Pairs of a prose claim and a cell's claim, the earlier first, in the order of the text. Time is linear in their number."""
    matcher = _Matcher(document, claims)
    return tuple((prose, cell) if prose.span < cell.span else (cell, prose) for prose, cell in matcher.pairs(claims))


class _Matcher:
    """Finds the cell that a prose claim must agree with."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._words = tables.table(document.language)
        self._grammar = grammar.table(document.language)
        title = next((block for block in document.blocks if block.kind == "heading"), None)
        self._title = document.cut(title.span) if title is not None else ""
        self._cells: dict[Hashable, list[Claim]] = defaultdict(list)
        self._names: set[str] = set()
        for claim in claims:
            if claim.cell is not None and claim.plain and not claim.former and not claim.part:
                name = self._name(claim.subject)
                self._cells[self._key(name, claim)].append(claim)
                self._names.add(name)

    def pairs(self, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
        told: dict[int, list[Claim]] = defaultdict(list)
        found: dict[int, Claim] = {}
        for prose, name in self._named(claims):
            cell = self._counterpart(prose, name)
            if cell is not None:
                told[cell.span.start].append(prose)
                found[cell.span.start] = cell
        for start, several in told.items():
            if (
                len({(prose.quantity.base_low, prose.quantity.base_high) for prose in several}) == 1
                or len(several) == 1
            ):
                yield from ((prose, found[start]) for prose in several)

    def _named(self, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
        """The prose claims whose sentences speak of nothing but what tables have, each with its name."""
        sentence, name, known = -1, "", False
        for claim in claims:
            if claim.cell is not None:
                continue
            if claim.sentence.start != sentence:
                sentence, name, known = claim.sentence.start, "", not self._bare(claim.lead)
            name = self._name(claim.near[0]) or name  # rose 5.8% to $1.2 million, 增长5.8%: the same goes on
            if not known or name not in self._names:
                known = False
                continue
            if not (
                claim.listed or claim.part or claim.former or claim.negated or claim.points_back or claim.role == "from"
            ):
                yield claim, name

    def _counterpart(self, prose: Claim, name: str) -> Claim | None:
        """The one cell that speaks of what a prose claim does; None where there is none, or any doubt."""
        if len(name) < _SHORTEST[self._words.spaced] or prose.sentence_points_back:
            return None
        alike = self._cells.get(self._key(name, prose), [])
        cells = [cell for cell in alike[:_MOST] if self._at_once(prose, cell)]
        if (
            not cells
            or len(alike) > _MOST
            or len({(cell.quantity.base_low, cell.quantity.base_high) for cell in cells}) > 1
        ):
            return None
        cell = cells[0]
        return cell if self._at_one_place(prose, cell) and self._in_scope(prose, cell) else None

    def _key(self, name: str, claim: Claim) -> Hashable:
        return (name, claim.measure, claim.quantity.dimension, claim.planned)

    def _at_once(self, prose: Claim, cell: Claim) -> bool:
        if (
            prose.measure in _CHANGES
            and {prose.basis, cell.basis} - {None, "year-on-year"}
            and prose.basis != cell.basis
        ):
            return False
        elsewhere = prose.when is not None and not prose.sentence.contains(prose.when.span)
        if elsewhere and self._words.spaced:
            return False  # “in the quarter” may stand where only the year is known
        if prose.when is None and cell.when is None:
            return True
        return same_time(prose.when, cell.when) is True

    def _at_one_place(self, prose: Claim, cell: Claim) -> bool:
        """Whether place does not keep the two apart; 全市 is the place of a document whose title names a 市."""
        if prose.where == cell.where or prose.where is None:
            return True
        if cell.where is not None or cell.cell is None or self._words.spaced:
            return False
        return prose.where[-1] in f"{self._title}{cell.cell.caption}"

    def _in_scope(self, prose: Claim, cell: Claim) -> bool:
        """Whether the prose speaks of what the table's caption narrows it down to, and of no other place or firm."""
        if cell.cell is None:
            return False
        around = f"{self._title} {prose.heading} {prose.ahead} {prose.lead} {prose.before} {prose.after}".lower()
        said = set(words_of(around).keys)
        for limit in (cell.cell.topic, cell.cell.section):
            asked = words_of(limit).keys
            if sum(word in said for word in asked) * 2 < len(asked):
                return False
        known = f"{self._title}{cell.cell.caption}{cell.subject}"
        for text in (prose.ahead, prose.lead, prose.before, prose.heading):
            for place in compiled(self._words.place_pattern).finditer(text):
                own = any(place[0].endswith(word) for word in self._words.prefaces)  # 全市
                if not own and place[0][-_PLACE:] not in known:
                    return False
        return True

    def _bare(self, lead: str) -> str:
        """What the beginning of a sentence says beside times and words that open any sentence."""
        prefaces = word_list(self._words.prefaces, self._words.spaced)
        rest = lead.lower()
        while True:
            rest = rest.strip(_EDGES)
            word = prefaces.at_start(rest) or prefaces.at_end(rest)
            if not word:
                return rest
            rest = rest.removeprefix(word) if rest.startswith(word) else rest.removesuffix(word)

    def _name(self, phrase: str) -> str:
        """What a phrase names, without time, place, linking words and words for a number of things."""
        phrase = phrase.rpartition(MASK)[2]
        at = max(map(phrase.rfind, _MARKS))
        if phrase[at + 1 :].strip(_EDGES):
            phrase = phrase[at + 1 :]
        linking = word_list((*self._grammar.linking, *self._words.tails), self._grammar.spaced)
        prefaces = word_list(self._words.prefaces, self._words.spaced)
        rest = phrase.lower()
        while True:
            rest = rest.strip(_EDGES)
            if word := linking.at_end(rest):
                rest = rest[: -len(word)]
            elif word := prefaces.at_start(rest):
                rest = rest[len(word) :]
            else:
                return "".join(rest.split(" ")) if not self._words.spaced else rest
