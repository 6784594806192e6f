"""What the head of a table's row or column, or its caption, says of the figures below: their name, unit, time and measure.

Whatever of a head is not understood stays in its name, so that a figure never passes for one of something simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.scope import is_yardstick
from factcheck.claims.words import WordList, word_list
from factcheck.extraction.periods import periods_in, read_period
from factcheck.extraction.quantities import read_quantities
from factcheck.language import grammar, tables
from factcheck.language.tables import Tables
from factcheck.model.claim import Basis, Measure
from factcheck.model.document import Language
from factcheck.model.period import YEAR_OF_WRITING, Period
from factcheck.model.quantity import Unit
from factcheck.model.span import Span
from factcheck.patterns import compiled

# A longer head is prose.
LONGEST = 60

# A figure that a unit is tried with: no currency, date or idiom has it.
_TRIED = "7"

# A scale of so few letters stands right behind its figure: $7bn.
_SHORT = 2

_EDGES = " \t\u3000、，,.:：;；-—–·•*_/"
_RATES = frozenset({"percent", "permille", "point", "basis-point", "times"})


class HeadUnit(Struct, frozen=True):
    """The unit that a head gives, with its scale, and what prose would write before and behind the figure: $…  million."""

    unit: Unit
    scale: Decimal
    before: str
    behind: str

    @property
    def is_rate(self) -> bool:
        return self.unit.dimension in _RATES

    def written(self, digits: str) -> str:
        return f"{self.before}{digits}{self.behind}"


class Head(Struct, frozen=True):
    """What a head says. `name` is what is left of it when the rest was read; `said` are its words of measure."""

    name: str = ""
    said: str = ""
    unit: HeadUnit | None = None
    measure: Measure | None = None
    basis: Basis | None = None
    when: Period | None = None
    planned: bool = False
    former: bool = False
    part: bool = False


class HeadReader:
    """Reads the heads of one language's tables."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._words = tables.table(language)
        self._grammar = grammar.table(language)

    def read(self, texts: Sequence[str], year: int | None = None) -> Head:
        """What the parts of a head say together, from the outermost in: 2024年 over 增速（%）. `year` is the caption's."""
        marks = {mark for text in texts for mark in _marked_year().findall(text)}
        texts = [_marked_year().sub("", text) for text in texts]
        joined = (" " if self._words.spaced else "").join(text for text in texts if text)
        compared = compiled(self._words.compared_pattern).search(joined)
        when = self._time(joined.replace(compared[0], "") if compared else joined, year)
        parts = [self._part(text, timed=when is not None) for text in texts if text.strip(_EDGES)]
        if not parts:
            return Head()
        whole = parts[0]
        for part in parts[1:]:
            whole = _joined(whole, part, self._words.spaced)
        if compared and whole.basis is None:
            of = when.start.year if when is not None and when.start is not None else year
            following = of is not None and of - int(compared["year"]) == 1
            whole = replace(whole, basis="year-on-year") if following else replace(whole, name=whole.name + compared[0])
        return replace(whole, when=when, planned=whole.planned or not marks.isdisjoint("EFPefp"))

    def unit(self, text: str) -> HeadUnit | None:
        """The unit that a text is, and nothing else: 亿元, %, RMB million, $'000."""
        text = _spelt(text.strip(_EDGES), self._words)
        if not text or len(text) > LONGEST or any(map(str.isdecimal, text)):
            return None
        for before, behind in _ways(text):
            written = f"{before}{_TRIED}{behind}"
            found = read_quantities(written, self._language, indefinite=True)
            whole = len(found) == 1 and found[0].text == written and found[0].low == found[0].high
            if whole and (found[0].unit or found[0].low != int(_TRIED)):
                return HeadUnit(found[0].measured_in, found[0].low / int(_TRIED), before, behind)
        return None

    def unit_beside(self, head: str) -> HeadUnit | None:
        """The unit that a head gives beside its name: 指标（亿元）."""
        return self._with_unit(head)[1]

    def units_over(self, line: str) -> list[HeadUnit] | None:
        """The units that a line over a table gives to its figures; None where it is no such line."""
        match = compiled(self._words.unit_pattern).search(line)
        if match is None:
            _, unit = self._with_unit(line)
            return [unit] if unit is not None and _is_telling(unit) else None
        given = next(group for group in match.groups() if group)
        units = (self.unit(piece) for piece in compiled(r"[、，,;；]|\band\b").split(given))
        return [unit for unit in units if unit is not None]

    def is_unit_line(self, line: str) -> bool:
        """Whether a line over a table gives units and nothing else."""
        rest = compiled(r"[（(\[][^（）()\[\]]*[)）\]]").sub("", line)
        return not compiled(self._words.unit_pattern).sub("", rest).strip(_EDGES)

    def topic(self, caption: str) -> str:
        """What a caption narrows its table down to, without number, time, unit and words that any caption has."""
        text = compiled(r"[（(][^（）()]*[)）]").sub("", caption)
        text = compiled(self._words.unit_pattern).sub("", text)
        text = compiled(self._words.number_pattern).sub("", text.strip(_EDGES))
        text = self._without_periods(text)
        words = [*self._words.generic, *self._words.values, *self._grammar.regions]
        return _without(text, word_list(tuple(words), self._words.spaced)).strip(_EDGES + "《》【】")

    def time(self, text: str) -> Period | None:
        """The time that a caption or heading is of."""
        return self._time(compiled(self._words.number_pattern).sub("", text), None)

    def _part(self, text: str, *, timed: bool) -> Head:
        """One part of a head, without its time where that is known (`timed`): 本月 stays in the name."""
        words, spaced = self._words, self._words.spaced
        text = text.strip(_EDGES) if spaced else _closed_up(text).strip(_EDGES)
        if len(text) > LONGEST:
            return Head(name=text)
        text, unit = self._with_unit(text)
        text = compiled(self._words.compared_pattern).sub("", text)
        bases, changes = dict((*self._grammar.bases, *words.bases)), dict(words.changes)
        text, basis = _cut(text, word_list(tuple(bases), spaced))
        text = self._without_periods(text) if timed else text
        text, change = _cut(text, word_list(tuple(changes), spaced), leading=spaced)
        text, behind = _cut(text, word_list(tuple(bases), spaced))
        basis += behind
        text, planned = _cut(text, word_list(words.planned, spaced), leading=spaced)
        found_basis = bases[basis[0]] if basis else None
        measure = changes[change[0]] if change else None
        if measure is None and found_basis and found_basis != "annual-average":
            measure = "growth"  # 同比（%）
        if "year-on-year" in change or "yoy" in change or "y/y" in change or any("同比" in word for word in change):
            found_basis = "year-on-year"
        bare = text.strip(_EDGES + "的").lower()
        former = bare in words.formers
        part, name = self._name(text, nothing=former or bare in words.values)
        if change and spaced:
            name, _ = _cut(name, word_list(words.prefaces, spaced))
            unit = unit or (self.unit("%") if "%" in "".join(change) else None)
        return Head(
            name,
            (" " if spaced else "").join((*basis, *change)),
            unit,
            measure,
            found_basis,
            None,
            bool(planned),
            former,
            part,
        )

    def _with_unit(self, text: str) -> tuple[str, HeadUnit | None]:
        """A head without its unit, and the unit."""
        for match in compiled(r"[（(\[]([^（）()\[\]]{1,40})[)）\]]").finditer(text):
            inside = compiled(self._words.unit_pattern).search(match[1])
            given = next((group for group in inside.groups() if group), "") if inside else match[1]
            unit = self._unit_of(text[: match.start()], given.strip().removeprefix("in "))
            if unit is not None or given.strip().lower() in self._words.values:
                return f"{text[: match.start()]} {text[match.end() :]}".strip(), unit
        if text[-1:] in ("%", "％", "‰"):
            return text[:-1], self.unit(text[-1])
        whole = self.unit(text)
        if whole is not None and _is_telling(whole):
            return "", whole
        cut = max(map(text.rfind, "，,:：/"))
        behind = self.unit(text[cut + 1 :]) if cut > 0 else None
        return (text[:cut], behind) if behind is not None else (text, None)

    def _unit_of(self, name: str, given: str) -> HeadUnit | None:
        """The unit that stands in brackets behind a name: Passengers (m) are millions, Length (m) is in metres."""
        measured = self._words.millions.get(given)
        if measured is None or word_list(measured, self._words.spaced).within(name.lower()):
            return self.unit(given)
        return self.unit("million")

    def _name(self, text: str, *, nothing: bool) -> tuple[bool, str]:
        """Whether a head names a part of the one above, and what is left as its name."""
        if nothing:
            return False, ""
        name = compiled(r"(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[#＃·•*—–-]+)\s?(?=\D)").sub(
            "", text, count=1
        )
        for word in self._grammar.parts:
            if name.lower().startswith(word):
                return True, name[len(word) :].strip(_EDGES)
        name = name.strip(_EDGES)
        return False, "" if name.lower() in self._grammar.comparing else name

    def _time(self, text: str, year: int | None) -> Period | None:
        """The time that a head or caption gives; one without a year is of the `year` that is given."""
        prepared = self._prepared(text)
        own = [period for period in self._periods(prepared) if not is_yardstick(prepared, period, self._grammar)]
        if not own:
            return None
        when = own[-1]
        if year and not when.written and when.start is not None and when.start.year == YEAR_OF_WRITING:
            sign = self._words.year
            when = read_period(f"{year}{sign}{when.text}" if sign else f"{when.text} {year}", self._language) or when
        return when if when.anchored and (when.start is not None or when.name is not None) else None

    def _without_periods(self, text: str) -> str:
        prepared = self._prepared(text)
        periods = self._periods(prepared)
        for period in reversed(periods):
            prepared = f"{prepared[: period.span.start]} {prepared[period.span.end :]}"
        return prepared.strip() if periods else text

    def _periods(self, prepared: str) -> list[Period]:
        """The periods of a head; in a language that writes a year in figures alone, also such a one behind other words."""
        found = list(periods_in(prepared, Span(0, len(prepared)), self._language))
        if not found and not self._words.year:
            for match in _bare_year().finditer(prepared):
                year = read_period(match[0], self._language)
                if year is not None:
                    found.append(replace(year, span=Span(*match.span())))
        return found

    def _prepared(self, text: str) -> str:
        """A head with 年 behind a year that stands there in figures alone, as prose has it."""
        return _bare_year().sub(rf"\g<0>{self._words.year}", text) if self._words.year else text


def bare_unit(units: Iterable[HeadUnit], *, rates: bool) -> HeadUnit | None:
    """The one of a caption's units that a column of rates, or one of levels, can have; None where that is not sure."""
    fitting = [unit for unit in units if unit.is_rate == rates]
    return fitting[0] if len(fitting) == 1 else None


def _is_telling(unit: HeadUnit) -> bool:
    """Whether a unit can't be a name as well, as 家 or 人 can."""
    return unit.scale != 1 or unit.is_rate or unit.unit.dimension.startswith("money:")


def _joined(outer: Head, inner: Head, spaced: bool) -> Head:
    names = dict.fromkeys(name for name in (outer.name, inner.name) if name)
    return Head(
        (" " if spaced else "").join(names),
        outer.said + inner.said,
        inner.unit or outer.unit,
        inner.measure or outer.measure,
        inner.basis or outer.basis,
        None,
        outer.planned or inner.planned,
        outer.former or inner.former,
        outer.part or inner.part,
    )


def _ways(unit: str) -> Iterator[tuple[str, str]]:
    """What prose may write before and behind a figure in a unit, the likeliest first: RMB 7 million, $7m, 7亿元."""
    first, _, rest = unit.partition(" ")
    sign = compiled(r"[A-Z]{0,3}[$£€¥￥]").match(unit)
    if sign:
        rest = unit[sign.end() :].strip()
        yield sign[0], rest if len(rest) <= _SHORT else f" {rest}"
    elif rest and first.isupper():
        yield f"{first} ", rest if len(rest) <= _SHORT else f" {rest}"
    yield "", unit
    yield "", f" {unit}"


def _cut(text: str, words: WordList, *, leading: bool = True) -> tuple[str, list[str]]:
    """A text without the words that it ends with or, if `leading`, begins with; and these words."""
    found: list[str] = []
    while True:
        text = text.strip(_EDGES)
        lowered = text.lower() if len(text.lower()) == len(text) else text
        if word := words.at_end(lowered):
            text = text[: -len(word)]
        elif leading and (word := words.at_start(lowered)):
            text = text[len(word) :]
        else:
            return text, found
        found.append(word)


def _without(text: str, words: WordList) -> str:
    """A text without any of the words, wherever they stand."""
    kept: list[str] = []
    lowered = text.lower() if len(text.lower()) == len(text) else text
    start = 0
    while True:
        at, word = words.first(lowered, start)
        if at < 0:
            return " ".join("".join((*kept, text[start:])).split())
        kept.append(text[start:at])
        start = at + len(word)


def _spelt(unit: str, words: Tables) -> str:
    """A unit as prose spells it: $ million for $'000s, without “of”."""
    if not words.scales:
        return unit
    pieces = compiled(r"[A-Za-z0-9'’]+|[^A-Za-z0-9'’]+").findall(unit)
    spelt = "".join(f" {scale}" if (scale := words.scales.get(piece.lower())) else piece for piece in pieces)
    return " ".join(spelt.replace(" of ", " ").split())


def _closed_up(text: str) -> str:
    """A head without the spaces that spread its characters: 合 计."""
    return compiled(r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])").sub("", text)


@cache
def _bare_year() -> re.Pattern[str]:
    return compiled(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d年./-]|,\d)")


@cache
def _marked_year() -> re.Pattern[str]:
    """The letter behind a year by which analysts tell what is reported (2025A) from what is expected (2026E)."""
    return compiled(r"(?<=\b(?:19|20)\d\d)([AEFPaefp])(?![A-Za-z0-9])")
