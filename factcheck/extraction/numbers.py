"""Numbers apart from their units: what a numeral is worth, and how finely it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.quantity import Hedge, Unit

ZERO = Decimal(0)
ONE = Decimal(1)
TEN = Decimal(10)

# How finely a fraction in words is meant: a third is as good as 33 %.
FRACTION_STEP = Decimal("0.01")

# Longer runs of digits are numbers of accounts, papers and machines.
LONGEST_FIGURES = 24

# figures: it begins with Arabic figures; words: in words; single: one word for a small number, which alone means little
# (三, seven); read-out: digit by digit (二〇二〇); headless: a multiplier without a digit (百余, 过亿元); ordinal: twenty-first;
# doublings: by how often it is doubled (翻两番).
Writing = Literal["figures", "words", "single", "read-out", "headless", "ordinal", "doublings"]


class Number(Struct, frozen=True, gc=False):
    """A number as it stands in the text from `start` to `end`, before its unit is known.

    `low`, `high`, `step`, `form`, `open_high` and `hedge` are as in `Quantity`. `unit` is one that the notation itself gives
    (百分之五, two-thirds), `scale` what the last written part is multiplied by (万 of 3万).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    writing: Writing = "figures"
    scale: Decimal = ONE
    unit: Unit | None = None
    form: Literal["exact", "range", "vague"] = "exact"
    open_high: bool = False
    hedge: Hedge | None = None

    @property
    def in_words(self) -> bool:
        return self.writing != "figures"

    def times(self, factor: Decimal, end: int) -> Number:
        """The number multiplied by a word that ends at `end`."""
        return replace(
            self,
            end=end,
            low=self.low * factor,
            high=self.high * factor,
            step=self.step * factor,
            scale=self.scale * factor,
        )

    def plus(self, part: Decimal, step: Decimal, end: int) -> Number:
        """The number and a part that is written as finely as `step`."""
        value = self.low + part
        return replace(self, end=end, low=value, high=value, step=step)

    def part_of_one(self, value: Decimal, unit: Unit, end: int) -> Number:
        """A fraction that begins with this number: 2/3, one in four."""
        writing: Writing = "words" if self.in_words else "figures"
        return Number(self.start, end, value, value, FRACTION_STEP, writing, unit=unit)

    def written(self, writing: Writing) -> Number:
        return replace(self, writing=writing)

    def negated(self, start: int) -> Number:
        return replace(self, start=start, low=-self.high, high=-self.low)

    def or_more(self, hedge: Hedge, reach: Decimal) -> Number:
        """From the number up to what lies `reach` above it."""
        return replace(self, high=self.low + reach, form="vague", open_high=True, hedge=hedge)

    def reach(self) -> Decimal:
        """One unit of the last written digit that is no closing zero: how far 余 and "odd" reach."""
        place, units = self.step, abs(self.low / self.step)
        while units >= TEN and units % TEN == ZERO:
            place, units = place * TEN, units / TEN
        return place


def of_figures(start: int, end: int, written: str, scale: Decimal = ONE) -> Number:
    """A number in Arabic figures, thousands marks already taken out, times a multiplier."""
    value = Decimal(written)
    step = ONE if written.isdigit() else ONE.scaleb(written.find(".") + 1 - len(written))
    if scale is ONE:
        return Number(start, end, value, value, step)
    value *= scale
    return Number(start, end, value, value, step * scale, "figures", scale)


class Part(Struct, frozen=True, gc=False):
    """A word of a numeral: `value` is added, or multiplies what stands before it; `place` is the step of a figure's digits."""

    value: Decimal
    multiplies: bool
    end: int
    place: Decimal = ONE


class Worth(Struct, frozen=True, gc=False):
    """What a row of numeral words comes to: its value and the place of its last digit; `used` words were taken."""

    value: Decimal
    place: Decimal
    last: Decimal  # the last multiplier, 1 where a digit stands behind it
    used: int


def evaluate(parts: Sequence[Part], *, section: Decimal, shorthand: bool = False) -> Worth:
    """The worth of the longest run of words that is one numeral.

    A multiplier of at least `section` takes all that stands before it and is smaller (一万五千亿, two hundred and two thousand),
    a lesser one only the digit before it. Parts must descend, so that 三百五百 is two numbers. With `shorthand`, a digit at
    the end counts the place below: 一万二 is 12000.
    """
    sums: list[tuple[Decimal, Decimal]] = []  # values and the multipliers that they end in, descending
    pending: Part | None = None  # a digit that a multiplier may follow
    place = last = ONE
    zero = False
    used = 0
    for part in parts:
        if part.multiplies:
            value = _multiplied(sums, pending, part.value, section, zero=zero)
            if value is None:
                break
            written = pending.place if pending is not None else place if used else ONE
            place, last = written * part.value, part.value
            sums.append((value, part.value))
            pending, zero = None, False
        elif pending is not None:
            if not _adds(pending.value, part.value):
                break
            pending = replace(part, value=pending.value + part.value)
        elif sums and part.value >= sums[-1][1]:
            break
        elif part.value == 0 and sums:
            zero = True
        else:
            pending = part
        used += 1
    total = sum((value for value, _ in sums), ZERO)
    if pending is None:
        return Worth(total, place, last, used)
    short = shorthand and bool(sums) and not zero and last >= 100 and pending.value < TEN and pending.place == ONE
    unit = last / TEN if short else ONE
    return Worth(total + pending.value * unit, pending.place * unit, ONE, used)


def _multiplied(
    sums: list[tuple[Decimal, Decimal]], pending: Part | None, factor: Decimal, section: Decimal, *, zero: bool
) -> Decimal | None:
    """What a multiplier makes of the words before it, taken out of `sums`; None when it can't follow them."""
    taken = pending.value if pending is not None else None
    if factor >= section:
        while sums and sums[-1][1] < factor:
            taken = (taken or ZERO) + sums.pop()[0]
    elif taken is None and sums and not zero and sums[-1][1] < factor:
        return None  # 七十百
    if taken is None and sums and not zero:
        taken = sums.pop()[0]  # 万万
    value = factor if taken is None else taken * factor
    return None if sums and (value >= sums[-1][1] or factor >= sums[-1][1]) else value


def _adds(tens: Decimal, digit: Decimal) -> bool:
    """Whether twenty and five are one number: tens and a digit."""
    return 20 <= tens < 100 and tens % TEN == ZERO and 0 < digit < TEN


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; single characters become a class."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    if all(len(word) == 1 for word in listed):
        return f"[{re.escape(''.join(listed))}]"
    return f"(?:{'|'.join(map(re.escape, listed))})"
