"""Names of bodies, projects and people, found without a dictionary of names. Precise rather than complete."""

from __future__ import annotations

from factcheck.language.names import table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.name import Name


def read_names(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names in a document's sentences, in order, with disjoint spans. Time is linear in the text's length."""
    if table(document.language).spaced:
        from factcheck.extraction.spaced_names import read_spaced_names as read  # noqa: PLC0415 - one of the two is enough
    else:
        from factcheck.extraction.joined_names import read_joined_names as read  # noqa: PLC0415
    return tuple(sorted(read(document, sentences), key=lambda name: name.span))


def telling_words(language: Language) -> frozenset[str]:
    """The words that set one name apart from its sister (二, 东, north), for `Case.telling`."""
    return frozenset(table(language).telling.split())


def rank_words(language: Language) -> frozenset[str]:
    """The words that make an office a lower one (副, deputy), for `Case.ranks`."""
    return frozenset(table(language).ranks.split())
