"""The comparison of two versions as one web page: what each claim was and is, and what became of it; to open, send on, print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.model.comparison import Comparison, Fate
from factcheck.model.document import Document
from factcheck.model.message import say
from factcheck.reporting.comparison import FATE_WORDS, HEADS, TOLD, Row, Side, outcome, rows
from factcheck.reporting.html.markup import figured, inert, language, line
from factcheck.reporting.html.shell import head
from factcheck.reporting.html.style import STYLE
from factcheck.reporting.plain import plain
from factcheck.reporting.rows import NOTHING
from factcheck.translation.translator import ENGLISH, Translator


class _Look(Struct, frozen=True):
    """How a fate looks: the class whose colours it has, and its sign."""

    tone: str
    sign: str


_LOOKS: Mapping[Fate, _Look] = {
    "changed": _Look("warning", "≠"),
    "appeared": _Look("agree", "+"),
    "vanished": _Look("error", "−"),
    "kept": _Look("info", "="),
}
_FATES: tuple[Fate, ...] = (*TOLD, "kept")

# Nothing ticked shows what is not kept.
_SHOWN = """\
.comparison thead th { position: static; }
@media (min-width: 40rem) { .comparison th:is(:nth-child(2), :nth-child(3)) { width: 32%; } }
@media screen {
  body:not(:has(.filters :checked)) .row.kept { display: none; }
"""


def comparison_html(comparison: Comparison, translate: Translator = ENGLISH) -> str:
    """The whole page, in UTF-8. It needs no script, and lets none run."""
    return "".join(_page(comparison, translate))


def _page(comparison: Comparison, translate: Translator) -> Iterator[str]:
    style = STYLE + _SHOWN + "".join(map(_filter, _FATES)) + "}\n"
    told = line(translate(outcome(comparison)))
    yield head(translate.language, told, style)
    yield f'<header><p class="name">factcheck</p><h1>{told}</h1>'
    yield f"<p>{_path(comparison.old.document)} → {_path(comparison.new.document)}</p></header>\n"
    yield from _filters(comparison, translate)
    yield '\n<main class="findings comparison">\n'
    yield from _table(comparison, rows(comparison, every=True), translate)
    yield "\n</main>\n</body>\n</html>\n"


def _path(document: Document) -> str:
    return inert(plain(document.path))


def _filter(fate: Fate) -> str:
    """The style by which rows go when other fates are ticked."""
    return f"  body:has(.filters :checked):not(:has(#show-{fate}:checked)) .row.{fate} {{ display: none; }}\n"


def _filters(comparison: Comparison, translate: Translator) -> Iterator[str]:
    yield f'<form class="filters" aria-label="{line(translate(say("filter")))}"><fieldset>'
    for fate in _FATES:
        look, count = _LOOKS[fate], len(comparison.of(fate))
        if count:
            tick = f'<input type="checkbox" id="show-{fate}">'
            word = line(translate(FATE_WORDS[fate]))
            yield f'<label class="{look.tone}">{tick} {look.sign} {word} <b>{count}</b></label>'
    yield "</fieldset></form>"


def _table(comparison: Comparison, listed: Sequence[Row], translate: Translator) -> Iterator[str]:
    if not listed:
        return
    yield '<table><thead><tr><th scope="col">#</th>'
    yield from (f'<th scope="col">{line(translate(head))}</th>' for head in HEADS)
    yield "</tr></thead>"
    old, new = (language(case.document.language, translate.language) for case in (comparison.old, comparison.new))
    for number, row in enumerate(listed, 1):
        look = _LOOKS[row.fate]
        yield f'<tbody class="row {row.fate} {look.tone}"><tr><td>{number}</td>'
        yield f"<td{old}>{_figured(row.old)}</td><td{new}>{_figured(row.new)}</td>"
        yield f"<td><strong>{look.sign} {line(translate(row.what))}</strong></td>"
        yield f"<td>{_where(row.old, translate)}<br>{_where(row.new, translate)}</td></tr></tbody>\n"
    yield "</table>"


def _figured(side: Side | None) -> str:
    return figured(side.says) if side is not None else NOTHING


def _where(side: Side | None, translate: Translator) -> str:
    return line(translate(side.where)) if side is not None else NOTHING
