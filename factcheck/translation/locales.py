"""The language that the environment asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.document import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")

# Variables that name the locale of messages, the first that is set wins (POSIX.1-2017, 8.2).
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> Language:
    """The language of messages by the rules of GNU gettext, English where it is none that the program speaks.

    The languages of LANGUAGE are tried in their order before that of the locale; in the locale C or POSIX, which is that of a
    system without any, LANGUAGE does not count (GNU gettext manual, 2.3.2 and 2.3.3). Every Chinese is zh.
    """
    for name in _preferred(environment):
        for language in LANGUAGES:
            if name.partition("_")[0].partition("-")[0].lower() == language:
                return language
    return "en"


def _preferred(environment: Mapping[str, str]) -> Iterator[str]:
    named = next(filter(None, map(environment.get, _LOCALE)), "C")
    locale = named.partition("@")[0].partition(".")[0]
    if locale not in ("C", "POSIX"):
        yield from (name.partition("@")[0].partition(".")[0] for name in environment.get("LANGUAGE", "").split(":"))
    yield locale
