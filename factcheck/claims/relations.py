"""All relations of a document: its figures and lists as the text says that they hang together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.changes import changes_in, multiples_in
from factcheck.claims.enumerations import read_enumerations
from factcheck.claims.listings import listings_in
from factcheck.claims.numberings import read_numberings
from factcheck.claims.outline import Outline, outlines
from factcheck.claims.parts import means_in, parts_in, shares_in
from factcheck.claims.series import prose_series
from factcheck.claims.sums import ratios_in, sums_in
from factcheck.claims.tables import sums_of_items, sums_of_tables
from factcheck.language.relations import table
from factcheck.model.document import Document, Sentence
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change, Listing, Mean, Part, Relations, Share, Sum


def read_relations(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
) -> Relations:
    """The relations that a document states, in the order of the text."""
    words = table(document.language)
    sums: list[Sum] = [*ratios_in(document), *sums_of_tables(document, quantities, words)]
    parts: list[Part] = []
    changes: list[Change] = []
    shares: list[Share] = []
    means: list[Mean] = []
    listings: list[Listing] = []
    ordinals = prose_series(document, sentences)
    before: Outline | None = None
    for outline in outlines(document, sentences, quantities, periods, least=1):
        near = before if before is not None and _follows(document, before, outline) else None
        sums += sums_in(outline, near, document, words)
        sums += sums_of_items(outline, document, quantities)
        parts += parts_in(outline, near, document)
        changes += [*changes_in(outline), *multiples_in(outline, document, words)]
        shares += shares_in(outline)
        means += means_in(outline, document)
        listings += listings_in(outline, document, words)
        before = outline
    return Relations(
        tuple(sums),
        tuple(parts),
        tuple(changes),
        tuple(shares),
        tuple(means),
        tuple(listings),
        read_enumerations(document, sentences, quantities, ordinals),
        read_numberings(document, ordinals),
    )


def _follows(document: Document, before: Outline, outline: Outline) -> bool:
    """Whether one sentence follows another in the same paragraph."""
    return "\n" not in document.text[before.span.end : outline.span.start]
