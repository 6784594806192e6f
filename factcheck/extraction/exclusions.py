"""What looks like a number and is none: dates, clock times, ordinals, names, ids, list marks, captions.

Each test looks at a bounded stretch around the number: what no list can hold is told by its form.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from factcheck.extraction.hedges import HedgeReader
from factcheck.extraction.measured import Measured
from factcheck.extraction.numbers import Number
from factcheck.extraction.spellings import Spellings
from factcheck.extraction.units import UnitReader
from factcheck.language import idioms
from factcheck.model.document import Language
from factcheck.patterns import compiled

_DASHES = frozenset("-–—−－‐‑")
_SPACES = frozenset(" \u00a0\t")

# Dates in figures, versions and addresses, clock times and ratios, years from one to another, telephone numbers and other ids;
# those of group "counted" are numbers all the same where a unit stands behind them.
_APART = (
    r"(?:1[5-9]|20)\d\d(?P<dash>[-/.])\d{1,2}(?:(?P=dash)\d{1,2})?(?![\d%])"
    r"|\d{1,2}(?P<slash>[-/.])\d{1,2}(?P=slash)(?:\d{4}|\d\d)(?![\d%])"
    r"|\d{1,4}(?:\.\d{1,4}){2,}+"
    r"|\d{1,3}[:：∶]\d{1,3}(?:[:：]\d\d)?(?:\.\d++)?(?!\d|[:：∶])|\d++(?:\.\d++)?(?:[:：∶]\d++(?:\.\d++)?){2,}+"
    r"|(?P<counted>(?:1[5-9]|20)\d\d[ ]?[-–—−~～至/][ ]?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,.%万亿])|1[3-9]\d{9}(?!\d))"
    r"|\d{3,4}[-–—]\d{3,4}[-–—]\d{4}|\d{3,4}[-–—]\d{6,8}(?!\d)"
    r"|(?<=\+)\d{1,3}(?:[ -]\(?\d{1,5}\)?){2,5}+|(?<=\()\d{3,5}\)[ -]?\d{3,4}[ -]\d{4}(?!\d)|0\d{2,4} \d{3,4} \d{3,4}(?!\d)"
    r"|(?<![\d,.] )[3689]\d{3} \d{4}(?!\d|[,. ]\d)"
    r"|\d++(?:[-–—]\d++){2,}+|\d{1,2}(?:\+\d{1,2})++(?![\d%])"
)
# What a date, a clock time or an id goes on with behind its first figures.
APART_MARKS = frozenset("-–—−~～至/.:：∶时時点點分秒比×xX*+)")
TELEPHONE_LENGTH = 11

# A figure behind one of these goes on with what stands before: 1+3, 24/7, v.2.0, 3×4, item_7.
_JOINING_MARKS = frozenset("./:_#@\\^*+×")
_ADDRESS_MARKS = frozenset("%=&?~")
_ADDRESS = r"(?:https?://|www\.)[^\s，。；）)]*$"
_LONGEST_ADDRESS = 300

_LONGEST_PARAGRAPH = 3
# So many characters before a number alone on its line may be white space.
_WIDEST_MARGIN = 80
_ATTRIBUTE_STARTS = frozenset("abcdefghijklmnopqrstuvwxyz ")

# 1667048871270 is no count of anything, 1,667,048,871,270 can be.
_LONGEST_COUNT = 9


class Exclusions:
    """Tells what is no quantity in one language."""

    def __init__(self, language: Language, units: UnitReader, hedges: HedgeReader, *, fold: bool) -> None:
        table = idioms.table(language)
        self._table = table
        self._units = units
        self._hedges = hedges
        self._capitals = table.capitals
        self._ordinal = frozenset(table.ordinal) | {"#"}
        letters = frozenset(chr(code) for code in range(128) if chr(code).isalnum())
        # What may show that a number is part of something that began before it.
        self.suspect = self._ordinal | letters | _DASHES | _JOINING_MARKS | _ADDRESS_MARKS
        self._most = table.most
        self._units_labelled = {
            unit: Spellings(dict.fromkeys(words.split(), True), fold=fold) for unit, words in table.units.items()
        }
        self._attributed = Spellings(dict.fromkeys(idioms.entries(table.attributed), True), fold=fold)
        self._opening, self._closing = table.quotes

    @cached_property
    def _apart(self) -> re.Pattern[str]:
        return compiled(f"{_APART}|{self._table.apart}")

    @cached_property
    def _numbered(self) -> re.Pattern[str]:
        return compiled(self._table.numbered)

    @cached_property
    def _years_of(self) -> re.Pattern[str]:
        return compiled(self._table.years_of)

    @cached_property
    def _nouns_after(self) -> re.Pattern[str]:
        return compiled(self._table.nouns_after)

    def inside(self, text: str, number: Number) -> bool:
        """Whether the number is an ordinal, or goes on with a word, an address or an id that began before it."""
        start = number.start
        before = text[start - 1] if start else " "
        if before in self._ordinal:
            return True
        if before.isalnum():
            return not number.in_words and self._units.before(text, start) is None
        if start == 1:
            return False
        if before in _DASHES:
            return _is_latin(text[start - 2]) and not self._is_prefix(text, start)
        if before in _JOINING_MARKS:
            return _is_latin(text[start - 2]) and (text[start - 2].isdigit() or before not in ".:")
        return before in _ADDRESS_MARKS and _address().search(text, max(0, start - _LONGEST_ADDRESS), start) is not None

    def _is_prefix(self, text: str, start: int) -> bool:
        """minus-130, sub-300: what stands before a dash may be a word that numbers have before them."""
        hedge, _ = self._hedges.before(text, start)
        return hedge is not None or text[max(0, start - 6) : start].lower().endswith("minus-")

    def apart(self, text: str, number: Number) -> int | None:
        """The end of a date, clock time, version or id in figures that begins with this number."""
        match = self._apart.match(text, number.start)
        if match is None or (match["counted"] is not None and self._has_unit(text, match.end())):
            return None
        return match.end()

    def _has_unit(self, text: str, end: int) -> bool:
        unit = self._units.behind(text, end)
        return unit is not None and unit.value.dimension != "months"

    def means_nothing(self, text: str, figure: Measured) -> bool:
        """Whether a number without a unit only dates, names or numbers what stands beside it."""
        start, end = figure.start, figure.end
        return (
            self._is_year(text, figure)
            or self._stands_alone(text, start, end)
            or self._numbers_an_item(text, start, end)
            or self._is_quoted(text, start, end)
            or self._runs_on(text, end)
            or (text[start] == "0" and text[start + 1 : start + 2].isdigit())
            or self._numbered.match(text, end) is not None
        )

    def tells_no_amount(self, text: str, figure: Measured) -> bool:
        """Whether the unit and what stands before tell a time, a place or a class: 上午10点, 北纬30度, 百亿级."""
        symbol = figure.unit.symbol if figure.unit else ""
        if symbol in self._most and figure.number.low > self._most[symbol]:
            return True
        words = self._units_labelled.get(symbol)
        return words is not None and words.ahead(text, figure.start) is not None

    def _is_year(self, text: str, figure: Measured) -> bool:
        """A number from 1500 to 2100 that counts nothing (2000 workers) is a year."""
        number = figure.number
        plain = not number.in_words and number.end - number.start == 4 and number.scale == 1 and number.step == 1
        if not plain or not 1500 <= number.low <= 2100:
            return False
        return not self._nouns_after.match(text, figure.end) or self._years_of.match(text, figure.end) is not None

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """A line of nothing but a number: a page or a picture."""
        ahead = text[max(0, start - _WIDEST_MARGIN) : start]
        margin = ahead.rpartition("\n")[2]
        if margin.strip() or not (len(margin) < len(ahead) or start <= _WIDEST_MARGIN):
            return False
        return _rest_of_line().match(text, end) is not None and (start > len(margin) or text.find("\n", end) >= 0)

    def _numbers_an_item(self, text: str, start: int, end: int) -> bool:
        """1. or (2) before an item, [3] behind a statement."""
        mark = _list_mark().match(text, end)
        before = text[start - 1 : start]
        if before in ("(", "（", "[", "［", "〔"):
            return text[end : end + 1] in (")", "）", "]", "］", "〕")
        begins = not text[max(0, start - 4) : start].rpartition("\n")[2].strip()
        return mark is not None and begins and (start < 4 or "\n" in text[start - 4 : start])

    def _is_quoted(self, text: str, start: int, end: int) -> bool:
        """“3511”, “雪龙2”: without a unit, a number that opens or closes a quotation is part of a name."""
        return (start > 0 and text[start - 1] in self._opening) or (end < len(text) and text[end] in self._closing)

    def _runs_on(self, text: str, end: int) -> bool:
        """5G, 302/304: what goes on in letters that are no unit, or in figures behind a slash, is a name or an address."""
        after = text[end : end + 2]
        return (after[:1].isascii() and after[:1].isalpha()) or (after[:1] == "/" and after[1:].isdigit())

    def is_id(self, text: str, figure: Measured) -> bool:
        """A long row of figures without any mark numbers a paper, an account or a machine."""
        start, end = figure.start, figure.end
        return end - start > _LONGEST_COUNT and figure.number.scale == 1 and text[start:end].isdigit()

    def is_attribute(self, text: str, figure: Measured) -> bool:
        """3-room flats, a two-way street; 4 Agencies will …: an attribute, or the number of a paragraph."""
        if not self._capitals:
            return False
        end = figure.end
        if text[end : end + 1] == "-" and text[end + 1 : end + 2] in _ATTRIBUTE_STARTS:
            return True
        begins = figure.start == 0 or text[figure.start - 1] == "\n"
        short = not figure.number.in_words and end - figure.start <= _LONGEST_PARAGRAPH
        return begins and short and _paragraph().match(text, end) is not None

    def is_class(self, text: str, figure: Measured) -> bool:
        """过亿元企业: a multiplier without a digit, before a noun that it classes."""
        return self._attributed.behind(text, figure.end) is not None


@cache
def _rest_of_line() -> re.Pattern[str]:
    return compiled(r"[^\S\n]*+(?:\n|$)")


@cache
def _list_mark() -> re.Pattern[str]:
    return compiled(r"[^\S\n]?(?:[.．、](?!\d)|[)）])")


@cache
def _paragraph() -> re.Pattern[str]:
    return compiled(r"[^\S\n]+[A-Z0-9]")


@cache
def _address() -> re.Pattern[str]:
    return compiled(_ADDRESS)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
