"""The hedges around a number: 近4万元, 3000余次, 4万元以上, more than 500, 20-odd years."""

from __future__ import annotations

from typing import Literal

from factcheck.extraction.spellings import Found, Spellings
from factcheck.language import hedges, numerals
from factcheck.language.idioms import entries
from factcheck.model.document import Language
from factcheck.model.quantity import Hedge, HedgeKind

_SPACES = frozenset(" \u00a0")
_GAPS = frozenset(" \u00a0-")


class HedgeReader:
    """The hedges of one language."""

    def __init__(self, language: Language, *, fold: bool) -> None:
        table = hedges.table(language)
        self._before = Spellings(table.before, fold=fold)
        self._after = Spellings(table.after, fold=fold)
        self._amid = Spellings({word: table.after[word] for word in entries(table.amid)}, fold=fold)
        self._bare: Spellings[HedgeKind | Literal[""]] = Spellings(table.bare, fold=fold)
        self._recent = table.recent
        # A hedge can only stand where one of these does.
        self.before_ends = self._before.last | self._bare.last | _SPACES
        self.after_starts = self._after.first | _SPACES
        self._more = Spellings(dict.fromkeys(numerals.table(language).more.split(), "more"), fold=fold)

    def more(self, text: str, at: int) -> Found[str] | None:
        """余, 多, odd behind a number: from it up to the next step of its last written digit."""
        first = text[at : at + 1]
        if first in self._more.first:
            return self._more.behind(text, at)
        return self._more.behind(text, at + 1) if first in _GAPS else None

    def amid(self, text: str, at: int) -> tuple[Hedge | None, int]:
        """The hedge that begins at `at`, white space aside, if it may have the unit behind it: 10+ people, 10 or more people."""
        gap = text[at : at + 1] in _SPACES
        if not self._amid.first or text[at + gap : at + gap + 1] not in self._amid.first:
            return None, at
        found = self._amid.behind(text, at + gap)
        return (Hedge(found.value, text[found.start : found.end]), found.end) if found else (None, at)

    def before(self, text: str, at: int, *, lasts: bool = False, bare: bool = False) -> tuple[Hedge | None, int]:
        """The hedge that ends at `at`, white space aside, and where it begins.

        `lasts` tells that the unit is a time, `bare` that the number has no digit.
        """
        end = at
        while end and text[end - 1] in _SPACES:
            end -= 1
        found = self._before.ahead(text, end)
        if found is None and bare:
            found = self._bare.ahead(text, end)
        if found is None or not found.value:
            return None, at
        word = text[found.start : found.end]
        if lasts and word.lower() in self._recent:
            return None, at
        return Hedge(found.value, word), found.start

    def after(self, text: str, at: int) -> tuple[Hedge | None, int]:
        """The hedge that begins at `at`, white space aside, and where it ends."""
        if text[at : at + 1] in self._after.first:
            found = self._after.behind(text, at)
        else:
            found = self._after.behind(text, at + 1) if text[at : at + 1] in _SPACES else None
        if found is None or (text[found.end - 1] == "+" and text[found.end : found.end + 1].isdecimal()):
            return None, at  # 5+1
        return Hedge(found.value, text[found.start : found.end]), found.end
