"""What the other drafts of a run say, as far as a draft may say it again.

A draft is compared with no other draft as a whole: each hands on its longer passages, of which those come to another that share
some of their rarest-looking wordings (a sketch of the least hashes, after Broder's min-wise independent permutations, 1997).
So the cost is linear in the number of passages, and every draft can be judged in a process of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.model.document import Document, Sentence
from factcheck.model.passage import passages_of
from factcheck.model.saying import Saying, sketch_of
from factcheck.model.wording import LENGTHS, words_of

# What so many drafts say belongs to them all: a house's boilerplate, the name of an office.
_BOILERPLATE = 3

# A sketch that so many passages share tells nothing.
_TELLING = 12


def sayings_of(document: Document, sentences: Sequence[Sentence]) -> tuple[Saying, ...]:
    """The passages of a draft that are long enough not to come back by chance."""
    words, lengths = words_of(document.text), LENGTHS[document.language]
    found = []
    for number, passage in enumerate(passages_of(document, sentences, words)):
        if passage.length >= lengths.long:
            keys, place = words.keys[passage.first : passage.last], document.place(passage.span)
            sketch = sketch_of(keys, lengths.shingle)
            told = document.told(passage.span)
            found.append(Saying(document.path, place.line, place.column, told, number, keys, sketch))
    return tuple(found)


def said_before(drafts: Sequence[Sequence[Saying]]) -> tuple[tuple[Saying, ...], ...]:
    """For each draft, the passages of the drafts before it that it may say again; what all of them say is left out."""
    spread = Counter(words for sayings in drafts for words in {saying.words for saying in sayings})
    places: dict[int, list[Saying]] = defaultdict(list)
    before: list[tuple[Saying, ...]] = []
    for sayings in drafts:
        own = [saying for saying in sayings if spread[saying.words] < _BOILERPLATE]
        near = {
            (saying.path, saying.number): saying
            for each in own
            for least in each.sketch
            if len(places[least]) <= _TELLING
            for saying in places[least]
        }
        before.append(tuple(near[place] for place in sorted(near)))
        for each in own:
            for least in each.sketch:
                places[least].append(each)
    return tuple(before)
