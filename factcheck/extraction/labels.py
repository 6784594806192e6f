"""Numbers that only label what stands before them: Section 4, 附件1, iPhone 15, S&P 500, the mark of a footnote (end.1)."""

from __future__ import annotations

import re
from functools import cache, cached_property

from factcheck.extraction.measured import Measured
from factcheck.extraction.spellings import Spellings
from factcheck.language import idioms
from factcheck.model.document import Language
from factcheck.patterns import compiled

_DASHES = frozenset("-–—−－‐‑")
_SPACES = frozenset(" \u00a0\t")
_COLONS = _SPACES | frozenset(":：")

# Room 3204, 电话12345678, but not Exercise 22,240.
_LONGEST_LABEL = 4

# What stands between two members of a list of labels: (a), (b) and.
_WIDEST_JOINT = 24

# What the mark of a footnote stands behind, and how many figures it has.
_FOOTNOTED = frozenset(".!?)”’")
_LONGEST_FOOTNOTE = 2

# So far before a number may the name begin that it belongs to.
_LONGEST_NAME = 30


class Labels:
    """Tells what is a label in one language."""

    def __init__(self, language: Language, *, fold: bool) -> None:
        table = idioms.table(language)
        self._table = table
        self._labels = Spellings(dict.fromkeys(idioms.entries(table.labels), True), fold=fold)
        self._months = Spellings(dict.fromkeys(idioms.entries(table.months), True), fold=False)
        self._signs = frozenset(table.signs) - _SPACES

    @cached_property
    def _nouns_after(self) -> re.Pattern[str]:
        return compiled(self._table.nouns_after)

    def names(self, text: str, figure: Measured) -> bool:
        """Whether the word before a number makes it a label: Section 4, 附件1, 图2, 电话12345678."""
        place, long = figure.start, figure.end - figure.start > _LONGEST_LABEL and not figure.number.in_words
        while place and text[place - 1] in (_COLONS if long else _SPACES):
            place -= 1
        if not place or (long and not text[figure.start : figure.end].isdigit()):
            return False
        if text[place - 1] in self._signs and (place < 2 or not text[place - 2].isalpha()):
            return True
        return self._labels.ahead(text, place) is not None

    def go_on(self, text: str, labelled: int, figure: Measured) -> bool:
        """Whether a number goes on with a list whose last one, up to `labelled`, is labelled: sections 4, 5(a) and 6."""
        near = 0 <= labelled <= figure.start <= labelled + _WIDEST_JOINT
        counts = self._nouns_after.match(text, figure.end) and not text.startswith(" of ", figure.end)
        if not near or counts:
            return False
        return _label_joint().fullmatch(text, labelled, figure.start) is not None

    def of_a_month(self, text: str, figure: Measured) -> bool:
        """May 4, December 2021."""
        short = figure.number.in_words or figure.end - figure.start <= _LONGEST_LABEL
        before = figure.start - (text[figure.start - 1 : figure.start] in _SPACES)
        return short and self._months.ahead(text, before) is not None

    def of_the_word_before(self, text: str, figure: Measured) -> bool:
        """歼-20, iPhone 15 in a Chinese text, the mark of a footnote.1: figures that go on with what stands before them."""
        start, before = figure.start, text[figure.start - 1] if figure.start else ""
        if figure.number.in_words or not before:
            return False
        if text[start] in _DASHES:
            return before.isalpha() and not before.isascii()
        short = figure.end - start <= _LONGEST_FOOTNOTE
        if before in _FOOTNOTED and short and not text[figure.end : figure.end + 1].strip():
            return start > 1 and (text[start - 2].isalpha() or text[start - 2] in ")”’")
        if self._table.capitals or before not in _SPACES:
            return False
        name = _latin_word().search(text, max(0, start - _LONGEST_NAME), start)
        return name is not None and not name[1].isupper()

    def of_a_name(self, text: str, figure: Measured) -> bool:
        """S&P 500, Boeing 747: figures behind a name that count no nouns belong to it."""
        if not self._table.capitals or figure.number.in_words or figure.number.scale != 1:
            return False
        word = _last_word(text, figure.start)
        if not word or not word[0].isupper() or word.rstrip(".") in _FUNCTION_WORDS:
            return False
        before = text[: figure.start].rstrip()[: -len(word)].rstrip()[-1:] if figure.start < 400 else "x"
        return bool(before) and before not in '.!?\n:;“”"' and not self._nouns_after.match(text, figure.end)


@cache
def _label_joint() -> re.Pattern[str]:
    return compiled(r"[A-Z]?(?:\([0-9a-z]{1,4}\))*+(?:, and |, | and | or | to |[、和及与至－–-])")


@cache
def _latin_word() -> re.Pattern[str]:
    return compiled(r"(?<![A-Za-z])([A-Za-z]+)[ \u00a0]$")


def _last_word(text: str, end: int) -> str:
    """The word before a space that ends at `end`."""
    ahead = text[max(0, end - _LONGEST_NAME) : end]
    return ahead.split()[-1] if ahead[-1:].isspace() and ahead.split() else ""


# Words that begin a sentence or a title in capitals and name nothing.
_FUNCTION_WORDS = frozenset(
    "The A An In On At Of For By From To With And Or But Some About Over Nearly Almost Only Just These Those All Of Its Their Our"
    " This That With Under Up Down After Before Between".split()
)
