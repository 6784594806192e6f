"""The words around a claim's figure, each with how near it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from factcheck.facts.contrasts import Contrasts, contrasts_in
from factcheck.facts.figures import figure_terms, unit_terms
from factcheck.facts.terms import Terms, terms
from factcheck.language.glossary import glossary
from factcheck.language.grammar import table
from factcheck.model.claim import Claim
from factcheck.model.document import Language
from factcheck.patterns import compiled

# How much a word counts by where it stands: in the phrase of the figure, its clause, its sentence, its heading.
NEAR, CLAUSE, SENTENCE, HEADING = 1.0, 0.85, 0.6, 0.35

# How much a word counts that the glossary lends, beside one that stands in the text.
LENT = 0.8


class Surroundings(Struct, frozen=True):
    """A claim's terms with their strengths, those of its nearest phrase, and both again with the glossary's help."""

    claim: Claim
    language: Language
    strengths: Mapping[str, float]
    near: Terms
    lent: Mapping[str, float]
    lent_near: Terms
    contrasts: Contrasts


def surroundings(claim: Claim, language: Language, *, translate: bool) -> Surroundings:
    """The words around a claim's figure; a word that stands in several places counts by the nearest."""
    near = " ".join((*claim.near, claim.subject))
    places = (
        (HEADING, f"{claim.heading} {claim.ahead}"),
        (SENTENCE, claim.lead),
        (CLAUSE, f"{claim.before} {claim.after}"),
        (NEAR, near),
    )
    known = known_words(" ".join(text for _, text in places), language)
    strengths: dict[str, float] = {}
    lent: dict[str, float] = {}
    for strength, text in places:
        strengths.update(dict.fromkeys(terms(text), strength))
        lent.update(dict.fromkeys(lend(text, known, language, translate=translate), strength * LENT))
    others = figure_terms(claim.beside)
    strengths.update(dict.fromkeys((*others, *unit_terms(claim.quantity)), NEAR))
    contrasts = contrasts_in(near, language)
    lent_near = lend(near, known, language, translate=translate) | terms(near)
    return Surroundings(claim, language, strengths, terms(near) | others, {**lent, **strengths}, lent_near, contrasts)


def lend(text: str, known: Sequence[str], language: Language, *, translate: bool) -> Terms:
    """The terms of what else the glossary calls those `known` words that stand in a text.

    They are synonyms, and with `translate` the words of the other language too.
    """
    entries = glossary(language)
    lowered = text.lower()
    found = [entries[word] for word in known if word in lowered]
    words = [other for entry in found for other in (*entry.synonyms, *(entry.foreign if translate else ()))]
    return frozenset[str]().union(*(terms(word) for word in words))


@cache
def _latin_words() -> re.Pattern[str]:
    return compiled(r"[a-z0-9&]+")


def known_words(text: str, language: Language) -> list[str]:
    """The words and short phrases of a text that the glossary knows."""
    known = glossary(language)
    if not table(language).spaced:
        return [word for word in known if word in text]
    words = _latin_words().findall(text.lower())
    phrases = (" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1))
    return [phrase for phrase in phrases if phrase in known]
