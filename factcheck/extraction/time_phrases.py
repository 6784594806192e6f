"""The words of time in a text, put together where they name one time: 2020年|11月|底, Q3| of |2024."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from factcheck.extraction.calendar_numbers import Numbers
from factcheck.extraction.time_words import TimeWord, read_time_words
from factcheck.language.calendar import Calendar, table
from factcheck.model.document import Language
from factcheck.model.period import Reach

# How far around a phrase its companions are looked for.
NEAR = 32

YEAR, SEASON, DAY = 1, 2, 4

# What a slot says: a year, a month or the like, a day. Two words that say the same are two phrases.
_SAYS = {
    **dict.fromkeys(("years", "relative_year", "said_year", "fiscal"), YEAR),
    **dict.fromkeys(
        ("months", "relative_month", "said_month", "first_months", "first_quarters", "quarters", "half"), SEASON
    ),
    "days": DAY,
    **dict.fromkeys(("iso", "decade", "century", "relative_century", "plan", "past", "future"), YEAR | SEASON | DAY),
}


class Phrase(Struct, frozen=True):
    """Words that name one time; `slots` gives what each of them says, by the names that a `Calendar` documents."""

    start: int
    end: int
    core: int  # where the phrase begins without the words before it (截至, by the end of)
    slots: Mapping[str, Numbers]
    says: int
    reach: Reach = "during"
    past: bool = False  # whether it began before the text was written: 以来, since
    part: str = ""  # early, middle, latter, late, first_third, second_third, last_third
    weekday: int | None = None
    aside: bool = False  # whether it speaks of that place alone, and sets no year for what follows
    base: bool = False  # what the claim's figure is compared with (比上年), and no time of the claim

    @property
    def has_year(self) -> bool:
        return bool(self.says & YEAR)

    @property
    def finest(self) -> int:
        """The finest thing that it says: a year, a month or the like, or a day."""
        return self.says.bit_length()

    @property
    def ranged(self) -> bool:
        """Whether it is a range by itself: 1—10月."""
        return any(numbers.ranged for numbers in self.slots.values())


def joined_words(text: str, start: int, end: int, language: Language) -> Iterator[Phrase]:
    """The bare phrases of a stretch of text: neighbouring words of time joined where each adds something new."""
    calendar = table(language)
    phrase: Phrase | None = None
    for word in read_time_words(text, start, end, language):
        joined = _join(text, phrase, word, calendar) if phrase else None
        if phrase and joined is None:
            yield phrase
        phrase = joined or Phrase(word.start, word.end, word.start, word.slots, _says(word))
    if phrase:
        yield phrase


def _says(word: TimeWord) -> int:
    says = 0
    for slot in word.slots:
        says |= _SAYS[slot]
    return says


def _join(text: str, phrase: Phrase, word: TimeWord, calendar: Calendar) -> Phrase | None:
    gap = text[phrase.end : word.start] if word.start - phrase.end < NEAR else "\n"
    if gap not in calendar.joints:
        return None
    says = _says(word)
    slots = {**phrase.slots, **word.slots}
    if phrase.slots.keys() <= {"century", "relative_century"} and "decade" in word.slots:
        return replace(phrase, end=word.end, slots=slots)
    if phrase.says & says:
        # 今年|年底: the second year adds nothing.
        return replace(phrase, end=word.end) if word.slots.keys() == {"said_year"} and phrase.says == YEAR else None
    if calendar.coarse_first and phrase.says > says:
        return None
    if "," in gap and says == YEAR and not phrase.says & DAY and text[word.end : word.end + 1] == " ":
        return None  # By June, 2000 people …; but December, 2022.
    return replace(phrase, end=word.end, slots=slots, says=phrase.says | says)
