"""What the system and libraries say in English of their own, made messages of, so that it can be translated.

What nothing here knows is said word for word: a newer library has other words, and these are better than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from factcheck.model.message import Message, msgid, say, verbatim

# What operating systems say of files (strerror), in small letters.
_SYSTEM = frozenset(
    {
        msgid("no such file or directory"),
        msgid("permission denied"),
        msgid("operation not permitted"),
        msgid("is a directory"),
        msgid("not a directory"),
        msgid("file exists"),
        msgid("file name too long"),
        msgid("no space left on device"),
        msgid("disk quota exceeded"),
        msgid("read-only file system"),
        msgid("input/output error"),
        msgid("invalid argument"),
        msgid("too many open files"),
        msgid("too many levels of symbolic links"),
        msgid("device or resource busy"),
    }
)


def reason(error: OSError) -> Message:
    """What went wrong with a file, in the system's words."""
    said = (error.strerror or str(error)).lower()
    return say(said) if said in _SYSTEM else verbatim(said)


def recognised(text: str, templates: Iterable[str]) -> Message:
    """A sentence as the message of the first template that it fits; what it has in a place {problem} is looked up as well."""
    known = tuple(templates)
    for template in known:
        values = _values(text, template)
        if values is not None:
            return say(
                template,
                **{name: recognised(value, known) if name == "problem" else value for name, value in values.items()},
            )
    return verbatim(text)


def _values(text: str, template: str) -> dict[str, str] | None:
    """What stands in the places of a template; None where the text is another."""
    pieces = re.split(r"\{(\w+)\}", template)  # noqa: TID251 - where something is wrong already
    if len(pieces) == 1:
        return {} if text == template else None
    literal = (re.escape(piece.replace("{{", "{").replace("}}", "}")) for piece in pieces[::2])
    places = (f"(?P<{name}>.+?)" for name in pieces[1::2])
    source = "".join(piece for pair in zip_longest(literal, places, fillvalue="") for piece in pair)
    match = re.fullmatch(source, text, re.DOTALL)  # noqa: TID251
    return match.groupdict() if match else None
