"""Where text goes: a terminal, a pipe or a file, with the encoding, colours and width that it can show."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TextIO

from factcheck.cli.errors import CommandError

_NARROWEST = 40
_DEFAULT_WIDTH = 80


def prepare() -> None:
    """Make standard output and error able to take any text: nothing that a draft holds may crash a report.

    A terminal keeps its encoding, and what it can't show is escaped. A pipe or file gets UTF-8, whatever the locale.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:  # closed, or a stand-in
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Write a result to standard output, at once. Whoever stops reading it (`| head`) ends it quietly."""
    if sys.stdout is None:
        from factcheck.model.message import say

        raise CommandError([say("standard output is closed; name a file with --output")])
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        from factcheck.model.message import say
        from factcheck.translation.foreign import reason

        raise CommandError([say("standard output: can't be written ({why})", why=reason(error))]) from error


def clear() -> None:
    """Clear the terminal that standard output is, so that what comes stands at its top; in a pipe or file do nothing."""
    if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        put("\x1b[2J\x1b[H")


class Reader:
    """Whoever reads standard output, as it was when this was made."""

    def __init__(self) -> None:
        self._place = _place()

    def is_there(self) -> bool:
        """False when the other end of a pipe or terminal is closed, whether or not anything was written since."""
        if self._place is None or _place() != self._place:  # `put` has found it closed
            return self._place is None
        import select

        if not hasattr(select, "poll"):  # Windows: it is found out by writing
            return True
        poll = select.poll()
        poll.register(sys.stdout.fileno(), 0)
        return not any(event & (select.POLLERR | select.POLLHUP) for _, event in poll.poll(0))


def put_draft(text: str) -> None:
    """Write a draft's own text to standard output: to the character for a pipe or file, made safe for a terminal."""
    from factcheck.reporting.plain import plain

    if sys.stdout is not None and sys.stdout.isatty():
        text = "\n".join(plain(line.replace("\t", "    ").rstrip("\r")) for line in text.split("\n"))
    put(text)


def tell(text: str) -> None:
    """Write a line for the user to standard error."""
    from factcheck.reporting.plain import plain

    tell_all(f"{plain(text)}\n")


def tell_all(text: str) -> None:
    """Write lines for the user to standard error."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            _discard(sys.stderr)


def save(text: str, output: Path | None) -> None:
    """Write a result to a file, whole or not at all; to standard output where there is no file, or its name is `-`."""
    if output is None or str(output) == "-":
        put(text)
        return
    try:
        write(output, text.replace("\n", os.linesep).encode("utf-8", "backslashreplace"))
    except OSError as error:
        from factcheck.model.message import say
        from factcheck.translation.foreign import reason

        raise CommandError([say("{file}: can't be written ({why})", file=output, why=reason(error))]) from error


def coloured(wanted: str, output: Path | None) -> bool:
    """Whether to colour: `wanted` (auto, always, never) wins, then NO_COLOR, FORCE_COLOR, and whether a terminal is there."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return to_terminal and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The cells of a line: those of the terminal, or of COLUMNS, else 80."""
    from shutil import get_terminal_size

    return max(_NARROWEST, get_terminal_size((_DEFAULT_WIDTH, 24)).columns)


def overwrite(path: str, data: bytes) -> None:
    """Write bytes to a file that is there, whole or not at all. Raises OSError, also where its owner has made it read-only."""
    target = Path(os.path.realpath(path))
    if not os.access(target, os.W_OK):  # a folder that can be written would let it be replaced all the same
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    _replace(target, data)


def write(path: Path, data: bytes) -> None:
    """Write bytes to a file, new or there, whole or not at all. Raises OSError."""
    _replace(Path(os.path.realpath(path)), data)


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():  # a device or a pipe: nothing to replace
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _discard(stream: TextIO) -> None:
    """Let what is still to come go nowhere, so that closing the stream at exit complains of nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _place() -> tuple[int, int] | None:
    """Which file standard output is; None where it is none."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
