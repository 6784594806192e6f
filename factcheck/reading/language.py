"""Which language a draft is written in."""

from __future__ import annotations

import re

from factcheck.model.document import Language

# A Chinese word takes about two characters and an English one five letters: a text is Chinese unless it has
# at least four Latin letters for each Han character.
LETTERS_TO_A_CHARACTER = 4

# So many characters from the start tell enough, and keep a large file cheap.
_ENOUGH = 50_000


def tell_language(text: str) -> Language:
    """Chinese or English, by the share of Han characters and Latin letters. A text with neither is taken for Chinese."""
    sample = text[:_ENOUGH]
    han = _count(r"[\u3400-\u9fff\uf900-\ufaff]+", sample)
    latin = _count(r"[A-Za-z]+", sample)
    return "en" if latin > LETTERS_TO_A_CHARACTER * han else "zh"


def _count(pattern: str, text: str) -> int:
    return sum(map(len, re.findall(pattern, text)))
