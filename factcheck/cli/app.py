"""The commands under one name."""

import os
from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED, INTERRUPTED
from factcheck.cli.help import Command, Group
from factcheck.cli.start import COMPLETION
from factcheck.translation.translator import ENGLISH, Translator

# A command is a function of the same name in a module of the same name; a group has its name before theirs.
Tree = Mapping[str, "str | Tree"]

COMMANDS: Tree = {
    "verify": "verify",
    "claims": "claims",
    "compare": "compare",
    "facts": {"extract": "facts_extract", "check": "facts_check", "import": "facts_import", "compile": "facts_compile"},
    "rules": "rules",
    "explain": "explain",
    "config": "config",
    "ignore": "ignore",
    "baseline": {"update": "baseline_update", "prune": "baseline_prune"},
    "init": "init",
    "schema": "schema",
    "watch": "watch",
    "archive": {"run": "archive_run", "report": "archive_report"},
    "lsp": "lsp",
    "completion": "completion",
}

# What typer raises for a command line that can't be read.
_UsageError: type[Exception] = typer.BadParameter.__mro__[2]


def run_by_typer(translate: Translator) -> int:
    """Run the command line as typer reads it; the exit status. Raises CommandError."""
    if COMPLETION in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    try:
        return application(translate)(prog_name="factcheck", standalone_mode=False) or 0
    except _UsageError as error:
        from factcheck.cli.usage import told

        streams.tell_all(told(error, translate))
        return FAILED
    except typer.Abort:
        return INTERRUPTED


class Commands(Group):
    """Commands that are imported and built when they are asked for: a run pays for the one that it uses."""

    tree: Tree

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(self.tree)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        found = self.tree.get(cmd_name)
        if found is None:
            return None
        if not isinstance(found, str):
            return _group(cmd_name, found, _nothing, self.translate)
        function = getattr(import_module(f"factcheck.cli.{found}"), found)
        single = typer.Typer(**o.settings(self.translate))
        single.command(cmd_name, cls=Command)(function)
        return typer.main.get_command(single)


def application(translate: Translator = ENGLISH) -> Any:
    """The command line as click has it."""
    return _group("factcheck", COMMANDS, _factcheck, translate)


def _group(name: str, tree: Tree, callback: Any, translate: Translator) -> Any:
    app = typer.Typer(cls=Commands, no_args_is_help=True, **o.settings(translate))
    app.callback()(callback)
    group: Any = typer.main.get_command(app)
    group.name, group.tree = name, tree
    group.commands = dict.fromkeys(tree)  # their names, from which the nearest is told
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        streams.put(f"factcheck {__version__}\n")
        raise typer.Exit


def _nothing(_ui_language: o.UiLanguage = None) -> None:
    """A group does nothing itself."""


def _factcheck(
    _ui_language: o.UiLanguage = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """See factcheck.cli.pages."""
