"""Numbers as Chinese texts write them: 1273, 3万4000, 一万二, 三五百, 十几, 上百, 三分之二, 百分之七点八, 八成五."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extraction.notation import MARKS, TO_PLAIN, extended
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
from factcheck.patterns import compiled

# Groups of thousands divided by a comma of either width, or by a space (GB/T 15835-2011, 5.1.2) where a word follows: in a row
# of figures it stands between two columns. Behind a currency, a full-width comma divides two prices.
_ARABIC = (
    r"(?>(?:\d{1,3}+(?:,\d{3}(?!\d))++|(?<![$＄￥¥€£])\d{1,3}+(?:，\d{3}(?!\d))++"
    r"|\d{1,3}+(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))++(?=[ \u00a0]?[\u4e00-\u9fff%％‰])"
    r"|\d++|(?=[.．]\d))(?:[.．]\d++)?+)"
)
_TO_VALUE = TO_PLAIN | dict.fromkeys(map(ord, ",， \u00a0\u2009\u202f"))
_SPACE = "[ \u00a0]"

_GAP, _FIGURES, _DIGIT, _TIMES, _MORE = range(5)
_MYRIAD = Decimal(10**4)

# No numeral has more words (九千九百九十九万九千… has 30): what is longer is no number.
_LONGEST_NUMERAL = 40


class _Word(Struct, frozen=True, gc=False):
    kind: int
    text: str
    start: int
    end: int


class _Grammar:
    """The patterns and values of the table, each made when it is first asked for."""

    def __init__(self) -> None:
        words = self._table = table("zh")
        myriads = [word for word, value in words.multipliers.items() if value >= _MYRIAD]
        plain = "".join(word for word in words.multipliers if word not in words.unscaled)
        bound = "|".join(f"{word}(?!{unless})" for word, unless in words.unscaled.items())
        self._digit, self._more = alternation(words.digits), alternation(words.more.split())
        self._times = f"[{plain}]|{bound}"
        large = (f"{word}(?!{words.unscaled[word]})" if word in words.unscaled else word for word in myriads)
        self._large = f"(?:{'|'.join(large)})"
        self.digits = {word: Decimal(value) for word, value in words.digits.items()}
        self.multipliers = {word: Decimal(value) for word, value in words.multipliers.items()}
        self.vague = {word: (Decimal(low), Decimal(high)) for word, (low, high) in words.vague.items()}
        self.fixed = {word: Decimal(over) / under for word, (over, under) in words.fixed.items()}
        self.halves = words.halves
        # A digit goes on as a numeral when one of these follows.
        self.going_on = (
            frozenset("0123456789.．分又点點成折半数 \u00a0") | words.digits.keys() | words.multipliers.keys()
        )
        self.counted_large = frozenset(one + word for one in "个個" for word in (*myriads, *words.more.split()))
        self.points = frozenset(words.point.split()) | {" ", "\u00a0"}

    @cached_property
    def simple(self) -> re.Pattern[str]:
        large, more = self._large, self._more
        goes_on = rf"{self._times}|{self._digit}|\d|[个個]{more}?{large}|{more}[个個 \u00a0]?{large}"
        return compiled(rf"({_ARABIC})({large}?+)(?!{_SPACE}?(?:{goes_on}))")

    @cached_property
    def word(self) -> re.Pattern[str]:
        some = alternation(word for word in self.vague if word in self._table.more.split())
        more = rf"({self._more}(?=[个個 \u00a0]?[百千]?{self._large})|{some}(?=[十拾百千]))"
        counted = rf"[个個](?={self._more}?{self._large})"
        return compiled(rf"{_SPACE}?(?:({_ARABIC})|({self._digit})|({self._times})|{more}|{counted})")

    @cached_property
    def decimals(self) -> re.Pattern[str]:
        digit = alternation(word for word in self.digits if word not in "两兩俩倆")
        return compiled(rf"{_SPACE}?{alternation(self._table.point.split())}{_SPACE}?({digit}++|\d++)(?![十拾刻])")

    @cached_property
    def times(self) -> re.Pattern[str]:
        return compiled(rf"{_SPACE}?({self._times})")

    @cached_property
    def heads(self) -> re.Pattern[str]:
        powers, behind = alternation(_powers_of_ten()), self._table.not_vague_behind
        words = (f"(?<![{behind[word]}]){word}" if word in behind else word for word in self.vague)
        return compiled(rf"({'|'.join(words)})({powers}++)")

    @cached_property
    def counted_in(self) -> re.Pattern[str]:
        return compiled(self._table.counted_in)

    @cached_property
    def enumerated(self) -> re.Pattern[str]:
        return compiled(rf"(?<=[^\n{self._table.enumerated}]){self._digit}{self._table.enumerated}({self._digit})")

    @cached_property
    def over(self) -> re.Pattern[str]:
        return compiled(rf"{_SPACE}*+分{_SPACE}*+之{_SPACE}*+([负負]?){_SPACE}*+")

    @cached_property
    def percent(self) -> re.Pattern[str]:
        return compiled(rf"([百千万萬]){_SPACE}*+分{_SPACE}*+之{_SPACE}*+([负負]?){_SPACE}*+")

    @cached_property
    def tenths(self) -> re.Pattern[str]:
        return compiled(rf"{_SPACE}?({self._table.tenths})({self._digit}|半)?")

    @cached_property
    def spaced(self) -> re.Pattern[str]:
        return compiled(rf"[ \u00a0]({self._digit}|[0-9])[ \u00a0]?{self._table.discount}")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        return compiled(rf"{_SPACE}*+又{_SPACE}*+")


@cache
def _grammar() -> _Grammar:
    return _Grammar()


def _powers_of_ten() -> list[str]:
    return [word for word, value in table("zh").multipliers.items() if str(value).strip("0") == "1"]


@cache
def heads() -> re.Pattern[str]:
    """Where a number may begin. 十 goes on with a multiplier that has no digit: 百十来人 is no 十来人."""
    words, bounds = table("zh"), hedges.table("zh")
    digit = alternation(word for word, value in words.digits.items() if value)
    zero = alternation(word for word, value in words.digits.items() if not value)
    point, more = alternation(words.point.split()), alternation(words.more.split())
    times, vague = alternation(_powers_of_ten()), alternation(words.vague)
    bound = alternation({word[-1] for word, kind in (*bounds.before.items(), *bounds.bare.items()) if kind})
    whole = (*words.fixed, *words.halves)
    letters = "".join([*words.digits, *words.multipliers, *(word[0] for word in (*words.vague, *whole))])
    return compiled(
        rf"(?=[\d.．{letters}])"
        rf"(?:\d|(?<![0-9A-Za-z.．])[.．](?=\d)|{digit}|{zero}(?={_SPACE}?{point})|(?<![百千])[十拾]"
        rf"|[百千万萬](?={_SPACE}*分{_SPACE}*之)|(?<![百千]){times}(?={more})|(?<={bound}){times}"
        rf"|{vague}(?={times})|{words.counted_in}|{alternation(whole)})"
    )


# What may go on behind a number: a fraction, tenths, a power.
_AFTER_NUMBER = MARKS | frozenset("分成折又")


def read_numeral(text: str, at: int) -> Number | None:
    """The number that begins at `at`; None when none does."""
    grammar = _grammar()
    first = text[at]
    digit = grammar.digits.get(first)
    if digit is not None:
        following = text[at + 1 : at + 2]
        if following not in grammar.going_on and text[at + 1 : at + 3] not in grammar.counted_large:
            return _enumerated(text, at) or Number(at, at + 1, digit, digit, ONE, "single")
    number = _simple(text, at) if digit is None and first not in grammar.multipliers else None
    if number is None:
        number = _percent(text, at) or _vague(text, at) or _fixed(text, at) or _run(text, at)
    if number is not None and number.unit is None and text[number.end : number.end + 1] in _AFTER_NUMBER:
        number = _fraction(text, number) or _tenths(text, number) or number
        return extended(text, number) if not number.in_words and number.unit is None else number
    return number


def _simple(text: str, at: int) -> Number | None:
    """Figures with at most one multiplier behind them."""
    grammar = _grammar()
    match = grammar.simple.match(text, at)
    if match is None:
        return None
    written, scale = match.groups()
    if len(written) > LONGEST_FIGURES:
        return None
    if not written.isascii() or "," in written or " " in written:
        written = written.translate(_TO_VALUE)
    return of_figures(at, match.end(), written, grammar.multipliers[scale] if scale else ONE)


def _percent(text: str, at: int) -> Number | None:
    """百分之五, 千分之三, 万分之五: all in percent."""
    match = _grammar().percent.match(text, at) if text[at] in "百千万萬" else None
    number = _plain(text, match.end()) if match else None
    if match is None or number is None:
        return None
    if match[2]:
        number = number.negated(at)
    number = number.times(100 / _grammar().multipliers[match[1]], number.end)
    return replace(number, start=at, unit=PERCENT, writing="words" if number.in_words else "figures", scale=ONE)


def _plain(text: str, at: int) -> Number | None:
    """A number that is no fraction."""
    return _simple(text, at) or _run(text, at)


def _vague(text: str, at: int) -> Number | None:
    """数十, 几百万, 上千: from so many times the multiplier up to so many; 数以万计: from it to ten times as much."""
    grammar = _grammar()
    if text[at] not in grammar.vague:
        return None
    if match := grammar.counted_in.match(text, at):
        step = evaluate([Part(grammar.multipliers[word], True, 0) for word in match[1]], section=_MYRIAD).value
        return Number(at, match.end(), step, step * TEN, step, "words", form="vague", open_high=True)
    match = grammar.heads.match(text, at)
    if match is None:
        return None
    parts = [Part(grammar.multipliers[word], True, 0) for word in match[2]]
    worth = evaluate(parts, section=_MYRIAD)
    if worth.used < len(parts):
        return None
    low, high = (bound * worth.value for bound in grammar.vague[match[1]])
    return Number(at, match.end(), low, high, worth.value, "words", worth.value, form="vague", open_high=True)


def _fixed(text: str, at: int) -> Number | None:
    """一半, 对折, 半 (of 半年)."""
    grammar = _grammar()
    for word, value in grammar.fixed.items():
        if text.startswith(word, at):
            end = at + len(word)
            if word[-1] == "折":
                return Number(at, end, value * 100, value * 100, ONE, "words", unit=PERCENT)
            return Number(at, end, value, value, FRACTION_STEP, "words", unit=FRACTION)
    half = ONE / 2
    return Number(at, at + 1, half, half, half, "single") if text[at] in grammar.halves else None


def _run(text: str, at: int) -> Number | None:
    """A numeral in words, or in figures and words: 三百五十, 3万4000, 一万二, 两三个, 二十几万."""
    words = _words(text, at)
    if not words or (words[0].kind == _FIGURES and len(words[0].text) > LONGEST_FIGURES):
        return None
    if len(words) > 1 and all(word.kind == _DIGIT and _grammar().digits[word.text] < TEN for word in words):
        return _digits_alone(words)
    number = _paired(words) or _summed(words)
    if number is None:
        return None
    if words[0].kind == _FIGURES:
        number = number.written("figures")
    after = next((word for word in words if word.kind and word.start >= number.end), None)
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
        if not (_joins(words, word, text) if words else kind not in (_GAP, _MORE) and start == at):
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
        # A unit of mass (二两), unless it is one of two neighbours (一两个).
        return last.text == "一" and text[word.end : word.end + 1] in _pairs_before()
    if word.start == last.end or word.kind in (_TIMES, _MORE):
        return True
    if last.kind != _TIMES:
        return False
    if word.kind == _DIGIT:
        return words[0].kind != _FIGURES
    return _grammar().times.match(text, word.end) is not None


@cache
def _pairs_before() -> frozenset[str]:
    return frozenset(table("zh").pairs_before)


def _digits_alone(words: Sequence[_Word]) -> Number:
    """Two neighbouring digits are either (两三个); more of them are figures read out (二〇二〇)."""
    values = [_grammar().digits[word.text] for word in words]
    first, last = words[0].start, words[-1].end
    if len(values) == 2 and _neighbours(values[0], values[1]):
        return Number(first, last, values[0], values[1], ONE, "single", form="range")
    value = Decimal("".join(str(value % TEN) for value in values))
    return Number(first, last, value, value, ONE, "read-out")


def _neighbours(low: Decimal, high: Decimal) -> bool:
    return (1 <= low < high < TEN and high - low == ONE) or (low == 3 and high == 5)


def _enumerated(text: str, at: int) -> Number | None:
    """二、三百亿, 两、三年: two neighbours with a mark between them, before what shows that they count."""
    grammar = _grammar()
    match = grammar.enumerated.match(text, at)
    if match is None or not _neighbours(grammar.digits[text[at]], grammar.digits[match[1]]):
        return None
    second = match.start(1)
    counts = text[at] in "两兩" and text[match.end() : match.end() + 1] in _pairs_before()
    words = _words(text, second) if counts or grammar.times.match(text, match.end()) else []
    low = _summed((_Word(_DIGIT, text[at], at, at + 1), *words[1:]))
    high = _summed(words)
    if not words or low is None or high is None or low.end not in (high.end, at + 1):
        return None
    return replace(high, start=at, low=low.low, form="range", writing="words")


def _paired(words: Sequence[_Word]) -> Number | None:
    """三五百, 十七八, 一百二三十: two neighbouring digits in one numeral give its ends."""
    digits = _grammar().digits
    for index in range(1, len(words)):
        one, two = words[index - 1], words[index]
        if one.kind == two.kind == _DIGIT and 0 < digits[one.text] < TEN:
            if not _neighbours(digits[one.text], digits[two.text]):
                return None
            low = _summed((*words[:index], *words[index + 1 :]))
            high = _summed((*words[: index - 1], *words[index:]))
            if low is None or high is None or (low.end != high.end and index + 1 < len(words)):
                return None
            return replace(high, start=words[0].start, low=low.low, form="range")
    return None


def _summed(words: Sequence[_Word]) -> Number | None:
    """What the words come to, up to a "more" among them."""
    until = next((index for index, word in enumerate(words) if word.kind == _MORE), len(words))
    parts = [_part(word) for word in words[:until] if word.kind]
    worth = evaluate(parts, section=_MYRIAD, shorthand=True)
    if not worth.used:
        return None
    digit, scale = parts[0].value, worth.last
    if digit and not parts[0].multiplies and all(part.multiplies for part in parts[1 : worth.used]):
        scale = worth.value / digit  # 2万亿
    headless = words[0].kind == _TIMES and parts[0].value > TEN
    if headless and worth.used > 1 and parts[1].value < _MYRIAD:
        return None  # 十百千
    return Number(
        words[0].start,
        parts[worth.used - 1].end,
        worth.value,
        worth.value,
        worth.place,
        "headless" if headless else "single" if worth.used == 1 else "words",
        scale,
    )


def _part(word: _Word) -> Part:
    grammar = _grammar()
    if word.kind == _TIMES:
        return Part(grammar.multipliers[word.text], True, word.end)
    if word.kind == _DIGIT:
        return Part(grammar.digits[word.text], False, word.end)
    number = of_figures(word.start, word.end, word.text.translate(_TO_VALUE)[:LONGEST_FIGURES])
    return Part(number.low, False, word.end, number.step)


def _more_inside(text: str, number: Number, more: _Word, words: Sequence[_Word]) -> Number:
    """二十几万, 五百余万: what is more stands before the multiplier; 一百几十亿: it is so many tens."""
    grammar = _grammar()
    tens = grammar.multipliers.get(text[more.end])
    if more.text in grammar.vague and tens is not None and tens < _MYRIAD:
        return _tens_inside(text, number, more, tens)
    before = max((word for word in words if word.end <= more.start), key=lambda word: word.end)
    reach = number.scale / TEN if before.text in "零〇" else number.reach()
    factor, end = ONE, more.end + (text[more.end] in "个個")
    while match := grammar.times.match(text, end):
        factor, end = factor * grammar.multipliers[match[1]], match.end()
    writing = number.writing if number.writing in ("figures", "headless") else "words"
    return number.times(factor, end).or_more(Hedge("more", more.text), reach * factor).written(writing)


def _tens_inside(text: str, number: Number, more: _Word, tens: Decimal) -> Number:
    """一百几十亿, 三千几百个: from two up to ten of a place that is not given."""
    if number.scale <= tens:
        return number
    bounds = (number.low + many * tens for many in _grammar().vague[more.text])
    low, high = bounds
    whole = replace(number, end=more.end + 1, low=low, high=high, step=tens, scale=tens, form="vague", open_high=True)
    while match := _grammar().times.match(text, whole.end):
        whole = whole.times(_grammar().multipliers[match[1]], match.end())
    return whole


def _with_decimals(text: str, number: Number) -> Number:
    """三点一四, 七点八亿."""
    grammar = _grammar()
    match = grammar.decimals.match(text, number.end) if text[number.end : number.end + 1] in grammar.points else None
    if match is None or number.step < ONE or number.form == "range":
        return number
    written = "".join(str(grammar.digits.get(digit, digit)) for digit in match[1].translate(TO_PLAIN))
    if len(written) > LONGEST_FIGURES:
        return number
    step = ONE.scaleb(-len(written))
    number = replace(number.plus(Decimal(written) * step, step, match.end()), writing="words", scale=ONE)
    while times := grammar.times.match(text, number.end):
        number = number.times(grammar.multipliers[times[1]], times.end())
    return number


def _fraction(text: str, number: Number) -> Number | None:
    """三分之二, 3又一千分之23."""
    if fraction := _over(text, number):
        return fraction
    match = _grammar().whole.match(text, number.end)
    part = _plain(text, match.end()) if match else None
    part = _over(text, part) if part else None
    return number.plus(part.low, FRACTION_STEP, part.end) if part else None


def _over(text: str, number: Number) -> Number | None:
    """三分之二: the divisor is read first."""
    match = _grammar().over.match(text, number.end)
    part = _plain(text, match.end()) if match else None
    if match is None or part is None or not number.low or number.form != "exact" or part.form != "exact":
        return None
    return number.part_of_one(part.low / number.low * (-1 if match[1] else 1), FRACTION, part.end)


def _tenths(text: str, number: Number) -> Number | None:
    """八成五, 七折, 六五折; in spaced print, 六 五 折."""
    if number.end - number.start == 1 and (spaced := _grammar().spaced.match(text, number.end)):
        digit = _grammar().digits.get(spaced[1])
        percent = TEN * number.low + (Decimal(spaced[1]) if digit is None else digit)
        return Number(number.start, spaced.end(), percent, percent, ONE, number.writing, unit=PERCENT)
    match = _grammar().tenths.match(text, number.end)
    if match is None:
        return None
    tenths = number.times(ONE if match[1][0] == "折" and number.low > TEN else TEN, match.end())
    if match[2]:
        rest = _grammar().digits.get(match[2], Decimal(5))
        tenths = replace(tenths, low=tenths.low + rest, high=tenths.high + rest, step=ONE)
    scale = ONE if match[2] else tenths.scale / number.scale
    return replace(tenths, unit=PERCENT, writing="words" if number.in_words else "figures", scale=scale)
