"""English hedges."""

from __future__ import annotations

from factcheck.language.hedges import Hedges, kinds

TABLE = Hedges(
    before={
        # What goes up to a figure has risen, or comes to it.
        **dict.fromkeys(
            (
                f"{verb} up to"
                for verb in "edged moved went rose ticked crept inched jumped climbed pushed grew back sped add adds added adding summed".split()
            ),
            "",
        ),
        **kinds(
            (
                "over",
                """>, more than, just more than, slightly over, slightly above, just above, a bit over, a bit more than, over, above, well over, just over, in excess of, exceeding, exceeded, exceeds, exceed, greater than,
                higher than, upwards of, upward of, a little over, slightly more than, well above, surpassed, surpassing, topped,
                larger than, beyond, longer than, better than, north of""",
            ),
            (
                "at-least",
                "at least, as few as, as little as, at the very least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, ≥",
            ),
            (
                "under",
                "sub-, <, south of, well short of, slightly less than, slightly below, slightly under, a little less than, less than, fewer than, under, below, lower than, just below, well under, smaller than, shy of, short of, well below",
            ),
            (
                "at-most",
                """up to, at most, no more than, not more than, as much as, as many as, a maximum of, maximum of, not exceeding,
                no greater than, ≤, not to exceed, capped at, limited to, at the most, no longer than, no higher than""",
            ),
            (
                "nearly",
                "nearly, not quite, a little under, close on, almost, close to, just under, just shy of, approaching, nearing, virtually",
            ),
            (
                "about",
                """≈, about, around, give or take, just about, plus or minus, ±, approximately, approx, approx., some, roughly, an estimated, estimated, circa, c., ca., ~,
                estimated at, in the region of, on the order of, something like, more or less, the approximately, an approximate""",
            ),
        ),
    },
    bare={},
    amid="+, -plus, or more, or so, or fewer, or less",
    recent=frozenset({"over"}),
    after=kinds(
        (
            "at-least",
            "or more, at a minimum, and above, or above, or older, and over, or over, and older, or higher, and up, or longer, at least, and more, -plus, plus years, +",
        ),
        (
            "at-most",
            "or less, or fewer, or below, and below, or under, and under, at most, at the most, at a maximum, or younger",
        ),
        ("about", "or so, or thereabouts, approximately, -ish"),
    ),
)
