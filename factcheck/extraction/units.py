"""The unit of a number: the longest spelling behind it, a currency before it, and compounds such as 元/吨."""

from __future__ import annotations

from factcheck.extraction.spellings import Found, Spellings
from factcheck.language import idioms
from factcheck.language.units import EXCLUDED, NUMBER, lexicon, table
from factcheck.model.document import Language
from factcheck.model.quantity import Unit
from factcheck.patterns import compiled

_SPACES = frozenset(" \u00a0")
_GAPS = frozenset(" \u00a0-")

# How far before a number the word may begin that makes a letter behind it a unit.
_LONGEST_GLUED = 12

_SLASHES = frozenset("/／")
_TIMES = frozenset({"time", "months"})

# What is already a share or a change of one is counted per nothing.
_RATES = frozenset({"percent", "permille", "point", "basis-point", "times"})


class UnitReader:
    """The units of one language."""

    def __init__(self, language: Language, *, fold: bool) -> None:
        words, names = lexicon(language), table(language)
        excluded = dict.fromkeys(idioms.entries(idioms.table(language).behind), EXCLUDED)
        self._behind = Spellings({**excluded, **words.after}, fold=fold)
        self._before = Spellings(words.before, fold=fold)
        self._minor = Spellings(words.minor, fold=fold)
        self._under = Spellings(words.under, fold=fold)
        self._halved = Spellings(words.halved, fold=fold)
        self._exceeded = Spellings(words.exceeded, fold=fold)
        self._per = Spellings(dict.fromkeys(names.per, True), fold=fold)
        self._speeds = Spellings(words.speeds, fold=fold)
        self.majors = words.majors
        self.decimals = words.decimals
        self.elided = words.elided
        self._glued = {word: (unit, compiled(pattern)) for word, (unit, pattern) in words.glued.items()}
        self._lookahead = {word: (compiled(pattern), unit) for word, (pattern, unit) in words.lookahead.items()}
        self.per_starts = self._per.first
        # A currency ends in one of these; the first two characters of the units that begin with "half" or "more".
        self.currency_ends = self._before.last | _SPACES
        self.compound_starts = frozenset(word[:2] for word in (*words.halved, *words.exceeded))

    def behind(self, text: str, at: int) -> Found[Unit] | None:
        """The unit that begins at `at`, or behind one space or hyphen there; in brackets too: 20 (kg).

        What makes the number a date or a name is found as the unit EXCLUDED.
        """
        found = self._behind.behind(text, at)
        if found is None and text[at : at + 1] in _GAPS:
            found = self._beyond_gap(text, at)
        if found is None or found.value is NUMBER:
            return None
        if self._lookahead and (other := self._lookahead.get(text[found.start : found.end])):
            return Found(other[1], found.start, found.end) if other[0].match(text, found.end) else found
        return found

    def _beyond_gap(self, text: str, at: int) -> Found[Unit] | None:
        at += 2 if text.startswith("- ", at) else 1
        if text.startswith("- ", at):
            at += 2
        found = self._behind.behind(text, at)
        if found is None and text[at : at + 1] in ("(", "["):
            inside = self._behind.behind(text, at + 1)
            if inside is not None and text[inside.end : inside.end + 1] in (")", "]"):
                return Found(inside.value, inside.start, inside.end + 1)
        return found

    def per(self, text: str, unit: Found[Unit]) -> Found[Unit]:
        """The unit with the one that it is counted per: 元/吨, dollars a barrel."""
        joint = self._per.behind(text, unit.end) if text[unit.end : unit.end + 1] in self._per.first else None
        under = self._behind.behind(text, joint.end) if joint else None
        own = self._under.behind(text, joint.end) if joint else None
        under = own if own and (under is None or under.end <= own.end) else under
        if joint is None or under is None or under.value in (EXCLUDED, NUMBER):
            return unit
        over, below = unit.value, under.value
        if below.dimension in _TIMES and text[joint.start] not in _SLASHES:
            return unit  # $120 million a year is money
        if over.dimension in _RATES or below.dimension in _RATES or below.dimension == over.dimension:
            return unit
        dimension = f"{over.dimension}/{below.dimension}"
        rate = Unit(f"{over.symbol}/{below.symbol}", dimension, over.factor / below.factor, over.factor)
        return Found(rate, unit.start, under.end)

    def speed(self, text: str, at: int, length: Unit) -> Unit:
        """A length, or a speed where the words that end at `at` make it one: 时速."""
        per = self._speeds.ahead(text, at) if at and text[at - 1] in self._speeds.last else None
        if per is None:
            return length
        return Unit(
            f"{length.symbol}/{per.value.symbol}", f"length/{per.value.dimension}", length.factor / per.value.factor
        )

    def glued(self, text: str, start: int, end: int) -> Found[Unit] | None:
        """A letter right behind the number from `start` to `end` that what stands before makes a unit: by 1.5C."""
        unit, before = self._glued.get(text[end : end + 1], (None, None))
        if unit is None or before is None or text[end + 1 : end + 2].isalnum():
            return None
        return Found(unit, end, end + 1) if before.search(text, max(0, start - _LONGEST_GLUED), start) else None

    def halved(self, text: str, at: int) -> Found[Unit] | None:
        """A unit that half of one stands before: 个半小时."""
        return self._halved.behind(text, at)

    def exceeded(self, text: str, at: int) -> Found[Unit] | None:
        """A unit that "more" stands before: 个多月."""
        return self._exceeded.behind(text, at)

    def lesser(self, text: str, at: int, dimension: str) -> Found[Unit] | None:
        """A unit of this dimension that begins at `at`; also one that is read only behind a greater one: 角, 分."""
        found = self.behind(text, at)
        if found is not None and found.value.dimension == dimension:
            return found
        minor = self._minor.behind(text, at)
        for unit in minor.value if minor else ():
            if minor and unit.dimension == dimension:
                return Found(unit, minor.start, minor.end)
        return found

    def before(self, text: str, at: int) -> Found[Unit] | None:
        """A currency that ends at `at`, or before one space there."""
        found = self._before.ahead(text, at)
        if found is None and text[at - 1 : at] in _SPACES:
            found = self._before.ahead(text, at - 1)
        return found

    def sign(self, text: str, at: int) -> Found[Unit] | None:
        """A currency that begins at `at`, with a space behind it if there is one."""
        found = self._before.behind(text, at)
        if found is not None and text[found.end : found.end + 1] in _SPACES:
            return Found(found.value, found.start, found.end + 1)
        return found
