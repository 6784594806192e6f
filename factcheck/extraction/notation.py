"""What figures have behind them in every language: 3/4, 10 1/2, 2½, 1.3e6, 1.3×10^6, 2^5."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from factcheck.extraction.numbers import FRACTION_STEP, Number
from factcheck.language.units import FRACTION
from factcheck.patterns import compiled

VULGAR = {
    sign: Decimal(over) / under
    for signs, under in (("½", 2), ("⅓⅔", 3), ("¼ ¾", 4), ("⅕⅖⅗⅘", 5), ("⅙   ⅚", 6), ("⅛ ⅜ ⅝ ⅞", 8))
    for over, sign in enumerate(signs, start=1)
    if sign != " "
}

# A figure that any of these follows may go on.
MARKS = frozenset("/／⁄^eE×xX \u00a0") | frozenset(VULGAR)

# What press and cookery divide by; 302/304 is a house, 14/15 a year.
_DIVISORS = frozenset(map(Decimal, (*range(2, 11), 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000)))

TO_PLAIN = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {
    0xFF0B: 0x2B,
    0xFF0D: 0x2D,
    0x2212: 0x2D,
    0xFF0E: 0x2E,
}
_SPACE = "[ \u00a0]"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    slash, end = rf"{_SPACE}?[/／⁄]{_SPACE}?", r"(?!\d|[/.．])"
    return (
        compiled(rf"{slash}(\d{{1,4}}){end}"),
        compiled(rf"(?:{_SPACE}++|-)(?:-{_SPACE})?(\d{{1,2}}){slash}(\d{{1,2}}){end}"),
        compiled(
            rf"(?:\^|([eEｅ])|({_SPACE}?[xX×]{_SPACE}?10(?:\^|(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]|6(?!\d)))))([+\-＋－−]?\d{{1,2}}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}){end}"
        ),
    )


def extended(text: str, number: Number) -> Number:
    """A figure with what belongs to it behind it."""
    if (part := VULGAR.get(text[number.end : number.end + 1])) is not None:
        return number.plus(part, FRACTION_STEP, number.end + 1)
    over, mixed, power = _patterns()
    if match := mixed.match(text, number.end):
        below = _value(match[2])
        return number.plus(_value(match[1]) / below, FRACTION_STEP, match.end()) if below else number
    if match := over.match(text, number.end):
        below = _value(match[1])
        plain = below in _DIVISORS and (number.low < below or below <= 10)
        return number.part_of_one(number.low / below, FRACTION, match.end()) if plain else number
    if (match := power.match(text, number.end)) and number.low:
        exponent = int(match[3].translate(TO_PLAIN | _RAISED))
        value = number.low.scaleb(exponent) if match[1] or match[2] else number.low**exponent
        return replace(number, low=value, high=value, end=match.end())
    return number


def _value(figures: str) -> Decimal:
    return Decimal(figures)
