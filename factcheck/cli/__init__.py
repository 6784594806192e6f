"""The command line: one command a module. It joins the two ends of the program, files and terminal, and knows nothing between.

    start       a run from its first to its last       ordinary    an ordinary command line, read without typer
    app         the commands, under one name           streams     what goes to a terminal, a pipe or a file
    inputs      drafts, named and read                 flags       what the options set: the project of a run
    options     what several commands take             checking    the drafts of a run, checked in one process or several
    pages       what `--help` says                     errors      what ends a command with status 2
    run         one run over drafts, up to its report  watched     what a report depends on; watching waits for a change
    extras      optional parts, missing or not         desk        what the language server checks by

Start-up time is a feature: a command imports what it works with when it is called, so that `--help` loads no more than
typer, and `--format json` no rich. What typer reads has annotations that are no strings: it would compile each at every start.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line on the arguments of this process. Raises SystemExit with its status."""
    from factcheck.cli.start import run

    run()
