"""`factcheck facts extract`: a first draft of a facts file, to be reviewed."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.flags import faults_told, flags_of, project_of
from factcheck.model.message import say
from factcheck.patterns import patterns_kept


@patterns_kept()
def facts_extract(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="PATH", help="An article, or - for standard input.")],
    output: o.FactsFile = None,
    language: o.Language = None,
    encoding: o.Encoding = None,
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Draft a facts file from an article. Review it before anything is held against it."""
    from factcheck.cli.inputs import named_drafts, read_drafts
    from factcheck.facts.draft import draft_facts
    from factcheck.pipeline import contradictions, read

    project = project_of(flags_of(language=language, encoding=encoding), configuration, no_configuration)
    with faults_told():
        named = named_drafts([path], project)
        documents, unread = read_drafts(named.drafts[:2], project)
    if named.complaints or unread:
        raise CommandError((*named.complaints, *unread))
    if len(named.drafts) > 1:
        number = len(named.drafts)
        raise CommandError(
            [say("{path}: names {number} articles; a facts file is drafted from one", path=path, number=number)]
        )
    case = read(documents[0])
    streams.save(draft_facts(case, contradictions(case), context.obj), output)
