"""Drafts by other writers: claims are bound to their facts, slips are found, and false alarms are rare.

The limits are what was reached; a change that falls below them has to say why. `python tests/benchmarks/matching.py` shows each
figure that is judged otherwise than its label.
"""

from __future__ import annotations

from labelled import labelled_drafts
from scores import Score, score


def scored(group: str) -> Score:
    return sum((score(draft) for draft in labelled_drafts(group) if draft.facts), Score())


def test_chinese_press_drafts() -> None:
    found = scored("zh-press")
    assert found.share("verified") >= 0.92
    assert found.share("mismatch") >= 0.78
    assert found.share("unsupported") >= 0.97
    assert found.false_alarms <= 2


def test_official_figures_in_popular_words() -> None:
    found = scored("zh-gov")
    assert found.share("verified") >= 0.85
    assert found.share("mismatch") >= 0.64
    assert found.share("unsupported") >= 0.95
    assert found.false_alarms <= 3


def test_english_drafts() -> None:
    found = scored("en")
    assert found.share("verified") >= 0.82
    assert found.share("mismatch") >= 0.7
    assert found.share("unsupported") >= 0.95
    assert found.false_alarms <= 9


def test_drafts_in_another_language_than_the_facts() -> None:
    found = scored("xl")
    assert found.share("verified") >= 0.77
    assert found.share("mismatch") >= 0.53
    assert found.share("unsupported") >= 0.95
    assert found.false_alarms <= 5
