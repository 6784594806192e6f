"""Enumerations: how many things a text announces, and how many it then names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.claims.items import Items, items_of, segments_of
from factcheck.claims.series import Series
from factcheck.claims.small_numbers import numeral, opening, small_number
from factcheck.language.enumerations import Enumerations, table
from factcheck.language.idioms import table as idioms
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Enumeration
from factcheck.model.span import Span
from factcheck.patterns import compiled

# From what is announced to the mark before its list there are so many characters at most.
_GAP = {"zh": 14, "en": 60}

# An item of a list in brackets is no longer than this; a longer one is a remark.
_ITEM = {"zh": 14, "en": 60}

# A list of more items, with those within items, is longer than any that is announced by a small number.
_MOST_ITEMS = 200

# So far behind the last ordinal of a series, in code points, one more item may stand without one.
_BEHIND = 2000

# A list that is summed up behind itself is no longer than this.
_LONGEST = 300

# What is announced and what is named were never meant to be the same when they lie further apart than this.
_APART = 2


def read_enumerations(
    document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity], series: Sequence[Series]
) -> tuple[Enumeration, ...]:
    """The enumerations of a document, in the order of the text; of one announcement the surest list counts.

    `series` holds the ordinals of its prose.
    """
    words = table(document.language)
    topics = tuple(_topics(document, words.topic_pattern))
    found: dict[int, Enumeration] = {}
    for readings in (
        _summed_up(document, words),
        _in_brackets(document, words),
        _in_sentences(document, topics, sentences, quantities, words),
        _in_items(document, topics, words),
        _in_series(document, topics, sentences, series, words),
    ):
        found.update({each.announced.start: each for each in readings})
    return tuple(found[start] for start in sorted(found) if _is_meant(found[start]))


def _is_meant(each: Enumeration) -> bool:
    nearest = min(abs(count - each.number) for count in each.counts)
    return max(each.counts) >= 2 and nearest <= _APART


Topic = tuple[re.Match[str], int]


def _topics(document: Document, source: str) -> Iterator[Topic]:
    """The places where a number of things is announced, with the number; what closes a quotation must open it, too."""
    if "NUMBER" not in source:
        return
    for match in _compiled(source, document.language).finditer(document.text):
        number = small_number(match["number"].strip(), document.language)
        quoted = document.text[match.end() : match.end() + 1] == "”"
        if number is not None and (not quoted or document.text[match.start() - 1] == "“"):
            yield match, number


@cache
def _compiled(source: str, language: Language) -> re.Pattern[str]:
    before = r"(?<![第0-9０-９.．〇零一二三四五六七八九十百千万亿几数每两])" if language == "zh" else r"(?<![\w.,$£€-])"
    return compiled(
        opening(language) + before + source.replace("NUMBER", f"(?P<number>{numeral(language)})", 1), re.IGNORECASE
    )


def _in_sentences(
    document: Document,
    topics: Sequence[Topic],
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    words: Enumerations,
) -> Iterator[Enumeration]:
    """五大主题活动，即…; three key areas: …, … and …."""
    ends = _sentence_ends(document, sentences)
    starts = [sentence.span.start for sentence in sentences]
    figures = [quantity.start for quantity in quantities]
    that_is = compiled(words.that_is_pattern)
    for match, number in topics:
        at = bisect_left(starts, match.start() + 1) - 1
        if at < 0:
            continue
        gap = _gap(document, words, match.end())
        link = that_is.match(document.text, gap)
        if link is None or link.end() >= ends[at] or _opens_series(document, words, link.end()):
            continue
        closed = document.text.find(link[0], link.end(), ends[at]) if link[0].strip() in ("–", "—", "——") else -1
        span = Span(link.end(), closed if closed >= 0 else ends[at])
        items = _listed(document, span, words, firm=":" not in link[0] and "：" not in link[0])
        if items is not None and _is_counted_out(document, match, items):
            continue
        counts = items.counts if items else _counted_clauses(document, span, figures)
        if counts:
            yield Enumeration(Span(*match.span()), number, span, counts, more=items is not None and items.more)


def _is_counted_out(document: Document, match: re.Match[str], items: Items) -> bool:
    """Whether a list does not name the things one by one but says how many are of each sort: 4所（小学2所、初中2所）."""
    if document.language == "en":
        return all(compiled(rf"(?:and )?{numeral('en')}", re.IGNORECASE).match(part) for part in items.parts)
    unit = document.text[match.end("number") : match.end()][:1]
    return all(compiled(rf"{numeral('zh')}{re.escape(unit)}").search(part) for part in items.parts)


def _sentence_ends(document: Document, sentences: Sequence[Sentence]) -> list[int]:
    """For each sentence, where the last of those ends that semicolons bind it to."""
    ends = [sentence.span.end for sentence in sentences]
    for at in range(len(sentences) - 2, -1, -1):
        bound = document.text[sentences[at].span.end - 1] in ";；" and sentences[at].block == sentences[at + 1].block
        ends[at] = ends[at + 1] if bound else ends[at]
    return ends


def _gap(document: Document, words: Enumerations, start: int) -> int:
    """Where the words behind an announcement end: at the next mark of a clause, or where they become too long."""
    limit = min(start + _GAP[document.language], len(document.text))
    that_is = compiled(words.that_is_pattern)
    for at in range(start, limit):
        if document.text[at] in words.clause_marks + "(（)）,，" or that_is.match(document.text, at):
            return at
    return limit


def _opens_series(document: Document, words: Enumerations, start: int) -> bool:
    """Whether a list is one of ordinals, which are counted by themselves."""
    sources = "|".join((*words.series, *words.headings)).replace("?P<n>", "?:")
    return compiled(rf"\s*[“\"]?(?:{sources})", re.IGNORECASE).match(document.text, start) is not None


def _listed(document: Document, span: Span, words: Enumerations, *, firm: bool) -> Items | None:
    """The items of a list that runs to the end of its sentence; a `firm` one (即…) ends at the first comma."""
    text = span.cut(document.text).strip().rstrip("。.!！?？")
    segments = segments_of(text)
    if len(segments) > 1:
        return Items(segments, frozenset({len(segments)}), more=False)
    if words.item_mark == ",":
        return items_of(text, words)
    parts = compiled("[，,]").split(text)
    if len(parts) == 1 or (firm and words.item_mark in parts[0]):
        return items_of(parts[0], words)
    return None


def _counted_clauses(document: Document, span: Span, figures: Sequence[int]) -> frozenset[int] | None:
    """A list of clauses with a figure each: 省实验室27家，研究院6家，中试基地55家."""
    text = span.cut(document.text).rstrip("。.!！?？ ")
    if "、" in text:
        return None
    count, start = 0, span.start
    for clause in compiled("[，,]").split(text):
        end = start + len(clause)
        if bisect_left(figures, end) - bisect_left(figures, start) != 1:
            return None
        count, start = count + 1, end + 1
    return frozenset({count}) if count > 1 else None


def _in_brackets(document: Document, words: Enumerations) -> Iterator[Enumeration]:
    """四融（法治、自治、德治、智治）."""
    for match, number in _topics(document, words.bracket_pattern):
        bracket = compiled(r"\s*[（(](?P<list>[^（()）\n。；;：:]{3,120})[)）]").match(document.text, match.end())
        if bracket is None or (words.item_mark != "," and _is_name(document, match)):
            continue
        items = items_of(bracket["list"], words)
        short = items is not None and all(len(part) <= _ITEM[document.language] for part in items.parts)
        if items is not None and short and not _is_counted_out(document, match, items):
            yield Enumeration(Span(*match.span()), number, Span(*bracket.span("list")), items.counts, items.more)


def _is_name(document: Document, match: re.Match[str]) -> bool:
    """Whether what looks like a number of things is a word or a name: 四川, 三亚."""
    text = document.text[match.start("number") : match.start("number") + 4]
    return any(text[:size] in _numeral_words(document.language) for size in range(2, len(text) + 1))


@cache
def _numeral_words(language: Language) -> frozenset[str]:
    return frozenset(compiled(r"\w+").findall(idioms(language).words))


def _summed_up(document: Document, words: Enumerations) -> Iterator[Enumeration]:
    """商业小区、单位小区、棚改小区、三无小区四类小区: the list stands right before its number.

    A list of nouns can't be told from one of verbs with an object (学习、宣传、贯彻四项原则), unless its items end alike.
    """
    for match, number in _topics(document, words.sum_pattern):
        floor = max(0, match.start() - _LONGEST)
        start = max(document.text.rfind(mark, floor, match.start()) for mark in words.clause_marks) + 1
        if start == 0 and floor:
            continue  # no clause that anybody reads is so long
        span = Span(start, match.start())
        items = items_of(span.cut(document.text), words) if words.item_mark in span.cut(document.text) else None
        headed = compiled(words.sum_heads).match(document.text, match.end("number")) is not None
        if items is not None and (headed or _ends_alike(items)) and not _goes_on(document, words, start):
            yield Enumeration(Span(*match.span()), number, span, items.counts, items.more)


def _ends_alike(items: Items) -> bool:
    return len({part[-1] for part in items.parts}) == 1 or all(part[-1] in "”》’」" for part in items.parts)


def _goes_on(document: Document, words: Enumerations, start: int) -> bool:
    """Whether the clause before a list is rather its beginning."""
    if document.text[start - 1 : start] not in ("，", ","):
        return False
    before = document.text[max(0, start - 60) : start - 1]
    return words.item_mark in compiled(f"[{re.escape(words.clause_marks)}]").split(before)[-1]


def _in_items(document: Document, topics: Sequence[Topic], words: Enumerations) -> Iterator[Enumeration]:
    """Three measures: and then a list of items of their own."""
    blocks, ends = document.blocks, [match.end() for match, _ in topics]
    for number, block in enumerate(blocks[:-1]):
        if document.text[block.span.end - 1] not in ":：" or blocks[number + 1].kind != "item":
            continue
        end = number + 1
        while end < len(blocks) and blocks[end].kind == "item" and end - number <= _MOST_ITEMS:
            end += 1
        level = blocks[number + 1].level
        count = sum(each.level == level for each in blocks[number + 1 : end])
        cut_off = end - number > _MOST_ITEMS
        if cut_off or any(each.level < level for each in blocks[number + 1 : end]) or _resumes(document, end):
            continue
        first = bisect_left(ends, block.span.end - _GAP[document.language])
        for match, announced in topics[first : bisect_right(ends, block.span.end)]:
            rest = document.text[match.end() : block.span.end - 1]
            if not any(mark in rest for mark in words.clause_marks):
                items = blocks[number + 1].span.to(blocks[end - 1].span)
                yield Enumeration(Span(*match.span()), announced, items, frozenset({count}))


def _resumes(document: Document, end: int) -> bool:
    """Whether a list of items goes on behind a paragraph that belongs to one of them."""
    return any(block.kind == "item" for block in document.blocks[end + 1 : end + 3])


def _in_series(
    document: Document,
    topics: Sequence[Topic],
    sentences: Sequence[Sentence],
    series: Sequence[Series],
    words: Enumerations,
) -> Iterator[Enumeration]:
    """我强调三点。第一，…第二，…: the ordinals count the items."""
    ends = [match.end() for match, _ in topics]
    for each in series:
        first, last = each.marks[0].span, each.marks[-1].span
        at = bisect_left(ends, first.start + 1) - 1
        if at < 0 or not each.runs_on or not _leads_to(document, words, ends[at], first.start):
            continue
        match, number = topics[at]
        counts = {len(each.marks)}
        if _has_a_last(document, sentences, words, each):
            counts.add(len(each.marks) + 1)
        yield Enumeration(Span(*match.span()), number, first.to(last), frozenset(counts))


def _leads_to(document: Document, words: Enumerations, start: int, end: int) -> bool:
    """Whether nothing but the end of its clause stands between an announcement and the first item."""
    between = document.text[start:end].rstrip(words.clause_marks + ' \t\u3000“"—')
    return len(between) <= _GAP[document.language] and not any(mark in between for mark in words.clause_marks)


def _has_a_last(document: Document, sentences: Sequence[Sentence], words: Enumerations, series: Series) -> bool:
    """Whether a sentence behind the last ordinal opens one more item without one: 最后, finally."""
    last, block, start = compiled(words.last_pattern), series.blocks[-1], series.marks[-1].span.start
    first = max(0, bisect_right(sentences, start, key=lambda sentence: sentence.span.start) - 1)
    for sentence in sentences[first:]:
        clauses = sentence.clauses[bisect_right(sentence.clauses, start, key=lambda clause: clause.start) :]
        for clause in clauses:
            if sentence.block > block + 1 or clause.start > start + _BEHIND:
                return False
            if last.match(document.text, clause.start):
                return True
    return False
