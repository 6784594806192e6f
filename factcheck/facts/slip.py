"""What kind of slip a wrong figure looks like."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model.agreement import comparable, in_common
from factcheck.model.match import Slip
from factcheck.model.quantity import Quantity

# Scales that are taken for one another: 万 for 亿, million for billion, thousand for million, a lost 万 or 亿.
_SCALES = frozenset(Fraction(10) ** power for power in (3, 4, 6, 8))


def slip_of(fact: Quantity, draft: Quantity) -> Slip | None:
    """The kind of slip, from the digits as written; None when it looks like none in particular."""
    if not comparable(fact, draft):
        return "unit"
    fact, draft = in_common(fact, draft)
    if fact.base_low == draft.base_low and fact.base_high == draft.base_high:
        return "hedge"
    right, wrong = _digits(fact), _digits(draft)
    if right == wrong:
        return _of_scale(fact, draft)
    if sorted(right) == sorted(wrong):
        return "swapped-digits"
    if len(wrong) == len(right) - 1 and _one_left_out(right, wrong):
        return "lost-digit"
    if len(wrong) == len(right) + 1 and _one_left_out(wrong, right):
        return "extra-digit"
    if len(wrong) == len(right) and sum(a != b for a, b in zip(right, wrong, strict=True)) == 1:
        return "wrong-digit"
    return None


def _digits(quantity: Quantity) -> str:
    """The figures that are written, without point, sign and closing zeros."""
    return "".join(str(digit) for digit in quantity.low.as_tuple().digits).strip("0")


def _of_scale(fact: Quantity, draft: Quantity) -> Slip | None:
    if not fact.base_low or not draft.base_low:
        return None
    ratio = abs(draft.base_low / fact.base_low)
    return "scale" if max(ratio, 1 / ratio) in _SCALES else "moved-point"


def _one_left_out(longer: str, shorter: str) -> bool:
    """Whether the shorter string is the longer with one character left out."""
    at = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[at + 1 :] == shorter[at:]
