"""All relations of a document: its figures and lists as the text says that they hang together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.balances import balances_in
from factcheck.claims.changes import changes_across, changes_in, multiples_in
from factcheck.claims.elapsed import read_elapsed, read_events
from factcheck.claims.enumerations import read_enumerations
from factcheck.claims.families import families_in, named_families
from factcheck.claims.grids import grids
from factcheck.claims.listings import listings_in
from factcheck.claims.means import means_in
from factcheck.claims.numberings import read_numberings
from factcheck.claims.outline import Outline, outlines
from factcheck.claims.parts import parts_in
from factcheck.claims.portions import portions_in
from factcheck.claims.series import prose_series
from factcheck.claims.shares import proportions_in, shares_in
from factcheck.claims.sums import ratios_in, sums_in
from factcheck.claims.tables import (
    changes_of_table,
    shares_of_table,
    sums_of_items,
    sums_of_table,
    sums_within_items,
)
from factcheck.language.relations import table
from factcheck.model.document import Document, Sentence
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change, Listing, Mean, Part, Portions, Proportion, Relations, Share, Sum


def read_relations(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
) -> Relations:
    """The relations that a document states, in the order of the text."""
    words = table(document.language)
    sums: list[Sum] = [*ratios_in(document), *sums_within_items(document, quantities, words)]
    portions: list[Portions] = []
    parts: list[Part] = []
    changes: list[Change] = []
    shares: list[Share] = []
    proportions: list[Proportion] = []
    means: list[Mean] = []
    listings: list[Listing] = []
    ordinals = prose_series(document, sentences)
    families = named_families(document.text, words.families)
    for grid in grids(document, quantities):
        sums += sums_of_table(grid, words)
        changes += changes_of_table(grid, words)
        shares += shares_of_table(grid, words)
    before: Outline | None = None
    for outline in outlines(document, sentences, quantities, periods, least=1):
        near = before if before is not None and _follows(document, before, outline) else None
        sums += [*sums_in(outline, document, words), *families_in(outline, near, document, families, words)]
        portions += portions_in(outline, near, document, words)
        sums += sums_of_items(outline, document, quantities)
        parts += parts_in(outline, near, document)
        changes += [*changes_in(outline, document, words), *multiples_in(outline, document, words)]
        changes += balances_in(outline, document, words)
        changes += changes_across(near, outline, document, words) if near is not None else ()
        shares += shares_in(outline, document, words)
        proportions += proportions_in(outline, document)
        means += means_in(outline, document, words)
        listings += listings_in(outline, document, words)
        before = outline
    return Relations(
        tuple(_each_once(sums)),
        tuple(_not_summed(portions, sums)),
        tuple(parts),
        tuple(changes),
        tuple(shares),
        tuple(proportions),
        tuple(means),
        tuple(listings),
        read_enumerations(document, sentences, quantities, ordinals),
        tuple(read_elapsed(document, sentences, quantities, periods)),
        tuple(read_events(document, sentences, periods)),
        read_numberings(document, ordinals),
    )


def _follows(document: Document, before: Outline, outline: Outline) -> bool:
    """Whether one sentence follows another in the same paragraph."""
    return "\n" not in document.text[before.span.end : outline.span.start]


def _each_once(sums: Sequence[Sum]) -> Iterator[Sum]:
    """The sums without those that say the same as another: the one that the words leave the most open counts."""
    read: dict[tuple[Quantity | None, tuple[Quantity, ...]], Sum] = {}
    for each in sums:
        key = (each.whole, each.parts)
        if key not in read or len(each.readings) > len(read[key].readings):
            read[key] = each
    yield from read.values()


def _not_summed(portions: Sequence[Portions], sums: Sequence[Sum]) -> Iterator[Portions]:
    """The portions that no sum has all of already."""
    summed = [(each.whole, frozenset(each.parts)) for each in sums]
    for each in portions:
        if not any(each.whole == whole and parts.issuperset(each.parts) for whole, parts in summed):
            yield each
