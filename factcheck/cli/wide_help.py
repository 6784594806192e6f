"""Help in a language of wide characters, which typer counts as one cell and never folds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from typer import Context

from factcheck.reporting.fold import folded

_Formatter: Any = Context.formatter_class


class WideFormatter(_Formatter):  # type: ignore[misc]
    """Writes as its parent does, by the cells that text takes."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        self._write_beside(f"{prefix or ''}{prog} ", args)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        self._write_beside(" " * self.current_indent, text)

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        longest = max(cell_len(first) for first, _ in rows)
        column = self.current_indent + min(longest, col_max) + col_spacing
        for first, second in rows:
            before = f"{'':{self.current_indent}}{first}"
            room = column - cell_len(before)
            if not second:
                self.write(f"{before}\n")
            elif room >= col_spacing:
                self._write_beside(before + " " * room, second)
            else:
                self.write(f"{before}\n")
                self._write_beside(" " * column, second)

    def _write_beside(self, before: str, text: str) -> None:
        """A text, folded, the first line behind what stands before it and the others below the first."""
        indent = cell_len(before)
        for at, line in enumerate(folded(text, self.width - indent) or ("",)):
            self.write(f"{before if at == 0 else ' ' * indent}{line}".rstrip() + "\n")


def wide(context_class: Any) -> Any:
    """A class of contexts whose help is written so."""
    return (
        context_class
        if context_class.formatter_class is WideFormatter
        else type(context_class.__name__, (context_class,), {"formatter_class": WideFormatter})
    )
