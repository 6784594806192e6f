"""Patterns of paths, as .gitignore has them without its negations.

archive/**      everything below the folder archive beside the configuration
archive         the same for any folder of that name, and a file of that name
*.draft.md      files by their name, in any folder
2026/*.txt      files in this folder, and not below it
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from factcheck.patterns import compiled


def matches(patterns: Iterable[str], path: str) -> bool:
    """Whether a path, relative to where the patterns are kept and with forward slashes, or a folder above it, is meant."""
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


def name_below(folder: Path, path: str) -> str:
    """An absolute path as a file in this folder writes it: relative, with forward slashes."""
    try:
        below = os.path.relpath(path, folder)
    except ValueError:  # another drive
        below = path
    return below.replace(os.sep, "/")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    body = pattern.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in body else r"(?:.*/)?"
    below = "" if body.endswith("**") else r"(?:/.*)?"
    return re.compile(f"{anywhere}{_source(body.removeprefix('/'))}{below}", re.DOTALL)  # noqa: TID251 - of the user's own


def _source(glob: str) -> str:
    """A glob as a regular expression. `**` crosses folders, `*` and `?` don't."""
    parts = compiled(r"(?s)/\*\*/|\*\*/|/\*\*|\*\*|\*|\?|\[!?\]?[^\]]*\]|.").findall(glob)
    return "".join(_SIGNS.get(part) or (_class(part) if len(part) > 2 else re.escape(part)) for part in parts)


_SIGNS = {"/**/": r"/(?:.*/)?", "**/": r"(?:.*/)?", "/**": r"/.*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}


def _class(part: str) -> str:
    inside = part[1:-1].replace("\\", r"\\").replace("^", r"\^").replace("[", r"\[")
    return f"(?!/)[^{inside[1:]}]" if inside.startswith("!") else f"(?!/)[{inside}]"
