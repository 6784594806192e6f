"""The command line: one command a module. It joins the two ends of the program, files and terminal, and knows nothing between.

    app         the commands, under one name           streams     what goes to a terminal, a pipe or a file
    inputs      drafts, read or complained of          in_force    the facts and rules that a run uses
    options     what several commands take             errors      what ends a command with status 2

Start-up time is a feature: a command imports what it works with when it is called, so that `--help` loads no more than
typer, and `--format json` no rich. What typer reads has annotations that are no strings: it would compile each at every start.
"""

from __future__ import annotations


def main() -> None:
    """The entry point `factcheck`: runs the command line and exits with its status."""
    _collect_seldom()
    from factcheck.cli.app import run

    run()


# More objects than a run over a draft makes. A longer one (watch, lsp, archive) collects as often as it grows by so many.
_SELDOM = 100_000


def _collect_seldom() -> None:
    """Look for cyclic garbage seldom, and not at the end, where the process gives back all that it has anyway.

    Imports and frozen values leave next to none of it, and looking for it takes a tenth of a short run.
    """
    import atexit
    import gc

    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)
