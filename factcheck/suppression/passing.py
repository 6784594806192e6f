"""Findings, and what was asked to be passed over: what is left of them, and what of the asking was for nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from factcheck.model.finding import Finding
from factcheck.model.span import Span
from factcheck.model.suppression import Accepted, Idle, Passed
from factcheck.suppression.directives import ALL, Directives, Word


class Outcome(Struct, frozen=True):
    """What is left to report, what was passed over, and the words of comments and the entries that were needed for it."""

    kept: tuple[Finding, ...]
    passed: tuple[Passed, ...]
    words: frozenset[Span] = frozenset()
    entries: frozenset[Accepted] = frozenset()


def pass_over(
    findings: Iterable[Finding], directives: Directives, accepted: Sequence[Accepted], *, by_all: bool = True
) -> Outcome:
    """Each finding is passed over by the first comment that covers it, else by an entry with its fingerprint.

    `by_all` is false where a comment must name the rule and can't say `all`.
    A baseline passes over as many findings of one fingerprint as it holds; an entry of an ignore file passes over all.
    """
    by_mark: dict[str, list[Accepted]] = defaultdict(list)
    for each in accepted:
        by_mark[each.fingerprint].append(each)
    kept, passed, words, entries = [], [], set(), set()
    for finding in findings:
        covered = _covering(finding, directives, (finding.rule, ALL) if by_all else (finding.rule,))
        if covered is not None:
            word, reason = covered
            passed.append(Passed(finding, "comment", reason))
            words.add(word.span)
        elif waiting := by_mark.get(finding.fingerprint):
            entry = waiting[0] if waiting[0].by == "ignore-file" else waiting.pop(0)
            passed.append(Passed(finding, entry.by, entry.reason))
            entries.add(entry)
        else:
            kept.append(finding)
    return Outcome(tuple(kept), tuple(passed), frozenset(words), frozenset(entries))


def idle(
    directives: Directives, accepted: Sequence[Accepted], outcome: Outcome, judged: Collection[str]
) -> tuple[Idle, ...]:
    """What asked for nothing, in the order of the text: comments for a rule among `judged`, and entries of this draft.

    `judged` are the rules that were asked, so that a rule that was left out proves no comment idle; with `all` among them when
    every rule was asked.
    """
    unused = (
        Idle("unused", word.span, word.text)
        for directive in directives.directives
        for word in directive.rules
        if word.span not in outcome.words and word.text in judged
    )
    silent = (Idle("reason", each.span, each.rules[0].text) for each in directives.directives if not each.reason)
    entries = (
        Idle("entry", Span(0, 0), each.fingerprint, entry=each)
        for each in accepted
        if each.bound and each not in outcome.entries and (each.rule or ALL) in judged
    )
    return tuple(sorted((*directives.faults, *unused, *silent, *entries), key=lambda each: (each.span, each.fault)))


def _covering(finding: Finding, directives: Directives, rules: Collection[str]) -> tuple[Word, str] | None:
    for directive in directives.directives:
        word = directive.covers(rules, finding.span)
        if word is not None:
            return word, directive.reason
    return None
