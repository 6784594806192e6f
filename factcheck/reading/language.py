"""Which language a draft is written in."""

from __future__ import annotations

from collections import Counter

from factcheck.model.document import Language

# A Chinese word takes about two characters and an English one five letters: a text is Chinese unless it has
# at least four Latin letters for each Han character.
LETTERS_TO_A_CHARACTER = 4

# So many characters, spread over the text, tell enough and keep a large file cheap.
_ENOUGH = 5_000


def tell_language(text: str) -> Language:
    """Chinese or English, by the share of Han characters and Latin letters. A text with neither is taken for Chinese."""
    counts = Counter(text[:: 1 + len(text) // _ENOUGH])
    han = sum(count for char, count in counts.items() if "\u3400" <= char <= "\u9fff")
    latin = sum(count for char, count in counts.items() if char.isascii() and char.isalpha())
    return "en" if latin > LETTERS_TO_A_CHARACTER * han else "zh"
