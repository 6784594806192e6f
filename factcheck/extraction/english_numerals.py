"""Numbers as English texts write them: 1,273, 3.4 million, two hundred and six, half a million, two-thirds, one in four."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extraction.notation import VULGAR, extended
from factcheck.extraction.numbers import (
    FRACTION_STEP,
    LONGEST_FIGURES,
    ONE,
    TEN,
    Number,
    Part,
    Writing,
    alternation,
    evaluate,
    of_figures,
)
from factcheck.language.numerals import table
from factcheck.language.units import FRACTION
from factcheck.patterns import compiled

_GROUPS = (
    r"[0-9]{1,3}+(?:,[0-9]{3}(?![0-9]))++"
    r"|(?<!\n)[0-9]{1,3}+(?:[\u202f\u00a0\u2009 ][0-9]{3}(?![0-9]))++"
    r"|[0-9]{1,2}+(?:,[0-9]{2}(?=,))++,[0-9]{3}(?![0-9])"
)
# Money in the notation of the Continent: 1.111,11.
_CONTINENTAL = r"[0-9]{1,3}+(?:\.[0-9]{3})++,[0-9]{1,2}(?!,?[0-9])"
_ARABIC = rf"(?>{_CONTINENTAL}|(?:{_GROUPS}|[0-9]++|(?=\.[0-9]))(?:\.[0-9]++)?+)"
_GROUPING = str.maketrans("", "", ", \u202f\u00a0\u2009")
_GAP = r"(?:[ \u00a0]*+-[ \u00a0]*+|[ \u00a0\u202f]++)"

_THOUSAND = Decimal(10**3)
_MILLION = Decimal(10**6)

# No number has more words: what is longer is a list.
_LONGEST_NUMERAL = 40


class _Word(Struct, frozen=True, gc=False):
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
        self.zeros = frozenset({"0", *(word for word, value in words.digits.items() if not value)})
        self.point = words.point
        large = "|".join(word for word, value in words.multipliers.items() if value >= _THOUSAND)
        self.simple = compiled(
            rf"({_ARABIC})(?:[ \u00a0-]?({large})\b)?+"
            rf"(?!{_GAP}(?:[0-9]|and\b|out of\b|in [0-9a-z]|{'|'.join(words.multipliers)})|[½⅓⅔¼¾^×⁄]|[ \u00a0]*/|[eExX][0-9+-])"
        )
        self.word = compiled(rf"({_GAP}?)(and{_GAP})?(?:([A-Za-z]++)|({_ARABIC}))")
        self.following = compiled(r"[ \u00a0]{0,2}([A-Za-z]++)(?![0-9])")
        self.ratio = compiled(r"[ \u00a0]+(in(?:[ \u00a0]+every)?|out[ \u00a0]+of|over)[ \u00a0]+(?=[0-9a-z])")
        self.of_one = compiled(rf"{_GAP}(?:(of{_GAP})?(an?){_GAP})?(?=[A-Za-z])")
        self.part = compiled(words.parts)
        self.times = compiled(words.spans_of_time)
        self.ordinal = compiled(rf"{_GAP}(?:{'|'.join(words.denominators)})\b", re.IGNORECASE)
        self.vague_head = compiled(rf"({alternation(self.vague)})(?=[ \u00a0-])", re.IGNORECASE)


@cache
def _grammar() -> _Grammar:
    return _Grammar()


@cache
def heads() -> re.Pattern[str]:
    """Where a number may begin."""
    words = table("en")
    endings: dict[str, set[str]] = {}
    for word in (*words.digits, *words.fixed, *(word.split()[0] for word in words.vague), "a", "an"):
        endings.setdefault(word[0], set()).add(word[1:])
    spelled = "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(rest)})" for letter, rest in sorted(endings.items()))
    vulgar = "".join(VULGAR)
    return compiled(rf"[0-9{vulgar}]|(?<![0-9A-Za-z.])\.(?=[0-9])|(?<![A-Za-z])(?:{spelled})(?![A-Za-z])")


def read_numeral(text: str, at: int) -> Number | None:
    """The number that begins at `at`; None when none does."""
    if simple := _grammar().simple.match(text, at):
        return _simple(simple)
    if text[at] in VULGAR:
        value = VULGAR[text[at]]
        return Number(at, at + 1, value, value, FRACTION_STEP, unit=FRACTION)
    if text[at] in "aA" and text[max(0, at - 4) : at].lower() == "and ":
        return None  # a year and a half
    number = _vague(text, at) or _part_of_one(text, at) or _cardinal(text, at)
    return number and _extended(text, number)


def _simple(match: re.Match[str]) -> Number | None:
    """Figures with at most one multiplier behind them."""
    written, scale = match.groups()
    if len(written) > LONGEST_FIGURES:
        return None
    factor = _grammar().multipliers[scale] if scale else ONE
    return of_figures(match.start(), match.end(), _figures(written), factor)


def _figures(written: str) -> str:
    """Figures without the marks between their groups, and with a decimal point."""
    if "," in written and "." in written and written.rindex(",") > written.rindex("."):
        return written.replace(".", "").replace(",", ".")
    return written if written.isdigit() else written.translate(_GROUPING)


def _vague(text: str, at: int) -> Number | None:
    """several hundred, a few thousand, dozens, tens of thousands."""
    grammar = _grammar()
    match = grammar.vague_head.match(text, at)
    if match is None:
        return None
    head = match[1].lower()
    low, high = grammar.vague[head]
    step, end = ONE, match.end()
    for word in _words(text, end)[:2]:
        if word.text not in grammar.multipliers or word.joined:
            break
        step, end = step * grammar.multipliers[word.text], word.end
    alone = end == match.end()
    if alone:
        if not head.endswith(" of"):
            return None
        end -= len(" of")
    writing: Writing = "single" if alone else "words"
    return Number(at, end, low * step, high * step, step, writing, form="vague", open_high=True)


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
        if (
            figures
            and words
            and not (words[0].figures and grammar.multipliers.get(words[-1].text, _MILLION) < _MILLION)
        ):
            break
        if not match[1] and (words or match[2]):
            break
        if len(words) > 1 and not _may_follow(words[-1], word):
            break
        words.append(word)
        position = match.end()
    return words


def _may_follow(last: _Word, word: _Word) -> bool:
    """Whether a word can go on with a number: no digit follows another, but for twenty-five."""
    digits = _grammar().digits
    if last.text not in digits or word.text not in digits or word.joined:
        return True
    return digits[last.text] >= 20 and 0 < digits[word.text] < TEN


def _cardinal(text: str, at: int) -> Number | None:
    """two hundred and six, 4 thousand 3 hundred and 21, a hundred."""
    grammar = _grammar()
    article = _article(text, at)
    words = _words(text, article or at)
    if not words or (article is None) == (words[0].text in grammar.multipliers):
        return None
    parts = [_part(word) for word in words[: _joined_until(text, words)]]
    worth = evaluate(parts, section=_THOUSAND)
    if worth.used < len(parts) and parts[worth.used].multiplies and words[worth.used - 1].joined:
        worth = evaluate(parts[: worth.used - 1], section=_THOUSAND)  # 3 hundred and 2 hundred
    if not worth.used:
        return None
    end = parts[worth.used - 1].end
    number = Number(at, end, worth.value, worth.value, worth.place, scale=worth.last)
    if words[0].figures:
        return number
    ordinal = grammar.ordinal.match(text, end) is not None
    single = worth.used == 1 and article is None
    return replace(number, writing="ordinal" if ordinal else "single" if single else "words")


def _article(text: str, at: int) -> int | None:
    """Where the word behind "a" begins."""
    return at + 2 if text[at] in "aA" and text[at + 1 : at + 2] in (" ", "-") else None


def _joined_until(text: str, words: Sequence[_Word]) -> int:
    """How many words are one number, as "and" joins them: two hundred and six, but not 5 million and 20."""
    grammar = _grammar()
    split = _fraction_from(words) if _divisor(text, words[-1].end) else len(words)
    for index, word in enumerate(words[:split]):
        if not word.joined or not index:
            continue
        before = grammar.multipliers.get(words[index - 1].text)
        scaled = not word.figures and index + 1 < len(words) and words[index + 1].text in grammar.multipliers
        if before is None or word.text in grammar.zeros or not (before < _MILLION or not words[0].figures or scaled):
            return index
    return split


def _fraction_from(words: Sequence[_Word]) -> int:
    """Where a fraction begins in a row of words that a divisor follows: two million and three | fifths."""
    for index in range(len(words) - 1, 0, -1):
        if words[index].joined and words[index - 1].text != "hundred":
            return index
    return len(words)


def _part(word: _Word) -> Part:
    grammar = _grammar()
    if word.figures:
        number = of_figures(word.start, word.end, _figures(word.text)[:LONGEST_FIGURES])
        return Part(number.low, False, word.end, number.step)
    if word.text in grammar.multipliers:
        return Part(grammar.multipliers[word.text], True, word.end)
    return Part(grammar.digits[word.text], False, word.end)


def _divisor(text: str, end: int, *, joined: bool = False) -> re.Match[str] | None:
    """The word behind a row of words that divides it: thirds, quarter."""
    match = _grammar().word.match(text, end)
    if match is None or match[3] is None or (match[2] is not None) != joined:
        return None
    return match if _singular(match[3].lower()) in _grammar().denominators else None


def _singular(divisor: str) -> str:
    return "half" if divisor == "halves" else divisor.removesuffix("s")


def _part_of_one(text: str, at: int) -> Number | None:
    """half, a third, two-thirds, three twenty-firsts; half a million."""
    begin = _article(text, at) or at
    words = _words(text, begin)
    end = words[-1].end if words else begin
    match = _divisor(text, end)
    if match is None and len(words) > 2 and words[0].text == "one":
        match = _divisor(text, end, joined=True)  # one one hundred and fifth
    if match is None or (words and (not match[1] or _fraction_from(words) < len(words))):
        return None
    value = _divided(text, words, match, article=begin != at)
    if value is None:
        return None
    number = Number(at, match.end(), value, value, FRACTION_STEP, "words", unit=FRACTION)
    large = _times_large(text, number)
    if large is number and begin == at and not words:
        of_one = _grammar().of_one.match(text, number.end)
        if match[3].lower() == "quarter" or _names_a_time(text, at):
            return None  # the third quarter, the first half
        if of_one is not None and of_one[2] and not of_one[1]:
            return replace(number, end=of_one.end(2), unit=None, writing="single")  # half a century
    return large


def _names_a_time(text: str, at: int) -> bool:
    """Whether the word before makes a half one of a year: the first half, second-half."""
    before = text[max(0, at - 8) : at].replace("-", " ").lower().split()
    return bool(before) and text[at - 1] in " -" and before[-1] in table("en").times_behind.split()


def _divided(text: str, words: Sequence[_Word], match: re.Match[str], *, article: bool) -> Decimal | None:
    """The value of a fraction in words; None when the divisor is an ordinal: the third, two millionth."""
    grammar = _grammar()
    divisor = match[3].lower()
    singular = _singular(divisor)
    half, plural = singular == "half", singular != divisor
    over, under = ONE, grammar.denominators[singular]
    parts = [_part(word) for word in words]
    if len(words) > 1 and words[0].text == "one" and words[1].text in grammar.digits and not plural:
        worth = evaluate(parts[1:], section=_THOUSAND)  # one twenty-fifth
        under, parts = under + worth.value, parts[:1] if worth.used == len(parts) - 1 else parts
    elif words and not words[-1].figures and 20 <= parts[-1].value < 100 and not parts[-1].multiplies and under < TEN:
        under += parts.pop().value
    elif under < 3 and not half:
        return None  # first, second
    if parts:
        worth = evaluate(parts, section=_THOUSAND)
        if worth.used < len(parts):
            return None
        over = worth.value
    elif not article and singular not in ("half", "quarter"):
        return None
    if (over == ONE) == plural and not half:
        return None
    if article and singular not in ("half", "quarter") and not grammar.part.match(text, match.end()):
        return None  # a third factory
    return over / under


def _times_large(text: str, number: Number) -> Number:
    """half a million, three quarters billion."""
    grammar = _grammar()
    gap = grammar.of_one.match(text, number.end)
    words = _words(text, gap.end()) if gap else []
    factor = grammar.multipliers.get(words[0].text) if words else None
    if factor is None:
        return number
    value = number.low * factor
    return replace(number, end=words[0].end, low=value, high=value, step=factor / TEN, unit=None)


def _extended(text: str, number: Number) -> Number:
    """What goes on behind a number: point five, 1/2, and a half, in four."""
    if number.unit is None and not number.in_words:
        number = extended(text, number)
        if number.step < ONE:
            number = _times_large(text, number)  # 1½ million
    if number.unit is None:
        number = _with_point(text, number)
        number = _and_part(text, number)
    return _in_so_many(text, number)


def _with_point(text: str, number: Number) -> Number:
    """five point five, two hundred point seventy-one."""
    grammar = _grammar()
    match = grammar.following.match(text, number.end)
    if match is None or match[1].lower() != grammar.point or not number.in_words:
        return number
    written, end, tens = "", match.end(), False
    for word in _words(text, end):
        value = grammar.digits.get(word.text)
        if value is None or word.joined:
            break
        written = written[:-1] + str(value) if tens and 0 < value < TEN else written + str(value)
        tens, end = value >= 20, word.end
    if not written or len(written) > LONGEST_FIGURES:
        return number
    step = ONE.scaleb(-len(written))
    return _times_large(text, number.plus(Decimal(written) * step, step, end).written("words"))


def _and_part(text: str, number: Number) -> Number:
    """one and a half, 3 million and a half, one and a half million."""
    match = _grammar().word.match(text, number.end)
    part = _part_of_one(text, match.start(3)) if match and match[2] and match[3] else None
    if part is None:
        return number
    if part.unit is FRACTION:
        scale = number.scale if number.scale >= _THOUSAND else ONE
        return number.plus(part.low * scale, part.step * scale, part.end).written(_several(number))
    if number.scale > ONE:
        return number.plus(part.low, part.step, part.end)
    factor = part.step * TEN  # one and a half million: both are millions
    return number.times(factor, part.end).plus(part.low, part.step, part.end).written(_several(number))


def _several(number: Number) -> Writing:
    return "words" if number.in_words else "figures"


def _in_so_many(text: str, number: Number) -> Number:
    """one in four, two out of five hundred, one over three."""
    grammar = _grammar()
    match = grammar.ratio.match(text, number.end)
    if match is None or number.low != number.low.to_integral_value() or number.unit is not None:
        return number
    if match[1] == "over" and not number.in_words:
        return number
    whole = _cardinal(text, match.end())
    if whole is None or not number.low < whole.low or 1900 <= whole.low <= 2100 or grammar.times.match(text, whole.end):
        return number  # won two in 2020, five in 12 months
    return number.part_of_one(number.low / whole.low, FRACTION, whole.end)
