"""The sentences of a document and their clauses.

One pattern finds every mark of a language in one pass; full points that may belong to an abbreviation are looked at one by one.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from factcheck.language.layout import table as layout
from factcheck.language.sentences import table
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.span import Span
from factcheck.patterns import compiled

# An abbreviation is looked for among so many characters before its point.
_LONGEST_WORD = 24

# Numbers of the groups in the joint pattern.
_STOP, _POINT, _CLAUSE = 1, 2, 3


def read_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every prose block, in order; none crosses the end of a line. Time is linear in the text's length."""
    sentences: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.kind == "row":
            sentences += _row(document.text, block.span, number)
        elif block.is_prose:
            sentences += _sentences(document.text, block.span, number, document.language)
    return tuple(sentences)


def _sentences(text: str, span: Span, block: int, language: Language) -> list[Sentence]:
    """The sentences of one block."""
    end = span.end
    first = begin = _behind_mark(text, span, language)
    sentences: list[Sentence] = []
    clauses: list[Span] = []
    for mark in _marks(language).finditer(text, begin, end):
        kind = mark.lastindex
        if kind is None:
            continue
        at, behind = mark.span()
        if kind == _POINT and behind < end and not _ends_sentence(text, at, behind, language):
            continue
        if at > begin:
            clauses.append(Span(begin, at))
        if kind != _CLAUSE and clauses:
            sentences.append(Sentence(Span(first, _trimmed_end(text, behind)), tuple(clauses), block))
            clauses, first = [], behind
        begin = behind
    if begin < end:
        clauses.append(Span(begin, end))
    if clauses:
        sentences.append(Sentence(Span(first, end), tuple(clauses), block))
    return sentences


def _behind_mark(text: str, block: Span, language: Language) -> int:
    """Where a block's first sentence begins: behind the mark of a list item or heading, which is no part of it."""
    if text[block.start] not in layout(language).mark_openers:
        return block.start
    mark = _list_mark(language).match(text, block.start, block.end)
    return mark.end() if mark else block.start


def _row(text: str, span: Span, block: int) -> list[Sentence]:
    """A table's row is one sentence, and each of its cells a clause."""
    cells = [
        Span(span.start + cell.start(), span.start + cell.end())
        for cell in compiled(r"[^|\t\s](?:[^|\t]*[^|\t\s])?").finditer(span.cut(text))
    ]
    return [Sentence(span, tuple(cells), block)] if cells else []


def _ends_sentence(text: str, at: int, behind: int, language: Language) -> bool:
    """Whether the full point at `at` ends a sentence, by the word before it and the one that begins at `behind`."""
    following = text[behind]
    if following.islower():
        return False
    word = compiled(r"[\s(\[“‘\"'—–/]").split(text[max(0, at - _LONGEST_WORD) : at])[-1].lower()
    words = _words(language)
    if word in words.abbreviations:
        return False
    if len(word) == 1 and word.isalpha() and word.isascii():
        return False
    if word in words.closing:
        opener = compiled(r"[\"'“‘(]*([A-Za-z]+)").match(text, behind)
        return opener is not None and opener[1].lower() in words.openers
    return True


def _trimmed_end(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


class _Words(Struct, frozen=True):
    """The table's words, for looking up."""

    abbreviations: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]


@cache
def _words(language: Language) -> _Words:
    marks = table(language)
    return _Words(
        *(frozenset(words.split()) for words in (marks.abbreviations, marks.closing_abbreviations, marks.openers))
    )


@cache
def _marks(language: Language) -> re.Pattern[str]:
    marks = table(language)
    return compiled(f"(?=[{marks.starts}])(?:(?:{marks.whole})|({marks.stop})|({marks.point})|({marks.clause}))")


@cache
def _list_mark(language: Language) -> re.Pattern[str]:
    return compiled(layout(language).list_mark)
