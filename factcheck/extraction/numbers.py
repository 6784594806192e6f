"""Numbers apart from their units: what a numeral is worth, and how finely it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.model.quantity import Hedge, Unit

ZERO = Decimal(0)
ONE = Decimal(1)
TEN = Decimal(10)

# How finely a fraction in words is meant: a third is as good as 33 %.
FRACTION_STEP = Decimal("0.01")

# Longer runs of digits are numbers of accounts, papers and machines.
LONGEST_FIGURES = 24


class Number(NamedTuple):
    """A number as it stands in the text from `start` to `end`, before its unit is known.

    `low`, `high`, `step`, `form` and `open_high` are as in `Quantity`. `more` is one unit of the last written digit that is
    no closing zero: how far 余 and "odd" reach.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    more: Decimal
    form: Literal["exact", "range", "vague"] = "exact"
    open_high: bool = False
    hedge: Hedge | None = None
    unit: Unit | None = None  # that the notation itself gives: 百分之五, 三分之一
    scale: Decimal = ONE  # by which the last written part is multiplied: 万 of 3万
    figures: bool = False  # begins with Arabic figures
    words: bool = False  # written without any Arabic figure
    bare: bool = False  # a single word for a small number, which alone means little: 三, seven
    read_out: bool = False  # digit by digit: 二〇二〇
    headless: bool = False  # a multiplier without a digit: 百余, 过亿元
    ordinal: bool = False  # twenty-first

    def times(self, factor: Decimal) -> Number:
        return self._replace(
            low=self.low * factor,
            high=self.high * factor,
            step=self.step * factor,
            more=self.more * factor,
            scale=self.scale * factor,
        )

    def negated(self, start: int) -> Number:
        return self._replace(start=start, low=-self.high, high=-self.low)

    def or_more(self, hedge: Hedge, reach: Decimal | None = None) -> Number:
        """From it up to the next step of its last written digit, or up to `reach` above it."""
        high = self.low + (self.more if reach is None else reach)
        return self._replace(high=high, form="vague", open_high=True, hedge=hedge, bare=False)


def of_figures(start: int, end: int, written: str) -> Number:
    """A number in Arabic figures (of any width), thousands marks already taken out."""
    value = Decimal(written)
    _, point, decimals = written.partition(".")
    if point:
        step = more = ONE.scaleb(-len(decimals))
    else:
        step = ONE
        more = ONE.scaleb(len(written) - len(written.rstrip("0"))) if value else ONE
    return Number(start, end, value, value, step, more, figures=True)


class Part(NamedTuple):
    """A word of a numeral: `value` is added, or multiplies what stands before it; `place` is the step of a figure's digits."""

    value: Decimal
    multiplies: bool
    end: int
    place: Decimal = ONE
    more: Decimal = ONE


class Worth(NamedTuple):
    """What a row of numeral words comes to: its value and the place of its last digit; `used` words were taken."""

    value: Decimal
    place: Decimal
    more: Decimal
    last: Decimal  # the last multiplier, 1 where there is none
    used: int


def evaluate(parts: Sequence[Part], *, section: Decimal, shorthand: bool = False) -> Worth:
    """The worth of the longest run of words that is one numeral.

    A multiplier of at least `section` takes all that stands before it and is smaller (一万五千亿, two hundred and two thousand),
    a lesser one only the digit before it. Parts must descend, so that 三百五百 is two numbers. With `shorthand`, a digit at
    the end counts the place below: 一万二 is 12000.
    """
    sums: list[tuple[Decimal, Decimal]] = []  # value and the multiplier that it ends in, descending
    pending: Part | None = None
    place = more = last = ONE
    zero = False
    used = 0
    for part in parts:
        if part.multiplies:
            taken = pending.value if pending is not None else None
            if sums and pending is None and not zero and sums[-1][1] < part.value < section:
                break  # 七十百
            while sums and sums[-1][1] < part.value >= section:
                taken = (taken or ZERO) + sums.pop()[0]
            if taken is None and sums and not zero:
                taken = sums.pop()[0]  # 万万
            value = (taken if taken is not None else ONE) * part.value
            if sums and (value >= sums[-1][1] or sums[-1][1] <= part.value):
                break
            place = (pending.place if pending is not None else place if taken is not None else ONE) * part.value
            more = (pending.more if pending is not None else more if taken is not None else ONE) * part.value
            sums.append((value, part.value))
            pending, last, zero = None, part.value, False
        elif pending is not None:
            if not _adds(pending.value, part.value):
                break
            pending = part._replace(value=pending.value + part.value)
        else:
            if sums and part.value >= sums[-1][1]:
                break
            if part.value == 0 and sums:
                zero = True
            else:
                pending = part
        used += 1
    total = sum((value for value, _ in sums), ZERO)
    if pending is not None:
        short = shorthand and len(sums) > 0 and not zero and last >= 100 and pending.value < 10 and pending.place == 1
        unit = last / 10 if short else ONE
        total += pending.value * unit
        place, more = pending.place * unit, pending.more * unit
    return Worth(total, place, more, last if pending is None else ONE, used)


def _adds(tens: Decimal, digit: Decimal) -> bool:
    """Whether twenty and five are one number: tens and a digit."""
    return 20 <= tens < 100 and tens % 10 == 0 and 0 < digit < 10


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; single characters become a class."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    if all(len(word) == 1 for word in listed):
        return f"[{re.escape(''.join(listed))}]"
    return f"(?:{'|'.join(map(re.escape, listed))})"
