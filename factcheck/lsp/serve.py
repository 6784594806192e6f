"""The server on standard input and output, which it keeps for the protocol alone."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from factcheck.lsp.desk import OpenDesk
from factcheck.lsp.server import Server
from factcheck.model.document import Language


def serve(version: str, open_desk: OpenDesk, ui_language: Language | None = None) -> bool:
    """Serve one client until it ends the session or its pipe; whether it said goodbye as the protocol asks (shutdown, exit).

    `ui_language` is what the command line sets.
    """
    stdin, stdout = _streams_taken()
    server = Server(version, open_desk, ui_language)
    server.start_io(stdin, stdout)
    server.stop()
    return server.ended_well


def _streams_taken() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol; what anything else prints goes to standard error, and nothing else reads."""
    taken = os.fdopen(os.dup(sys.stdin.fileno()), "rb"), os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, sys.stdin.fileno())
    os.dup2(sys.stderr.fileno() if sys.stderr is not None else nothing, sys.stdout.fileno())
    os.close(nothing)
    return taken
