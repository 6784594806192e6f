"""`factcheck facts import`: a facts file of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from msgspec import Struct, field

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.extras import extra
from factcheck.cli.flags import faults_told, mapping
from factcheck.facts.problems import FactsError, taken
from factcheck.model.message import counted, say
from factcheck.patterns import patterns_kept

if TYPE_CHECKING:
    from factcheck.facts.tables.columns import Columns
    from factcheck.facts.tables.table import Row, Table
    from factcheck.model.document import Language
    from factcheck.model.fact import Origin
    from factcheck.model.problem import Problem
    from factcheck.translation.translator import Translator

# So many rows are read at a time.
BATCH = 1_000


class _Read(Struct):
    """What was read of a table: its good rows as entries of a facts file, and what is wrong with the others."""

    entries: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@patterns_kept()
def facts_import(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE", help="A table: CSV, Parquet, XLSX, SQLite, or the address of a PostgreSQL database."
        ),
    ],
    output: o.FactsFile = None,
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(help="The language of the claims. Default: told from each.", show_default=False),
    ] = None,
    mapped: o.Mapped = None,
    prefix: o.IdPrefix = None,
    table: o.TableName = None,
    encoding: o.TableEncoding = None,
    skip_bad: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Leave bad rows out, and list them in this CSV file. Default: a bad row is an error, and nothing is written.",
            show_default=False,
        ),
    ] = None,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Make a facts file of a table."""
    from factcheck.facts.tables.columns import columns_of
    from factcheck.facts.tables.table import Asked, open_table
    from factcheck.facts.tables.yaml import head

    with faults_told(), extra("import", "duckdb", "openpyxl", "psycopg"):
        with open_table(Asked(source, table, encoding)) as opened:
            columns = columns_of(opened, mapping(mapped or ()), prefix)
            read = _read(opened, columns, language, context.obj)
        if read.problems and skip_bad is None:
            raise FactsError(read.problems)
    if not read.entries:
        raise CommandError([say("{table}: no row holds a fact", table=opened.name)])
    streams.save(f"{head(opened.name, language)}facts:\n{''.join(read.entries)}", output)
    if skip_bad is not None:
        streams.save(_listed(read.problems, context.obj), skip_bad)
        bad = len({problem.line for problem in read.problems})
        number = counted("{number} row was bad", "{number} rows were bad", bad)
        streams.tell(context.obj(say("{rows}: listed in {file}", rows=number, file=skip_bad)))


def _read(table: Table, columns: Columns, language: Language | None, translate: Translator) -> _Read:
    from factcheck.cli.progress import bar
    from factcheck.facts.tables.rows import read_rows
    from factcheck.facts.tables.yaml import entry

    read, first = _Read(), dict[str, "Origin"]()
    with bar(table.total or 0, translate(say("importing"))) as advance:
        for rows in _batches(table):
            entries, problems = read_rows(rows, columns, table.name, language)
            read.problems += [problem for problem, _ in problems]
            for each, row in entries:
                known = first.setdefault(each.id, each.origin)
                if known is each.origin:
                    read.entries.append(entry(row, columns))
                else:
                    read.problems.append(taken(each.id, each.origin, known))
            advance(len(rows))
    read.problems.sort(key=lambda problem: (problem.line, problem.column))
    return read


def _batches(table: Table) -> Iterator[tuple[Row, ...]]:
    while rows := tuple(islice(table.rows, BATCH)):
        yield rows


def _listed(problems: list[Problem], translate: Translator) -> str:
    """Bad rows as a spreadsheet: where they stand, what is wrong, and what to write instead."""
    from factcheck.reporting.csv import sheet

    rows = (
        (str(each.line), str(each.column), translate(each.said), "" if each.advice is None else translate(each.advice))
        for each in problems
    )
    return sheet(("row", "column", "problem", "advice"), rows)
