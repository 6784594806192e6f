"""YAML as a tree of texts that know their places.

PyYAML's own loader drops line numbers, accepts a key twice, and turns 12:30 into 750 and `no` into False. This one composes
its tree from PyYAML's events, in C where that is built, and leaves every scalar the text that was written. The parts
of YAML that hide what a file says (anchors, aliases, tags, several documents in one file) are refused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from factcheck.model.message import Message, say
from factcheck.patterns import compiled
from factcheck.translation.foreign import recognised

if TYPE_CHECKING:
    import re

MAX_DEPTH = 12  # a facts file needs 4


class Scalar(NamedTuple):
    """A text as YAML understands it; `plain` when it stands without quotes. Line and column count from 1."""

    line: int
    column: int
    text: str
    plain: bool


class Sequence(NamedTuple):
    """A list of nodes."""

    line: int
    column: int
    items: tuple[Node, ...]


class Mapping(NamedTuple):
    """Keys with their nodes, in the file's order; a key may stand twice."""

    line: int
    column: int
    pairs: tuple[tuple[Scalar, Node], ...]


Node: TypeAlias = Scalar | Sequence | Mapping


class YamlError(Exception):
    """Text that is not YAML, or YAML of a kind that is refused: the place, what is wrong, what to write instead."""

    def __init__(self, line: int, column: int, said: Message, advice: Message | None = None) -> None:
        self.line, self.column, self.said, self.advice = line, column, said, advice
        super().__init__(f"{line}:{column}: {said}")


def compose(text: str, *, pure: bool = False) -> Node | None:
    """The tree of one YAML document, None when the text holds nothing but white space and comments.

    `pure` asks for the parser in Python, which is used in any case where the one in C is not built. Raises YamlError.
    """
    import yaml  # noqa: PLC0415

    _refuse_control_characters(text)
    loader = yaml.BaseLoader(text) if pure or not yaml.__with_libyaml__ else yaml.CBaseLoader(text)
    try:
        return _Composer(loader.get_event).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error) from error
    finally:
        loader.dispose()


class _Composer:
    """Builds nodes from the parser's events, which come one by one."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        from yaml import events  # noqa: PLC0415

        self._next = next_event
        self._scalar, self._alias = events.ScalarEvent, events.AliasEvent
        self._map, self._map_end = events.MappingStartEvent, events.MappingEndEvent
        self._list_end, self._end = events.SequenceEndEvent, events.StreamEndEvent
        self._depth = 0

    def document(self) -> Node | None:
        self._next()  # the stream's start
        if isinstance(self._next(), self._end):
            return None
        root = self._node(self._next())
        self._next()  # the document's end
        end = self._next()
        if not isinstance(end, self._end):
            said = say("a second document begins here")
            raise _at(end.start_mark, said, say("keep one document to a file: remove the line “---”"))
        return root

    def _node(self, event: Any) -> Node:
        kind, mark = type(event), event.start_mark
        if kind is self._alias or event.anchor or event.tag:
            raise _refusal(event, is_alias=kind is self._alias)
        if kind is self._scalar:
            text = event.value
            return Scalar(mark.line + 1, mark.column + 1, _unfolded(event) if " " in text else text, not event.style)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _too_deep(mark)
        node = self._mapping(mark) if kind is self._map else self._sequence(mark)
        self._depth -= 1
        return node

    def _sequence(self, mark: Any) -> Sequence:
        items = []
        while type(event := self._next()) is not self._list_end:
            items.append(self._node(event))
        return Sequence(mark.line + 1, mark.column + 1, tuple(items))

    def _mapping(self, mark: Any) -> Mapping:
        pairs = []
        while type(event := self._next()) is not self._map_end:
            key = self._node(event)
            if not isinstance(key, Scalar):
                raise YamlError(key.line, key.column, say("a key must be one word"))
            pairs.append((key, self._node(self._next())))
        return Mapping(mark.line + 1, mark.column + 1, tuple(pairs))


def _refusal(event: Any, *, is_alias: bool) -> YamlError:
    """What is said of the parts of YAML that hide what a file says."""
    if is_alias:
        said, instead = (
            say("“*” refers to another place of the file"),
            say("write the text itself, or quote it: “'*…'”"),
        )
    elif event.anchor:
        said, instead = say("“&” gives this place a name"), say("leave the name out, or quote the text: “'&…'”")
    else:
        said, instead = say("“!” sets a type"), say("leave the type out, or quote the text: “'!…'”")
    return _at(event.start_mark, said, instead)


def _too_deep(mark: Any) -> YamlError:
    return _at(mark, say("lists and keys are nested more than {depth} deep here", depth=MAX_DEPTH))


def _at(mark: Any, said: Message, advice: Message | None = None) -> YamlError:
    return YamlError(mark.line + 1, mark.column + 1, said, advice)


def _unfolded(event: Any) -> str:
    """A text with spaces. YAML joins wrapped lines with one, which Chinese does not have between characters."""
    text: str = event.value
    if event.style != "|" and event.end_mark.line > event.start_mark.line:
        return _chinese_space().sub("", text)
    return text


@cache
def _chinese_space() -> re.Pattern[str]:
    chinese = r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]"
    return compiled(rf"(?<={chinese}) (?={chinese})")


def _refuse_control_characters(text: str) -> None:
    found = _unprintable().search(text)
    if found is None:
        return
    before = text[: found.start()]
    line = before.count("\n") + 1
    column = found.start() - (before.rfind("\n") + 1) + 1
    code = f"U+{ord(found[0]):04X}"
    said = say("the control character {code} stands here, which YAML does not allow", code=code)
    raise YamlError(line, column, said, say("remove it"))


@cache
def _unprintable() -> re.Pattern[str]:
    """What YAML 1.1 calls not printable (section 5.1)."""
    return compiled("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _syntax_error(text: str, error: Any) -> YamlError:
    """The parser's complaint, with what a writer most likely meant."""
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem)
    if "nesting depth" in problem:  # newer parsers have a limit of their own, and meet it while they read ahead
        return _too_deep(mark)
    from factcheck.facts.yaml_complaints import COMPLAINTS  # noqa: PLC0415 - where there is one

    said = say("not valid YAML: {problem}", problem=recognised(problem, COMPLAINTS))
    return _at(mark, said, _advice(problem, _character(text, mark), error.context_mark))


def _character(text: str, mark: Any) -> str:
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _advice(problem: str, character: str, opened: Any) -> Message | None:
    if "mapping values are not allowed" in problem:
        return say("put a text that holds “: ” in quotes, and begin the keys of one entry in one column")
    if "cannot start any token" in problem:
        if character == "\t":
            return say("indent with spaces, not with tabs")
        return say("put a text that begins with “{character}” in quotes", character=character)
    if "escape" in problem:
        return say("write a backslash twice, or put the text in single quotes")
    if "node content" in problem:
        return say("a value is missing here, or a bracket before it is not closed")
    return None if opened is None else _advice_on_block(problem, opened)


def _advice_on_block(problem: str, opened: Any) -> Message:
    """What to do about a quote, bracket or block that began at `opened` and was not ended well."""
    place = {"line": opened.line + 1, "column": opened.column + 1}
    if "end of stream" in problem:
        return say("close the quote that opens at line {line}, column {column}", **place)
    if "',' or" in problem:
        return say("close the bracket that opens at line {line}, column {column}", **place)
    return say("begin the keys of the block at line {line}, column {column}, in one column", **place)
