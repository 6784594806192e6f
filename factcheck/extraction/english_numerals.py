"""Numbers as English texts write them: 1,273, 3.4 million, 1.2bn, two hundred and six, half a million, two-thirds, one in four."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.extraction.notation import VULGAR, extended, fraction
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
    r"[0-9]{1,3}+(?:,[0-9]{3}(?![0-9]))++|(?<!\n)[0-9]{1,3}+(?:[\u202f\u00a0\u2009 ][0-9]{3}(?![0-9]))++"
    r"|[0-9]{1,2}+(?:,[0-9]{2}(?=,))++,[0-9]{3}(?![0-9])"
)
# Money in the notation of the Continent: 1.111,11.
_CONTINENTAL = r"[0-9]{1,3}+(?:\.[0-9]{3})++,[0-9]{1,2}(?!,?[0-9])"
_ARABIC = rf"(?>{_CONTINENTAL}|(?:{_GROUPS}|[0-9]++|(?=\.[0-9]))(?:\.[0-9]++)?+)"
_GROUPING = str.maketrans("", "", ", \u202f\u00a0\u2009")
_GAP = r"(?:[ \u00a0]*+-[ \u00a0]*+|[ \u00a0\u202f]++)"
_LONGEST_NUMERAL = 40
_THOUSAND = Decimal(10**3)
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
        self.denominators = {word: Decimal(value) for word, value in words.denominators.items()}
        self.vague = {word: (Decimal(low), Decimal(high)) for word, (low, high) in words.vague.items()}
        self.fixed = {word: Decimal(over) / under for word, (over, under) in words.fixed.items()}
        scale = "thousand|million|billion|trillion"
        others = "|".join(words.multipliers)
        self.simple = re.compile(
            rf"({_ARABIC})(?:[ \u00a0-]?({scale})\b)?+(?!{_GAP}(?:and\b|out of\b|in (?:[0-9]|t)|{others}))(?![½⅓⅔¼¾/^×⁄]|[ \u00a0]*/)"
            rf"(?!{_GAP}[0-9])(?![eExX][0-9+-])"
        )
        self.word = re.compile(rf"({_GAP}?)(and(?:{_GAP}))?(?:([A-Za-z]++)|({_ARABIC}))")
        self.ratio = re.compile(r"[ \u00a0]+(in|out[ \u00a0]+of|over)[ \u00a0]+(?=[0-9a-z])")
        self.half_of = re.compile(rf"{_GAP}(?:(an?){_GAP})?(?=[A-Za-z])")
        self.of_it = re.compile(
            r"\s+(?:of|more|less|fewer|lower|higher|larger|as|from|in|to|by|for|on|since|at|this|last|below|above|over|and|or|than|would|will|can|could|have|has|had|are|were|is|was|say|said|do|did|who|that|which)\b|\s*(?:[^\w\s]|$)"
        )
        self.ordinal = re.compile(rf"{_GAP}(?:{'|'.join(words.denominators)})\b", re.IGNORECASE)
        self.vague_head = re.compile(rf"({alternation(self.vague)})(?=[ \u00a0-])", re.IGNORECASE)


@cache
def _grammar() -> _Grammar:
    return _Grammar()


@cache
def heads() -> re.Pattern[str]:
    """Where a number may begin."""
    words = table("en")
    begins = sorted({*words.digits, *words.fixed, *(word.split()[0] for word in words.vague), "a", "an"})
    by_letter: dict[str, list[str]] = {}
    for word in begins:
        by_letter.setdefault(word[0], []).append(word[1:])
    spelled = "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"[0-9½⅓⅔¼¾⅛⅜⅝⅞]|(?<![0-9A-Za-z.])\.(?=[0-9])|(?<![A-Za-z])(?:{spelled})(?![A-Za-z])")


def read_numeral(text: str, at: int) -> Number | None:
    """The number that begins at `at`; None when none does."""
    grammar = _grammar()
    if simple := grammar.simple.match(text, at):
        return _simple(simple)
    vulgar = text[at] in VULGAR
    if text[at] in "aA" and text[max(0, at - 4) : at].lower() == "and ":
        return None  # a year and a half
    number = _vulgar(text, at) if vulgar else _vague(text, at) or _part_of_one(text, at) or _cardinal(text, at)
    return number and _extended(text, number)


def _simple(match: re.Match[str]) -> Number | None:
    """Figures with at most one multiplier behind them."""
    written, scale = match.groups()
    if len(written) > LONGEST_FIGURES:
        return None
    number = of_figures(match.start(), match.end(), _figures(written))
    return number.times(_grammar().multipliers[scale]) if scale else number


def _figures(written: str) -> str:
    """Figures without the marks between their groups, and with a decimal point."""
    if "," in written and "." in written and written.rindex(",") > written.rindex("."):
        return written.replace(".", "").replace(",", ".")
    return written if written.isdigit() else written.translate(_GROUPING)


def _vulgar(text: str, at: int) -> Number:
    value = VULGAR[text[at]]
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
        if figures and words and not (words[0].figures and grammar.multipliers.get(words[-1].text, _LARGE) < _LARGE):
            break
        if not match[1] and (words or match[2]):
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
    parts = [_part(word) for word in words[: _joined_until(text, words)]]
    worth = evaluate(parts, section=_THOUSAND)
    if worth.used < len(parts) and parts[worth.used].multiplies and words[worth.used - 1].joined:
        worth = evaluate(parts[: worth.used - 1], section=_THOUSAND)  # 3 hundred and 2 hundred
    if not worth.used:
        return None
    figures = words[0].figures
    bare = worth.used == 1 and not figures
    return Number(
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
        ordinal=not figures and grammar.ordinal.match(text, parts[worth.used - 1].end) is not None,
    )


def _article(text: str, at: int) -> int | None:
    """Where the word behind "a" begins."""
    if text[at] not in "aA":
        return None
    for article in ("a ", "A ", "a-"):
        if text.startswith(article, at):
            return at + 2
    return None


def _joined_until(text: str, words: Sequence[_Word]) -> int:
    """How many words are one number, as "and" joins them: two hundred and six, but not 5 million and 20."""
    multipliers = _grammar().multipliers
    split = _fraction_from(words) if _divisor(text, words[-1].end) else len(words)
    for index, word in enumerate(words[:split]):
        before = multipliers.get(words[index - 1].text) if index else None
        scaled = not word.figures and index + 1 < len(words) and words[index + 1].text in multipliers
        may_join = (
            before is not None and (before < _LARGE or not words[0].figures or scaled) and word.text not in _ZEROS
        )
        if word.joined and index and not may_join:
            return index
    return split


_ZEROS = frozenset({"0", "zero", "nought", "naught"})


def _fraction_from(words: Sequence[_Word]) -> int:
    """Where a fraction begins in a row of words that a divisor follows: two million and three | fifths."""
    for index in range(len(words) - 1, 0, -1):
        if words[index].joined and words[index - 1].text != "hundred":
            return index
    return len(words)


def _divisor(text: str, end: int) -> re.Match[str] | None:
    """The word behind a row of words that divides it: thirds, quarter."""
    grammar = _grammar()
    match = grammar.word.match(text, end)
    if match is None or match[3] is None or match[2]:
        return None
    word = match[3].lower()
    return match if _singular(word) in grammar.denominators else None


def _joined_divisor(text: str, words: Sequence[_Word]) -> re.Match[str] | None:
    """one one hundred and fifth: the divisor is a hundred and five."""
    if len(words) < 3 or words[0].text != "one":
        return None
    match = _grammar().word.match(text, words[-1].end)
    return match if match and match[2] and match[3] and match[3].lower() in _grammar().denominators else None


def _singular(divisor: str) -> str:
    return "half" if divisor == "halves" else divisor.removesuffix("s")


def _part(word: _Word) -> Part:
    grammar = _grammar()
    if word.figures:
        number = of_figures(word.start, word.end, _figures(word.text)[:LONGEST_FIGURES])
        return Part(number.low, False, word.end, number.step, number.more)
    if word.text in grammar.multipliers:
        return Part(grammar.multipliers[word.text], True, word.end)
    return Part(grammar.digits[word.text], False, word.end)


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
    match = _divisor(text, end) or _joined_divisor(text, words)
    if match is None or (words and (not match[1] or _fraction_from(words) < len(words))):
        return None
    divisor = match[3].lower()
    singular = _singular(divisor)
    plural = singular != divisor or divisor == "half"
    under = grammar.denominators[singular]
    over = ONE
    parts = [_part(word) for word in words]
    if len(words) > 1 and words[0].text == "one" and words[1].text in grammar.digits and not plural:
        worth = evaluate(parts[1:], section=_THOUSAND)  # one twenty-fifth, one one hundred and fifth
        under, parts = under + worth.value, parts[:1] if worth.used == len(parts) - 1 else parts
    elif words and not words[-1].figures and 20 <= parts[-1].value < 100 and not parts[-1].multiplies and under < 10:
        under += parts.pop().value
    elif under < 3 and singular != "half":
        return None
    if parts:
        worth = evaluate(parts, section=_THOUSAND)
        if worth.used < len(parts):
            return None
        over = worth.value
    elif begin == at and singular not in ("half", "quarter"):
        return None  # an ordinal
    if (over != 1 and not plural) or (over == 1 and plural and divisor != "half"):
        return None
    if begin != at and singular not in ("half", "quarter") and not grammar.of_it.match(text, match.end()):
        return None  # a third factory
    value = over / under
    number = Number(at, match.end(), value, value, FRACTION_STEP, FRACTION_STEP, unit=FRACTION, words=True)
    large = _times_large(text, number)
    if (
        large is number
        and begin == at
        and not words
        and (of_one := grammar.half_of.match(text, number.end))
        and of_one[1]
    ):
        return number._replace(end=of_one.end(1), unit=None, bare=True)  # half a century
    return large


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
        number = extended(text, number)
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
    return fraction(number, number.low / whole.low, whole.end)


def _counts_all(text: str, whole: Number) -> bool:
    """In "five in 12 months" and "two in 2020" the second number is a time."""
    if 1900 <= whole.low <= 2100:
        return False
    match = _word_at(text, whole.end)
    return match is None or not match[1].lower().startswith(
        ("year", "month", "week", "day", "hour", "minute", "second")
    )
