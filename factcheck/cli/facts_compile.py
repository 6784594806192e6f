"""`factcheck facts compile`: facts files and tables as one index, for a million facts."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.extras import extra
from factcheck.cli.flags import faults_told, mapping
from factcheck.facts.problems import FactsError
from factcheck.model.message import counted, listed, say
from factcheck.patterns import patterns_kept

if TYPE_CHECKING:
    from factcheck.cli.compiling import Sources, TableOrder
    from factcheck.facts.compiled.chunk import Other
    from factcheck.model.document import Language
    from factcheck.translation.translator import Translator


@patterns_kept()
def facts_compile(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Facts files, folders of them, tables (CSV, Parquet, XLSX, SQLite), or the address of a PostgreSQL database.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="The index to write.")] = Path("facts.idx"),
    language: Annotated[
        Literal["zh", "en", "both"], typer.Option(help="The language of the drafts that it is for.")
    ] = "both",
    mapped: o.Mapped = None,
    prefix: o.IdPrefix = None,
    table: o.TableName = None,
    encoding: o.TableEncoding = None,
    jobs: Annotated[
        int, typer.Option(min=0, metavar="N", help="Share the work between so many processes; 0 for one a processor.")
    ] = 0,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Compile facts into an index."""
    from factcheck.cli.checking import processes
    from factcheck.cli.compiling import Sources, TableOrder
    from factcheck.reporting.plain import plain

    order = TableOrder(table, encoding, mapping(mapped or ()), prefix)
    languages: tuple[Language, ...] = ("zh", "en") if language == "both" else (language,)
    command = " ".join(["factcheck facts compile", *map(shlex.quote, _arguments(sources, output, language, order))])
    with faults_told(), extra("import", "duckdb", "openpyxl", "psycopg"), ExitStack() as stack:
        found = Sources(tuple(sources), order, stack)
        with _write_errors_told(output):
            number = _written(found, output, languages, command, processes(jobs), context.obj)
    facts = counted("{number} fact", "{number} facts", number)
    streams.put(f"{context.obj(say('{file}: {facts}', file=plain(str(output)), facts=facts))}\n")


@contextmanager
def _write_errors_told(path: Path) -> Iterator[None]:
    from sqlite3 import OperationalError

    from factcheck.translation.foreign import reason

    try:
        yield
    except OSError as error:
        raise CommandError([say("{file}: can't be written ({why})", file=path, why=reason(error))]) from error
    except OperationalError as error:
        raise CommandError([say("{file}: can't be written ({why})", file=path, why=error)]) from error


def _written(
    sources: Sources, path: Path, languages: tuple[Language, ...], command: str, jobs: int, translate: Translator
) -> int:
    """Write the index; the number of its facts. Raises FactsError with all that is wrong: then nothing is written."""
    from factcheck.cli.compiling import chunks
    from factcheck.cli.progress import bar
    from factcheck.facts.compiled.header import source_files, source_folders
    from factcheck.facts.compiled.writer import Writer
    from factcheck.model.fact import Source
    from factcheck.model.problem import Problem

    files = source_files(sources.files, path.parent)  # as they are before they are read
    dictionary, made = chunks(sources, languages, jobs)
    problems: list[Problem] = []
    with closing(Writer(path, languages, dictionary)) as writer:
        with bar(sources.total, translate(say("compiling"))) as advance:
            for chunk in made:
                problems += writer.add(chunk)
                advance(len(chunk))
        if not problems and not writer.entries + sources.base.entries:
            raise CommandError([say("{files}: no fact is here", files=listed(sources.paths))])
        if problems:
            order = {path: number for number, path in enumerate(sources.paths)}
            raise FactsError(sorted(problems, key=lambda each: (order.get(each.path, -1), each.line, each.column)))
        documents = (*sources.base.sources, *(Source() for _ in sources.tables))
        others: tuple[Other, ...] = (*sources.base.names, *sources.base.people, *sources.base.quotes)
        folders = source_folders(sources.folders, path.parent)
        writer.finish(command, files, folders, others, (sources.paths, documents))
        return len(writer)


def _arguments(sources: Sequence[str], output: Path, language: str, order: TableOrder) -> Iterator[str]:
    """What makes the same index again, but for a password."""
    from factcheck.facts.tables.table import shown

    yield from map(shown, sources)
    yield from ("--output", str(output))
    if language != "both":
        yield from ("--language", language)
    for column, key in order.mapped.items():
        yield from ("--map", f"{column}={key}")
    for option, value in (("--id-prefix", order.prefix), ("--table", order.table), ("--encoding", order.encoding)):
        if value is not None:
            yield from (option, value)
