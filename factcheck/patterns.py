"""Regular expressions, compiled when they are first asked for, and kept compiled between runs.

A run asks for some hundred patterns, which take it longer to compile than all that it does with them on a draft of usual
size. Python keeps what it compiled of itself in .pyc files, but not its patterns: pickling one keeps its source alone. So
within `patterns_kept` the code of a pattern is taken from the cache, and a new one's code is added to it. Without it, or
where the engine's own functions are not what they are in CPython 3.11 to 3.14, a pattern is compiled as ever.

Code belongs to one version of the engine and one order of bytes: both are part of the file's name, and so is the program's
version.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

from factcheck.cache import cache_folder, remove_old, write
from factcheck.version import __version__

# More patterns than the program has come from states of it that are gone: then all are kept anew.
MOST = 400

# As many files are kept, one for each version of the program and of the engine.
FILES = 4

# A pattern's source and flags; its code, and what the engine wants beside it: flags, code, groups, names, names by number.
_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_STRANGE = (
    OSError,
    EOFError,
    ValueError,
    TypeError,
    AttributeError,
    ImportError,
    RuntimeError,
    OverflowError,
    KeyError,
)


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, as `re.compile` gives it."""
    kept = _kept()
    if kept.open:
        try:
            return kept.pattern(source, int(flags))
        except _STRANGE:
            kept.open = False
    return re.compile(source, flags)


@contextmanager
def patterns_kept() -> Iterator[None]:
    """Use the patterns that earlier runs compiled, and keep those of this one for later runs."""
    kept = _kept()
    kept.recall()
    try:
        yield
    finally:
        kept.keep()


class _Kept(Struct):
    """The code of patterns by source and flags, of earlier runs and (`new`) of this one; in use while it is `open`."""

    codes: dict[_Key, _Code] = {}
    new: dict[_Key, _Code] = {}
    open: bool = False

    def recall(self) -> None:
        file = _file()
        self.open = file is not None
        if file is not None:
            try:
                self.codes = dict(marshal.loads(file.read_bytes()))  # noqa: S302
            except _STRANGE:
                self.codes = {}

    def keep(self) -> None:
        file = _file()
        if file is not None and self.open and self.new:
            known = {} if len(self.codes) + len(self.new) > MOST else self.codes
            write(file, marshal.dumps({**known, **self.new}))
            with suppress(OSError):
                remove_old(file.parent, "patterns-*", FILES)
        self.open = False

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The pattern from its code. Raises one of `_STRANGE` where the engine is another, re.error for a wrong source."""
        import _sre  # type: ignore[import-not-found]  # noqa: PLC0415

        code = self.codes.get((source, flags))
        if code is None:
            code = self.new[source, flags] = _compile(source, flags)
        whole_flags, words, groups, names, numbers = code
        made: re.Pattern[str] = _sre.compile(source, whole_flags, _integers(words), groups, names, numbers)
        return made


@cache
def _kept() -> _Kept:
    return _Kept()


def _compile(source: str, flags: int) -> _Code:
    """A pattern's code with what the engine wants beside it, as `re` itself makes them."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    parsed = _parser.parse(source, flags)
    names = dict(parsed.state.groupdict)
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    words = [int(word) for word in _compiler._code(parsed, flags)]  # noqa: SLF001 - plain numbers, not named ones
    return int(flags | parsed.state.flags), _bytes(words), parsed.state.groups - 1, names, tuple(numbers)


def _bytes(words: list[int]) -> bytes:
    return b"".join(word.to_bytes(4, sys.byteorder) for word in words)


def _integers(words: bytes) -> list[int]:
    return memoryview(words).cast("I").tolist()


def _file() -> Path | None:
    """Where the code is kept; None where nothing is to be kept."""
    import _sre  # noqa: PLC0415

    folder = cache_folder()
    if folder is None or _sre.CODESIZE != 4:
        return None
    return folder / f"patterns-{__version__}-{_sre.MAGIC}-{sys.byteorder}"
