"""Official names that are written another way."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.case import Case
from factcheck.model.fact import OfficialName
from factcheck.model.finding import Offence, Related
from factcheck.model.message import Message, say, verbatim
from factcheck.model.name import Name
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span

SHORTEST = 6  # characters of a name that is looked for with a slip in it; a shorter one may be another name
PER_SLIP = 5  # characters of a name for each one that may differ


@rule(
    severity="error",
    facts="""
- {id: zone, name: 全国社区治理和服务创新实验区, never: [全国社区治理和服务创新试验区, 社区治理创新示范区]}
- {id: institute, name: 黄海科学技术研究院}
- {id: committee, name: 中共滨城区委, never: [滨城区委]}
- {id: school, name: 滨城区第一实验中学}
- {id: port, name: Callan Bay Port Authority, never: [Callan Bay Harbour Authority, CBPA]}
""",
    examples=[
        Bad(
            "⟦全国社区治理和服务创新试验区⟧经验做法在全国推广。",
            says="the name is 全国社区治理和服务创新实验区, never 全国社区治理和服务创新试验区",
        ),
        Bad("⟦黄海科学枝术研究院⟧揭牌成立。", says="黄海科学枝术研究院 looks like a slip for 黄海科学技术研究院"),
        Bad("会议由⟦滨城区委⟧召开，中共滨城区委书记讲话。", says="the name is 中共滨城区委, never 滨城区委"),
        Bad(
            "The ⟦Callan Bay Harbour Authority⟧ runs two berths.",
            says="the name is Callan Bay Port Authority, never Callan Bay Harbour Authority",
        ),
        Bad(
            "The berths belong to the ⟦Calan Bay Port Authority⟧, its chief executive said.",
            says="Calan Bay Port Authority looks like a slip for Callan Bay Port Authority",
        ),
        Good("全国社区治理和服务创新实验区通过验收。", because="the official name"),
        Good("滨城区第二实验中学和滨城区第一实验中学同时开学。", because="a numeral makes another name"),
        Good("黄海科学技术院校联盟成立。", because="another name"),
        Good("研究院揭牌成立。", because="a name may be shortened"),
        Good("The CBPAs of other ports differ.", because="the forbidden letters are only a part of this word"),
        Good("The Callan Bay Port Association met.", because="another name: a whole word differs"),
        Good("The Callan Bay Port Authority's berths are full.", because="the official name"),
    ],
)
def name_mismatch(case: Case) -> Iterator[Offence]:
    """Flag an official name of the facts file that the draft writes another way.

    A spelling that the facts file forbids (`never`) is one; so is a name that differs from the official one by a slip: a
    character or two exchanged for others, a letter dropped or doubled. Names that a numeral, a direction or a level sets
    apart are other names, and a name may be shortened.
    """
    official = [span for name in case.facts.names for span in _places(case, name.name)]
    for name in case.facts.names:
        for never in name.never:
            for span in _places(case, never):
                if not any(place.contains(span) for place in official):
                    yield _offence(
                        span, name, say("the name is {name}, never {found}", name=name.name, found=never), never
                    )
    known = {word for name in case.facts.names for word in (name.name, *name.never)}
    for found in case.names:
        for name in case.facts.names:
            slip = _slip(found, name.name, case.telling)
            if slip is not None and slip.cut(case.document.text) not in known:
                text = case.document.cut(slip)
                yield _offence(
                    slip,
                    name,
                    say("{found} looks like a slip for {name}", found=text, name=name.name),
                    text,
                    certain=False,
                )


def _offence(span: Span, name: OfficialName, message: Message, found: str, *, certain: bool = True) -> Offence:
    origin = name.origin
    return Offence(
        span=span,
        message=message,
        found=found,
        expected=name.name,
        suggestion=name.name,
        fact=name.id,
        certain=certain,
        related=(Related(verbatim(name.name), path=origin.path, line=origin.line, column=origin.column),),
    )


def _places(case: Case, name: str) -> Iterator[Span]:
    """Where a name stands; one in letters with no letter beside it."""
    text, at = case.document.text, 0
    while (at := text.find(name, at)) >= 0:
        end = at + len(name)
        if not (_is_letter(text[at - 1 : at]) and _is_letter(name[0])) and not (
            _is_letter(text[end : end + 1]) and _is_letter(name[-1])
        ):
            yield Span(at, end)
        at = end


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _slip(found: Name, official: str, telling: frozenset[str]) -> Span | None:
    """Where a name that was found has the official one with a slip in it."""
    if found.kind == "person" or len(official) < SHORTEST:
        return None
    if found.sound:
        return _slip_in_characters(found, official, telling)
    words, others = found.text.split(), official.split()
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(words) < 2 or len(differing) != 1:
        return None
    return found.span if _slip_in_letters(*differing[0], telling) else None


def _slip_in_characters(found: Name, official: str, telling: frozenset[str]) -> Span | None:
    text = found.text[-len(official) :]
    differing = [(a, b) for a, b in zip(text, official, strict=False) if a != b]
    if len(text) != len(official) or not 0 < len(differing) <= max(1, len(official) // PER_SLIP // 2):
        return None
    if any(character in telling for pair in differing for character in pair):
        return None
    return Span(found.span.end - len(text), found.span.end)


def _slip_in_letters(found: str, official: str, telling: frozenset[str]) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loaded only when there is something to compare

    one, two = found.lower(), official.lower()
    ending = one.startswith(two) or two.startswith(one)
    return not ending and telling.isdisjoint((one, two)) and len(two) >= PER_SLIP and OSA.distance(one, two) == 1
