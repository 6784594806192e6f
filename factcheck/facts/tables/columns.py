"""Which key of the facts file each column of a table is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from factcheck.facts import form
from factcheck.facts.problems import FactsError
from factcheck.facts.tables.table import Table
from factcheck.model.message import listed, say
from factcheck.model.problem import Problem, nearest

# What a column is mapped to that holds nothing of a fact.
NONE = "-"


class Columns(Struct, frozen=True):
    """The key of each column, or None where it is left out, and what ids begin with."""

    keys: tuple[str | None, ...]
    prefix: str | None = None

    @property
    def numbers(self) -> bool:
        """Whether ids are the numbers of rows."""
        return "id" not in self.keys


def columns_of(table: Table, mapped: Mapping[str, str], prefix: str | None) -> Columns:
    """The keys of a table's columns, by their names or as they are mapped. Raises FactsError with each that is none."""
    problems = list(_unknown(table, mapped))
    named = (mapped.get(column, column.strip().lower()) for column in table.columns)
    keys = tuple(None if key == NONE else key for key in named)
    given = [key for key in keys if key is not None]
    for key in sorted({key for key in given if given.count(key) > 1}):
        said = say("two columns are “{key}”", key=key)
        problems.append(Problem(table.name, 1, keys.index(key) + 1, said, say("leave one out with --map COLUMN=-")))
    if "id" not in given and prefix is None:
        advice = say("name a column with --map COLUMN=id, or have rows numbered with --id-prefix")
        problems.append(Problem(table.name, 1, 1, say("no column is “id”"), advice))
    if problems:
        raise FactsError(problems)
    return Columns(keys, prefix)


def _unknown(table: Table, mapped: Mapping[str, str]) -> Iterator[Problem]:
    """Columns that are no keys, and columns that are mapped and not there."""
    known, name = form.every_key(), table.name
    for number, column in enumerate(table.columns, 1):
        key = mapped.get(column, column.strip().lower())
        if key != NONE and key not in known:
            near = nearest(key, known) or "note"
            advice = say(
                "name its key, as in --map {column}={key}, or leave it out with --map {column}=-",
                column=column,
                key=near,
            )
            yield Problem(name, 1, number, say("there is no key “{key}”", key=key), advice)
    for column in sorted(mapped.keys() - set(table.columns)):
        columns = say("the columns are: {names}", names=listed(table.columns))
        yield Problem(name, 0, 0, say("there is no column “{column}”", column=column), columns)
