"""How the program's verdicts on a labelled draft stand to its labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from labelled import Labelled, label_of

from factcheck.model.match import Match
from factcheck.model.report import AGREEMENT
from factcheck.pipeline import check

JUDGED = ("verified", "mismatch", "unsupported")


class Judged(NamedTuple):
    """A figure with a label, and what the program makes of it."""

    draft: str
    text: str
    label: str
    fact: str | None
    match: Match | None
    right: bool


class Score(NamedTuple):
    """How many figures were judged right, of how many, by their label; and alarms on figures that are right."""

    right: tuple[int, ...] = (0, 0, 0)
    all: tuple[int, ...] = (0, 0, 0)
    false_alarms: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        right = tuple(map(sum, zip(self.right, other.right, strict=True)))
        whole = tuple(map(sum, zip(self.all, other.all, strict=True)))
        return Score(right, whole, self.false_alarms + other.false_alarms)

    def share(self, label: str) -> float:
        place = JUDGED.index(label)
        return self.right[place] / max(1, self.all[place])


def judged(draft: Labelled) -> Iterator[Judged]:
    """Every figure whose label says how it stands to the facts."""
    matches = check(draft.document, draft.facts, rules=()).case.matches
    by_figure = {label_of(match.claim, draft): match for match in reversed(matches)}
    for figure in draft.figures:
        if figure.verdict in JUDGED:
            match = by_figure.get(figure)
            text = draft.document.cut(figure.span)
            yield Judged(
                draft.name, text, figure.verdict, figure.fact, match, _is_right(figure.verdict, figure.fact, match)
            )


def _is_right(label: str, fact: str | None, match: Match | None) -> bool:
    if label == "verified":
        return match is not None and match.verdict in AGREEMENT and match.fact is not None and match.fact.id == fact
    if label == "mismatch":
        return match is not None and match.verdict == "mismatch"
    return match is None or match.verdict == "unsupported"


def score(draft: Labelled) -> Score:
    """The score of one draft."""
    found = list(judged(draft))
    return Score(
        tuple(sum(each.right for each in found if each.label == label) for label in JUDGED),
        tuple(sum(each.label == label for each in found) for label in JUDGED),
        sum(each.match is not None and each.match.verdict == "mismatch" and each.label != "mismatch" for each in found),
    )
