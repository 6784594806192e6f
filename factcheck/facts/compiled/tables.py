"""The tables of a compiled index."""

from __future__ import annotations

from factcheck.model.document import Language

# `meta` holds the header, what stands between the facts, and the dictionary of compressed records. `lefts` and `bodies` lead from
# what stands before a figure to the lengths of what may stand behind it, and from both to facts.
SHARED = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE facts(number INTEGER PRIMARY KEY, id TEXT NOT NULL, required INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE lefts(key INTEGER NOT NULL, right INTEGER NOT NULL, PRIMARY KEY(key, right)) WITHOUT ROWID",
    "CREATE TABLE bodies(key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(key, number)) WITHOUT ROWID",
)

# For drafts of each language: the words that facts ask for, with how much each tells where any wording has it; which words a
# fact's wording asks for, how much they tell together, and the number of its time; which single characters and names; and the
# facts of each term.
OF_LANGUAGE = (
    "CREATE TABLE words_{0}(word INTEGER PRIMARY KEY, slot BLOB NOT NULL, weight REAL)",
    "CREATE TABLE asked_{0}(number INTEGER PRIMARY KEY, whole REAL NOT NULL, time INTEGER, wording BLOB NOT NULL)",
    "CREATE TABLE names_{0}(number INTEGER PRIMARY KEY, names BLOB NOT NULL)",
    "CREATE TABLE terms_{0}(term TEXT PRIMARY KEY, weight REAL, tells REAL, facts INTEGER NOT NULL, numbers BLOB NOT NULL)",
)

# Made when all facts are in, which is quicker.
LAST = (
    "CREATE UNIQUE INDEX ids ON facts(id)",
    "CREATE INDEX required ON facts(number) WHERE required",
)


def of_language(language: Language) -> tuple[str, ...]:
    """The tables for drafts of a language."""
    return tuple(table.format(language) for table in OF_LANGUAGE)
