"""The comments of a draft that speak to factcheck.

    <!-- factcheck: ignore RULE, RULE -- reason -->    the paragraph that it stands in; alone on its line, the one below
    <!-- factcheck: ignore-file RULE -- reason -->     the whole draft
    <!-- factcheck: disable RULE -- reason -->         from here on,
    <!-- factcheck: enable RULE -->                    up to here

`all` names every rule. Chinese punctuation serves as well: ： for the colon, ，and 、 between rules, —— before the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from factcheck.model.document import Comment, Document
from factcheck.model.problem import nearest
from factcheck.model.span import Span
from factcheck.model.suppression import Idle
from factcheck.patterns import compiled

ALL = "all"
Verb = Literal["ignore", "ignore-file", "disable", "enable"]
VERBS: tuple[Verb, ...] = ("ignore", "ignore-file", "disable", "enable")


class Word(Struct, frozen=True):
    """A rule that a comment names, and where."""

    text: str
    span: Span


class Directive(Struct, frozen=True):
    """A comment that passes over findings that begin in `reach`; `whole` when it reaches what is said of the draft as a whole."""

    span: Span
    rules: tuple[Word, ...]
    reason: str
    reach: Span
    whole: bool = False

    def covers(self, rules: Collection[str], span: Span) -> Word | None:
        """The word among `rules` that passes over a finding at a span, if any does."""
        there = self.whole if span.start == span.end else self.reach.start <= span.start < self.reach.end
        return next((word for word in self.rules if word.text in rules), None) if there else None


class Directives(Struct, frozen=True):
    """What a draft's comments ask for, and the comments that can't be followed."""

    directives: tuple[Directive, ...] = ()
    faults: tuple[Idle, ...] = ()


def read_directives(document: Document, known: Collection[str]) -> Directives:
    """The directives of a draft in their order; `known` are the ids of all rules. Their spans cut the draft's own text."""
    reader = _Reader(document, known)
    for comment in document.comments:
        reader.read(comment)
    return reader.directives()


@cache
def _form() -> re.Pattern[str]:
    """A directive: verb, rules, and behind a dash the reason."""
    return compiled(
        r"\s*factcheck\s*[:：]\s*(?P<verb>[^\s,，、—–]*+)(?P<rules>(?:(?!\s-{2,}|[—–]).)*+)(?:\s*(?:-{2,}|[—–]+)(?P<reason>.*+))?",
        re.DOTALL,
    )


class _Reader:
    """Reads one comment after the other; what is disabled stays open until it is enabled, or to the end."""

    def __init__(self, document: Document, known: Collection[str]) -> None:
        self._document = document
        self._known = known
        self._done: list[Directive] = []
        self._open: list[Directive] = []
        self._faults: list[Idle] = []

    def directives(self) -> Directives:
        end = len(self._document.text)
        done = [*self._done, *(_reaching(each, Span(each.span.end, end)) for each in self._open)]
        return Directives(tuple(sorted(done, key=lambda each: each.span)), tuple(self._faults))

    def read(self, comment: Comment) -> None:
        text = self._document.text
        match = _form().fullmatch(text, comment.inside.start, comment.inside.end)
        if match is None:
            return
        verb = match["verb"]
        if verb not in VERBS:
            at = Span(*match.span("verb")) if verb else comment.span
            self._faults.append(Idle("verb", at, verb, nearest(verb, VERBS) if verb else None))
            return
        rules = tuple(self._rules(Span(*match.span("rules"))))
        reason = " ".join((match["reason"] or "").split())
        if verb == "enable":
            self._enable(comment.span, rules or (Word(ALL, comment.span),))
        elif not rules:
            if not match["rules"].strip():
                self._faults.append(Idle("bare", comment.span, verb))
        elif verb == "disable":
            self._open.append(Directive(comment.span, rules, reason, comment.span))
        else:
            reach = Span(0, len(text)) if verb == "ignore-file" else _paragraph(self._document, comment)
            self._done.append(Directive(comment.span, rules, reason, reach, whole=verb == "ignore-file"))

    def _rules(self, span: Span) -> Iterator[Word]:
        """The rules that are named in a stretch; a name that no rule has is a fault."""
        for match in compiled(r"[^\s,，、;；]+").finditer(self._document.text, span.start, span.end):
            at = Span(*match.span())
            if match[0] == ALL or match[0] in self._known:
                yield Word(match[0], at)
            else:
                self._faults.append(Idle("rule", at, match[0], nearest(match[0], self._known)))

    def _enable(self, span: Span, rules: tuple[Word, ...]) -> None:
        for word in rules:
            closed = [
                each for each in self._open if word.text == ALL or any(word.text == own.text for own in each.rules)
            ]
            if not closed:
                self._faults.append(Idle("closed", word.span, word.text))
            for each in closed:
                self._close(each, word.text, span.start)

    def _close(self, directive: Directive, rule: str, end: int) -> None:
        """End what a directive disables, for one of its rules or for all of them."""
        ended = tuple(word for word in directive.rules if rule in (ALL, word.text))
        going_on = tuple(word for word in directive.rules if word not in ended)
        self._open.remove(directive)
        self._done.append(_reaching(_naming(directive, ended), Span(directive.span.end, end)))
        if going_on:
            self._open.append(_naming(directive, going_on))


def _naming(directive: Directive, rules: tuple[Word, ...]) -> Directive:
    return Directive(directive.span, rules, directive.reason, directive.reach)


def _reaching(directive: Directive, reach: Span) -> Directive:
    return Directive(directive.span, directive.rules, directive.reason, reach)


def _paragraph(document: Document, comment: Comment) -> Span:
    """The paragraph on whose lines a comment stands, else the one below it, with the comment itself."""
    blocks, lines = document.blocks, document.lines
    first, last = bisect_right(lines, comment.span.start), bisect_right(lines, comment.span.end - 1)
    below = bisect_left(blocks, comment.span.end, key=lambda block: block.span.start)
    beside = [
        at
        for at in (below - 1, below)
        if 0 <= at < len(blocks) and first <= bisect_right(lines, blocks[at].span.start) <= last
    ]
    if not beside and below == len(blocks):
        return comment.span
    start, end = (beside[0], beside[-1]) if beside else (below, below)
    return blocks[start].span.to(blocks[end].span).to(comment.span)
