"""One name in two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.name import Name
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span
from factcheck.patterns import compiled

SHARED = 6  # characters that two spellings of a body share by their sound, the differing ones included
DIFFERING = 2  # so many of them may be written differently
PERSON = 3  # characters of a person's name that are too many to sound alike by chance
LONG_WORD, SHORT_WORD = (
    6,
    4,
)  # letters of a word that is compared by itself, and of one whose neighbour must be the same
COMPARED = 8  # spellings of one sound that are compared with each other
VOWELS = "aeiouy"


class Spelling(Struct, frozen=True):
    """One way in which a draft writes a name, with its places."""

    text: str
    spans: tuple[Span, ...]


@rule(
    severity="warning",
    examples=[
        Bad(
            "创建全国社区治理和服务创新实验区是一项长期任务。全国社区治理和服务创新实验区已通过验收。"
            "⟦全国社区治理和服务创新试验区⟧经验做法在全国推广。",
            says="全国社区治理和服务创新试验区 here, 全国社区治理和服务创新实验区 in line 1",
        ),
        Bad(
            "东湾海洋文化博览馆今日开馆。\n\n“孩子们喜欢这里。”⟦东湾海洋文化博物馆⟧副馆长林晓棠说。东湾海洋文化博览馆全年免费。",
            says="东湾海洋文化博物馆 here, 东湾海洋文化博览馆 in line 1",
        ),
        Bad(
            "市委书记佘春明在会上强调，要守住底线。会后，市委书记⟦余春明⟧到社区走访。",
            says="余春明 here, 佘春明 in line 1",
        ),
        Bad(
            "The works at Scarbeck supplied 88 million litres a day. Filters for Scarbeck cost £12.5 million. "
            "The board will visit ⟦Scarbek⟧ in May.",
            says="Scarbek here, Scarbeck in line 1",
        ),
        Bad(
            "Last year Dana Virtanen, chief executive of the port, opened two berths. "
            "The berths are full, Dana ⟦Virtannen⟧ told the council.",
            says="Virtannen here, Virtanen in line 1",
        ),
        Bad(
            "青禾县城乡融合发展试验区揭牌。⟦青禾县城乡融合发展实验区⟧已成立管委会，⟦青禾县城乡融合发展实验区⟧规划获批。",
            says=("青禾县城乡融合发展实验区 here, 青禾县城乡融合发展试验区 in line 1",) * 2,
            facts="- {id: zone, name: 青禾县城乡融合发展试验区}",
        ),
        Good(
            "青禾县城乡融合发展实验区揭牌，青禾县城乡融合发展试验区规划获批。",
            because="name-mismatch reports what the facts file forbids",
            facts="- {id: zone, name: 青禾县城乡融合发展实验区, never: [青禾县城乡融合发展试验区]}",
        ),
        Good("市第一人民医院和市第二人民医院同时启用新楼。", because="a numeral sets two names apart"),
        Good("东城区城市管理委员会与西城区城市管理委员会签约。", because="a direction sets two names apart"),
        Good("山西省农业科学研究院和陕西省农业科学研究院合作育种。", because="two provinces whose names sound alike"),
        Good(
            "市大学生就业服务中心和市大学生创业服务中心合署办公。", because="one character differs in sound and sense"
        ),
        Good("副市长张建国、副市长李志国出席。", because="two people"),
        Good("实验区建设稳步推进，试验区面积扩大。", because="too short to be one name"),
        Good(
            "The Americans signed first. Trade across the Americas grew as American firms invested.",
            because="an ending",
        ),
        Good(
            "Workfare was raised in March. Workcare, a new scheme, was added to Workfare in May.",
            because="another consonant",
        ),
        Good("The Northern Line and the Southern Line reopened; so did the Northern Loop.", because="other words"),
        Good("We met Mr Johnson in Leeds and Mr Johnston in York.", because="once each, with nothing else in common"),
    ],
)
def name_variant(case: Case) -> Iterator[Offence]:
    """Flag a name that the draft spells in two ways.

    No list of names is needed: the spelling that is used more often, or first, is taken to be meant. Chinese names are one
    when they sound or look alike to the last character and differ in no character that sets names apart (numerals,
    directions, levels, provinces). Words of other names are one when a letter is dropped, doubled or exchanged, or a vowel
    changed; another ending makes another word. Where the facts file has the name, it is right; a spelling that it forbids is
    left to name-mismatch.
    """
    reported: set[Span] = set()
    official = {name.name for name in case.facts.names}
    forbidden = {never for name in case.facts.names for never in name.never}
    for usual, odd in (*_joined(case), *_spaced(case)):
        meant, other = (odd, usual) if odd.text in official else (usual, odd)
        line = case.document.place(meant.spans[0]).line
        for span in () if other.text in forbidden else other.spans:
            if span not in reported:
                reported.add(span)
                yield Offence(
                    span=span,
                    message=say(
                        "{found} here, {expected} in line {line}", found=other.text, expected=meant.text, line=line
                    ),
                    found=other.text,
                    expected=meant.text,
                    suggestion=meant.text,
                    related=(Related(say("the other spelling"), meant.spans[0]),),
                )


def _joined(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Names that sound alike and are written differently: the usual spelling and the odd one."""
    alike: dict[str, list[Name]] = defaultdict(list)
    for name in case.names:
        if name.kind == "person" and len(name.sound) >= PERSON:
            alike[name.sound].append(name)
        elif name.kind != "person" and len(name.sound) >= SHARED:
            alike[name.sound[-SHARED:]].append(name)
    for names in alike.values():
        spellings = {name.text: name for name in reversed(names)}
        for one, two in combinations(list(spellings.values())[:COMPARED], 2):
            length = _alike(one.sound[::-1], two.sound[::-1])
            a, b = one.text[-length:], two.text[-length:]
            if _differ_by_ear(a, b, case.telling):
                yield _usual_first(*(Spelling(text, tuple(_ends(names, text))) for text in (a, b)))


def _alike(one: str, two: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _differ_by_ear(one: str, two: str, telling: frozenset[str]) -> bool:
    differing = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return 0 < len(differing) <= DIFFERING and telling.isdisjoint(character for pair in differing for character in pair)


def _ends(names: Iterable[Name], text: str) -> Iterator[Span]:
    """Where names end in this text; a word before a name may have been taken for a part of it."""
    for name in names:
        if name.text.endswith(text):
            yield Span(name.span.end - len(text), name.span.end)


def _usual_first(one: Spelling, two: Spelling) -> tuple[Spelling, Spelling]:
    first, second = sorted((one, two), key=lambda spelling: (-len(spelling.spans), spelling.spans[0]))
    return first, second


def _spaced(case: Case) -> Iterator[tuple[Spelling, Spelling]]:
    """Words of names that differ by a letter: the usual spelling and the odd one."""
    places: dict[str, list[Span]] = defaultdict(list)
    beside: dict[str, set[str]] = defaultdict(set)
    for name in case.names:
        words = (
            []
            if name.sound
            else [match for match in compiled(r"[^\W\d_]+").finditer(name.text) if not match[0].isupper()]
        )
        for word in words:
            if len(word[0]) >= SHORT_WORD:
                places[word[0]].append(Span(name.span.start + word.start(), name.span.start + word.end()))
                beside[word[0]].update(other[0] for other in words if other[0] != word[0])
    for one, two in _near(places):
        usual, odd = _usual_first(Spelling(one, tuple(places[one])), Spelling(two, tuple(places[two])))
        in_company = not beside[one].isdisjoint(beside[two])
        by_itself = min(len(one), len(two)) >= LONG_WORD and len(usual.spans) > len(odd.spans)
        if _misspelt(one, two) and (in_company or by_itself) and case.telling.isdisjoint((one.lower(), two.lower())):
            yield usual, odd


def _near(words: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of words that are the same after at most one letter is left out of each."""
    near: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            near[key].append(word)
    return {pair for group in near.values() for pair in combinations(group[:COMPARED], 2)}


def _misspelt(one: str, two: str) -> bool:
    """Whether two words differ by a letter dropped, doubled or exchanged, or by a vowel; an ending makes another word."""
    a, b = (word.lower().removesuffix("s") for word in (one, two))
    if a.startswith(b) or b.startswith(a):
        return False
    begin = _alike(a, b)
    end = _alike(a[begin:][::-1], b[begin:][::-1])
    gone, come = a[begin : len(a) - end], b[begin : len(b) - end]
    vowel = gone in VOWELS and come in VOWELS and len(a) >= LONG_WORD
    one_letter = not gone or not come or gone == come[::-1] or vowel
    return begin > 0 and end > 0 and one_letter
