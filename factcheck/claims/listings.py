"""Respective lists: the values of 分别 or “respectively”, and how many subjects they answer to.

The number of subjects is often open: 和 and 及 join two subjects, or two halves of one. Every number that the words can be
read to name is kept; a list whose subjects can't be made out is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from factcheck.claims.outline import Outline
from factcheck.claims.small_numbers import leading, small_number
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Listing
from factcheck.model.span import Span
from factcheck.patterns import compiled

# 分别较上月上升0.6、0.7和0.3个百分点: the values follow the word, with nothing but list marks between them.
_LED = r"K(?P<link>[^#,;:.、&(]{0,6})(?P<values>#(?:(?:、&?|&)#)*)(?!x?[、&]|[,x]?#)"
# “… 3 million, 1.8 million and 0.6 million tonnes respectively”: a list of figures or dates, and the one right before the word.
_ASIDE = r"(?:\([^()]*\))?"
_LIST = rf"[#@]{_ASIDE}(?:x?{_ASIDE}(?:,&?|&)[^#@,&.;:()]{{0,2}}[#@]{_ASIDE})+"
_CLOSING = rf"(?P<values>{_LIST})[^#@.;:,&]{{0,4}},?K"
_OPENED = r"K,?[BGTI]{0,2}(?P<values>#(?:x?(?:,&?|&)#)+)(?![^#.;:]{0,3}[,&]#)"
# A list of names, in a language that sets its items apart with commas.
_NAMES = r"[^,;:.&#@()]{1,6}(?:,[^,;:.&#@()]{1,4})*,?&[^,;:.&#@()IUD]{1,3}"

# So many words at most has an item of a list that is surely one.
_ITEM_WORDS = 3

# A value alone answers to more than one subject only if it is the same for all; of rates that is said otherwise (均).
_RATES = frozenset({"percent", "point", "permille", "basis-point"})


class _Subjects(Struct, frozen=True):
    """The numbers of subjects that the words can be read to name, and where they stand in the outline."""

    counts: frozenset[int]
    start: int
    end: int


def listings_in(outline: Outline, document: Document, words: Relations) -> Iterator[Listing]:
    """The respective lists of a sentence whose subjects can be made out."""
    if "K" not in outline.shape:
        return
    if words.spaced:
        yield from _closed(outline, document, words)
    else:
        yield from _led(outline, document, words)


def _led(outline: Outline, document: Document, words: Relations) -> Iterator[Listing]:
    known: dict[int, _Subjects] = {}  # the subjects of each word, by its place
    for word in compiled("K").finditer(outline.shape):
        subjects = _subjects(outline, document, words, word.start(), known)
        if subjects is not None:
            known[word.start()] = subjects
        match = compiled(_LED).match(outline.shape, word.start())
        if subjects is None or match is None:
            continue
        values = _figures(outline, match)
        if len(values) > 1 or (values[0].dimension in _RATES and "A" not in match["link"]):
            yield _listing(outline, subjects, values, word.start(), match.end("values"))


def _subjects(
    outline: Outline, document: Document, words: Relations, word: int, known: dict[int, _Subjects]
) -> _Subjects | None:
    """The subjects of a respective list whose word stands at a place: in its own clause, or in those before it."""
    start, end = _clause(outline.shape, word)
    own = _listed(outline, document, words, start, end)
    if own is not None or not _says_little(outline, document, start, end):
        return own
    figures = 0
    while start > 0 and outline.shape[start - 1] in ",;":
        last = start - 1
        start, end = _clause(outline.shape, last)
        bound = [place for place in known if start <= place < end]
        if bound:
            return known[bound[-1]]
        count = outline.shape.count("#", start, end)
        if figures and not count:
            break
        figures += count
        if not count:
            listed = _listed(outline, document, words, start, end)
            if listed is not None or not _says_little(outline, document, start, end):
                return listed
    if figures < 2:
        return None
    return _Subjects(frozenset(range(2, figures + 1)), max(start, 0), word)


def _clause(shape: str, end: int) -> tuple[int, int]:
    """The clause that ends at a place: from the mark before it."""
    start = end
    while start and shape[start - 1] not in ",;:.":
        start -= 1
    return start, end


def _says_little(outline: Outline, document: Document, start: int, end: int) -> bool:
    """Whether a clause names no subject of its own: 同比, 较上月, 扣除价格因素."""
    said = [place for place in range(start, end) if outline.shape[place] == "x"]
    return "N" in outline.shape[start:end] or all(len(outline.text(document, place, place + 1)) <= 2 for place in said)


def _listed(outline: Outline, document: Document, words: Relations, start: int, end: int) -> _Subjects | None:
    """The subjects that a clause lists; None when it lists none, or when they can't be counted."""
    shape = _without_brackets(outline.shape[start:end])
    if "、" not in shape and "&" not in shape:
        count = _stated(outline, document, start, end) or _pair(outline.text(document, start, end), words)
        return _Subjects(frozenset({count}), start, end) if count else None
    marks = shape.replace("、&", "、")
    divided, joined = marks.count("、") + 1, marks.count("&")
    head, _, _ = marks.rpartition("、")
    if "G" in marks and any(mark in marks.partition("G")[2] for mark in "、&") and joined:
        return None  # A、B的C和D: two lists in one
    if "&" in head:
        counts = set(range(divided, divided + joined + 1))
    elif joined == 1:
        counts = {divided + 1} if _is_last_and(outline, document, start, end) else {divided, divided + 1}
    else:
        counts = set(range(divided, divided + joined + 1))
    stated = _stated(outline, document, start, end)
    return _Subjects(frozenset(counts | ({stated} if stated else set())), start, end)


def _is_last_and(outline: Outline, document: Document, start: int, end: int) -> bool:
    """Whether the one “and” of a list is the word that joins the last item to the others, and no part of an item."""
    place = next(at for at in range(start, end) if outline.shape[at] == "&")
    return outline.text(document, place, place + 1) in ("和", "与")


def _stated(outline: Outline, document: Document, start: int, end: int) -> int | None:
    """The number of subjects that a clause states: …四项污染物平均浓度分别, 两省分别, 今明两年分别."""
    found = [
        count
        for place in range(start, end)
        if (said := leading(document.language).match(outline.text(document, place, place + 1)))
        and (count := small_number(said["number"].strip(), document.language))
        and outline.shape[place] in "#x"
    ]
    return found[0] if len(found) == 1 else None


def _pair(text: str, words: Relations) -> int | None:
    """The number of subjects that one word names together: 产销, 城乡."""
    return 2 if any(word in text for word in words.pairs) else None


def _without_brackets(shape: str) -> str:
    return compiled(r"\([^()]*\)?").sub("", shape)


def _figures(outline: Outline, match: re.Match[str]) -> tuple[Quantity, ...]:
    return tuple(
        outline.figures[place]
        for place in range(match.start("values"), match.end("values"))
        if place in outline.figures
    )


def _listing(outline: Outline, subjects: _Subjects, values: tuple[Quantity, ...], start: int, end: int) -> Listing:
    return Listing(
        values,
        subjects.counts,
        Span(outline.spans[start].start, outline.spans[end - 1].end),
        Span(outline.spans[subjects.start].start, outline.spans[max(subjects.end - 1, subjects.start)].end),
    )


def _closed(outline: Outline, document: Document, words: Relations) -> Iterator[Listing]:
    """The respective lists of a language whose word follows them: it binds the last list of figures to another, or to names."""
    yield from _announced(outline, document, words)
    for match in compiled(_CLOSING).finditer(outline.shape):
        start = outline.shape.rfind(".", 0, match.start()) + 1
        count = _size(match["values"])
        lists = list(compiled(_LIST).finditer(outline.shape, start, match.start()))
        names = list(compiled(_NAMES).finditer(outline.shape, start, match.start()))
        counts = {_size(each[0]) for each in lists}.union(
            *(_counts_of_names(outline, document, words, each) for each in names)
        )
        if not counts or (count not in counts and len(lists) + len(names) > 1):
            continue
        other = (lists or names)[-1]
        subjects = _Subjects(frozenset(counts), other.start(), other.end())
        places = [place for place in range(match.start("values"), match.end("values")) if outline.shape[place] == "#"]
        if lists and "@" in match["values"]:
            # The 50 %, 30 % and 15 % of the first two years and the next two respectively: the dates are the subjects.
            subjects = _Subjects(frozenset({count}), match.start("values"), match.end("values"))
            places = [place for place in range(other.start(), other.end()) if place in outline.figures]
        values = tuple(outline.figures[place] for place in places if place in outline.figures)
        if len(values) > 1:
            yield _listing(outline, subjects, values, min(places), match.end())


def _announced(outline: Outline, document: Document, words: Relations) -> Iterator[Listing]:
    """The lists whose word stands before their values: sales in Spain and Italy rose, respectively, by 3% and 4%."""
    for match in compiled(_OPENED).finditer(outline.shape):
        start = outline.shape.rfind(".", 0, match.start()) + 1
        names = list(compiled(_NAMES).finditer(outline.shape, start, match.start()))
        if len(names) == 1:
            counts = frozenset(_counts_of_names(outline, document, words, names[0]))
            subjects = _Subjects(counts, names[0].start(), names[0].end())
            yield _listing(outline, subjects, _figures(outline, match), match.start(), match.end("values"))


def _size(shape: str) -> int:
    """How many figures or dates a list holds, those in brackets left out."""
    return sum(letter in "#@" for letter in _without_brackets(shape))


def _counts_of_names(outline: Outline, document: Document, words: Relations, match: re.Match[str]) -> set[int]:
    """How many items a list of names can be read to have: an aside before its first comma may be none of them."""
    items = outline.text(document, match.start(), match.end()).split(",")
    most = match[0].count(",") + match[0].count("&") - match[0].count(",&") + 1
    first = items[0].split()
    sure = all(len(item.removeprefix(" and ").split()) <= _ITEM_WORDS for item in items[1:-1])
    if sure and first and first[0].lower() not in words.asides:
        return {most}
    return set(range(2, most + 1))
