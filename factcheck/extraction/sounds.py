"""How a name sounds, so that its spellings come together."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from factcheck.language.names import table
from factcheck.model.document import Language

_LAST_COMMON = b"\xd7\xf9"  # the code of the last character that is sorted by sound


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
    return "".join(_syllable(character, language) for character in _joined_alike(name, language))


def _joined_alike(name: str, language: Language) -> str:
    """A name in which one word joins where another might: 发展和改革 for 发展与改革."""
    first, *others = table(language).joiners.split()
    return name.translate(dict.fromkeys(map(ord, others), first)) if any(each in name for each in others) else name


@cache
def _syllable(character: str, language: Language) -> str:
    """The first of the common characters with the same syllable; a rare character stands for itself."""
    words = table(language)
    character = next((group[0] for group in words.look_alikes.split() if character in group), character)
    code, codes = character.encode("gb2312", "replace"), _codes(language)
    if not codes[0] <= code <= _LAST_COMMON:
        return character
    return words.syllables[bisect_right(codes, code) - 1]


@cache
def _codes(language: Language) -> tuple[bytes, ...]:
    """The codes of the first characters of each syllable, two bytes each."""
    listed = table(language).syllables.encode("gb2312")
    return tuple(listed[at : at + 2] for at in range(0, len(listed), 2))
