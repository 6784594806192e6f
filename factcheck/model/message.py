"""What the program says to a reader: sentences that can be said in another language.

A message keeps its template apart from the values that stand in it. The template, which is English, is the message's id in
the catalogues of other languages (`factcheck.translation`); where nobody translates, it is what is said. Values come from a
draft, a file or the system and stay as they are, unless they are messages or lists themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

from msgspec import Struct


def msgid(template: str) -> str:
    """The template itself: it marks one that does not stand in a call of `say`, so that it is found for the catalogues."""
    return template


class Message(Struct, frozen=True):
    """A sentence, or a part of one. Without values the template is said as it stands, whatever braces it holds.

    Where a number decides on its form, `template` is for one, and `plural` for another `number`.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    number: int = 1

    def __str__(self) -> str:
        return self.said(_ENGLISH)

    def said(self, speech: Speech) -> str:
        """The message in a language."""
        template = speech.template(self)
        if not self.values:
            return template
        return speech.filled(template, {name: _said(value, speech) for name, value in self.values})


class Listed(Struct, frozen=True):
    """Several values that stand in a message as one, joined as the language joins them."""

    items: tuple[Value, ...]
    how: How

    def said(self, speech: Speech) -> str:
        """The list in a language."""
        joiner = speech.template(Message(_JOINERS[self.how]))
        said = {f"item{at}": _said(item, speech) for at, item in enumerate(self.items)}
        return speech.filled(joiner.join(f"{{{name}}}" for name in said), said)


Value = str | Message | Listed
How = Literal["comma", "and", "or", "either", "semicolon"]

_JOINERS: Mapping[How, str] = {
    "comma": msgid(", "),
    "and": msgid(" and "),
    "or": msgid(" or "),
    "either": msgid(", or "),
    "semicolon": msgid("; "),
}


def say(template: str, **values: object) -> Message:
    """A message: `say("{found} here, {expected} in the facts", found="75家", expected="76家")`."""
    return Message(template, tuple((name, _value(value)) for name, value in values.items()))


def counted(one: str, many: str, number: int, **values: object) -> Message:
    """A message whose form depends on a number, its value `number`: `counted("{number} fact", "{number} facts", 3)`."""
    return Message(one, say(one, number=number, **values).values, many, number)


def verbatim(text: str) -> Message:
    """A text that is the same in every language."""
    return Message("{text}", (("text", text),))


def listed(items: Iterable[object], how: How = "comma") -> Listed:
    """Values as one, joined by commas or by a word."""
    return Listed(tuple(map(_value, items)), how)


def _value(value: object) -> Value:
    return value if isinstance(value, Message | Listed) else str(value)


def _said(value: Value, speech: Speech) -> str:
    return value if isinstance(value, str) else value.said(speech)


class Speech(Protocol):
    """A language, as messages need it."""

    def template(self, message: Message) -> str:
        """The template of a message."""

    def filled(self, template: str, values: Mapping[str, str]) -> str:
        """A template with its values."""


class _English:
    """The language in which messages are written."""

    def template(self, message: Message) -> str:
        return message.template if message.plural is None or message.number == 1 else message.plural

    def filled(self, template: str, values: Mapping[str, str]) -> str:
        return template.format_map(values)


_ENGLISH = _English()
