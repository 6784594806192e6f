"""Regular expressions that an earlier run compiled.

A run compiles some hundred and forty patterns, which takes it longer than all that it does with them on a draft of usual
size. Python keeps what it compiled of itself in .pyc files, but not its patterns. So their code is kept in the cache, and put
where `re.compile` looks before it compiles: no module knows of it, and a pattern that is not kept is compiled as ever.

The code is that of one version of Python's engine, so its number is part of the file's name. Where the engine's
private functions are not what they are in CPython 3.11 to 3.14, nothing is kept.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.cache import cache_folder, write

# More entries than the program has patterns come from versions long gone: then all is kept anew.
MOST = 600

_UNREADABLE = (
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


@contextmanager
def patterns_kept() -> Iterator[None]:
    """Use the patterns of earlier runs, and keep those of this one for later runs."""
    recall_patterns()
    try:
        yield
    finally:
        keep_patterns()


def recall_patterns() -> None:
    """Put the patterns of earlier runs where `re.compile` finds them."""
    try:
        import _sre  # type: ignore[import-not-found]

        file = _file()
        if file is None:
            return
        remembered: dict[Any, Any] = vars(re)["_cache"]
        for pattern, asked, flags, code, groups, names, numbers in marshal.loads(file.read_bytes()):  # noqa: S302
            compiled = _sre.compile(pattern, flags, code, groups, names, numbers)
            remembered[str, pattern, asked] = compiled
    except _UNREADABLE:
        return


def keep_patterns() -> None:
    """Keep the patterns that this run compiled, when there are new ones."""
    try:
        file = _file()
        if file is None:
            return
        used = {key[1:] for key in vars(re)["_cache"] if key[0] is str}
        kept = _kept(file)
        new = sorted(used - kept.keys())
        if new:
            known = [] if len(kept) + len(new) > MOST else list(kept.values())
            write(file, marshal.dumps([*known, *(_compiled(pattern, flags) for pattern, flags in new)]))
    except _UNREADABLE:
        return


def _kept(file: Path) -> dict[tuple[str, int], Any]:
    try:
        return {(entry[0], entry[1]): entry for entry in marshal.loads(file.read_bytes())}  # noqa: S302
    except _UNREADABLE:
        return {}


def _file() -> Path | None:
    import _sre

    folder = cache_folder()
    return None if folder is None else folder / f"patterns-{_sre.MAGIC}.{_sre.CODESIZE}"


def _compiled(pattern: str, flags: int) -> tuple[Any, ...]:
    """A pattern's code with what the engine wants beside it, as `re` itself makes them."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names = dict(parsed.state.groupdict)
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    code = [int(word) for word in _compiler._code(parsed, flags)]  # noqa: SLF001 - plain numbers, not named ones
    return pattern, int(flags), int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(numbers)
