"""The words of a report: the heads and rows of its three tables, as texts, and the sentences above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from factcheck.archive.report.figures import Contradiction, Figures, Month, Said, Stand, WrongFact
from factcheck.model.message import Message, counted, msgid, say
from factcheck.translation.translator import Translator

Section = Literal["contradictions", "facts", "months"]

SECTIONS: Final[Mapping[Section, str]] = {
    "contradictions": msgid("Different values in different documents"),
    "facts": msgid("Facts that are most often wrong"),
    "months": msgid("By month"),
}

HEADS: Final[Mapping[Section, tuple[str, ...]]] = {
    "contradictions": (
        msgid("fact"),
        msgid("facts file"),
        msgid("value"),
        msgid("standing"),
        msgid("documents"),
        msgid("first"),
        msgid("last"),
        msgid("example"),
    ),
    "facts": (
        msgid("fact"),
        msgid("facts file"),
        msgid("written"),
        msgid("wrong"),
        msgid("stated"),
        msgid("share"),
        msgid("rule"),
    ),
    "months": (
        msgid("month"),
        msgid("documents"),
        msgid("claims"),
        msgid("bound"),
        msgid("wrong"),
        msgid("share"),
        msgid("errors"),
        msgid("warnings"),
        msgid("unread"),
    ),
}

STANDS: Final[Mapping[Stand, str]] = {"agrees": msgid("agrees"), "wrong": msgid("wrong"), "disputed": msgid("disputed")}

# The columns that hold figures.
FIGURES: Final[Mapping[Section, frozenset[int]]] = {
    "contradictions": frozenset({4}),
    "facts": frozenset({3, 4, 5}),
    "months": frozenset(range(1, 9)),
}

# The columns that hold words of any length, which may be folded.
LOOSE: Final[Mapping[Section, frozenset[int]]] = {
    "contradictions": frozenset({0, 1, 2, 7}),
    "facts": frozenset({0, 1, 2, 6}),
    "months": frozenset(),
}


def opening(figures: Figures) -> Message:
    """How much the archive holds."""
    return say(
        "{documents} with {claims}; {failed} could not be checked",
        documents=counted("{number} document", "{number} documents", figures.documents),
        claims=counted("{number} claim", "{number} claims", figures.claims),
        failed=figures.failed,
    )


def title(section: Section, figures: Figures) -> Message:
    """The title of a table; where it shows less than there is, how much."""
    name = say(SECTIONS[section])
    shown, there = _extent(section, figures)
    return name if shown == there else say("{title}: {shown} of {all}", title=name, shown=shown, all=there)


def nothing() -> Message:
    """What stands in place of a table without rows."""
    return say("none")


def _extent(section: Section, figures: Figures) -> tuple[int, int]:
    if section == "contradictions":
        return len(figures.contradictions), figures.contradictions_in_all
    if section == "facts":
        return len(figures.wrong), figures.wrong_in_all
    return 0, 0


def rows(section: Section, figures: Figures, translate: Translator) -> Iterator[tuple[str, ...]]:
    """The rows of a table."""
    if section == "contradictions":
        for each in figures.contradictions:
            yield from (_said(each, said, translate) for said in each.values)
    elif section == "facts":
        yield from map(_wrong, figures.wrong)
    else:
        yield from (_month(month, translate) for month in figures.months)


def _said(contradiction: Contradiction, said: Said, translate: Translator) -> tuple[str, ...]:
    return (
        contradiction.fact,
        contradiction.value,
        said.text,
        translate.text(STANDS[said.stands]),
        str(said.documents),
        str(said.first or ""),
        str(said.last or ""),
        said.document,
    )


def _wrong(fact: WrongFact) -> tuple[str, ...]:
    stated = (str(fact.stated), share(fact.wrong, fact.stated)) if fact.stated else ("", "")
    return (fact.fact, fact.expected, fact.found, str(fact.wrong), *stated, fact.rules)


def _month(month: Month, translate: Translator) -> tuple[str, ...]:
    return (
        month.month or translate(say("undated")),
        str(month.documents),
        str(month.claims),
        str(month.bound),
        str(month.mismatches),
        share(month.mismatches, month.bound),
        str(month.errors),
        str(month.warnings),
        str(month.failed),
    )


def share(part: int, whole: int) -> str:
    """A share in percent, to one place; nothing of nothing."""
    return f"{100 * part / whole:.1f}%" if whole else ""
