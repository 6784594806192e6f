"""Names in a language that sets words apart: runs of words with capitals, and people by an honorific or an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from factcheck.language.names import table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.name import Name
from factcheck.model.span import Span
from factcheck.patterns import compiled

_LONGEST_WORD = 12  # code points of a word such as “former”


class _Run(Struct, frozen=True):
    """Capitalised words in a row (`head`), and the same with what goes on behind small words: Ministry | of Trade."""

    head: Span
    whole: Span


def read_spaced_names(document: Document, sentences: Sequence[Sentence]) -> Iterator[Name]:
    """The people, bodies, projects and places that sentences name; a heading may write any word with a capital."""
    for sentence in sentences:
        if document.blocks[sentence.block].kind in ("paragraph", "item"):
            yield from _names(document.text, sentence.span, document.language)


def _names(text: str, sentence: Span, language: Language) -> Iterator[Name]:
    before: Span | None = None  # the run before, which may be the office of a person
    for run in _runs_of(text, sentence, language):
        words = tuple(Span(*word.span()) for word in _capital().finditer(text, run.head.start, run.head.end))
        common = _common_words(text, words, language)
        kept = words[common:]
        if kept and (len(kept) > 1 or kept[0].start > sentence.start):
            if common > 0 and words[common - 1].cut(text) in _set(table(language).honorifics):
                person = kept[0].to(kept[-1])
                yield Name(person, person.cut(text), "person", _office_before(text, before, run.head, language))
            else:
                yield from _name(text, kept, run, language)
        before = Span(kept[0].start, run.whole.end) if kept else None


def _runs_of(text: str, sentence: Span, language: Language) -> Iterator[_Run]:
    """The runs of capitalised words; what follows behind small words belongs to a name or an office that goes on so."""
    words = table(language)
    openings = _set(words.openings) | {office.capitalize() for office in _set(words.offices)}
    at = sentence.start
    while (match := _runs().search(text, at, sentence.end)) is not None:
        head = Span(*match.span("head"))
        goes_on = match["tail"] is not None and match["head"].rpartition(" ")[2] in openings
        yield _Run(head, Span(*match.span()) if goes_on else head)
        at = match.end() if goes_on else head.end


def _common_words(text: str, words: Sequence[Span], language: Language) -> int:
    """How many words at the beginning of a run name nothing: The, In, Mr."""
    count = 0
    while count < len(words) and words[count].cut(text) in _set(table(language).no_names):
        count += 1
    return count


def _name(text: str, words: Sequence[Span], run: _Run, language: Language) -> Iterator[Name]:
    """The name that a run holds: a person behind an office or before one, else a body; an office alone is none."""
    titles = [place for place, word in enumerate(words) if word.cut(text).lower() in _set(table(language).offices)]
    if titles:
        if titles[-1] < len(words) - 1:
            person = words[titles[-1] + 1].to(words[-1])
            office = words[0].to(words[titles[-1]]).cut(text)
            led = text[max(0, words[0].start - _LONGEST_WORD) : words[0].start].split()[-1:]
            held = _names_an_office(" ".join([*led, office]) if led else office, language)
            yield Name(person, person.cut(text), "person", office if held else None)
        return
    span = words[0].to(run.whole) if run.whole != run.head else words[0].to(words[-1])
    behind = _held_behind().match(text, span.end) if 2 <= len(words) <= 3 else None
    named = behind["office"] if behind and _names_an_office(behind["office"], language) else None
    alike = "" if named else _alike(span.cut(text), language)
    yield Name(span, span.cut(text), "person" if named else "body", named, alike=alike)


def _alike(name: str, language: Language) -> str:
    """A body's name of several words with one closing word for all that are taken for each other; "" where it has none."""
    led, _, closing = name.rpartition(" ")
    meant = dict(table(language).taken_for)
    if " " not in led or closing not in {*meant, *meant.values()}:
        return ""
    return f"{led} {meant.get(closing, closing)}".lower()


def _office_before(text: str, before: Span | None, honoured: Span, language: Language) -> str | None:
    """The office that stands right before a person with an honorific, as in “Minister for Finance (Mr …”."""
    if before is None or text[before.end : honoured.start].strip(" (") != "":
        return None
    office = before.cut(text)
    return office if _names_an_office(office, language) else None


def _names_an_office(words: str, language: Language) -> bool:
    """Whether the words say which office someone holds now."""
    named = [word.lower() for word in compiled(r"[\w-]+").findall(words)]
    held = _set(table(language).past).isdisjoint(named[:2])
    return held and not _set(table(language).offices).isdisjoint(named)


@cache
def _capital() -> re.Pattern[str]:
    return compiled(r"(?<![\w'’-])[A-ZÀ-Þ][\w’'-]*+(?<![’'][sS])")


@cache
def _runs() -> re.Pattern[str]:
    """Words with capitals in a row, and what follows them behind small words: Ministry | of Trade and Industry."""
    capital = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))*+"
    small = r"(?:of|for)(?: the)?"
    tail = rf" {small} {capital}(?: {capital})*+(?:(?:,| and| and the) {capital}(?: {capital})*+)*+"
    return compiled(rf"(?<![\w'’-])(?P<head>{capital}(?: {capital})*+)(?P<tail>{tail})?")


@cache
def _held_behind() -> re.Pattern[str]:
    """What a person is called behind the name and a comma: chief executive of the Port Authority."""
    return compiled(r", (?:the |its |his |her |a |an )?(?P<office>[^,.;:()\n“”\"]{4,80}+)(?=[,.;)])")


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
