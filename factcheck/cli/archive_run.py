"""`factcheck archive run`: an archive of documents against the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.extras import ARCHIVE, extra
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.model.message import counted, say
from factcheck.translation.translator import Translator

# Handing over a batch and writing its part take a worker some hundredths of a second, checking it seconds: larger batches
# win nothing, and a worker that ends loses more.
USUAL = 500

CLUSTER = "Workers"
COLUMNS = "Columns of Parquet, keys of JSON"


def archive_run(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A folder of documents, or of files that hold many; or one such file: JSON Lines, Parquet, WARC.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where claims and findings go.", show_default=False)],
    facts: o.Facts = None,
    no_facts: o.NoFacts = False,
    select: o.Select = None,
    ignore: o.Ignore = None,
    strict: o.Strict = False,
    language: o.Language = None,
    encoding: o.Encoding = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The scheduler of a Dask cluster, `tcp://host:port`. Default: processes of this machine.",
            rich_help_panel=CLUSTER,
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="N",
            help="So many processes of this machine; 0 for one a processor.",
            rich_help_panel=CLUSTER,
        ),
    ] = 0,
    batch: Annotated[
        int,
        typer.Option(
            min=1, metavar="N", help="About so many documents at a time, and in a part.", rich_help_panel=CLUSTER
        ),
    ] = USUAL,
    text: Annotated[str, typer.Option(metavar="NAME", help="Where the text is.", rich_help_panel=COLUMNS)] = "text",
    date: Annotated[
        str, typer.Option(metavar="NAME", help="Where the day of publication is.", rich_help_panel=COLUMNS)
    ] = "date",
    title: Annotated[str, typer.Option(metavar="NAME", help="Where the title is.", rich_help_panel=COLUMNS)] = "title",
    url: Annotated[str, typer.Option(metavar="NAME", help="Where the address is.", rich_help_panel=COLUMNS)] = "url",
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Check an archive of documents on many processors."""
    with extra("archive", *ARCHIVE):
        import warcio  # noqa: F401 - a reader of web archives alone imports it

        from factcheck.archive.run import Job, run
    from factcheck.archive.errors import ArchiveError
    from factcheck.archive.order import order_of
    from factcheck.archive.sources import Columns, open_source
    from factcheck.cli.archive_bar import bar
    from factcheck.cli.checking import processes

    flags = flags_of(
        facts=facts,
        no_facts=no_facts,
        select=select,
        ignore=ignore,
        strict=strict,
        language=language,
        encoding=encoding,
    )
    translate: Translator = context.obj
    try:
        with faults_told():
            opened = open_source(source, out)
            order = order_of(project_of(flags, configuration, no_configuration), source, translate.language)
            job = Job(source, opened, Columns(text, date, title, url), order, out, batch)
        with bar(opened.size, translate) as advance:
            done = run(job, scheduler, processes(workers), advance)
    except ArchiveError as error:
        raise CommandError(error.messages) from error
    if order.facts is None and not no_facts:
        streams.tell(
            translate(say("{path}: no facts/ folder here or above, so the documents are checked alone", path=source))
        )
    manifest = done.manifest
    told = say(
        "{documents} in {parts}, of which {kept} were there before; {errors} could not be checked",
        documents=counted("{number} document", "{number} documents", manifest.documents),
        parts=counted("{number} part", "{number} parts", len(manifest.parts)),
        kept=done.kept,
        errors=manifest.errors,
    )
    streams.put(f"{translate(say('{path}: {said}', path=out, said=told))}\n")
