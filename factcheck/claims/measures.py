"""What a figure measures of its subject: a total, a growth, and the like."""

from __future__ import annotations

from functools import cache

from factcheck.claims.words import WordList, word_list
from factcheck.language.grammar import Grammar
from factcheck.model.claim import Basis, Measure
from factcheck.model.quantity import Quantity

# How a measure reads when the figure is an amount and not a rate: 增长3万人 is an increase, 下降3亿元 a decrease.
_OF_AMOUNTS: dict[Measure, Measure] = {"growth": "increase", "decline": "decrease", "share": "total"}
_OF_RATES: dict[Measure, Measure] = {"increase": "growth", "decrease": "decline", "total": "share"}
_RATES = frozenset({"percent", "permille", "times"})
_CHANGES = frozenset({"growth", "decline"})
_POINTS = frozenset({"point", "basis-point"})


@cache
def _words(grammar: Grammar) -> tuple[WordList, dict[str, Measure]]:
    named = dict(grammar.measures)
    return word_list(tuple(named), grammar.spaced), named


@cache
def _bases(grammar: Grammar) -> tuple[WordList, dict[str, Basis]]:
    named = dict(grammar.bases)
    return word_list(tuple(named), grammar.spaced), named


def measure_of(quantity: Quantity, left: str, right: str, grammar: Grammar) -> Measure:
    """The measure that the nearest word names: first before the figure, then close behind it."""
    words, named = _words(grammar)
    at, word = words.last(left.lower())
    if word and _leads(left, at + len(word), grammar):
        return fitting(named[word], quantity)
    at, word = words.first(right.lower())
    if word and at <= (12 if grammar.spaced else 6):
        return fitting(named[word], quantity)
    if quantity.dimension in _POINTS:
        return "difference"
    return "total"


def _leads(left: str, end: int, grammar: Grammar) -> bool:
    """Whether a measure word that ends at `end` still governs the figure: nothing but a short link lies between."""
    return len(left) - end <= (30 if grammar.spaced else 12)


def fitting(measure: Measure, quantity: Quantity) -> Measure:
    """A measure as it reads of this figure: the growth of an amount is its increase."""
    if quantity.dimension in _POINTS:
        return measure if measure in _CHANGES else "difference"
    if quantity.dimension in _RATES:
        return _OF_RATES.get(measure, measure)
    if quantity.dimension == "number":
        return measure  # its unit may be lost: 同比增长14.63 is a growth
    return _OF_AMOUNTS.get(measure, measure)


def basis_of(left: str, right: str, grammar: Grammar) -> Basis | None:
    """Against what a change is measured, when the clause says so."""
    words, named = _bases(grammar)
    _, word = words.last(left.lower())
    if not word:
        _, word = words.first(right.lower())
    return named[word] if word else None
