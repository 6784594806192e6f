"""A TOML file with the place of every key and value: tomllib, which reads it, keeps none.

The places are looked up only where there is something to say of them, in a file that tomllib has read without fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.config.errors import ConfigError
from factcheck.config.form import KeyPath
from factcheck.model.message import Message, msgid, say
from factcheck.model.problem import Problem, undecodable
from factcheck.patterns import compiled
from factcheck.translation.foreign import reason, recognised


class Place(NamedTuple):
    """Line and column, from 1, the column in code points."""

    line: int
    column: int


class TomlFile:
    """A file that was read: its table, and the faults that a reader reports of it."""

    def __init__(self, path: str, text: str, table: dict[str, Any]) -> None:
        self.path = path
        self.table = table
        self._text = text
        self._places: dict[KeyPath, tuple[Place, Place]] | None = None
        self._problems: list[Problem] = []

    def key(self, path: KeyPath) -> Place:
        """Where a key stands."""
        return self._both(path)[0]

    def value(self, path: KeyPath) -> Place:
        """Where a value stands."""
        return self._both(path)[1]

    def report(self, place: Place, said: Message, advice: Message | None = None) -> None:
        """Gather a fault, to be raised with all others."""
        self._problems.append(Problem(self.path, place.line, place.column, said, advice))

    def raise_faults(self) -> None:
        """Raise ConfigError when a fault was reported."""
        if self._problems:
            raise ConfigError(tuple(sorted(self._problems, key=lambda each: (each.line, each.column))))

    def _both(self, path: KeyPath) -> tuple[Place, Place]:
        if self._places is None:
            self._places = _places(self._text)
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (Place(1, 1), Place(1, 1)))


def read_toml(path: Path, shown: str) -> TomlFile:
    """A TOML file in UTF-8; `shown` names it in messages. Raises ConfigError for one that can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        said = say("the file can't be read: {why}", why=reason(error))
        raise ConfigError((Problem(shown, 0, 0, said),)) from error
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError((undecodable(shown, data, error),)) from error
    import tomllib  # noqa: PLC0415 - only where there is such a file

    try:
        return TomlFile(shown, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError((_syntax_error(shown, text, str(error)),)) from error


_PROBLEM = r"(?P<problem>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"


def _syntax_error(shown: str, text: str, message: str) -> Problem:
    """The parser's complaint at its place, which it gives in words."""
    found = compiled(_PROBLEM).fullmatch(message)
    problem = found["problem"] if found else message
    if found and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    else:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    advice = say("put texts in double quotes") if problem.startswith("Invalid value") else None
    return Problem(
        shown, line, column, say("not valid TOML: {problem}", problem=recognised(problem, _COMPLAINTS)), advice
    )


# What the parser complains of, in its words (tomllib of Python 3.11 to 3.14).
_COMPLAINTS = (
    msgid("Invalid value"),
    msgid("Invalid statement"),
    msgid("Invalid initial character for a key part"),
    msgid("Invalid date or datetime"),
    msgid("Invalid hex value"),
    msgid("Expected '=' after a key in a key/value pair"),
    msgid("Expected ']' at the end of a table declaration"),
    msgid("Expected ']]' at the end of an array declaration"),
    msgid("Expected newline or end of document after a statement"),
    msgid("Expected {character}"),
    msgid("Cannot overwrite a value"),
    msgid("Cannot declare {table} twice"),
    msgid("Cannot mutate immutable namespace {table}"),
    msgid("Cannot redefine namespace {table}"),
    msgid("Duplicate inline table key {key}"),
    msgid("Unclosed array"),
    msgid("Unclosed inline table"),
    msgid("Unterminated string"),
    msgid("Unescaped '\\' in a string"),
    msgid("Escaped character is not a Unicode scalar value"),
    msgid("Illegal character {character}"),
    msgid("Found invalid character {character}"),
)

# Where things stand in a text that is known to be TOML


_SPACE = r"[ \t]*+"
_BLANK = r"(?:[ \t\n]++|#[^\n]*+)*+"
_WORD = r"""(?s)[A-Za-z0-9_-]++|"(?:\\.|[^"\\])*+"|'[^']*+'"""
_TEXT = r'''(?s)"""(?:\\.|[^\\])*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:'{0,2})|"(?:\\.|[^"\\])*+"|'[^']*+\''''
_BARE = r"[^,\]}#\n]*+"
_BETWEEN = rf"{_BLANK},?{_BLANK}"


def _places(text: str) -> dict[KeyPath, tuple[Place, Place]]:
    """The place of each key and of its value."""
    finder = _Finder(text)
    finder.document()
    offsets = [0, *(match.end() for match in compiled("\n").finditer(text))]

    def place(offset: int) -> Place:
        from bisect import bisect_right  # noqa: PLC0415

        line = bisect_right(offsets, offset)
        return Place(line, offset - offsets[line - 1] + 1)

    return {path: (place(key), place(value)) for path, (key, value) in finder.found.items()}


class _Finder:
    """Walks through a document and notes the offsets of keys and values."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lengths: dict[KeyPath, int] = {}  # of arrays of tables
        self.found: dict[KeyPath, tuple[int, int]] = {}

    def document(self) -> None:
        base: KeyPath = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                base = self._header()
            else:
                self._pair(base)
            self._skip(_BLANK)

    def _header(self) -> KeyPath:
        """[a.b] or [[a.b]]: the path of the table that it opens."""
        start, is_array = self._at, self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        path: KeyPath = ()
        for word, at in self._words():
            path = (*path, word)
            self.found.setdefault(path, (at, start))
            if path in self._lengths and not self._text.startswith("]", self._at):
                path = (*path, self._lengths[path] - 1)
        if is_array:
            number = self._lengths.get(path, 0)
            self._lengths[path] = number + 1
            path = (*path, number)
            self.found[path] = (start, start)
        self._at += 2 if is_array else 1
        return path

    def _pair(self, base: KeyPath) -> None:
        path, at = base, self._at
        for word, at in self._words():
            path = (*path, word)
            self.found.setdefault(path, (at, at))
        self._at += 1  # =
        self._skip(_SPACE)
        self.found[path] = (self.found[path][0], self._at)
        self._value(path)

    def _words(self) -> Iterator[tuple[str, int]]:
        """The words of a dotted key, each with its offset; ends before what follows the key."""
        while True:
            self._skip(_SPACE)
            at = self._at
            written = self._skip(_WORD)
            self._skip(_SPACE)
            yield _unquoted(written), at
            if not self._text.startswith(".", self._at):
                return
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        opening = self._text[self._at : self._at + 1]
        if opening == "[":
            self._listed(path)
        elif opening == "{":
            self._inline(path)
        elif opening in ('"', "'"):
            self._skip(_TEXT)
        else:
            self._skip(_BARE)

    def _listed(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        number = 0
        while not self._text.startswith("]", self._at) and self._at < len(self._text):
            self.found[*path, number] = (self._at, self._at)
            self._value((*path, number))
            number += 1
            self._skip(_BETWEEN)
        self._at += 1

    def _inline(self, path: KeyPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        while not self._text.startswith("}", self._at) and self._at < len(self._text):
            self._pair(path)
            self._skip(_BETWEEN)
        self._at += 1

    def _skip(self, source: str) -> str:
        match = compiled(source).match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match[0]


def _unquoted(word: str) -> str:
    if word[:1] not in ('"', "'"):
        return word
    import tomllib  # noqa: PLC0415

    return str(tomllib.loads(f"key = {word}")["key"])
