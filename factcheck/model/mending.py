"""The smallest change by which a reckoning that fails would hold: which of its figures is most likely the mistyped one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from factcheck.model.arithmetic import rewritten
from factcheck.model.message import Message, say
from factcheck.model.quantity import Quantity


class Mend(Struct, frozen=True):
    """A figure, what to write in its place, and how many strokes of the keyboard lie between.

    It is `exact` when the figure's digits can show the value that is wanted.
    """

    figure: Quantity
    text: str
    strokes: int
    exact: bool


def smallest_mend(wanted: Iterable[tuple[Quantity, Fraction]]) -> Mend | None:
    """The least change among figures, each with the value (base unit) that would make the reckoning hold; the first of equals.

    Strokes are those of the optimal string alignment distance: a character typed wrongly, left out, put in, or two neighbours
    exchanged.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loaded only when something is wrong

    mends = []
    for figure, value in wanted:
        if value > 0:
            text = rewritten(figure, value)
            mends.append(Mend(figure, text, OSA.distance(figure.text, text), exact=value % figure.base_step == 0))
    return min(mends, key=lambda mend: mend.strokes, default=None)


def mend_elsewhere(wanted: Sequence[tuple[Quantity, Fraction]]) -> Mend | None:
    """The least change, when it is not one of the first figure, which is what a reckoning says of itself."""
    mend = smallest_mend(wanted)
    return mend if mend is not None and mend.figure is not wanted[0][0] else None


def with_mend(reckoned: Message, mend: Mend | None) -> Message:
    """A message on a reckoning, with the change that would make it hold where that is not the one that it tells anyway."""
    if mend is None:
        return reckoned
    return say(
        "{reckoned}; it would be with {mend} for {mended}", reckoned=reckoned, mend=mend.text, mended=mend.figure.text
    )
