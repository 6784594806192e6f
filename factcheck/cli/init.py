"""`factcheck init`: a folder set up, so that the first run works and shows what a run looks like."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli import streams
from factcheck.cli.errors import CommandError
from factcheck.cli.options import UiLanguage
from factcheck.model.message import Message, say
from factcheck.translation.foreign import reason
from factcheck.translation.translator import Translator, translator_for

_WORKFLOWS = {"github": ".github/workflows/factcheck.yml", "gitlab": ".gitlab-ci.yml"}


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="What to set up; it is made if need be.")] = Path(),
    language: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(help="The language of the examples. Default: that in which factcheck speaks.", show_default=False),
    ] = None,
    pre_commit: Annotated[
        bool, typer.Option("--pre-commit", help="Write .pre-commit-config.yaml with the hooks, too.")
    ] = False,
    ci: Annotated[
        Literal["github", "gitlab"] | None,
        typer.Option("--ci", help="Write a workflow for this service, too.", show_default=False),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="REQUIREMENT",
            help="What pip installs factcheck from in the workflow. Default: where this factcheck was installed from.",
            show_default=False,
        ),
    ] = None,
    _ui_language: UiLanguage = None,
) -> None:
    """Set up a folder: a configuration, a facts file and an example draft."""
    translate: Translator = context.obj
    spoken = language or translate.language
    wanted = [(name, f"{spoken}/{name}") for name in ("factcheck.toml", "facts/example.yaml", "drafts/example.md")]
    if pre_commit:
        wanted.append((".pre-commit-config.yaml", "pre-commit.yaml"))
    if ci:
        wanted.append((_WORKFLOWS[ci], f"{ci}.yml"))
    place = (source or _installed_from()) if ci else None
    if ci and not place:
        example = "git+https://example.org/factcheck.git"
        raise CommandError(
            [say("--ci needs --source: what pip installs factcheck from, such as {example}", example=example)]
        )
    needless = {name: kept for name, _ in wanted if (kept := _needless(folder, name)) is not None}
    for kept in needless.values():
        streams.put(f"{translate(kept)}\n")
    written = {
        name: _write(folder / name, _filled(template, place, translator_for(spoken)))
        for name, template in wanted
        if name not in needless
    }
    for name, made in written.items():
        said = say("wrote {file}", file=folder / name) if made else say("kept {file}: it exists", file=folder / name)
        streams.put(f"{translate(said)}\n")
    for left in _left(written):
        streams.tell(translate(left))
    streams.put(f"\n{translate(say('next:'))}\n" + "".join(f"  {line}\n" for line in _next(folder, pre_commit)))


def _needless(folder: Path, name: str) -> Message | None:
    """Why a file is not needed: an example would come among a user's own facts or drafts, or a configuration is there."""
    parent, pyproject = (folder / name).parent, folder / "pyproject.toml"
    if name == "factcheck.toml" and _configures(pyproject):
        return say("kept {file}: it configures factcheck", file=pyproject)
    if parent != folder and not name.startswith(".") and parent.is_dir() and next(parent.iterdir(), None) is not None:
        return say("kept {folder}/: it holds files", folder=parent)
    return None


def _filled(template: str, source: str | None, translate: Translator) -> str:
    """A template with its comments in a language, and with what pip installs this program from."""
    lines = files("factcheck.cli").joinpath("templates", template).read_text("utf-8").split("\n")
    for at, line in enumerate(lines):
        before, mark, comment = line.partition("# ")
        if mark and not before.strip():
            lines[at] = before + mark + translate.text(comment)
    text = "\n".join(lines)
    return text if source is None else text.replace('"@SOURCE@"', _yaml(source))


def _write(target: Path, text: str) -> bool:
    """Write a file; False, and nothing written, where something of that name exists."""
    try:
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True)
    except OSError as error:
        why = reason(error)
        raise CommandError([say("{file}: can't be made ({why})", file=target.parent, why=why)]) from error
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        why = reason(error)
        raise CommandError([say("{file}: can't be written ({why})", file=target, why=why)]) from error
    return True


def _configures(pyproject: Path) -> bool:
    """Whether a pyproject.toml holds a configuration, which a factcheck.toml beside it would put out of force."""
    from factcheck.config.find import has_table

    return pyproject.is_file() and has_table(pyproject)


def _left(written: dict[str, bool]) -> Iterator[Message]:
    """How to add by hand what could not be written."""
    for name in (".pre-commit-config.yaml", *_WORKFLOWS.values()):
        if written.get(name) is False:
            yield say("{file}: `factcheck init` in an empty folder shows what to add to it", file=name)


def _next(folder: Path, pre_commit: bool) -> Iterator[str]:
    """What to do next, as commands that work as they stand."""
    if folder.resolve() != Path.cwd():
        yield f"cd {shlex.quote(str(folder))}"
    yield "factcheck facts check"
    yield "factcheck verify"
    if pre_commit:
        yield "pre-commit install"


def _installed_from() -> str | None:
    """The address that pip installed this program from (PEP 610), where another machine can reach it."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        origin = json.loads(distribution("factcheck").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    url, commit = origin.get("url", ""), origin.get("vcs_info", {}).get("commit_id")
    if not url.startswith(("https://", "ssh://")):
        return None
    return f"git+{url}@{commit}" if commit else url


def _yaml(text: str) -> str:
    """A text as a double-quoted scalar of YAML, which is written like a string of JSON."""
    import json

    return json.dumps(text)
