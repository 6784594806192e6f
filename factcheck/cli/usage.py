"""What is said of a command line that can't be read, and what typer says of parameters, in the reader's language."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from factcheck.model.message import Message, Value, listed, msgid, say
from factcheck.translation.foreign import recognised
from factcheck.translation.translator import Translator

# In typer's words, and in click's, on which older versions stand.
_COMPLAINTS = (
    msgid("No such option: {option} (Possible options: {options})"),
    msgid("No such option: {option} Did you mean {options}?"),
    msgid("No such option: {option}"),
    msgid("No such command {command}. Did you mean {commands}?"),
    msgid("No such command {command}."),
    msgid("Missing command."),
    msgid("Missing argument {name}. Choose from: {choices}"),
    msgid("Missing argument {name}."),
    msgid("Missing option {name}. Choose from: {choices}"),
    msgid("Missing option {name}."),
    msgid("Invalid value for {name}: {problem}"),
    msgid("Invalid value: {problem}"),
    msgid("{value} is not one of {choices}."),
    msgid("{value} is not a valid int range."),
    msgid("{value} is not a valid integer range."),
    msgid("{value} is not a valid int."),
    msgid("{value} is not a valid integer."),
    msgid("{value} is not in the range {range}."),
    msgid("{value} does not match the formats {formats}."),
    msgid("{value} does not match the format {formats}."),
    msgid("Option {option} requires an argument."),
    msgid("Option {option} does not take a value."),
    msgid("Got unexpected extra argument(s) ({arguments})"),
    msgid("Got unexpected extra argument ({arguments})"),
    msgid("Got unexpected extra arguments ({arguments})"),
)

_LISTS = ("choices", "commands", "options")

_REMARKS = (msgid("default: {value}"), msgid("required"))


def told(error: Any, translate: Translator) -> str:
    """The lines that a fault of usage is told by: how the command is called, where help is, what is wrong."""
    context = getattr(error, "ctx", None)
    problem = " ".join(error.format_message().split())
    lines = [translate(say("Error: {problem}", problem=_in_words(recognised(problem, _COMPLAINTS), translate)))]
    if context is not None:
        if type(error).__name__ == "NoArgsIsHelpError":  # a group without a command, which is answered by its help
            return f"{context.get_help()}\n"
        hint = say(
            "Try '{command} {option}' for help.", command=context.command_path, option=context.help_option_names[0]
        )
        lines[:0] = [context.get_usage(), translate(hint), ""]
    return "".join(f"{line}\n" for line in lines)


def _in_words(problem: Message, translate: Translator) -> Message:
    """A complaint that calls an argument as its help does, 'PATH' in the reader's language, and lists as the language lists."""

    def of(name: str, value: Value) -> Value:
        if isinstance(value, Message):
            return _in_words(value, translate)
        if not isinstance(value, str):
            return value
        if name == "name":
            return f"'{translate.text(value[1:-1])}'"
        return listed(value.split(", ")) if name in _LISTS else value

    return structs.replace(problem, values=tuple((name, of(name, value)) for name, value in problem.values))


def remarks(text: str, translate: Translator) -> str:
    """What typer adds to a parameter's help in brackets: "  [default: table; required]"."""
    inside = text.strip().removeprefix("[").removesuffix("]")
    if not inside:
        return ""
    parts = listed((recognised(part, _REMARKS) for part in inside.split("; ")), "semicolon")
    return translate(say("  [{remarks}]", remarks=parts))
