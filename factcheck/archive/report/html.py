"""The report as one web page with plots, which stands alone: no script, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.archive.report.figures import Contradiction, Figures
from factcheck.archive.report.plots import course, months
from factcheck.archive.report.style import STYLE
from factcheck.archive.report.words import FIGURES, HEADS, Section, nothing, opening, rows, title
from factcheck.model.message import say
from factcheck.reporting.html.markup import LANGUAGES, line
from factcheck.translation.translator import ENGLISH, Translator

# Of a row of contradictions, what stands in the heading above its table.
_HEADING = 2


def html(figures: Figures, sections: Sequence[Section], translate: Translator = ENGLISH) -> str:
    """The whole page, in UTF-8."""
    told = line(translate(opening(figures)))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{LANGUAGES[translate.language]}">\n<head>\n<meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>factcheck: {told}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>",
        f"<header>\n<h1>factcheck</h1>\n<p><strong>{told}</strong></p>\n</header>\n<main>",
    ]
    for section in sections:
        parts.append(f"<section>\n<h2>{line(translate(title(section, figures)))}</h2>")
        parts += _section(section, figures, translate)
        parts.append("</section>")
    return "\n".join([*parts, "</main>\n</body>\n</html>\n"])


def _section(section: Section, figures: Figures, translate: Translator) -> Iterator[str]:
    listed = list(rows(section, figures, translate))
    if not listed:
        yield f"<p>{line(translate(nothing()))}</p>"
        return
    if section == "contradictions":
        at = 0
        for contradiction in figures.contradictions:
            own = listed[at : at + len(contradiction.values)]
            at += len(own)
            yield from _contradiction(contradiction, own, translate)
        return
    if section == "months":
        dated = [month for month in figures.months if month.month is not None]
        if dated:
            yield months(dated, translate(say("the share of claims that are wrong, by month")))
    yield from _table(section, listed, translate)


def _contradiction(
    contradiction: Contradiction, listed: Sequence[tuple[str, ...]], translate: Translator
) -> Iterator[str]:
    yield f"<h3>{line(contradiction.fact)}: {line(contradiction.value)}</h3>"
    yield f'<p class="claim">{line(contradiction.claim)}</p>'
    yield course(contradiction, translate(say("which value documents give, by date")))
    yield from _table("contradictions", listed, translate, _HEADING)


def _table(section: Section, listed: Sequence[tuple[str, ...]], translate: Translator, start: int = 0) -> Iterator[str]:
    """The rows as a table, from the column `start` on."""
    classes = [' class="figure"' if at in FIGURES[section] else "" for at in range(len(HEADS[section]))]
    heads = zip(HEADS[section][start:], classes[start:], strict=True)
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col"{style}>{line(translate.text(head))}</th>' for head, style in heads)
    yield "</tr></thead>\n<tbody>"
    for row in listed:
        cells = zip(row[start:], classes[start:], strict=True)
        yield f"<tr>{''.join(f'<td{style}>{line(cell)}</td>' for cell, style in cells)}</tr>"
    yield "</tbody>\n</table>"
