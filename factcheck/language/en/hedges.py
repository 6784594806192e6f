"""English hedges."""

from __future__ import annotations

from factcheck.language.hedges import Hedges, kinds

TABLE = Hedges(
    before=kinds(
        (
            "over",
            """more than, over, above, well over, just over, in excess of, exceeding, exceeded, exceeds, exceed, greater than,
            higher than, upwards of, upward of, a little over, slightly more than, well above, surpassed, surpassing, topped,
            larger than, beyond, longer than, better than, north of""",
        ),
        (
            "at-least",
            "at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, ≥",
        ),
        (
            "under",
            "sub-, less than, fewer than, under, below, lower than, just below, well under, smaller than, shy of, short of, well below",
        ),
        (
            "at-most",
            """up to, at most, no more than, not more than, as much as, as many as, a maximum of, maximum of, not exceeding,
            no greater than, ≤, not to exceed, capped at, limited to""",
        ),
        ("nearly", "nearly, almost, close to, just under, just shy of, approaching, nearing, virtually"),
        (
            "about",
            """about, around, plus or minus, ±, approximately, approx, approx., some, roughly, an estimated, estimated, circa, c., ca., ~,
            estimated at, in the region of, on the order of, something like, more or less, the approximately, an approximate""",
        ),
    ),
    bare={},
    recent=frozenset({"over"}),
    after=kinds(
        (
            "at-least",
            "or more, and above, or above, or older, and over, or over, and older, or higher, and up, or longer, at least, and more, -plus, plus years, +",
        ),
        ("at-most", "or less, or fewer, or below, and below, or under, and under, at most, or younger"),
        ("about", "or so, or thereabouts, approximately, -ish"),
    ),
)
