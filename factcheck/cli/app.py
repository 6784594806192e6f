"""The commands under one name, and what becomes of their failures."""

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from factcheck.cli import streams
from factcheck.cli.errors import FAILED, INTERRUPTED, CommandError
from factcheck.cli.options import COMPLETION, settings

# A command is a function of the same name in a module of the same name; a group has its name before theirs.
Tree = Mapping[str, "str | Tree"]

COMMANDS: Tree = {
    "verify": "verify",
    "claims": "claims",
    "facts": {"extract": "facts_extract", "check": "facts_check"},
    "rules": "rules",
    "explain": "explain",
    "config": "config",
    "ignore": "ignore",
    "baseline": {"update": "baseline_update", "prune": "baseline_prune"},
    "init": "init",
    "schema": "schema",
    "watch": "watch",
    "lsp": "lsp",
    "completion": "completion",
}


def run() -> None:
    """Run the command line and exit: 0 nothing to report, 1 findings, 2 a failure, 130 interrupted."""
    streams.prepare()
    if COMPLETION in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
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


class _Paged:
    """Help in the order of a manual page: what the command is for, its parameters by heading, examples."""

    def page(self, ctx: Any) -> tuple[str, Any]:
        """The words of the command behind the program's name, and its page."""
        from factcheck.cli.pages import PAGES

        words = " ".join(ctx.command_path.split()[1:])
        return words, PAGES[words]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        _, page = self.page(ctx)
        for paragraph in (page.summary, *page.paragraphs):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        _, page = self.page(ctx)
        if page.examples:
            with formatter.section("Examples"):
                for command, what in page.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{command}\n")
                    if what:
                        formatter.write(f"{'':{formatter.current_indent + 4}}{what}\n")


class Command(_Paged, TyperCommand):
    """A command whose options are listed below headings."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for heading, records in self._listed(ctx).items():
            with formatter.section(heading):
                formatter.write_dl(records)

    def _listed(self, ctx: Any) -> dict[str, list[tuple[str, str]]]:
        listed: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                heading = "Arguments" if parameter.param_type_name == "argument" else "Options"
                listed.setdefault(getattr(parameter, "rich_help_panel", None) or heading, []).append(record)
        return dict(sorted(listed.items(), key=lambda pair: pair[0] == "Options"))


class Commands(_Paged, TyperGroup):
    """Commands that are imported and built when they are asked for: a run pays for the one that it uses."""

    tree: Tree

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(self.tree)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        found = self.tree.get(cmd_name)
        if found is None:
            return None
        if not isinstance(found, str):
            return _group(cmd_name, found, _nothing)
        function = getattr(import_module(f"factcheck.cli.{found}"), found)
        single = typer.Typer(**settings())
        single.command(cmd_name, cls=Command)(function)
        return typer.main.get_command(single)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        TyperCommand.format_options(self, ctx, formatter)  # type: ignore[arg-type]
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries(ctx)))

    def _summaries(self, ctx: Any) -> Iterator[tuple[str, str]]:
        """Each command with its line, for which none is imported."""
        from factcheck.cli.pages import PAGES

        own, _ = self.page(ctx)
        return ((name, PAGES[f"{own} {name}".strip()].summary) for name in self.tree)


def application() -> Any:
    """The command line as click has it."""
    return _group("factcheck", COMMANDS, _factcheck)


def _group(name: str, tree: Tree, callback: Any) -> Any:
    app = typer.Typer(cls=Commands, no_args_is_help=True, **settings())
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


def _nothing() -> None:
    """A group does nothing itself."""


def _factcheck(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """See factcheck.cli.pages."""
