"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from factcheck.archive.report.figures import Figures
from factcheck.archive.report.words import HEADS, LOOSE, Section, nothing, opening, rows, title
from factcheck.reporting.grid import Column, grid
from factcheck.reporting.plain import plain_line
from factcheck.reporting.terminal import lines, rendered
from factcheck.translation.translator import ENGLISH, Translator


def table(
    figures: Figures,
    sections: Sequence[Section],
    *,
    width: int = 80,
    colour: bool = False,
    translate: Translator = ENGLISH,
) -> str:
    """The tables that are asked for, one below the other, for `width` terminal cells."""
    parts: list[Text | Table] = [lines(translate(opening(figures)), width)]
    for section in sections:
        parts += [Text(""), Text(translate(title(section, figures)), "bold")]
        parts += _table(figures, section, width, translate)
    return rendered(parts, colour)


def _table(figures: Figures, section: Section, width: int, translate: Translator) -> Iterator[Text | Table]:
    listed = [tuple(map(plain_line, row)) for row in rows(section, figures, translate)]
    if not listed:
        yield Text(translate(nothing()))
        return
    columns = [Column(translate.text(head), firm=at not in LOOSE[section]) for at, head in enumerate(HEADS[section])]
    if section == "contradictions":
        listed = _told_once(listed)
    yield grid(columns, [tuple(map(Text, row)) for row in listed], width, ruled=False)


def _told_once(listed: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows in which a fact is named at the first of its values alone."""
    told, before = [], ""
    for row in listed:
        told.append(("", "", *row[2:]) if row[0] == before else row)
        before = row[0]
    return told
