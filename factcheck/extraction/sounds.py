"""How a name sounds, so that its spellings come together."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from factcheck.language.names import NameWords, table
from factcheck.model.document import Language


def sound_of(name: str, language: Language) -> str:
    """A character for each character of a name: the first that sounds or looks like it. Empty where spelling shows the sound.

    A closing word that is taken for another (试验区 for 实验区) sounds like the one that is meant.
    """
    words = table(language)
    if not words.syllables:
        return ""
    for written, meant in words.taken_for:
        if name.endswith(written):
            name = name.removesuffix(written) + meant
            break
    alike = _look_alikes(language)
    return "".join(_syllable(alike.get(character, character), words) for character in name)


def _syllable(character: str, words: NameWords) -> str:
    """The first of the common characters with the same syllable; a rare character stands for itself."""
    code = _code(character)
    first, last = _code(words.syllables[0]), b"\xd7\xf9"
    if not first <= code <= last:
        return character
    return words.syllables[bisect_right(words.syllables, code, key=_code) - 1]


def _code(character: str) -> bytes:
    return character.encode("gb2312", "replace")


@cache
def _look_alikes(language: Language) -> dict[str, str]:
    return {character: group[0] for group in table(language).look_alikes.split() for character in group}
