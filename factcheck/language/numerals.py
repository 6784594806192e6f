"""How a language writes numbers in words, and what it mixes with figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct, field

from factcheck.model.document import Language


class Numerals(Struct, frozen=True):
    """One language's words for numbers; mappings go from the word to its value."""

    digits: Mapping[str, int]  # words that add: 一 两, one, eleven, twenty
    multipliers: Mapping[
        str, int
    ]  # words that multiply all smaller that stands before them: 十 百 万, hundred, million
    shorthand: Mapping[str, int]  # multipliers that stand behind figures alone: k, bn, lakh
    vague: Mapping[
        str, tuple[int, int]
    ]  # before a multiplier, from so many times it up to (not including) so many: 数百
    not_vague_behind: Mapping[str, str]  # behind these, a word of `vague` is part of another: 以上十项, 人数百万
    fixed: Mapping[str, tuple[int, int]]  # whole words for a fraction (numerator, denominator): 一半, half
    halves: frozenset[str]  # one half of what follows: 半 of 半年, half of half a million
    times_behind: str  # words behind which a half is a time: the first half; here and below divided by white space
    negative: str  # words that make a number negative
    point: str  # the decimal point in words
    more: str  # behind a number: up to the next step of its last written digit
    joiners: str  # between the two ends of a range, apart from dashes
    either: str  # between two neighbouring numbers that give the ends of a range: five or six
    between: Mapping[str, str]  # words before a range that have a joiner of their own: between 3 and 5
    changing: str  # before two numbers with a joiner, they make them a change and no range: from 63 to 84
    moving: str  # words of change before two numbers that both have their unit: rose 3% to 5%
    moving_by: str  # words of change before two numbers far apart, an amount and what it leads to: fell by 150 to 8,050
    spanning: str  # unless these stand before them (divided by commas): prices ranging from
    list_marks: str  # a pattern for what stands between the numbers of a list that has its unit at the end: 3、5、7个
    goes_on: (
        str  # characters behind a unit with which its figure may go on, beside numerals: half, "more", another unit
    )
    within: str  # a pattern for what stands between the parts of one figure: 5 feet [and] 2 inches
    ends_figure: str  # a pattern for what stands behind hundredths without a unit: fifteen dollars fifty
    out_of: str  # a pattern for the scale that a score is given on: 4.7 out of 5; group 1 is the best score
    more_behind: Mapping[str, str]  # "more" behind the unit (三年多), unless one of these follows it (三年多次)
    of_one: tuple[str, ...]  # how a unit begins that a part is one of: a quarter of a percentage point
    counts_alone: bool  # whether a word for a small number counts without a classifier: four schools, but not 四学校
    tenths: str = r"(?!)"  # a pattern for what makes a number so many tenths: 八成五 is 85 %
    discount: str = r"(?!)"  # a pattern for the word behind a price in hundredths: 六五折
    denominators: Mapping[str, int] = field(default_factory=dict)  # words that divide what stands before them: thirds
    parts: str = r"(?!)"  # a pattern for what shows that an ordinal is a part of one: a third [of], by a fifth[.]
    spans_of_time: str = r"(?!)"  # a pattern for a time: "five in 12 months" is no fraction
    unscaled: Mapping[str, str] = field(
        default_factory=dict
    )  # a multiplier that is part of the unit before this pattern: 千瓦
    ratio: str = r"(?!)"  # a pattern for what stands between the two numbers of a ratio: 1:3, 3 to 1
    ratio_starts: tuple[str, ...] = ()  # what it begins with
    ratio_before: str = r"(?!)"  # patterns for what shows a ratio before and behind it
    ratio_behind: str = r"(?!)"
    pairs_before: str = ""  # characters before which a digit that is also a unit counts: 一两个, but 一两黄金
    enumerated: str = r"(?!)"  # a pattern for the mark between two neighbouring digits that are either: 二、三百
    counted_in: str = r"(?!)"  # a pattern for what makes a multiplier vague: 数以(万)计, in group 1


@cache
def table(language: Language) -> Numerals:
    """The numerals of a language."""
    loaded: Numerals = import_module(f"factcheck.language.{language}.numerals").TABLE
    return loaded
