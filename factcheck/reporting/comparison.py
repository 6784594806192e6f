"""What became of each claim between two versions, as the reports of a comparison tell it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from factcheck.model.arithmetic import number, rewritten
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.comparison import Aspect, Comparison, Counterparts, Fate
from factcheck.model.message import Listed, Message, counted, listed, say, verbatim
from factcheck.model.quantity import Quantity
from factcheck.reporting.places import short_place
from factcheck.reporting.rows import parted

FATE_WORDS: Mapping[Fate, Message] = {
    "changed": say("changed"),
    "appeared": say("appeared"),
    "vanished": say("vanished"),
    "kept": say("kept"),
}
ASPECT_WORDS: Mapping[Aspect, Message] = {
    "value": say("another figure"),
    "unit": say("another unit"),
    "bound": say("another bound"),
    "direction": say("the other direction"),
    "time": say("another time"),
    "place": say("another place"),
    "outcome": say("planned for done, or the reverse"),
}
HEADS = (say("was"), say("is"), say("what became of it"), say("where"))

# The fates that a report lists, in the order in which its last line counts them.
TOLD: tuple[Fate, ...] = ("changed", "appeared", "vanished")


class Side(Struct, frozen=True):
    """A claim in its clause: (before, figure, after), each on one line with hidden characters written out, and its place."""

    says: tuple[str, str, str]
    where: Message


class Row(Struct, frozen=True):
    """What one claim was, what it is, and what became of it."""

    fate: Fate
    old: Side | None
    new: Side | None
    what: Listed


def rows(comparison: Comparison, *, every: bool = False) -> tuple[Row, ...]:
    """A row for each claim that is not kept, or for `every` one."""
    listed_ = comparison.counterparts if every else comparison.of(*TOLD)
    return tuple(_row(comparison, each) for each in listed_)


def outcome(comparison: Comparison) -> Message:
    """How many claims changed, appeared and vanished, and how many are the same."""
    counts = {fate: len(comparison.of(fate)) for fate in (*TOLD, "kept")}
    return say(
        "{changed} changed, {appeared} appeared, {vanished} vanished; {kept}",
        changed=counts["changed"],
        appeared=counts["appeared"],
        vanished=counts["vanished"],
        kept=counted("{number} claim is the same", "{number} claims are the same", counts["kept"]),
    )


def difference(old: Quantity, new: Quantity) -> Message | None:
    """By how much a figure went up or down: “+2家 (+2.7%)”, “−0.5 points”. None where that can't be said in one figure."""
    if old.dimension != new.dimension or not _is_one_figure(old) or not _is_one_figure(new):
        return None
    by = new.base_low - old.base_low
    if not by:
        return None
    sign = "+" if by > 0 else "−"
    if new.dimension == "percent":
        return say("{sign}{points} points", sign=sign, points=number(new, abs(by)))
    amount = f"{sign}{rewritten(new, abs(by))}"
    if old.base_low <= 0:
        return verbatim(amount)
    return say("{amount} ({rate}%)", amount=amount, rate=f"{sign}{_one_decimal(abs(by) / old.base_low * 100)}")


def _row(comparison: Comparison, each: Counterparts) -> Row:
    what: list[object] = [FATE_WORDS[each.fate]]
    if each.old is not None and each.new is not None and each.aspects:
        by = difference(each.old.quantity, each.new.quantity)
        others = (aspect for aspect in each.aspects if aspect != "value" or by is None)
        what = [*([by] if by is not None else []), *(ASPECT_WORDS[aspect] for aspect in others)]
    return Row(
        each.fate,
        _side(comparison.old, each.old) if each.old is not None else None,
        _side(comparison.new, each.new) if each.new is not None else None,
        listed(what, "semicolon"),
    )


def _side(case: Case, claim: Claim) -> Side:
    document = case.document
    figure = claim.quantity.outer or claim.span
    says = parted(document, claim.clause.to(figure), figure)
    return Side(says, short_place(document, claim.span))


def _is_one_figure(quantity: Quantity) -> bool:
    return quantity.form == "exact" and quantity.base_low == quantity.base_high


def _one_decimal(value: Fraction) -> str:
    tenths = round(value * 10)
    return f"{tenths // 10:,}.{tenths % 10}"
