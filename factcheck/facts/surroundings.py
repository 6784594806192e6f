"""The words around a claim's figure, each with how near it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from factcheck.facts.contrasts import Contrasts, contrasts_in
from factcheck.facts.figures import figure_terms, unit_terms
from factcheck.facts.slots import GLOSSARY, beginnings, translated
from factcheck.facts.terms import Terms, terms
from factcheck.language.grammar import table
from factcheck.model.claim import MASK, Claim
from factcheck.model.document import Language

# How much a word counts by where it stands: in the phrase of the figure, at the head of its clause, elsewhere in the clause (where
# other figures have their phrases), in its sentence, in its heading.
NEAR, CLAUSE, LIST, SENTENCE, HEADING = 1.0, 0.85, 0.6, 0.6, 0.35

# So much of a clause on either side of a figure is looked at, in code points.
REACH = 120


class Surroundings(Struct, frozen=True):
    """A claim's terms with their strengths, those of its nearest phrase and of its clause, in its own language and translated."""

    claim: Claim
    strengths: Mapping[str, float]
    near: Terms
    clause: Terms
    near_translated: Terms
    contrasts: Contrasts


def surroundings(claim: Claim, language: Language, *, translate: bool) -> Surroundings:
    """The words around a claim's figure; a word that stands in several places counts by the nearest.

    With `translate`, a Chinese claim's words are there in English too.
    """
    near = claim.subject if claim.plain else f"{claim.near[0]} {_first_phrase(claim.near[1])} {claim.subject}"
    head, listed, _ = claim.before.partition(MASK)
    clause = f"{head} {near}" if listed else near
    places = [
        (HEADING, f"{claim.heading} {claim.ahead}"),
        (SENTENCE, f"{claim.lead} {claim.tail}"),
        (LIST, f"{claim.before[len(head) :][-REACH:]} {claim.after[:REACH]}"),
        (CLAUSE, clause),
        (NEAR, near),
    ]
    if claim.when is not None:
        places.insert(0, (CLAUSE if claim.own_time else SENTENCE, claim.when.text))
    strengths: dict[str, float] = {}
    translate = translate and language == "zh"
    if translate:
        for strength, text in places:
            _add(strengths, translated(text), strength * GLOSSARY)
    for strength, text in places:
        _add(strengths, terms(text), strength)
    if table(language).spaced:
        for strength, text in places:
            _add(strengths, beginnings(terms(text)), strength)
    figures = figure_terms(claim.beside)
    _add(strengths, (*figures, *unit_terms(claim.quantity)), NEAR)
    near_terms = terms(near) | figures
    return Surroundings(
        claim,
        strengths,
        near_terms,
        terms(clause) | figures if listed else near_terms,
        translated(near) if translate else frozenset(),
        contrasts_in(near, language),
    )


def _first_phrase(text: str) -> str:
    """The text up to its first mark: what follows a comma behind a figure leads up to the next one."""
    stops = [at for at in map(text.find, "、，,；;：:（(") if at >= 0]
    return text[: min(stops)] if stops else text


def _add(strengths: dict[str, float], found: Iterable[str], strength: float) -> None:
    strengths.update(dict.fromkeys(found, strength))
