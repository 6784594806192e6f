"""When and where a claim holds, and whether it is an outcome or a plan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.claims.words import word_list
from factcheck.language.grammar import Grammar
from factcheck.model.period import Period
from factcheck.model.span import Span


def is_yardstick(text: str, period: Period, grammar: Grammar) -> bool:
    """Whether a period is only what something is compared with: 比2019年增长, than in 2019."""
    led = text[max(0, period.span.start - 14) : period.span.start].rstrip().lower()
    if grammar.spaced:
        led = led.removesuffix(" in").removesuffix(" the").removesuffix(" in")
    comparing = word_list(grammar.comparing, grammar.spaced)
    word = comparing.at_end(led)
    if not word:
        return False
    # 与、同、和 and "on", "over", "from" compare only when a word of comparison follows or a change leads up to them.
    return word in grammar.comparing[:2] or comparing.within(text[period.span.end : period.span.end + 8])


def period_for(periods: Sequence[Period], place: Span, clause: Span) -> tuple[Period | None, bool]:
    """The period that holds for a figure, and whether it stands in the figure's own clause.

    `periods` are those of the paragraph, in order and without yardsticks: the last before the figure counts, else one that
    follows in the same clause, else what the paragraph stated before.
    """
    behind = bisect_right(periods, place.start, key=lambda period: period.span.end)
    ahead = periods[behind - 1] if behind else None
    if ahead is not None and clause.contains(ahead.span):
        return ahead, True
    following = periods[behind] if behind < len(periods) else None
    if following is not None and clause.contains(following.span):
        return following, True
    return ahead, False


def region_in(phrase: str, grammar: Grammar) -> str | None:
    """A word of place in the phrase that sets a scope by itself: 全区, 农村, nationwide."""
    at, word = word_list(grammar.regions, grammar.spaced).last(phrase.lower() if grammar.spaced else phrase)
    return word if at >= 0 else None


def is_planned(clause_before: str, lead: str, grammar: Grammar) -> bool:
    """Whether the figure is a target or a forecast.

    That is told by the words before it in its clause or close before that, or by what leads up to a colon in its sentence.
    """
    words = word_list(grammar.planned, grammar.spaced)
    ahead = max(lead.rfind("："), lead.rfind(":"), 0)
    return any(words.within(text.lower()) for text in (clause_before, lead[-24:], lead[:ahead]))


def announces_plans(heading: str, grammar: Grammar) -> bool:
    """Whether everything under a heading is planned."""
    return word_list(grammar.plans, grammar.spaced).within(heading.lower())
