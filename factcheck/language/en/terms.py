"""Which English words and endings tell nothing when texts are compared."""

from __future__ import annotations

from factcheck.language.terms import TermTable

_STOP_WORDS = """
a about all also an and are as at be been but by can could for from had has have he her his i if in into is it its may might
more most no not of on or other our out over per said say says she so some such than that the their then there these they
this those to up was we were which who will with would you
"""

TABLE = TermTable(
    stop_words=frozenset(_STOP_WORDS.split()),
    # Enough to join "visitor" to "visitors" and "built" to nothing else; a full stemmer joins too much in short texts.
    endings=("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "y"),
    shortest_stem=4,
)
