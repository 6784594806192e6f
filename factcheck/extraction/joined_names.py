"""Names in a language that writes without spaces: bodies and projects by their closing word, people by their office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from factcheck.extraction.sounds import sound_of
from factcheck.language.names import table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.name import Name, NameKind
from factcheck.model.span import Span
from factcheck.patterns import compiled

_LONGEST = 30  # characters of a name or of an office
_SHORTEST = 2  # characters before a closing word


def read_joined_names(document: Document, sentences: Sequence[Sentence]) -> Iterator[Name]:
    """The bodies, projects and people named in each sentence, and the bodies that another word joins than elsewhere."""
    found = tuple(_named(document, sentences))
    yield from _joined_otherwise(document, found)


def _joined_otherwise(document: Document, found: Sequence[Name]) -> Iterator[Name]:
    """The names, those of bodies with what stands before another joining word: 市发展与改革委员会 beside 市发展和改革委员会.

    Such a word else parts two names.
    """
    text, joiners = document.text, set(_words(table(document.language).joiners))
    halves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in found:
        for at in range(2, len(name.text)) if name.kind == "body" else ():
            if name.text[at] in joiners and (half := (name.text[:at], name.text[at + 1 :])) not in halves[half[0][-2:]]:
                halves[half[0][-2:]].append(half)
    places = sorted(
        Span(at - len(led), at + 1 + len(tail))
        for at in (
            (match.start() for match in compiled(f"[{''.join(sorted(joiners))}]").finditer(text)) if halves else ()
        )
        for led, tail in halves.get(text[max(0, at - 2) : at], ())
        if text.startswith(tail, at + 1) and text.endswith(led, 0, at)
    )
    read = {name.span for name in found}
    added = [place for place in places if place not in read]
    yield from (name for name in found if not _overlaps_one(added, name.span))
    yield from (_name(document, place, "body") for place, after in zip_longest(added, added[1:]) if place != after)


def _overlaps_one(places: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of some places, which are in order."""
    before = bisect_left(places, Span(span.end, 0)) - 1
    return before >= 0 and places[before].overlaps(span)


def _named(document: Document, sentences: Sequence[Sentence]) -> Iterator[Name]:
    for sentence in sentences:
        people = tuple(_people(document, sentence.span))
        yield from people
        places = [person.span for person in people]
        for body in _bodies(document, sentence.span):
            if not _overlaps_one(places, body.span):
                yield body


def _bodies(document: Document, sentence: Span) -> Iterator[Name]:
    text, language = document.text, document.language
    for run in _runs().finditer(text, sentence.start, sentence.end):
        floor = run.start()
        closings = tuple(_closings(language).finditer(text, run.start(), run.end()))
        for closing, following in zip_longest(closings, closings[1:]):
            if following and _goes_on(text, closing.end(), following.start(), language):
                continue
            start = _left_edge(text, max(floor, closing.end() - _LONGEST), closing.start(), language)
            if closing.start() - start >= _SHORTEST:
                yield _name(document, Span(start, closing.end()), "body")
            floor = closing.end()


def _goes_on(text: str, end: int, following: int, language: Language) -> bool:
    """Whether a name that could end here goes on to the next closing word: 教育部|考试中心."""
    joined = text.startswith(_words(table(language).joiners), end)
    return not joined and _bounds(language).search(text, end, following) is None


def _left_edge(text: str, floor: int, closing: int, language: Language) -> int:
    """Where a name begins: behind the last word that no name goes on across."""
    edge = floor
    for bound in _bounds(language).finditer(text, floor, closing):
        edge = bound.end()
    joined = edge < closing and text.startswith(_words(table(language).joiners), edge)
    return edge + 1 if joined else edge


def _people(document: Document, sentence: Span) -> Iterator[Name]:
    text, language = document.text, document.language
    floor = sentence.start
    for office in _offices(language).finditer(text, sentence.start, sentence.end):
        person = _person(text, office.end(), sentence.end, language)
        if person is not None:
            start = _office_edge(text, floor, office.start(), language)
            past = text.startswith(_words(table(language).past), start)
            yield _name(document, person, "person", office=None if past else text[start : office.end()])
            floor = person.end
    for kept_back in _kept_back(language).finditer(text, floor, sentence.end):
        yield _name(document, Span(*kept_back.span()), "person")


def _office_edge(text: str, floor: int, closing: int, language: Language) -> int:
    """Where an office begins; offices that 、 joins are one: 滨州市委书记、市人大常委会主任."""
    edge = closing
    while True:
        runs = tuple(_runs().finditer(text, max(floor, edge - _LONGEST), edge))
        if runs and runs[-1].end() == edge:
            edge = _left_edge(text, runs[-1].start(), edge, language)
        held = edge > floor and text[edge - 1] == "、" and _ends_an_office(text, floor, edge - 1, language)
        if not held:
            return edge
        edge -= 1


def _ends_an_office(text: str, floor: int, end: int, language: Language) -> bool:
    return text.endswith(_words(table(language).offices), floor, end)


def _person(text: str, start: int, end: int, language: Language) -> Span | None:
    """The person whose name begins here: a surname, one or two characters, and something that can stand behind a name."""
    words = table(language)
    first = start + 1 if text[start : start + 1] in (" ", "\u3000") else start
    behind = _words(words.behind_person)
    if text.startswith(behind, first):
        return None
    length = 2 if text.startswith(_words(words.surnames_of_two), first) else 1
    if length == 1 and text[first : first + 1] not in words.surnames:
        return None
    kept_back = _kept_back(language).match(text, first, end)
    if kept_back:
        return Span(first, kept_back.end())
    short, long = first + length + 1, first + length + 2
    if long > end or not _is_han(text[first:short]):
        return Span(first, short) if short == end and _is_han(text[first:short]) else None
    closed = {at: at == end or not _is_han(text[at]) or text.startswith(behind, at) for at in (short, long)}
    if closed[short]:
        return Span(first, short)
    return Span(first, long) if closed[long] else None


def _is_han(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def _name(document: Document, span: Span, kind: NameKind, office: str | None = None) -> Name:
    text = document.cut(span)
    return Name(span, text, kind, office, sound_of(text, document.language))


@cache
def _runs() -> re.Pattern[str]:
    return compiled(r"[\u4e00-\u9fffA-Za-z0-9·“”]++")


@cache
def _kept_back(language: Language) -> re.Pattern[str]:
    """A person whose given name is not told: 王某某, 李××."""
    return compiled(rf"[{table(language).surnames}](?:某{{1,2}}+|[×xX]{{1,2}}+)(?![%％亿万千百元个家项人月日])")


@cache
def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


@cache
def _closings(language: Language) -> re.Pattern[str]:
    words = table(language)
    return compiled(f"(?:{_any_of(words.closings)})(?!{_any_of(words.not_behind)})")


@cache
def _bounds(language: Language) -> re.Pattern[str]:
    words = table(language)
    return compiled(f"{words.counted}|{_any_of(words.bounds)}")


@cache
def _offices(language: Language) -> re.Pattern[str]:
    return compiled(_any_of(table(language).offices))
