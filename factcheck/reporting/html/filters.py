"""Which rows are shown: boxes to tick, by verdict and by severity, each with its count.

Nothing ticked shows everything; what is ticked shows that alone. Style does it (`:has`, Selectors 4), on screens only, so that it
works without a script and a print has everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from factcheck.model.message import Message, say
from factcheck.reporting.html.items import TONES, Tone, kind_word
from factcheck.reporting.html.links import Book
from factcheck.reporting.html.markup import line
from factcheck.reporting.words import SEVERITY_WORDS, VERDICT


class _Box(Struct, frozen=True):
    """A box to tick: the class of what it shows, how grave that is, its sign and word, and how many there are."""

    shows: str
    tone: Tone
    sign: str
    word: Message
    count: int


def form(book: Book) -> Iterator[str]:
    """The boxes."""
    kinds, tones = _kinds(book), _tones(book)
    if not kinds:
        return
    yield f'<form class="filters" aria-label="{line(book.translate(say("filter")))}">'
    yield from _boxes(book, "kinds", VERDICT, kinds)
    yield from _boxes(book, "tones", say("severity"), tones)
    yield f'<button type="reset">{line(book.translate(say("show all")))}</button></form>'


def rules(book: Book) -> str:
    """The style by which rows go, and marks are plain text, when others of their kind of box are ticked and theirs is not."""
    hidden = [
        (f"body:has(.{group} :checked):not(:has(#show-{box.shows}:checked))", box.shows)
        for group, boxes in (("kinds", _kinds(book)), ("tones", _tones(book)))
        for box in boxes
    ]
    if not hidden:
        return ""
    rows = ",\n".join(f"{state} .row.{shows}" for state, shows in hidden)
    marks = ",\n".join(f"{state} mark.{shows}" for state, shows in hidden)
    lines = ",\n".join(f"{state} mark.{shows} a" for state, shows in hidden)
    labels = ",\n".join(f"{state} mark.{shows}::after" for state, shows in hidden)
    styles = (
        f"{rows} {{ display: none; }}",
        f"{marks} {{ background: none; font-weight: inherit; }}",
        f"{lines} {{ text-decoration: none; }}",
        f"{labels} {{ content: none; }}",
    )
    return "\n".join(("@media screen {", *styles, "}\n"))


def _boxes(book: Book, name: str, legend: Message, boxes: Iterable[_Box]) -> Iterator[str]:
    yield f'<fieldset class="{name}"><legend>{line(book.translate(legend))}</legend>'
    for box in boxes:
        word = line(book.translate(box.word))
        tick = f'<input type="checkbox" id="show-{box.shows}">'
        yield f'<label class="{box.tone}">{tick} {box.sign} {word} <b>{box.count}</b></label>'
    yield "</fieldset>"


def _kinds(book: Book) -> list[_Box]:
    items = [item for section in book.sections for item in section.items]
    counts = Counter(item.kind for item in items)
    first = {item.kind: item for item in reversed(items)}
    return [
        _Box(shows, first[kind].tone, first[kind].sign, kind_word(kind), counts[kind])
        for kind, shows in book.classes.items()
    ]


def _tones(book: Book) -> list[_Box]:
    counts = Counter(item.tone for section in book.sections for item in section.items)
    agrees = say("agrees")
    return [
        _Box(tone, tone, "", agrees if tone == "agree" else SEVERITY_WORDS[tone], counts[tone])
        for tone in TONES
        if counts[tone]
    ]
