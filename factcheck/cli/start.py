"""The start of a run and its end: the language it speaks, who reads the command line, what becomes of failures."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from factcheck.cli import streams
from factcheck.cli.errors import FAILED, INTERRUPTED, CommandError
from factcheck.cli.language import spoken
from factcheck.cli.ordinary import ordinary
from factcheck.translation.translator import Translator, translator_for

COMPLETION = "_FACTCHECK_COMPLETE"  # the variable by which a shell's script asks for completions


def run() -> None:
    """Run the command line and exit: 0 nothing to report, 1 findings, 2 a failure, 130 interrupted."""
    streams.prepare()
    words = sys.argv[1:]
    translate = translator_for(spoken(words, os.environ).language)
    try:
        status = _status(words, translate)
    except CommandError as error:
        for message in error.messages:
            streams.tell(translate(message))
        status = FAILED
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Exception as error:  # a fault of the program must not pass for findings
        from factcheck.model.message import say

        sys.excepthook(type(error), error, error.__traceback__)
        streams.tell(translate(say("this is a fault of factcheck, not of the draft; please report it")))
        status = FAILED
    sys.exit(status)


def _status(words: Sequence[str], translate: Translator) -> int:
    """The exit status of a command line, which is read by typer unless it is an ordinary one."""
    given = None if COMPLETION in os.environ else ordinary(words)
    if given is not None:
        from factcheck.cli.verifying import verified

        return verified(translate, **given)
    from factcheck.cli.app import run_by_typer

    return run_by_typer(translate)
