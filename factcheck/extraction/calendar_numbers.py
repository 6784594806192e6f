"""Numbers as dates write them: 2020, ２０２０, 二〇二〇, 十二, 1—10, third, December."""

from __future__ import annotations

from msgspec import Struct

from factcheck.language.calendar import Calendar
from factcheck.patterns import compiled

_MARKS = "年月日号份世纪 \t\u3000."


class Numbers(Struct, frozen=True):
    """What a slot holds: one number, the two ends of a range, or the members of a list, each with its place in the text."""

    values: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    ranged: bool

    @property
    def ends(self) -> tuple[int, int]:
        return self.values[0], self.values[-1]

    @property
    def whole(self) -> tuple[int, int]:
        """Where they stand together."""
        return self.places[0][0], self.places[-1][1]


def single(value: int, place: tuple[int, int]) -> Numbers:
    """One number."""
    return Numbers((value,), (place,), ranged=False)


def read_numbers(text: str, place: tuple[int, int], calendar: Calendar) -> Numbers:
    """The numbers of the stretch `place` of a text."""
    written = text[place[0] : place[1]]
    if written.isdecimal():
        return single(int(written), place)
    ranged = compiled(calendar.ranges).search(written) is not None
    places, start = [], place[0]
    for match in compiled(f"(?:{calendar.ranges})|(?:{calendar.lists})").finditer(text, *place):
        places.append((start, match.start()))
        start = match.end()
    places.append((start, place[1]))
    return Numbers(tuple(number(text[first:last], calendar) for first, last in places), tuple(places), ranged)


def number(written: str, calendar: Calendar) -> int:
    """The value of a written-out number, ordinal, month or relative word; 0 for what is none."""
    word = written.lower()
    if word in calendar.words:
        return calendar.words[word]
    word = word.strip(_MARKS)
    if word in calendar.words:
        return calendar.words[word]
    digits = compiled(r"\d+").match(word)
    if digits:
        return int(digits[0])
    if calendar.ten and calendar.ten in word:
        tens, _, ones = word.partition(calendar.ten)
        return 10 * calendar.words.get(tens, 1) + calendar.words.get(ones, 0)
    if calendar.ten:
        value = 0
        for char in word:
            value = 10 * value + calendar.words.get(char, 0)
        return value
    first = word.partition(" ")[0]
    return calendar.words.get(first) or calendar.words.get(word[:3], 0)
