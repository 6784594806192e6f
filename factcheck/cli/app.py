"""The commands under one name, and what becomes of their failures."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli import streams
from factcheck.cli.claims import claims
from factcheck.cli.errors import FAILED, INTERRUPTED, CommandError
from factcheck.cli.explain import explain
from factcheck.cli.facts_check import facts_check
from factcheck.cli.facts_extract import facts_extract
from factcheck.cli.rules import rules
from factcheck.cli.verify import verify

_CONTEXT = {"help_option_names": ["-h", "--help"]}


def run() -> None:
    """Run the command line and exit: 0 nothing to report, 1 findings, 2 a failure, 130 interrupted."""
    streams.prepare()
    try:
        application()(prog_name="factcheck")
    except CommandError as error:
        for message in error.messages:
            streams.tell(message)
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # a fault of the program must not pass for findings
        sys.excepthook(type(error), error, error.__traceback__)
        streams.tell("this is a fault of factcheck, not of the draft; please report it")
        sys.exit(FAILED)


def application() -> typer.Typer:
    """The command line as typer has it."""
    app = typer.Typer(
        add_completion=False,
        context_settings=_CONTEXT,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_factcheck)
    app.command()(verify)
    app.command()(claims)
    app.add_typer(_facts())
    app.command()(rules)
    app.command()(explain)
    return app


def _facts() -> typer.Typer:
    app = typer.Typer(
        name="facts",
        help="Draft or check facts files.",
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings=_CONTEXT,
    )
    app.command("extract")(facts_extract)
    app.command("check")(facts_check)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        streams.put(f"factcheck {__version__}\n")
        raise typer.Exit


def _factcheck(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Check the figures, names and quotes of a draft against a facts file, and against each other."""
