"""Numbers as English texts write them: 1,273, 3.4 million, 1.2bn, two hundred and six, half a million, two-thirds, one in four."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.extraction.numbers import (
    FRACTION_STEP,
    LONGEST_FIGURES,
    ONE,
    Number,
    Part,
    alternation,
    evaluate,
    of_figures,
)
from factcheck.language.numerals import table
from factcheck.language.units import FRACTION

_GROUPS = (
    r"[0-9]{1,3}+(?:,[0-9]{3}(?![0-9]))++|[0-9]{1,3}+(?:[\u202f\u00a0\u2009 ][0-9]{3}(?![0-9]))++"
    r"|[0-9]{1,2}+(?:,[0-9]{2}(?=,))++,[0-9]{3}(?![0-9])"
)
_ARABIC = rf"(?>(?:{_GROUPS}|[0-9]++|(?=\.[0-9]))(?:\.[0-9]++)?+)"
_GROUPING = str.maketrans("", "", ", \u202f\u00a0\u2009")
_GAP = r"(?:[ \u00a0]*+-[ \u00a0]*+|[ \u00a0\u202f]++)"
_LONGEST_NUMERAL = 40
_LARGE = Decimal(10**6)


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    joined: bool  # by "and" to what stands before
    figures: bool


class _Grammar:
    """The patterns and values of the table, made once."""

    def __init__(self) -> None:
        words = table("en")
        self.digits = {word: Decimal(value) for word, value in words.digits.items()}
        self.multipliers = {word: Decimal(value) for word, value in words.multipliers.items()}
        self.shorthand = {word: Decimal(value) for word, value in words.shorthand.items()}
        self.denominators = {word: Decimal(value) for word, value in words.denominators.items()}
        self.vague = {word: (Decimal(low), Decimal(high)) for word, (low, high) in words.vague.items()}
        self.fixed = {word: Decimal(over) / under for word, (over, under) in words.fixed.items()}
        self.simple = re.compile(
            rf"({_ARABIC})(?:[ \u00a0-]?((?:b|m|tr)illion|thousand)\b)?+(?![A-Za-z½⅓⅔¼¾/^×]|{_GAP}(?:and\b|hundred|thousand|million|dozen|lakh|crore|out of\b|in (?:[0-9]|t)|[0-9])|[ \u00a0]?[A-Za-z]{{1,4}}\b|[ \u00a0]*/)"
        )
        self.word = re.compile(rf"({_GAP}?)(and(?:{_GAP}))?(?:([A-Za-z]++)|({_ARABIC}))")
        self.power = re.compile(
            r"\^([+-]?[0-9]{1,2})(?![0-9])|[eE]([+-]?[0-9]{1,2})(?![0-9])|[ \u00a0]?[x×][ \u00a0]?10\^?([+-]?[0-9]{1,2})(?![0-9])"
        )
        self.over = re.compile(r"[ \u00a0]?/[ \u00a0]?([0-9]{1,4})(?![0-9/.])")
        self.mixed = re.compile(
            rf"(?:{_GAP}([0-9]{{1,2}})[ \u00a0]?/[ \u00a0]?([0-9]{{1,2}})(?![0-9/.])|([½⅓⅔¼¾⅛⅜⅝⅞]))"
        )
        self.ratio = re.compile(r"[ \u00a0]+(in|out[ \u00a0]+of|over)[ \u00a0]+(?=[0-9a-z])")
        self.half_of = re.compile(rf"{_GAP}(?:an?{_GAP})?(?=[A-Za-z])")
        self.vague_head = re.compile(rf"({alternation(self.vague)})(?=[ \u00a0-])", re.IGNORECASE)


@cache
def _grammar() -> _Grammar:
    return _Grammar()


def read_numeral(text: str, at: int) -> Number | None:
    """The number that begins at `at`; None when none does."""
    grammar = _grammar()
    if simple := grammar.simple.match(text, at):
        return _simple(simple)
    vulgar = text[at] in _VULGAR
    number = _vulgar(text, at) if vulgar else _vague(text, at) or _part_of_one(text, at) or _cardinal(text, at)
    return number and _extended(text, number)


_VULGAR = {
    sign: Decimal(over) / under
    for sign, over, under in (
        *(("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4)),
        *(("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8)),
    )
}


def _simple(match: re.Match[str]) -> Number | None:
    """Figures with at most one multiplier behind them."""
    written, scale = match.groups()
    if len(written) > LONGEST_FIGURES:
        return None
    number = of_figures(match.start(), match.end(), written.translate(_GROUPING))
    return number.times(_grammar().multipliers[scale]) if scale else number


def _vulgar(text: str, at: int) -> Number:
    value = _VULGAR[text[at]]
    return Number(at, at + 1, value, value, FRACTION_STEP, FRACTION_STEP, unit=FRACTION)


def _vague(text: str, at: int) -> Number | None:
    """several hundred, a few thousand, dozens, tens of thousands."""
    grammar = _grammar()
    match = grammar.vague_head.match(text, at)
    if match is None:
        return None
    word = match[1].lower()
    low, high = grammar.vague[word]
    words = _words(text, match.end())
    times = [grammar.multipliers[w.text] for w in words[:2] if w.text in grammar.multipliers and not w.joined]
    end = match.end()
    if times and words[0].text in grammar.multipliers:
        end = words[len(times) - 1].end
    elif not word.endswith(" of"):
        return None
    else:
        times, end = [], match.end() - len(" of")
    step = ONE
    for factor in times:
        step *= factor
    return Number(at, end, low * step, high * step, step, step, "vague", open_high=True, words=True)


def _words(text: str, at: int) -> list[_Word]:
    """Words and figures that follow each other from `at`, with nothing but spaces, hyphens and "and" between them."""
    grammar = _grammar()
    words: list[_Word] = []
    position = at
    while len(words) < _LONGEST_NUMERAL and (match := grammar.word.match(text, position)):
        figures = match[3] is None
        start = match.start(4) if figures else match.start(3)
        word = _Word(text[start : match.end()].lower(), start, match.end(), match[2] is not None, figures)
        if not (figures or word.text in grammar.digits or word.text in grammar.multipliers):
            break
        if figures and words and words[-1].text not in grammar.multipliers:
            break
        if position > at and not match[1] and not match[2]:
            break
        words.append(word)
        position = match.end()
    return words


def _cardinal(text: str, at: int) -> Number | None:
    """two hundred and six, 4 thousand 3 hundred and 21, a hundred, 10k."""
    grammar = _grammar()
    article = _article(text, at)
    words = _words(text, article or at)
    if not words or (article and words[0].text not in grammar.multipliers):
        return None
    if not article and words[0].text in grammar.multipliers:
        return None
    parts = [_part(word) for word in words]
    for index, word in enumerate(words):
        if word.joined and index and not _may_join(words, index):
            parts = parts[:index]
            break
    worth = evaluate(parts)
    if not worth.used:
        return None
    figures = words[0].figures
    bare = worth.used == 1 and not figures
    number = Number(
        at,
        parts[worth.used - 1].end,
        worth.value,
        worth.value,
        worth.place,
        worth.more,
        scale=worth.last,
        figures=figures,
        words=not figures,
        bare=bare and not article,
    )
    return _with_shorthand(text, number) if figures and worth.used == 1 else number


def _article(text: str, at: int) -> int | None:
    """Where the word behind "a" begins."""
    if text[at] not in "aA":
        return None
    for article in ("a ", "A ", "a-"):
        if text.startswith(article, at):
            return at + 2
    return None


def _may_join(words: Sequence[_Word], index: int) -> bool:
    """Whether "and" goes on with the number: two hundred and six, but not 5 million and 20."""
    before = _grammar().multipliers.get(words[index - 1].text)
    return before is not None and (before < _LARGE or not words[0].figures)


def _part(word: _Word) -> Part:
    grammar = _grammar()
    if word.figures:
        number = of_figures(word.start, word.end, word.text.translate(_GROUPING)[:LONGEST_FIGURES])
        return Part(number.low, False, word.end, number.step, number.more)
    if word.text in grammar.multipliers:
        return Part(grammar.multipliers[word.text], True, word.end)
    return Part(grammar.digits[word.text], False, word.end)


def _with_shorthand(text: str, number: Number) -> Number:
    """10k, 1.2bn, 1.3e6, 1.3x10^6."""
    grammar = _grammar()
    if match := grammar.power.match(text, number.end):
        if match[1]:
            value = number.low ** int(match[1])
        else:
            value = number.low.scaleb(int(match[2] or match[3]))
        return number._replace(low=value, high=value, end=match.end())
    match = _word_at(text, number.end)
    if match and match[1] in grammar.shorthand:
        return number.times(grammar.shorthand[match[1]])._replace(end=match.end())
    return number


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0]{0,2}([A-Za-z]++)(?![0-9])")


def _word_at(text: str, at: int) -> re.Match[str] | None:
    return _word_pattern().match(text, at)


def _part_of_one(text: str, at: int) -> Number | None:
    """half, a third, two-thirds, three twenty-firsts; half a million."""
    grammar = _grammar()
    begin = _article(text, at) or at
    words = _words(text, begin)
    end = words[-1].end if words else begin
    match = grammar.word.match(text, end)
    if match is None or match[3] is None or match[2] or (words and not match[1]):
        return None
    divisor = match[3].lower()
    singular = divisor.removesuffix("s").replace("halve", "half")
    if singular not in grammar.denominators:
        return None
    plural = singular != divisor or divisor == "half"
    under = grammar.denominators[singular]
    over = ONE
    parts = [_part(word) for word in words]
    if words and not words[-1].figures and 20 <= parts[-1].value < 100 and not parts[-1].multiplies and under < 10:
        under += parts.pop().value
    if parts:
        worth = evaluate(parts)
        if worth.used < len(parts):
            return None
        over = worth.value
    elif begin == at and divisor not in ("half", "quarter"):
        return None  # an ordinal
    if (over != 1 and not plural) or (over == 1 and plural and divisor != "half"):
        return None
    value = over / under
    number = Number(at, match.end(), value, value, FRACTION_STEP, FRACTION_STEP, unit=FRACTION, words=True)
    return _times_large(text, number)


def _times_large(text: str, number: Number) -> Number:
    """half a million, three quarters billion."""
    grammar = _grammar()
    gap = grammar.half_of.match(text, number.end)
    words = _words(text, gap.end()) if gap else []
    if not words or words[0].text not in grammar.multipliers:
        return number
    factor = grammar.multipliers[words[0].text]
    value = number.low * factor
    return number._replace(end=words[0].end, low=value, high=value, step=factor / 10, more=factor / 10, unit=None)


def _extended(text: str, number: Number) -> Number:
    """What goes on behind a number: point five, 1/2, and a half, in four."""
    grammar = _grammar()
    if number.unit is None and number.figures:
        if match := grammar.mixed.match(text, number.end):
            part = _VULGAR[match[3]] if match[3] else Decimal(match[1]) / (Decimal(match[2]) or ONE)
            return number._replace(end=match.end(), low=number.low + part, high=number.high + part, step=FRACTION_STEP)
        if (match := grammar.over.match(text, number.end)) and Decimal(match[1]):
            value = number.low / Decimal(match[1])
            return number._replace(
                end=match.end(), low=value, high=value, step=FRACTION_STEP, more=FRACTION_STEP, unit=FRACTION
            )
    if number.unit is None:
        number = _with_point(text, number)
        number = _and_part(text, number)
    return _in_so_many(text, number)


def _with_point(text: str, number: Number) -> Number:
    """five point five, two hundred point seventy-one."""
    grammar = _grammar()
    match = _word_at(text, number.end)
    if match is None or match[1].lower() != table("en").point or not number.words:
        return number
    written, end = "", match.end()
    words = [word for word in _words(text, end) if not word.joined and not word.figures]
    tens = Decimal(0)
    for word in words:
        value = grammar.digits.get(word.text)
        if value is None or value < tens == 0:
            break
        if tens and 0 < value < 10:
            written = written[:-1] + str(value)
        else:
            written += str(value)
        tens = value if value >= 20 else Decimal(0)
        end = word.end
    if not written:
        return number
    step = ONE.scaleb(-len(written))
    value = number.low + Decimal(written) * step
    number = number._replace(low=value, high=value, end=end, step=step, more=step, bare=False)
    return _times_large(text, number)


def _and_part(text: str, number: Number) -> Number:
    """one and a half, 3 million and a half, one and a half million."""
    grammar = _grammar()
    match = grammar.word.match(text, number.end)
    if match is None or match[2] is None or match[3] is None:
        return number
    part = _part_of_one(text, match.start(3))
    if part is None:
        return number
    if part.unit is FRACTION:
        part = part.times(number.scale if number.scale >= 1000 else ONE)
    elif number.scale <= 1:
        # one and a half million: both are millions
        factor = part.step * 10
        return number.times(factor)._replace(
            end=part.end, low=number.low * factor + part.low, high=number.low * factor + part.low, bare=False
        )
    value = number.low + part.low
    return number._replace(end=part.end, low=value, high=value, step=part.step, more=part.step, bare=False)


def _in_so_many(text: str, number: Number) -> Number:
    """one in four, two out of five hundred, one over three."""
    match = _grammar().ratio.match(text, number.end)
    if match is None or number.low != number.low.to_integral_value() or number.unit is not None:
        return number
    if match[1] == "over" and not number.words:
        return number
    whole = _cardinal(text, match.end())
    if whole is None or not number.low < whole.low or not _counts_all(text, whole):
        return number
    value = number.low / whole.low
    return number._replace(
        end=whole.end, low=value, high=value, step=FRACTION_STEP, more=FRACTION_STEP, unit=FRACTION, bare=False
    )


def _counts_all(text: str, whole: Number) -> bool:
    """In "five in 12 months" and "two in 2020" the second number is a time."""
    if 1900 <= whole.low <= 2100:
        return False
    match = _word_at(text, whole.end)
    return match is None or not match[1].lower().startswith(
        ("year", "month", "week", "day", "hour", "minute", "second")
    )
