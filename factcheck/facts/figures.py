"""What figures say of a claim as words do: the unit that is counted in, and the other figures beside."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.facts.terms import Terms, number_terms
from factcheck.model.quantity import Quantity


def unit_terms(quantity: Quantity) -> Terms:
    """The unit as a term: that 座 is counted tells much where few facts count in 座; that nothing is named, nothing."""
    if quantity.dimension == "number":
        return frozenset()
    return frozenset({f"/{quantity.unit or quantity.dimension}"})


def figure_terms(quantities: Iterable[Quantity]) -> Terms:
    """The numbers of the figures that stand beside a claim's own: the 60 of 60岁及以上人口 says whom the figure is about."""
    return number_terms(" ".join(quantity.text for quantity in quantities))
