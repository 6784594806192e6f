"""A translator says messages in one language. Reporters are given one; none is kept anywhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gettext import NullTranslations

    from factcheck.model.document import Language
    from factcheck.model.message import Listed, Message

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - a string is all that is needed

Fill = Callable[[str, Mapping[str, str]], str]


class Translator:
    """Says messages in its language, by its catalogue and with its typography; with neither, in English."""

    __slots__ = ("_catalogue", "filled", "language")

    def __init__(
        self, language: Language, catalogue: NullTranslations | None = None, filled: Fill = str.format_map
    ) -> None:
        self.language = language
        self.filled = filled
        self._catalogue = catalogue

    def __call__(self, said: Message | Listed) -> str:
        return said.said(self)

    def text(self, text: str) -> str:
        """A sentence that holds no values, such as a paragraph of help."""
        return text if self._catalogue is None or not text else self._catalogue.gettext(text)

    def template(self, message: Message) -> str:
        """The template of a message in the language."""
        if message.plural is None:
            return self.text(message.template)
        if self._catalogue is None:
            return message.template if message.number == 1 else message.plural
        return self._catalogue.ngettext(message.template, message.plural, message.number)


ENGLISH: Final = Translator("en")


@cache
def translator_for(language: Language) -> Translator:
    """The translator of a language. Its catalogue is read once."""
    if language == "en":
        return ENGLISH
    from gettext import GNUTranslations  # noqa: PLC0415 - a run in English needs none

    with open(catalogue_file(language), "rb") as file:  # noqa: PTH123
        return translator_by(language, GNUTranslations(file))


def translator_by(language: Language, catalogue: NullTranslations) -> Translator:
    """The translator of a language other than English with this catalogue."""
    from factcheck.translation.typography import spaced  # noqa: PLC0415

    return Translator(language, catalogue, spaced)


def catalogue_file(language: Language) -> str:
    """Where the compiled catalogue of a language is."""
    return os.path.join(_FOLDER, language, "LC_MESSAGES", "factcheck.mo")  # noqa: PTH118
