"""`factcheck config`: what is in force for a draft, and from where."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from factcheck.cli import options as o
from factcheck.cli import streams
from factcheck.cli.errors import FAILED
from factcheck.cli.flags import faults_told, project_of
from factcheck.cli.language import KEY, Spoken, spoken
from factcheck.config.project import STANDARD_INPUT
from factcheck.model.message import Message, say, verbatim
from factcheck.translation.translator import Translator

if TYPE_CHECKING:
    from factcheck.config.project import Project
    from factcheck.config.settings import Settings, Source


def config(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Drafts. Default: this folder.", show_default=False)
    ] = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="How to show it.")] = "text",  # noqa: A002
    configuration: o.Configuration = None,
    no_configuration: o.NoConfiguration = False,
    _ui_language: o.UiLanguage = None,
) -> None:
    """Show what is in force for a draft, and from where."""
    from factcheck.cli.inputs import named_drafts

    translate: Translator = context.obj
    project = project_of({}, configuration, no_configuration)
    with faults_told():
        named = named_drafts(paths, project) if paths else None
        names = {draft.name: draft.name for draft in named.drafts} if named else {".": str(Path.cwd() / "-")}
        speech = _speech(project, spoken(sys.argv[1:], os.environ))
        shown = {name: [*_shown(project, path), speech] for name, path in names.items()}
    complaints = named.complaints if named else ()
    for complaint in complaints:
        streams.tell(translate(complaint))
    streams.put(_json(shown) if format == "json" else _text(shown, translate))
    raise typer.Exit(FAILED if complaints else 0)


Shown = tuple[str, Any, "Message"]

_NEAREST, _NONE = say("nearest upwards"), say("none here or above")


def _shown(project: Project, name: str) -> Iterator[Shown]:
    """Each setting for a draft: its key, its value as JSON has it, and where it is from."""
    settings = project.settings(name)
    found = settings.config
    yield "configuration", None if found is None else found.path, _NEAREST if found else _NONE
    for key, value in settings.values.items():
        if key == KEY:
            continue  # it holds for a whole run
        if key == "facts" and value is None:
            known = project.facts(settings, name)
            paths = [] if known is None else list(known.base.paths)
            yield key, paths, _NEAREST if paths else _NONE
        elif key in ("facts", "baseline", "ignore-file") and value is not None:
            yield key, [path.as_posix() for path in settings.paths(key)], _source(settings, settings.sources[key])
        elif key == "ignore-file":
            nearest = project.ignore_file(settings, name)
            yield key, nearest.shown if nearest else None, _NEAREST if nearest else _NONE
        elif key == "ignore":
            yield from (((f"{key} {rule}", True, _source(settings, at)) for rule, at in settings.ignored.items()))
        elif key == "rules":
            yield from (
                (f"rules.{rule}", _setting(value[rule]), _source(settings, at))
                for rule, at in settings.set_rules.items()
            )
        else:
            yield key, list(value) if isinstance(value, tuple) else value, _source(settings, settings.sources[key])
    if found is not None and found.whole.get("exclude"):
        yield "exclude", list(found.whole["exclude"]), _source(settings, (*found.parts[0].at, "exclude"))


def _speech(project: Project, speech: Spoken) -> Shown:
    """The language of the program, with what asks for it in the working directory."""
    settings = project.settings(str(Path.cwd() / STANDARD_INPUT))
    configured = _source(settings, settings.sources[KEY])
    sources = {"flag": say("flag"), "configuration": configured, "locale": say("locale")}
    return KEY, speech.language, sources[speech.source]


def _setting(setting: Any) -> Any:
    options = {name.replace("_", "-"): value for name, value in setting.options.items()}
    return {"severity": setting.severity, **options} if setting.severity else options


def _source(settings: Settings, source: Source) -> Message:
    """A place in the configuration, or the word that says that there is none."""
    if source == "flag":
        return say("flag")
    if isinstance(source, str) or settings.config is None:
        return say("default")
    line, column = settings.config.file.key(source)
    return verbatim(f"{settings.config.path}:{line}:{column}")


def _text(shown: dict[str, list[Shown]], translate: Translator) -> str:
    from factcheck.reporting.plain import plain

    lines = []
    for name, settings in shown.items():
        cells = [(plain(key), plain(_value(value)), plain(translate(source))) for key, value, source in settings]
        widths = [max(len(key) for key, _, _ in cells), min(_WIDEST, max(_cells(value) for _, value, _ in cells))]
        lines.append(plain(name))
        lines += (
            f"  {key:<{widths[0]}}  {value}{' ' * (widths[1] - _cells(value))}  {source}"
            for key, value, source in cells
        )
        lines.append("")
    return "\n".join(lines)


_WIDEST = 40


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _value(value: Any) -> str:
    """A value in TOML's notation, without the quotes and brackets that only a parser needs."""
    if value is None or value == []:
        return "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} = {json.dumps(part, ensure_ascii=False)}" for key, part in value.items())
    return value if isinstance(value, str) else json.dumps(value)


def _json(shown: dict[str, list[Shown]]) -> str:
    from factcheck.reporting.json import json_lines

    drafts = [
        {
            "path": name,
            "settings": [{"key": key, "value": value, "source": str(source)} for key, value, source in settings],
        }
        for name, settings in shown.items()
    ]
    return json_lines({"schema_version": 1, "drafts": drafts})
