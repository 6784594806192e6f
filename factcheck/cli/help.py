"""What `--help` prints: a page in the order of a manual, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from factcheck.translation.translator import Translator


class Paged:
    """A command with its page: what it is for, its parameters by heading, examples.

    All that typer has of its own is English and is translated here, as is what parameters say of themselves.
    """

    context_class: Any

    @property
    def translate(self) -> Translator:
        """The translator that came with the command's settings."""
        translate: Translator = self.context_settings["obj"]  # type: ignore[attr-defined]
        return translate

    def make_context(self, *arguments: Any, **settings: Any) -> Any:
        """The context of a call, which writes wide characters where they are to be expected."""
        if self.translate.language != "en":
            from factcheck.cli.wide_help import wide

            self.context_class = wide(self.context_class)
        return super().make_context(*arguments, **settings)  # type: ignore[misc]

    def page(self, ctx: Any) -> tuple[str, Any]:
        """The words of the command behind the program's name, and its page."""
        from factcheck.cli.pages import PAGES

        words = " ".join(ctx.command_path.split()[1:])
        return words, PAGES[words]

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The line by which shells tell what a command is for."""
        return self.translate.text(super().get_short_help_str(1000))  # type: ignore[misc]

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command in its usage."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        if self.translate.language == "en":
            return pieces
        arguments = [each for each in self.get_params(ctx) if each.param_type_name == "argument"]  # type: ignore[attr-defined]
        named = [argument.metavar for argument in arguments if argument.metavar]
        return [self._in_words(piece, named) for piece in pieces]

    def _in_words(self, piece: str, named: Sequence[str]) -> str:
        """A piece of usage; typer puts braces round what must be given."""
        for metavar in named:
            if metavar in piece:
                return piece.replace(metavar, self.translate.text(metavar))
        return self.translate.text(piece)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), self.translate.text("Usage: "))

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        _, page = self.page(ctx)
        for paragraph in (page.summary, *page.paragraphs):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(self.translate.text(paragraph))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for heading, records in self._listed(ctx).items():
            with formatter.section(self.translate.text(heading)):
                formatter.write_dl(records)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        _, page = self.page(ctx)
        if page.examples:
            with formatter.section(self.translate.text("Examples")):
                for command, what in page.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{command}\n")
                    if what:
                        formatter.write(f"{'':{formatter.current_indent + 4}}{self.translate.text(what)}\n")

    def _listed(self, ctx: Any) -> dict[str, list[tuple[str, str]]]:
        """The parameters by heading, each with what it says."""
        listed: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            record = self._record(parameter, ctx)
            if record is not None:
                heading = "Arguments" if parameter.param_type_name == "argument" else "Options"
                listed.setdefault(getattr(parameter, "rich_help_panel", None) or heading, []).append(record)
        return dict(sorted(listed.items(), key=lambda pair: pair[0] == "Options"))

    def _record(self, parameter: Any, ctx: Any) -> tuple[str, str] | None:
        """A parameter as it is written, and what it says with its default."""
        record: tuple[str, str] | None = parameter.get_help_record(ctx)
        if record is None or self.translate.language == "en":
            return record
        from factcheck.cli.usage import remarks

        names, said = record
        metavar = parameter.metavar or ""
        written = names.removesuffix(metavar) + self.translate.text(metavar)
        remark = remarks(said.removeprefix(parameter.help or ""), self.translate)
        return written, self.translate.text(parameter.help or "") + remark


class Command(Paged, TyperCommand):
    """A single command."""


class Group(Paged, TyperGroup):
    """Commands under a name."""

    tree: Mapping[str, Any]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(self.translate.text("Commands")):
            formatter.write_dl(list(self._summaries(ctx)))

    def _summaries(self, ctx: Any) -> Iterator[tuple[str, str]]:
        """Each command with its line, for which none is imported."""
        from factcheck.cli.pages import PAGES

        own, _ = self.page(ctx)
        return ((name, self.translate.text(PAGES[f"{own} {name}".strip()].summary)) for name in self.tree)
