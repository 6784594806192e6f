"""How the figures and lists of a text hang together, as the text says so: what the rules of arithmetic compute.

A relation is what the words claim, never what the figures happen to give: whether it holds is for a rule to say. Each is
read only where its words leave no doubt what belongs to what.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from factcheck.model.period import Day, Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span


class Sum(Struct, frozen=True):
    """Parts that are said to be all the parts of a whole; without `whole` they are shares of one whole, 100 %.

    `readings` holds the other lists of parts that the words allow.
    """

    parts: tuple[Quantity, ...]
    whole: Quantity | None = None
    readings: tuple[tuple[Quantity, ...], ...] = ()


class Portions(Struct, frozen=True):
    """Parts that are named side by side as parts of a whole, all of them or some; without `whole` they are shares, of 100 %."""

    parts: tuple[Quantity, ...]
    whole: Quantity | None = None


class Part(Struct, frozen=True):
    """A figure named as a part of another: 其中, of which. It may be a part of any of `wholes`, the nearest first."""

    part: Quantity
    wholes: tuple[Quantity, ...]


class Change(Struct, frozen=True):
    """A change from `old` to `new`, by an `amount`, at a `rate` (% of the old).

    At least three of the four are known, or the two levels and `up`: the way that the words say it went from old to new, where
    they say so. `factor` stands for the rate where the change is named by a word: doubled is 2, halved ½; `said` is that word,
    and `loosely` tells whether another word takes it back: almost doubled. Over several `years`, the rate is that of one of
    them on average.
    """

    old: Quantity | None
    new: Quantity | None
    amount: Quantity | None = None
    rate: Quantity | None = None
    factor: Fraction | None = None
    said: Span | None = None
    loosely: bool = False
    up: bool | None = None
    years: int = 1


class Share(Struct, frozen=True):
    """A part of a whole with the share that it is said to be (%), or one level with the multiple of another (倍)."""

    part: Quantity
    whole: Quantity
    share: Quantity


class Proportion(Struct, frozen=True):
    """Two parts of one whole, each with the share that it is said to be (%); the whole itself is not stated."""

    one: Quantity
    one_share: Quantity
    two: Quantity
    two_share: Quantity


class Mean(Struct, frozen=True):
    """A total, the number of those who share it, and what is said to fall to each."""

    total: Quantity
    count: Quantity
    each: Quantity


class Listing(Struct, frozen=True):
    """A list of values that answers by position to a list of subjects: 分别, respectively.

    `subjects` holds every number of subjects that the words can be read to name.
    """

    values: tuple[Quantity, ...]
    subjects: frozenset[int]
    span: Span  # the values, with the word that binds them
    named: Span  # the subjects


class Enumeration(Struct, frozen=True):
    """A number of things that is announced, and the things that are then named (or were just named).

    `counts` holds every number of items that the list can be read to have; with `more`, it does not claim to be complete.
    """

    announced: Span
    number: int
    items: Span
    counts: frozenset[int]
    more: bool = False


class Elapsed(Struct, frozen=True):
    """The years of an age or an anniversary, said to lie between two years; `allowed` holds all that the two may give."""

    span: Span
    years: int
    allowed: frozenset[int]
    since: int
    until: int
    start: Span  # where the first year stands; empty for one of common knowledge


class Event(Struct, frozen=True):
    """Something that a document of a certain day announces for a time ahead, or reports as over."""

    period: Period
    dated: Day
    ahead: bool


class Mark(Struct, frozen=True):
    """The number of a heading or an item: 三、 is 3."""

    span: Span
    number: int


class Numbering(Struct, frozen=True):
    """The marks of one series of headings or items, in the order of the text, from 1 on."""

    marks: tuple[Mark, ...]


class Relations(Struct, frozen=True):
    """All relations of a document, each kind in the order of the text."""

    sums: tuple[Sum, ...] = ()
    portions: tuple[Portions, ...] = ()
    parts: tuple[Part, ...] = ()
    changes: tuple[Change, ...] = ()
    shares: tuple[Share, ...] = ()
    proportions: tuple[Proportion, ...] = ()
    means: tuple[Mean, ...] = ()
    listings: tuple[Listing, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    elapsed: tuple[Elapsed, ...] = ()
    events: tuple[Event, ...] = ()
    numberings: tuple[Numbering, ...] = ()
