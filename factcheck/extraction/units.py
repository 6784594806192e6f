"""Finding the unit of a number: the longest spelling behind it, a currency before it, and compounds such as 元/吨."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from factcheck.language.units import lexicon, table
from factcheck.model.document import Language
from factcheck.model.quantity import Unit

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """What stands from `start` to `end` in a text."""

    value: Value
    start: int
    end: int


class Spellings(Generic[Value]):
    """A dictionary that is asked for the longest of its words at a place of a text.

    A word is looked for as written, then in lower case; one that ends in a Latin letter must end there in the text too.
    """

    def __init__(self, words: Mapping[str, Value]) -> None:
        self._words = words
        self._behind = _lengths(words, 0)
        self._ahead = _lengths(words, -1)

    def behind(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that begins at `at`."""
        first = text[at : at + 1]
        for length in self._behind.get(first) or self._behind.get(first.lower(), ()):
            word = text[at : at + length]
            value = self._words.get(word)
            if value is None:
                value = self._words.get(word.lower())
            if value is not None and not _runs_on(text, at + length):
                return Found(value, at, at + length)
        return None

    def ahead(self, text: str, at: int) -> Found[Value] | None:
        """The longest word that ends at `at`."""
        last = text[at - 1 : at]
        for length in self._ahead.get(last) or self._ahead.get(last.lower(), ()):
            start = at - length
            if start < 0:
                continue
            word = text[start:at]
            value = self._words.get(word)
            if value is None:
                value = self._words.get(word.lower())
            if value is not None and not (start and _is_letter(text[start]) and _is_letter(text[start - 1])):
                return Found(value, start, at)
        return None


def _lengths(words: Mapping[str, Value], index: int) -> dict[str, tuple[int, ...]]:
    """For every first (or last) character, how long the words are that have it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        for character in {word[index], word[index].upper(), word[index].lower()}:
            lengths.setdefault(character, set()).add(len(word))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _runs_on(text: str, end: int) -> bool:
    """Whether a Latin word or number goes on behind `end`."""
    after = text[end : end + 1]
    return after.isascii() and after.isalnum() and text[end - 1].isascii() and text[end - 1].isalnum()


class UnitReader:
    """The units of one language."""

    def __init__(self, language: Language) -> None:
        words = lexicon(language)
        self._after = Spellings(words.after)
        self._before = Spellings(words.before)
        self._minor = Spellings(words.minor)
        names = table(language)
        self._per = Spellings(dict.fromkeys(names.per, True))
        self.halves = names.halves

    def behind(self, text: str, at: int) -> Found[Unit] | None:
        """The unit that begins at `at`, or behind one space or hyphen there; with what it is counted per."""
        return self._alone(text, at)

    def _alone(self, text: str, at: int) -> Found[Unit] | None:
        found = self._after.behind(text, at)
        if found is None and text[at : at + 1] in _GAPS:
            found = self._after.behind(text, _skip(text, at))
        return found

    def per(self, text: str, unit: Found[Unit]) -> Found[Unit]:
        """The unit with the one that it is counted per: 元/吨, dollars a barrel."""
        joint = self._per.behind(text, unit.end)
        under = self._after.behind(text, joint.end) if joint else None
        if under is None or under.value.dimension in ("percent", unit.value.dimension):
            return unit
        over, below = unit.value, under.value
        compound = Unit(
            f"{over.symbol}/{below.symbol}", f"{over.dimension}/{below.dimension}", over.factor / below.factor
        )
        return Found(compound, unit.start, under.end)

    def minor(self, text: str, at: int) -> Found[Unit] | None:
        """A unit that only follows a greater one: 角, 分."""
        return self._minor.behind(text, at)

    def before(self, text: str, at: int) -> Found[Unit] | None:
        """A currency that ends at `at`, or before one space there."""
        found = self._before.ahead(text, at)
        if found is None and text[at - 1 : at] in _GAPS:
            found = self._before.ahead(text, at - 1)
        return found


_GAPS = frozenset(" \u00a0-")


def _skip(text: str, at: int) -> int:
    """Past a space, a hyphen, or a hyphen with spaces."""
    return at + 3 if text.startswith(" - ", at) else at + 1


@cache
def unit_reader(language: Language) -> UnitReader:
    """The units of a language."""
    return UnitReader(language)
