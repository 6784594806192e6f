"""Figures that belong together by position: 分别/respectively lists, and change pairs (由63个调整为84个)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.claims.subjects import before
from factcheck.claims.words import word_list
from factcheck.language.grammar import Grammar
from factcheck.model.claim import MASK
from factcheck.model.quantity import Quantity

Role = Literal["", "from", "to"]


def between(text: str, one: Quantity, two: Quantity) -> str:
    """What stands between two figures that follow each other."""
    return text[one.span.end : (two.outer or two.span).start]


def runs(text: str, quantities: Sequence[Quantity], grammar: Grammar) -> list[list[int]]:
    """Runs of figures with nothing but a joiner between them, as indices."""
    joiners = word_list(grammar.joiners, spaced=False)
    found: list[list[int]] = []
    for index, quantity in enumerate(quantities):
        if found and found[-1][-1] == index - 1:
            gap = between(text, quantities[index - 1], quantity).strip()
            word = joiners.at_start(gap) if gap else ""
            rest = gap[len(word) :].strip()
            if word and (not rest or joiners.at_start(rest) == rest):
                found[-1].append(index)
                continue
        found.append([index])
    return found


def is_respective(left: str, right: str, grammar: Grammar) -> bool:
    """Whether a run of figures answers to a list of subjects: 分别 before it, or "respectively" behind it."""
    words = word_list(grammar.respectively, grammar.spaced)
    if grammar.spaced:
        at, _ = words.first(right[:24].lower())
    else:
        at, _ = words.last(left[-24:])
    return at >= 0


def subjects_of_list(left: str, count: int, grammar: Grammar) -> tuple[str, ...]:
    """The subjects that a respective list of `count` values answers to, in order; () when there are not as many.

    What the last item says for all (贷款余额: 余额) is lent to the shorter ones, and what leads up to the first stays with it.
    """
    phrase = left.rpartition(MASK)[2]
    for word in grammar.respectively:
        phrase = phrase.rpartition(word)[0] or phrase
    items = _split(_last_clause(phrase, count, grammar), grammar)
    if len(items) < count:
        return ()
    items[0] = before(items[0], grammar) or items[0]
    items[-1] = before(items[-1], grammar) or items[-1]
    if not grammar.spaced:
        items = [_lend(item, items[-1]) for item in items]
    return tuple(items[:count] if len(items) == count + 1 else items[-count:])  # the last value may be lost


def _last_clause(phrase: str, count: int, grammar: Grammar) -> str:
    """The last clause of a phrase, when it holds enough items; else the whole."""
    stop = max(phrase.rfind(mark) for mark in "，,；;：:。")
    return phrase[stop + 1 :] if len(_split(phrase[stop + 1 :], grammar)) >= count else phrase


def _lend(item: str, last: str) -> str:
    """An item with the ending that the last one states for all: 城镇 + 农村居民收入 → 城镇居民收入.

    A short item lacks all that follows its own length in the last; a long one, the noun that closes it (two characters).
    """
    if item[-1] == last[-1]:
        return item
    return item + (last[len(item) :] if len(item) < len(last) else last[-2:])


def _split(phrase: str, grammar: Grammar) -> list[str]:
    items = [phrase]
    for joiner in grammar.joiners:
        pattern = f" {joiner} " if grammar.spaced and joiner.isalpha() else joiner
        items = [part for item in items for part in item.split(pattern)]
    return [item.strip() for item in items if item.strip()]


def change_roles(text: str, quantities: Sequence[Quantity], grammar: Grammar) -> list[Role]:
    """Which figures are the two ends of a change: 由63个社区调整为84个, rose from 252 to 287."""
    roles: list[Role] = [""] * len(quantities)
    starts = word_list(grammar.change_from, grammar.spaced)
    ends = word_list(grammar.change_to, grammar.spaced)
    for index in range(1, len(quantities)):
        one, two = quantities[index - 1], quantities[index]
        gap = between(text, one, two)
        if len(gap) > 40 or any(mark in gap for mark in "。；;!?！？\n"):
            continue
        led = text[max(0, (one.outer or one.span).start - 12) : (one.outer or one.span).start].rstrip().lower()
        if ends.at_end(gap.rstrip().lower()) and starts.last(led)[0] >= 0:
            roles[index - 1], roles[index] = "from", "to"
    return roles
