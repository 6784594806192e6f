"""`factcheck lsp`: the language server."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from factcheck.cli import options as o
from factcheck.cli.errors import FOUND
from factcheck.cli.extras import extra
from factcheck.cli.language import spoken


def lsp(
    _stdio: Annotated[
        bool, typer.Option("--stdio", hidden=True)
    ] = False,  # what many editors add; there is no other way
    _ui_language: o.UiLanguage = None,
) -> None:
    """Serve an editor: findings while you write, the fact behind a figure, suggestions, completion.

    Editors start this by themselves, speak to it on standard input and output, and end it. It needs the extra factcheck[lsp].
    """
    with extra("lsp", "pygls", "lsprotocol", "attrs", "attr", "cattrs"):
        from factcheck.lsp.serve import serve
    from signal import SIG_DFL, SIGINT, signal

    from factcheck import __version__
    from factcheck.cli.desk import open_desk

    signal(SIGINT, SIG_DFL)  # a reader that waits for the client would outlive an interruption
    asked = spoken(sys.argv[1:], os.environ)
    ended_well = serve(__version__, open_desk, asked.language if asked.source == "flag" else None)
    raise typer.Exit(0 if ended_well else FOUND)
