"""Small whole numbers that count what a sentence lists: 四级场所, 3个方面, four kinds."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.numerals import table
from factcheck.model.document import Language
from factcheck.patterns import compiled

# What a writer counts off is no longer than this.
MOST = 20


def small_number(word: str, language: Language) -> int | None:
    """The value of a numeral from 2 to MOST, in figures or in words; None for anything else."""
    value = _value(word.lower(), language)
    return value if value is not None and 2 <= value <= MOST else None


def _value(word: str, language: Language) -> int | None:
    if word.isdecimal():
        return int(word)
    words = table(language)
    if word in words.digits:
        return words.digits[word]
    ten = next((ten for ten, value in words.multipliers.items() if value == 10 and ten in word), None)
    if ten is None:
        return None
    before, _, behind = word.partition(ten)
    tens, ones = words.digits.get(before, 1 if not before else 0), words.digits.get(behind, 0)
    return 10 * tens + ones if tens and (ones or not behind) else None


@cache
def numeral(language: Language) -> str:
    """A pattern for a small number: figures, or one of the language's number words."""
    digits = sorted((word for word, value in table(language).digits.items() if value), key=len, reverse=True)
    if all(len(word) == 1 for word in digits):
        tens = "".join(word for word, value in table(language).multipliers.items() if value == 10)
        return rf"(?:[0-9０-９]{{1,2}}(?![0-9０-９.．]) ?|[{''.join(digits)}]?[{tens}][{''.join(digits)}]?|[{''.join(digits)}])"
    return rf"(?:\b(?:{'|'.join(map(re.escape, digits))}|[0-9]{{1,2}})\b)"


@cache
def opening(language: Language) -> str:
    """A pattern for what a small number begins with. It looks ahead only: at its place, most of a text is passed quickly."""
    words = table(language)
    tens = (word for word, value in words.multipliers.items() if value == 10)
    letters = sorted({word[0] for word in (*words.digits, *tens)})
    return f"(?=[0-9０-９{''.join(letters)}])"


@cache
def leading(language: Language) -> re.Pattern[str]:
    """A small number at the beginning of a phrase."""
    return compiled(rf"\W*(?P<number>{numeral(language)})", re.IGNORECASE)
