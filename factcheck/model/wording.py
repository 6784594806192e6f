"""How alike two wordings are: words compared one by one, in any language, without knowing what they mean."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain

from msgspec import Struct

from factcheck.model.span import Span
from factcheck.patterns import compiled

# Shingles (runs of neighbouring words) of one wording that are looked up, the rarest first; and in how many wordings one may
# stand before it tells nothing. With both bounded, the cost is linear in the number of wordings.
_LOOKED_UP = 8
_TELLING = 12


# A run of neighbouring words.
Shingle = tuple[str, ...]


class Lengths(Struct, frozen=True):
    """How many words make a repetition telling; a Chinese character counts as a word."""

    sentence: int  # fewer are a salutation or a turn of phrase
    long: int  # so many don't come back by chance, however common each word is
    alone: int  # fewer, in a paragraph of their own, are a slogan or a caption
    run: int  # so many, said twice on end, are no figure of speech
    shingle: int  # neighbouring words by which like sentences are found


LENGTHS = {
    "zh": Lengths(sentence=10, long=16, alone=40, run=6, shingle=3),
    "en": Lengths(sentence=5, long=10, alone=25, run=4, shingle=2),
}


class Words(Struct, frozen=True):
    """The words of a text as they are compared (case folded), and where each starts and ends; a Chinese character is a word."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The stretch of words [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])


@cache
def _word() -> re.Pattern[str]:
    number = r"[0-9]++(?:[.,:/-][0-9]++)*+"
    letters = r"[^\W\d_㐀-鿿]++(?:['’][^\W\d_㐀-鿿]++)?"
    return compiled(rf"({number}|[㐀-鿿]|{letters}|[^\W_]|%)")


def words_of(text: str) -> Words:
    """All words of a text; punctuation and white space are not compared."""
    pieces = _word().split(text)  # what stands between words, and each word behind it
    ends = tuple(accumulate(map(len, pieces)))
    return Words(_folded(pieces[1::2]), ends[:-1:2], ends[1::2])


def keys_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, without their places."""
    return _folded(_word().findall(text))


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    """Words whatever their case, all folded at once: no word holds the mark that joins them."""
    return tuple("\n".join(words).casefold().split("\n")) if words else ()


def runs(keys: Sequence[str], size: int) -> Iterator[Shingle]:
    """The runs of `size` neighbouring words, in order."""
    return zip(*(keys[at:] for at in range(size)), strict=False)


def shingles(keys: Sequence[str], size: int) -> frozenset[Shingle]:
    """The different runs of `size` neighbouring words."""
    return frozenset(runs(keys, size))


def in_how_many(wordings: Iterable[frozenset[Shingle]]) -> Counter[Shingle]:
    """In how many wordings, given as their shingles, each shingle stands."""
    return Counter(chain.from_iterable(wordings))


def likely_pairs(wordings: Sequence[frozenset[Shingle]], counts: Mapping[Shingle, int]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of wordings, given as their shingles, that share some of their rarest ones.

    `counts` is that of `in_how_many`.
    """
    shared = frozenset(shingle for shingle, count in counts.items() if 1 < count <= _TELLING)
    places: dict[Shingle, list[int]] = defaultdict(list)
    for later, wording in enumerate(wordings):
        rarest = sorted(wording & shared, key=lambda shingle: (counts[shingle], shingle))[:_LOOKED_UP]
        yield from ((earlier, later) for earlier in sorted({place for shingle in rarest for place in places[shingle]}))
        for shingle in rarest:
            places[shingle].append(later)
