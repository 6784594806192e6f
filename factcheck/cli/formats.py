"""The formats of a report, and how each is made; only the module of the one that is asked for is imported."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcheck.cli import streams
from factcheck.translation.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from factcheck.model.report import Report
    from factcheck.model.rule import Rule
    from factcheck.reporting.paths import Folders

Format = Literal[
    "table", "full", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown", "html", "csv"
]  # fmt: skip

# What GitHub takes of a step's summary, in bytes; it refuses a longer one as a whole.
_SUMMARY = 1024 * 1024


def written(
    report: Report,
    format: Format,  # noqa: A002 - the option's name
    *,
    rules: Sequence[Rule],
    colour: bool,
    every: bool,
    translate: Translator = ENGLISH,
) -> str:
    """The report as text. `rules` are those in force; `colour` and `every` (claim) are for the formats for a terminal."""
    match format:
        case "table":
            from factcheck.reporting.table import table

            return table(report, width=streams.width(), colour=colour, every_claim=every, translate=translate)
        case "full":
            from factcheck.reporting.full import full

            return full(report, width=streams.width(), colour=colour, translate=translate)
        case "concise":
            from factcheck.reporting.concise import concise

            return concise(report, translate)
        case "json":
            from factcheck import __version__
            from factcheck.reporting.json import json_report

            return json_report(report, __version__, translate)
        case "sarif":
            from factcheck import __version__
            from factcheck.reporting.sarif import sarif

            return sarif(report, __version__, rules, _folders("GITHUB_WORKSPACE"), translate)
        case "github":
            from factcheck.reporting.github import github

            return github(report, _folders("GITHUB_WORKSPACE"), translate)
        case "gitlab":
            from factcheck.reporting.gitlab import gitlab

            return gitlab(report, _folders("CI_PROJECT_DIR"), translate)
        case "junit":
            from factcheck.reporting.junit import junit

            return junit(report, translate)
        case "rdjson":
            from factcheck.reporting.rdjson import rdjson

            return rdjson(report, _folders(), translate)
        case "markdown":
            from factcheck.reporting.markdown import markdown

            return markdown(report, translate=translate)
        case "html":
            from factcheck.reporting.html import html

            return html(report, translate)
        case "csv":
            from factcheck.reporting.csv import csv

            return csv(report, translate)


def add_job_summary(report: Report, translate: Translator = ENGLISH) -> None:
    """Add the report in Markdown to the summary of a GitHub Actions step, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from factcheck.reporting.markdown import markdown

    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(markdown(report, room=_SUMMARY - summary.tell(), translate=translate))
    except OSError as error:
        from factcheck.model.message import say
        from factcheck.translation.foreign import reason

        said = say("{file}: can't be written ({why})", file="GITHUB_STEP_SUMMARY", why=reason(error))
        streams.tell(translate(said))


def _folders(variable: str | None = None) -> Folders:
    """Paths relative to the working directory, or to the repository that a service names in a variable."""
    from factcheck.reporting.paths import Folders

    here = str(Path.cwd())
    root = os.path.normpath(os.environ.get(variable) or here) if variable else here
    inside = here == root or here.startswith(os.path.join(root, ""))  # noqa: PTH118
    return Folders(here, root if inside else here)
