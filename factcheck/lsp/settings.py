"""What a client may set, under the names of `verify`'s options; unset, it is as on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from factcheck.model.message import Message, msgid, say
from factcheck.model.problem import nearest
from factcheck.translation.foreign import recognised

DELAY = 250  # milliseconds of quiet after a keystroke; a check of a usual draft takes a tenth of it


# Keys below a server's name that clients keep for themselves (Visual Studio Code's: what it logs, whether it starts the server).
_CLIENTS_OWN = ("trace", "enable")


# What msgspec says of a value of another kind.
_COMPLAINTS = (
    msgid("Expected `{kind}`, got `{given}` - at `{place}`"),
    msgid("Invalid enum value {given} - at `{place}`"),
)


class SettingsError(Exception):
    """Settings that can't be used; `messages` say for a reader what is wrong."""

    def __init__(self, *messages: Message) -> None:
        self.messages = messages
        super().__init__("\n".join(map(str, messages)))


class Settings(Struct, frozen=True, rename="camel"):
    """`delay` is in milliseconds; paths are relative to the workspace."""

    facts: tuple[str, ...] = ()
    no_facts: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    language: Literal["auto", "zh", "en"] = "auto"
    ui_language: Literal["auto", "zh", "en"] = "auto"
    delay: int = DELAY


def settings_of(given: object) -> Settings:
    """The settings that a client sends, as they stand or under the key `factcheck` or `settings`; nothing sent sets nothing.

    Raises SettingsError with every unknown key, or for a value of another kind.
    """
    if given is None:
        return Settings()
    if not isinstance(given, Mapping):
        raise SettingsError(
            say("the settings of factcheck are an object with keys, not {kind}", kind=type(given).__name__)
        )
    for key in ("factcheck", "settings"):
        if isinstance(given.get(key), Mapping):
            return settings_of(given[key])
    _known_keys(given)
    try:
        return convert({key: value for key, value in given.items() if value is not None}, Settings)
    except ValidationError as error:
        raise SettingsError(say("settings of factcheck: {why}", why=recognised(str(error), _COMPLAINTS))) from error


def _known_keys(given: Mapping[Any, Any]) -> None:
    known = [field.encode_name for field in fields(Settings)]
    strange = [str(key) for key in given if key not in known and key not in _CLIENTS_OWN]
    if strange:
        raise SettingsError(*(_unknown(key, nearest(key, known)) for key in strange))


def _unknown(key: str, near: str | None) -> Message:
    if near is None:
        return say("factcheck has no setting “{key}”", key=key)
    return say("factcheck has no setting “{key}”; did you mean “{near}”?", key=key, near=near)
