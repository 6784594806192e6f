"""The commands under one name, and what becomes of their failures."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli import streams
from factcheck.cli.errors import FAILED, INTERRUPTED, CommandError
from factcheck.cli.options import settings

# Each is a function or a group of the same name in a module of the same name.
_COMMANDS = ("verify", "claims", "facts", "rules", "explain", "lsp")


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


class Commands(TyperGroup):
    """Commands that are imported and built when they are asked for: a run pays for the one that it uses."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands: dict[str, Any] = dict.fromkeys(_COMMANDS)  # their names, from which the nearest is told

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"factcheck.cli.{cmd_name}"), cmd_name)
        if not isinstance(command, typer.Typer):
            single = typer.Typer(**settings())
            single.command(cmd_name)(command)
            command = single
        return typer.main.get_command(command)


def application() -> typer.Typer:
    """The command line as typer has it."""
    app = typer.Typer(cls=Commands, no_args_is_help=True, **settings())
    app.callback()(_factcheck)
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
