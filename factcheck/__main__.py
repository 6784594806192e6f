"""`factcheck` and `python -m factcheck`: the command line as a process of its own, which mostly lives for a moment."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from factcheck.cli import main

# More objects than a run over a draft makes. A longer one (watch, lsp, archive) collects as often as it grows by so many.
_SELDOM = 250_000


def start() -> NoReturn:
    """The entry point: runs the command line and ends the process with its status.

    Cyclic garbage is looked for seldom: imports and frozen values leave next to none, and looking for it takes a tenth of a
    short run.
    """
    gc.set_threshold(_SELDOM)
    _import_msgspec()
    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            _end(ended.code or 0)
        raise
    _end(0)


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it asks for what `typing` has since Python 3.11: that takes 10 ms."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401, PLC0415
    finally:
        del sys.modules["typing_extensions"]


def _end(status: int) -> NoReturn:
    """End the process at once: what Python would clean up object by object, the system takes back as a whole.

    A profiler or tracer that is at work is let out the usual way.
    """
    if sys.getprofile() is not None or sys.gettrace() is not None:
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # whoever read it is gone; closed; none
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    start()
