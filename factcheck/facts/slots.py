"""What a wording asks for: its words one by one, each with what may stand for it in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from factcheck.facts.terms import Terms, number_terms, terms
from factcheck.language.glossary import glossary
from factcheck.language.thesaurus import alike, translations
from factcheck.model.document import Language
from factcheck.patterns import compiled

# How well another word does: one of the glossary, one of a dictionary, and one that only shares its beginning.
GLOSSARY, DICTIONARY, BEGINNING = 0.8, 0.6, 0.4

# Words that begin alike for so long are mostly of one family: operators and operating, closure and closed.
STEM = 5

# The longest Chinese word that is looked up.
LONGEST = 6

_NOTHING: frozenset[str] = frozenset()

# How much a word asks for that no dictionary translates, as a share of another's weight.
SILENT = 0.25


class Option(Struct, frozen=True, cache_hash=True):
    """Terms that stand for a word when all of them stand in a text, and how well they do."""

    terms: tuple[str, ...]
    quality: float


class Slot(Struct, frozen=True, cache_hash=True):
    """A word of a wording: the term that it is weighed by, and its options, the word itself first."""

    key: str
    options: tuple[Option, ...]
    share: float = 1.0  # of the term's weight

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the word itself stands for it."""
        options = self.options
        return len(options) == 1 and options[0].terms == (self.key,) and options[0].quality == 1.0

    def filled(self, strengths: Mapping[str, float]) -> float:
        """How well a text fills it (0 to 1), given how near each of its terms stands to the figure."""
        best = 0.0
        for option in self.options:
            terms = option.terms
            if len(terms) > 1:
                found = sum(strengths.get(term, 0.0) for term in terms) / len(terms)
            elif terms[0] in strengths:
                found = strengths[terms[0]]
            else:
                continue
            best = max(best, found * option.quality)
        return best


@lru_cache(maxsize=65_536)  # facts ask for the same words over and over
def plain(term: str) -> Slot:
    """A word that nothing else stands for."""
    return Slot(term, (Option((term,), 1.0),))


@lru_cache(maxsize=1024)  # the names of a series come again for each of its years
def slots(text: str, language: Language) -> tuple[Slot, ...]:
    """The words of a text, in whichever language they are, to be looked for in a draft in `language`.

    The two languages meet in English: a Chinese draft is translated, word by word (`translated`), and so is a Chinese fact that
    is looked for in an English draft.
    """
    figures = map(plain, sorted(number_terms(text)))
    chinese = _chinese_slots(text) if language == "zh" else _translated_slots(text)
    return (*chinese, *_english_slots(text), *figures)


@lru_cache(maxsize=4096)  # as for `terms`
def translated(text: str) -> Terms:
    """The terms of all that the words of a Chinese text are in English."""
    known = translations()
    return frozenset[str]().union(*(_in_english(word) for word in _words(text) if word in known))


@cache
def _in_english(word: str) -> Terms:
    """The terms of all that a word of the dictionary is in English."""
    return frozenset[str]().union(*map(terms, translations()[word]))


def _chinese_slots(text: str) -> Iterator[Slot]:
    """Character pairs and characters; where the glossary has another word, its pairs may stand for this one's."""
    known, by_first = glossary("zh"), _by_first_character()
    lent: dict[str, set[str]] = {}
    for word in (word for character in set(text) for word in by_first.get(character, ()) if word in text):
        synonyms = known[word].synonyms
        others = {term for other in synonyms if other != word for term in terms(other) if len(term) > 1}
        for term in terms(word):
            if len(term) > 1:
                lent.setdefault(term, set()).update(others)
    for term in sorted(term for term in terms(text) if not term.isascii()):
        options = tuple(Option((other,), GLOSSARY) for other in sorted(lent.get(term, _NOTHING) - {term}))
        yield Slot(term, (Option((term,), 1.0), *options)) if options else plain(term)


def _english_slots(text: str) -> Iterator[Slot]:
    """Stems; words of the glossary and the thesaurus may stand for them, and words that begin alike."""
    asked = sorted(filter(str.isascii, terms(text)))
    if not asked:
        return
    lent: dict[str, set[str]] = {}
    for phrase in _phrases(text):
        for other in glossary("en")[phrase].synonyms:
            for term in terms(phrase):
                lent.setdefault(term, set()).update(terms(other))
    dictionary = alike()
    for term in asked:
        options = {term: 1.0}
        if len(term) >= STEM:
            options[f"{term[:STEM]}~"] = BEGINNING
        options.update({other: DICTIONARY for other in dictionary.get(term, ()) if other != term})
        options.update(dict.fromkeys(lent.get(term, set()) - {term}, GLOSSARY))
        yield Slot(term, tuple(Option((other,), quality) for other, quality in options.items()))


def _translated_slots(text: str) -> Iterator[Slot]:
    """Chinese words by their English phrases."""
    return map(_translated_slot, dict.fromkeys(_words(text)))


@lru_cache(maxsize=65_536)
def _translated_slot(word: str) -> Slot:
    """A Chinese word; one that no dictionary knows asks for little."""
    phrases = dict.fromkeys(tuple(sorted(terms(phrase))) for phrase in translations().get(word, ()))
    options = tuple(Option(phrase, GLOSSARY) for phrase in phrases if phrase)
    return Slot(word, options, 1.0 if options else SILENT)


def _phrases(text: str) -> Iterator[str]:
    """The words and short phrases of an English text that the glossary knows."""
    known = glossary("en")
    words = _latin().findall(text.lower())
    found = (" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1))
    return (phrase for phrase in found if phrase in known)


def _words(text: str) -> Iterator[str]:
    """A Chinese text cut into the longest words that the dictionary knows; what it does not know, character by character."""
    known = translations()
    for match in _han().finditer(text):
        run, at = match.group(), 0
        while at < len(run):
            end = min(at + LONGEST, len(run))
            while end > at + 1 and run[at:end] not in known:
                end -= 1
            yield run[at:end]
            at = end


@cache
def _by_first_character() -> Mapping[str, tuple[str, ...]]:
    """The Chinese words of the glossary."""
    found: dict[str, list[str]] = {}
    for word in glossary("zh"):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


@cache
def _latin() -> re.Pattern[str]:
    return compiled(r"[a-z0-9&]+")


@cache
def _han() -> re.Pattern[str]:
    return compiled(r"[\u3400-\u9fff\uf900-\ufaff]+")


def beginnings(found: Iterable[str]) -> Terms:
    """What English terms begin with, as a term of its own, so that words of one family meet."""
    return frozenset(f"{term[:STEM]}~" for term in found if len(term) >= STEM and term.isascii() and term.isalpha())
