"""`factcheck completion`: the script by which a shell completes commands, options and rules."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli import streams
from factcheck.cli.options import UiLanguage
from factcheck.cli.start import COMPLETION


def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(metavar="bash|zsh|fish|powershell", help="The shell to write it for."),
    ],
    _ui_language: UiLanguage = None,
) -> None:
    """Print the script that completes commands, options and rules in a shell."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    streams.put(get_completion_script(prog_name="factcheck", complete_var=COMPLETION, shell=shell) + "\n")
