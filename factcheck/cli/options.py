"""The options and settings that several commands share, and the headings below which `--help` lists them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from factcheck.translation.translator import Translator


def complete_rules(incomplete: str) -> list[str]:
    """The rules that begin so; behind a comma, the next one."""
    from factcheck.rules import rule_ids

    before, comma, word = incomplete.rpartition(",")
    return [f"{before}{comma}{rule}" for rule in rule_ids() if rule.startswith(word)]


FACTS = "Facts and rules"
INPUT = "Drafts"
CONFIGURATION = "Configuration"
STATUS = "What is reported, and the exit status"
OUTPUT = "Output"

Drafts = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders, globs, or - for standard input. Default: the paths of the configuration, else this folder.",
        show_default=False,
    ),
]
Facts = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A facts file or a folder of them; repeatable. Default: the configuration's, else the nearest facts/ upwards.",
        rich_help_panel=FACTS,
        show_default=False,
    ),
]
NoFacts = Annotated[
    bool, typer.Option("--no-facts", help="Check the drafts alone, without facts.", rich_help_panel=FACTS)
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Check by this rule alone; repeatable, or with commas between.",
        rich_help_panel=FACTS,
        autocompletion=complete_rules,
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Leave this rule out; repeatable, or with commas between.",
        rich_help_panel=FACTS,
        autocompletion=complete_rules,
        show_default=False,
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="A figure that no fact vouches for is an error.", rich_help_panel=FACTS),
]
Language = Annotated[
    Literal["auto", "zh", "en"] | None,
    typer.Option(
        help="The language of the text. Default: the configuration's, else auto.",
        rich_help_panel=INPUT,
        show_default=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="The encoding of the text. Default: told apart.", rich_help_panel=INPUT, show_default=False
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What to call standard input.", rich_help_panel=INPUT, show_default=False),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude",
        help="Leave out what the configuration excludes even where it is named outright, as a pre-commit hook names files.",
        rich_help_panel=INPUT,
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        min=0,
        metavar="N",
        help="Check so many drafts at a time; 0 for one a processor. The report is the same.",
        rich_help_panel=INPUT,
    ),
]
Configuration = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration for every draft. Default: the nearest factcheck.toml or pyproject.toml upwards from each.",
        rich_help_panel=CONFIGURATION,
        show_default=False,
    ),
]
NoConfiguration = Annotated[
    bool, typer.Option("--no-config", help="Use no configuration.", rich_help_panel=CONFIGURATION)
]
MinSeverity = Annotated[
    Literal["error", "warning", "info"] | None,
    typer.Option(
        help="The least severity that is reported. Default: the configuration's, else info.",
        rich_help_panel=STATUS,
        show_default=False,
    ),
]
FailOn = Annotated[
    Literal["error", "warning", "info", "never"] | None,
    typer.Option(
        help="The least severity that makes the exit status 1, reported or not. Default: the configuration's, else error.",
        rich_help_panel=STATUS,
        show_default=False,
    ),
]
ExitZero = Annotated[
    bool,
    typer.Option("--exit-zero", help="End with 0 whatever was found; a failure is still 2.", rich_help_panel=STATUS),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Pass over the findings that this file holds; `factcheck baseline update` writes it.",
        rich_help_panel=STATUS,
        show_default=False,
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Pass over nothing for a baseline.", rich_help_panel=STATUS)
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Write the mends that are certain to the drafts, and report what is left. The text of standard input goes to"
        " standard output, and the report to standard error.",
        rich_help_panel=OUTPUT,
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Print what --fix would write as a diff, and write nothing.", rich_help_panel=OUTPUT),
]
Annotate = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write a copy of a Word draft (.docx) with a comment at each finding; of several drafts, into this folder.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]
Every = Annotated[
    bool,
    typer.Option("--all", help="In the table, list the claims that agree and the notes, too.", rich_help_panel=OUTPUT),
]
Statistics = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help="Count findings by rule, and tell which drafts and facts never met, on standard error.",
        rich_help_panel=OUTPUT,
    ),
]
FactsFile = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="FILE", help="The facts file to write. Default: standard output.", show_default=False
    ),
]
TABLES = "Tables"

Mapped = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="COLUMN=KEY",
        help="The key of the facts file that a column is, or - to leave it out; repeatable. Default: its name.",
        rich_help_panel=TABLES,
        show_default=False,
    ),
]
IdPrefix = Annotated[
    str | None,
    typer.Option(
        "--id-prefix",
        metavar="TEXT",
        help="What ids begin with. Where no column is the id, the number of the row follows.",
        rich_help_panel=TABLES,
        show_default=False,
    ),
]
TableName = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="NAME",
        help="The table of a database, or the sheet of a workbook. Default: its only one.",
        rich_help_panel=TABLES,
        show_default=False,
    ),
]
TableEncoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="The encoding of a CSV file. Default: UTF-8, or UTF-16 by its mark.",
        rich_help_panel=TABLES,
        show_default=False,
    ),
]
UiLanguage = Annotated[
    Literal["auto", "zh", "en"] | None,
    typer.Option(
        "--ui-language",
        help="The language in which factcheck speaks. Default: the configuration's, else that of the locale.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write the report to a file instead of standard output.",
        rich_help_panel=OUTPUT,
        show_default=False,
    ),
]
Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option(help="When to colour the report.", rich_help_panel=OUTPUT),
]


def settings(translate: Translator) -> dict[str, Any]:
    """How typer makes every command: in plain text, without a traceback of its own or options for completion.

    Commands find the translator in their context.
    """
    return {
        "add_completion": False,
        "context_settings": {"help_option_names": ["-h", "--help"], "obj": translate},
        "pretty_exceptions_enable": False,
        "rich_markup_mode": None,
    }
