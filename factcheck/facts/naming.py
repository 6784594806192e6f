"""Readable ids for drafted facts, in the script of their subjects."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factcheck.language.drafting import table
from factcheck.model.claim import Claim


class Naming:
    """Gives out ids, none twice."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, claim: Claim) -> str:
        """An id of the claim's subject and measure; its time, and then a number, tell claims of the same subject apart."""
        names = _names(claim)
        found = next((name for name in names if name not in self._taken), None) or self._numbered(names[0])
        self._taken[found] = 1
        return found

    def _numbered(self, stem: str) -> str:
        number = self._taken[stem] + 1
        while f"{stem}-{number}" in self._taken:
            number += 1
        self._taken[stem] = number
        return f"{stem}-{number}"


def _names(claim: Claim) -> list[str]:
    """The names that would suit the claim, the shortest first."""
    stem = _join(slug(claim.subject) or "figure", *_kind(claim))
    if claim.when is not None and claim.when.written and claim.when.anchored:
        return [stem, _join(stem, slug(claim.when.label()))]
    return [stem]


def _kind(claim: Claim) -> tuple[str, ...]:
    """What the id says besides the subject, where it is not the plain total of today."""
    measure = () if claim.measure == "total" else (claim.measure,)
    return (*measure, "before") if claim.role == "from" else measure


def _join(*parts: str) -> str:
    return "-".join(part for part in parts if part)


def slug(text: str) -> str:
    """Letters and digits in lower case, a hyphen for what stands between; Chinese characters are letters."""
    letters = []
    for character in unicodedata.normalize("NFKC", text).lower():
        if character.isalnum():
            letters.append(character)
        elif character not in "'’“”‘\"《》":
            letters.append(" ")
    words = "".join(letters).split()
    return _shortened("".join(_spaced(words)))


def _spaced(words: list[str]) -> Iterator[str]:
    """The words with a hyphen between them, except between two Chinese characters."""
    for number, word in enumerate(words):
        if number and not (_is_chinese(words[number - 1][-1]) and _is_chinese(word[0])):
            yield "-"
        yield word


def _shortened(name: str) -> str:
    longest = table("zh" if any(map(_is_chinese, name)) else "en").longest_id
    if len(name) <= longest:
        return name
    cut = name[:longest]
    head, hyphen, _ = cut.rpartition("-")
    return head if hyphen and len(head) >= longest // 2 else cut.rstrip("-")


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
