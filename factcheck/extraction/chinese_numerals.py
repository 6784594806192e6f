"""Numbers as Chinese texts write them: 1273, 3万4000, 一万二, 三五百, 十几, 上百, 三分之二, 百分之七点八, 八成五."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.extraction.notation import MARKS, extended
from factcheck.extraction.numbers import (
    FRACTION_STEP,
    LONGEST_FIGURES,
    ONE,
    TEN,
    Number,
    Part,
    alternation,
    evaluate,
    of_figures,
)
from factcheck.language import hedges
from factcheck.language.numerals import table
from factcheck.language.units import FRACTION, PERCENT
from factcheck.model.quantity import Hedge

_FIGURE = "[0-9０-９]"
# A full-width comma divides groups of full-width figures only: elsewhere it ends a clause.
_ARABIC = (
    rf"(?>(?:{_FIGURE}{{1,3}}+(?:(?:,{_FIGURE}{{3}}|，[０-９]{{3}})(?!{_FIGURE}))++|{_FIGURE}++|(?=[.．]{_FIGURE}))"
    rf"(?:[.．]{_FIGURE}++)?+)"
)
_SPACE = "[ \u00a0]"
_TO_ASCII = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {0xFF0E: 0x2E, 0xFF0C: None, 0x2C: None}

_GAP, _FIGURES, _DIGIT, _TIMES, _MORE = range(5)
_LARGE = Decimal(10**4)

# No numeral has more words (九千九百九十九万九千… has 30): what is longer is no number.
_LONGEST_NUMERAL = 40


class _Word(NamedTuple):
    kind: int
    text: str
    start: int
    end: int


class _Grammar:
    """The patterns and values of the table, made once."""

    def __init__(self) -> None:
        words = table("zh")
        digit, point, more = (
            alternation(words.digits),
            alternation(words.point.split()),
            alternation(words.more.split()),
        )
        times = "|".join(
            f"{word}(?![{words.unscaled[word]}])" if word in words.unscaled else word for word in words.multipliers
        )
        large = alternation(word for word, value in words.multipliers.items() if value >= _LARGE)
        self.digits = {word: Decimal(value) for word, value in words.digits.items()}
        self.multipliers = {word: Decimal(value) for word, value in words.multipliers.items()}
        self.vague = {word: (Decimal(low), Decimal(high)) for word, (low, high) in words.vague.items()}
        self.fixed = {word: Decimal(over) / under for word, (over, under) in words.fixed.items()}
        self.halves = words.halves
        self.simple = re.compile(
            rf"({_ARABIC})({large}?+)(?!{_SPACE}?(?:{times}|{digit}|{_FIGURE}|个{large}|{more}{_SPACE}?{large}))"
        )
        self.word = re.compile(
            rf"{_SPACE}?(?:({_ARABIC})|({digit})|({times})|({more})(?={_SPACE}?(?:{large}|千万|百万))|[个個](?={large}))"
        )
        decimal = alternation(word for word in words.digits if word not in "两兩俩倆")
        self.decimals = re.compile(rf"{_SPACE}?{point}{_SPACE}?({decimal}++|{_FIGURE}++)(?![十拾刻])")
        self.times = re.compile(rf"{_SPACE}?({times})")
        tens = alternation(word for word, value in words.multipliers.items() if str(value).strip("0") == "1")
        self.heads = re.compile(rf"(?<![{words.not_vague_behind}])({alternation(words.vague)})((?:{tens})++)")
        self.over = re.compile(rf"{_SPACE}*分{_SPACE}*之{_SPACE}*([负負]?){_SPACE}*")
        self.percent = re.compile(rf"([百千]){_SPACE}*分{_SPACE}*之{_SPACE}*([负負]?){_SPACE}*")
        self.tenths = re.compile(rf"{_SPACE}?({words.tenths})({digit}|半)?")
        self.whole = re.compile(rf"{_SPACE}*又{_SPACE}*")


@cache
def _grammar() -> _Grammar:
    return _Grammar()


@cache
def heads() -> re.Pattern[str]:
    """Where a number may begin."""
    words = table("zh")
    digit = alternation(word for word, value in words.digits.items() if value)
    zero = alternation(word for word, value in words.digits.items() if not value)
    point, more = alternation(words.point.split()), alternation(words.more.split())
    times = alternation(word for word, value in words.multipliers.items() if str(value).strip("0") == "1")
    bounds = hedges.table("zh")
    bound = alternation({word[-1] for word, kind in (*bounds.before.items(), *bounds.bare.items()) if kind})
    letters = "".join(
        [*words.digits, *words.multipliers, *words.halves, *(word[0] for word in (*words.vague, *words.fixed))]
    )
    return re.compile(
        rf"(?=[0-9０-９.．{letters}])"
        rf"(?:{_FIGURE}|(?<![0-9A-Za-z.．])[.．](?={_FIGURE})|{digit}|{zero}(?={_SPACE}?{point})|[十拾]"
        rf"|[百千](?={_SPACE}*分{_SPACE}*之|{more})|{times}(?={more})|(?<={bound}){times}"
        rf"|{alternation(words.vague)}(?={times})|{alternation((*words.fixed, *words.halves))})"
    )


def read_numeral(text: str, at: int) -> Number | None:
    """The number that begins at `at`; None when none does."""
    grammar = _grammar()
    if simple := grammar.simple.match(text, at):
        number = _simple(simple)
    else:
        number = _percent(text, at) or _vague(text, at) or _fixed(text, at) or _run(text, at)
    if number is not None and number.unit is None and text[number.end : number.end + 1] in _AFTER_NUMBER:
        number = _fraction(text, number) or _tenths(text, number) or number
        return extended(text, number) if number.figures and number.unit is None else number
    return number


_AFTER_NUMBER = MARKS | frozenset("分成折又")


def _simple(match: re.Match[str]) -> Number | None:
    """Figures with at most one multiplier behind them."""
    written, scale = match.groups()
    if len(written) > LONGEST_FIGURES:
        return None
    number = of_figures(match.start(), match.end(), written.translate(_TO_ASCII))
    return number.times(_grammar().multipliers[scale]) if scale else number


def _percent(text: str, at: int) -> Number | None:
    """百分之五, 千分之三: both in percent."""
    grammar = _grammar()
    match = grammar.percent.match(text, at)
    number = _plain(text, match.end()) if match else None
    if match is None or number is None:
        return None
    if match[2]:
        number = number.negated(at)
    if match[1] == "千":
        number = number.times(ONE / TEN)
    return number._replace(start=at, unit=PERCENT, bare=False)


def _plain(text: str, at: int) -> Number | None:
    """A number that is no fraction."""
    simple = _grammar().simple.match(text, at)
    return _simple(simple) if simple else _run(text, at)


def _vague(text: str, at: int) -> Number | None:
    """数十, 几百万, 上千: from so many times the multiplier up to so many."""
    grammar = _grammar()
    match = grammar.heads.match(text, at)
    if match is None:
        return None
    parts = [Part(grammar.multipliers[word], True, 0) for word in match[2]]
    worth = evaluate(parts, section=_LARGE)
    if worth.used < len(parts):
        return None
    low, high = (bound * worth.value for bound in grammar.vague[match[1]])
    return Number(at, match.end(), low, high, worth.value, worth.value, "vague", open_high=True, words=True)


def _fixed(text: str, at: int) -> Number | None:
    """一半, 半 (of 半年)."""
    grammar = _grammar()
    for word, value in grammar.fixed.items():
        if text.startswith(word, at):
            unit = PERCENT if word[-1] == "折" else FRACTION
            value = value * 100 if unit is PERCENT else value
            return Number(at, at + len(word), value, value, FRACTION_STEP, FRACTION_STEP, unit=unit, words=True)
    if text[at] in grammar.halves:
        half = ONE / 2
        return Number(at, at + 1, half, half, half, half, words=True, bare=True)
    return None


def _run(text: str, at: int) -> Number | None:
    """A numeral in words, or in figures and words: 三百五十, 3万4000, 一万二, 两三个, 二十几万."""
    words = _words(text, at)
    if not words:
        return None
    spoken = words[0].kind != _FIGURES
    if len(words) > 1 and all(word.kind == _DIGIT for word in words):
        return _digits_alone(words)
    number = _paired(words) or _summed(words)
    if number is None:
        return None
    number = number._replace(words=spoken, figures=not spoken)
    after = next((word for word in words if word.start >= number.end), None)
    if after is not None and after.kind == _MORE:
        return _more_inside(text, number, after, words)
    return _with_decimals(text, number)


def _words(text: str, at: int) -> list[_Word]:
    """The words of the run that begins at `at`."""
    grammar = _grammar()
    words: list[_Word] = []
    position = at
    while len(words) < _LONGEST_NUMERAL and (match := grammar.word.match(text, position)):
        kind = match.lastindex or _GAP
        start = match.start(kind) if kind else match.end() - 1
        word = _Word(kind, text[start : match.end()], start, match.end())
        if words and not _joins(words, word, text):
            break
        if not words and (kind in (_GAP, _MORE) or start > at):
            break
        words.append(word)
        position = word.end
    return words


def _joins(words: Sequence[_Word], word: _Word, text: str) -> bool:
    """Whether a word goes on with the numeral; over a space, only where a multiplier shows it."""
    last = words[-1]
    if word.kind == _FIGURES and (len(word.text) > 8 or not (last.kind == _TIMES or last.text in "零〇")):
        return False
    if word.kind == _DIGIT and last.kind == _FIGURES:
        return False
    if word.text in "两兩" and not _grammar().times.match(text, word.end):
        return False  # a unit of mass: 二两
    if word.start == last.end or word.kind == _TIMES or word.kind == _MORE:
        return True
    if last.kind != _TIMES:
        return False
    if word.kind == _DIGIT:
        return words[0].kind != _FIGURES
    return _grammar().times.match(text, word.end) is not None


def _digits_alone(words: Sequence[_Word]) -> Number | None:
    """Two neighbouring digits are either (两三个); more of them are figures read out (二〇二〇)."""
    values = [_grammar().digits[word.text] for word in words]
    first, last = words[0].start, words[-1].end
    if len(values) == 2 and _neighbours(values[0], values[1]):
        return Number(first, last, values[0], values[1], ONE, ONE, "range", words=True, bare=True)
    value = Decimal("".join(str(value % 10) for value in values))
    return Number(first, last, value, value, ONE, ONE, words=True, bare=True, read_out=True)


def _neighbours(low: Decimal, high: Decimal) -> bool:
    return (1 <= low < high < 10 and high - low == 1) or (low, high) == (3, 5)


def _paired(words: Sequence[_Word]) -> Number | None:
    """三五百, 十七八, 一百二三十: two neighbouring digits in one numeral give its ends."""
    digits = _grammar().digits
    for index in range(1, len(words)):
        one, two = words[index - 1], words[index]
        if one.kind == two.kind == _DIGIT and digits[one.text] and digits[one.text] < 10:
            if not _neighbours(digits[one.text], digits[two.text]):
                return None
            low = _summed((*words[:index], *words[index + 1 :]))
            high = _summed((*words[: index - 1], *words[index:]))
            if low is None or high is None or low.end != high.end and index + 1 < len(words):
                return None
            return high._replace(start=words[0].start, low=low.low, form="range")
    return None


def _summed(words: Sequence[_Word]) -> Number | None:
    parts = [_part(word) for word in words if word.kind in (_FIGURES, _DIGIT, _TIMES)]
    for index, word in enumerate(words):
        if word.kind == _MORE:
            parts = parts[:index]
    worth = evaluate(parts, section=_LARGE, shorthand=True)
    if not worth.used:
        return None
    end = parts[worth.used - 1].end
    headless = words[0].kind == _TIMES and parts[0].value > TEN
    if headless and worth.used > 1 and parts[1].value < _LARGE:
        return None  # 十百千
    return Number(
        words[0].start,
        end,
        worth.value,
        worth.value,
        worth.place,
        worth.more,
        scale=worth.last,
        bare=worth.used == 1,
        headless=headless,
    )


def _part(word: _Word) -> Part:
    grammar = _grammar()
    if word.kind == _TIMES:
        return Part(grammar.multipliers[word.text], True, word.end)
    if word.kind == _DIGIT:
        return Part(grammar.digits[word.text], False, word.end)
    number = of_figures(word.start, word.end, word.text.translate(_TO_ASCII))
    return Part(number.low, False, word.end, number.step, number.more)


def _more_inside(text: str, number: Number, more: _Word, words: Sequence[_Word]) -> Number:
    """二十几万, 五百余万: what is more stands before the multiplier."""
    grammar = _grammar()
    before = max((word for word in words if word.end <= more.start), key=lambda word: word.end)
    reach = number.scale / TEN if before.text in "零〇" else number.more
    factor, end = ONE, more.end
    while match := grammar.times.match(text, end):
        factor, end = factor * grammar.multipliers[match[1]], match.end()
    widened = number.times(factor)
    hedge = Hedge("more", more.text)
    return widened._replace(
        end=end, high=widened.low + reach * factor, form="vague", open_high=True, hedge=hedge, bare=False
    )


def _with_decimals(text: str, number: Number) -> Number:
    """三点一四, 七点八亿."""
    grammar = _grammar()
    match = grammar.decimals.match(text, number.end)
    if match is None or number.step < 1 or number.form == "range":
        return number
    written = "".join(str(grammar.digits.get(digit, digit)) for digit in match[1])
    if len(written) > LONGEST_FIGURES:
        return number
    step = ONE.scaleb(-len(written))
    value = number.low + Decimal(written) * step
    number = number._replace(end=match.end(), low=value, high=value, step=step, more=step, bare=False)
    while times := grammar.times.match(text, number.end):
        number = number.times(grammar.multipliers[times[1]])._replace(end=times.end())
    return number


def _fraction(text: str, number: Number) -> Number | None:
    """三分之二, 3又一千分之23."""
    grammar = _grammar()
    if match := grammar.over.match(text, number.end):
        part = _plain(text, match.end())
        if part is None or not number.low or number.form != "exact" or part.form != "exact":
            return None
        value = part.low / number.low * (-1 if match[1] else 1)
        return Number(
            number.start, part.end, value, value, FRACTION_STEP, FRACTION_STEP, unit=FRACTION, words=number.words
        )
    if match := grammar.whole.match(text, number.end):
        part = read_numeral(text, match.end())
        if part is None or part.unit is not FRACTION:
            return None
        value = number.low + part.low
        return part._replace(start=number.start, low=value, high=value, unit=None)
    return None


def _tenths(text: str, number: Number) -> Number | None:
    """八成五, 七折, 六五折."""
    match = _grammar().tenths.match(text, number.end)
    if match is None:
        return None
    factor = ONE if match[1][0] == "折" and number.low > TEN else TEN
    tenths = number.times(factor)
    rest = _grammar().digits.get(match[2], Decimal(5)) if match[2] else Decimal(0)
    step = ONE if match[2] else tenths.step
    return tenths._replace(
        end=match.end(),
        low=tenths.low + rest,
        high=tenths.high + rest,
        step=step,
        unit=PERCENT,
        bare=False,
        read_out=False,
    )
