"""People with another office than their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.fact import Officer
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.name import Name
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.patterns import compiled

SHORTEST = 2  # characters that are left of an office
NEAR = 8  # characters between an office and the person: “ (Mr ”


@rule(
    severity="error",
    facts="""
- {id: secretary, person: 佘春明, office: 滨州市委书记、市人大常委会主任}
- {id: vice-mayor, person: 林晓棠, office: 东湾市人民政府副市长}
- {id: chief, person: Dana Virtanen, office: chief executive of the Callan Bay Port Authority}
- {id: minister, person: Lawrence Wong, office: Minister for Finance}
""",
    examples=[
        Bad(
            "⟦滨州市市长⟧佘春明在调研时指出，要守住底线。",
            says="滨州市市长: 佘春明 is 滨州市委书记、市人大常委会主任 in the facts file",
        ),
        Bad(
            "⟦市委副书记⟧佘春明出席会议。",
            says="市委副书记: 佘春明 is 滨州市委书记、市人大常委会主任 in the facts file",
        ),
        Bad("⟦东湾市市长⟧林晓棠说，项目已开工。", says="东湾市市长: 林晓棠 is 东湾市人民政府副市长 in the facts file"),
        Bad(
            "Two berths opened, Dana Virtanen, ⟦chairman of the Callan Bay Port Authority⟧, said.",
            says=(
                "chairman of the Callan Bay Port Authority: "
                "Dana Virtanen is chief executive of the Callan Bay Port Authority in the facts file"
            ),
        ),
        Bad(
            "The ⟦Minister for Trade⟧ (Mr Lawrence Wong) opened the fair.",
            says="Minister for Trade: Lawrence Wong is Minister for Finance in the facts file",
        ),
        Good("滨州市委书记、市人大常委会主任佘春明指出，要守住底线。", because="the office as the facts file gives it"),
        Good("市委书记佘春明出席会议。", because="an office may be shortened"),
        Good("市人大常委会主任佘春明出席会议。", because="one of two offices"),
        Good("东湾市副市长林晓棠说，项目已开工。", because="the middle of an office may be left out"),
        Good("会上，佘春明指出，要守住底线。", because="no office stands beside the name"),
        Good("滨州市市长李强和佘春明出席会议。", because="the office is another person's"),
        Good("Dana Virtanen, chief executive, said two berths had opened.", because="an office may be shortened"),
        Good("Dana Virtanen, who opened two berths, thanked the crews.", because="no office stands beside the name"),
    ],
)
def title_mismatch(case: Case) -> Iterator[Offence]:
    """Flag a person of the facts file whom the draft gives another office.

    An office may be shortened (市委书记 for 滨州市委书记, one of two offices, chief executive), but not changed: a deputy is no
    chief, and a mayor no secretary.
    """
    people = {officer.person: officer for officer in case.facts.people}
    for name in case.names:
        officer = people.get(name.text)
        if officer is None or name.office is None or _agree(name.office, officer.office, case.ranks):
            continue
        yield _offence(case, name, officer)


def _offence(case: Case, name: Name, officer: Officer) -> Offence:
    said, origin = name.office or "", officer.origin
    return Offence(
        span=_office_span(case.document.text, name.span, said),
        message=say(
            "{said}: {person} is {office} in the facts file", said=said, person=officer.person, office=officer.office
        ),
        found=said,
        expected=officer.office,
        suggestion=officer.office,
        fact=officer.id,
        related=(
            Related(
                say("{person}: {office}", person=officer.person, office=officer.office),
                path=origin.path,
                line=origin.line,
                column=origin.column,
            ),
        ),
    )


def _office_span(text: str, person: Span, office: str) -> Span:
    """Where the office stands: right before the person, or behind."""
    before = text.rfind(office, max(0, person.start - len(office) - NEAR), person.start)
    start = before if before >= 0 else text.find(office, person.end)
    return Span(start, start + len(office))


def _agree(said: str, official: str, ranks: frozenset[str]) -> bool:
    """Whether each office that the draft names is one of the official ones, or a shorter form of it."""
    wholes = _offices(official)
    return all(any(_shortens(part, whole, ranks) for whole in wholes) for part in _offices(said))


def _offices(words: str) -> list[str]:
    return [part.strip() for part in compiled(r"[、；;]|, | and (?=\w+ of\b)").split(words) if part.strip()]


def _shortens(part: str, whole: str, ranks: frozenset[str]) -> bool:
    return _shortens_words(part, whole, ranks) if whole.isascii() else _shortens_characters(part, whole, ranks)


def _shortens_characters(part: str, whole: str, ranks: frozenset[str]) -> bool:
    """Whether characters at the beginning or in the middle of an office were left out, and no rank with them.

    What stands before the office in the draft may be longer: 中共滨州市委书记, 山东省滨州市委书记.
    """
    deputies = tuple(ranks)
    begins = part.find(whole[:2])
    if begins > 0 and not part[:begins].endswith(deputies):
        part = part[begins:]
    end = _common(part[::-1], whole[::-1])
    begin = min(_common(part, whole), len(part) - end)
    left_out = whole[begin : len(whole) - end]
    return end >= SHORTEST and begin + end == len(part) and not left_out.endswith(deputies)


def _common(one: str, two: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _shortens_words(part: str, whole: str, ranks: frozenset[str]) -> bool:
    """Whether the office is called by the same noun, in the same rank, and for the same body where both name one."""
    (noun, body), (true_noun, true_body) = _noun_and_body(part), _noun_and_body(whole)
    if part.isupper() or noun & ranks != true_noun & ranks:
        return noun & ranks == true_noun & ranks
    same_body = not body or not true_body or not body.isdisjoint(true_body)
    return not noun.isdisjoint(true_noun) and same_body


def _noun_and_body(office: str) -> tuple[set[str], set[str]]:
    """The words of an office, and those with a capital behind “of” or “for”: chief executive | Port Authority."""
    noun, _, body = compiled(r"\b(?:the|a|an|its|his|her)\b ?", re.IGNORECASE).sub("", office).partition(" of ")
    if not body:
        noun, _, body = noun.partition(" for ")
    return set(noun.lower().split()), {word for word in compiled(r"[\w'-]+").findall(body) if word[0].isupper()}
