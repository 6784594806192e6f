"""The rule contradiction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from msgspec.structs import replace

from factcheck.model.agreement import compatible
from factcheck.model.case import Case
from factcheck.model.claim import MASK, TIME, Claim
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.period import same_time
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.wording import keys_of
from factcheck.patterns import compiled

# Words must say at least this much beside a figure before their coming back with another figure means anything.
ENOUGH, LED_UP_TO = 5, 4

# … unless they say so much.
MUCH = 12

# A passage of more figures is a list or a table, and compared with no other.
MOST = 24

# Words in another order must say this much, and be no longer than a clause is, in code points.
REWORDED, LONGEST = 7, 120

# From this score on two claims that restate one fact surely speak of the same thing.
SURE = 0.55

_PUNCTUATION = str.maketrans("", "", " \t\r\n\u3000，,。.；;：:、！!？?“”\"'‘’（）()" + MASK)


@rule(
    severity="error",
    examples=[
        Bad(
            "76家金融机构形成了金融组织体系。全区新建学校23所。金融机构增至⟦75家⟧。",
            says="75家 here, 76家 in line 1: both speak of 金融机构",
        ),
        Bad(
            "合作社目前已注册365家。\n\n回望全年,合作社目前已注册⟦356家⟧。",
            says="356家 here, 365家 in line 1: both speak of 合作社",
        ),
        Bad(
            "The museum welcomed 1.27 million visitors.\n\nThe museum welcomed ⟦1.72 million⟧ visitors.",
            says="1.72 million here, 1.27 million in line 1: both speak of visitors",
        ),
        Bad(
            "The library lends 48,000 books a year.\n\nThe library lends ⟦84,000⟧ books a year.",
            says="84,000 here, 48,000 in line 1: both speak of books a year",
        ),
        Bad(
            "2024年财政收入53.1亿元。\n\n单位：亿元\n\n| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 财政收入 | 48.6 | ⟦51.3⟧ |",
            says="51.3亿元 here, 53.1亿元 in line 1: both speak of 财政收入",
        ),
        Bad(
            "| US$ million | 2023 | 2024 |\n|---|---|---|\n| Net sales | 410.2 | 433.9 |\n\n"
            "Net sales rose 5.8% to ⟦$439.3 million⟧ in 2024.",
            says="$439.3 million here, US$433.9 million in line 3: both speak of Net sales",
        ),
        Good("2019年全区新增企业12家。2020年全区新增企业15家。", because="two years"),
        Good(
            "2024年财政收入53.1亿元。\n\n| 区县 | 2024年财政收入（亿元） |\n|---|---|\n| 东区 | 21.2 |\n| 西区 | 30.1 |",
            because="the table gives those of the districts",
        ),
        Good("全区企业51家,其中过亿元企业27家。", because="the second is a part of the first"),
        Good("将63个社区规划调整为84个。", because="a change has two values"),
        Good("甲区新建学校23所。乙区新建学校25所。", because="two districts"),
        Good("全区新建学校23所。全区新建学校20多所。", because="the second figure admits the first"),
        Good("计划新建学校30所。全区新建学校23所。", because="a plan and its outcome"),
        Good("The port employed 420 people in 2019. The port employed 460 people in 2020.", because="two years"),
        Good("The plan was for 30 schools. The council built 23 schools.", because="a plan and its outcome"),
        Good("The city has 84 parks. Some 80 parks are in the city.", because="the second figure admits the first"),
        Good("Shop A was fined $1,000.\nShop B was fined $2,000.", because="two shops"),
    ],
)
def contradiction(case: Case) -> Iterable[Offence]:
    """Flag two figures of one draft that cannot both be right.

    Two claims contradict when they say the same of the same thing, at the same time and place, with figures that do not
    agree. They are the same when their clauses are, but for the figure; when both name one subject and nothing that narrows
    it down; or when both restate one fact of the facts file. Where three or more different figures stand in the same words,
    or two that take turns, the words are a form that is filled in again and again, and no contradiction.

    A figure in a table says what the heads of its row and column and the caption say of it. It is held against prose that gives
    one thing, measure, unit, time and place with it.
    """
    reported: set[int] = set()
    for first, second in _pairs(case):
        if second.span.start not in reported:
            reported.add(second.span.start)
            yield _offence(case, first, second)


def _pairs(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Claims that clash: by their words, by their subject, by a table, or because both restate one fact."""
    prose = [claim for claim in case.claims if claim.cell is None]
    for key, beside in (
        (_clause, _beside(prose, lambda claim: claim.clause.start)),
        (_sentence, _beside(prose, lambda claim: claim.sentence.start)),
        (_plain_subject, {}),
        (_reworded(case.particles), _beside(prose, lambda claim: claim.clause.start)),
    ):
        yield from _clashing_pairs(prose, key, beside)
    yield from _unprecedented(prose)
    for pair in case.counterparts:
        yield from _clashes(pair)
    restated: dict[str, list[Claim]] = defaultdict(list)
    for match in case.matches:
        if match.fact is not None and match.evidence is not None and match.evidence.score >= SURE:
            restated[match.fact.id].append(match.claim)
    for group in restated.values():
        yield from (pair for pair in _clashes(group) if not all(claim.cell for claim in pair))


Figures = tuple[tuple[int, ...], ...]
Key = Callable[[Claim, Figures | None], Hashable | None]


def _beside(claims: Sequence[Claim], passage: Callable[[Claim], int]) -> Mapping[int, Figures]:
    """The other figures of each claim's passage, by the place of the claim; none for one in a long list of figures."""
    passages: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        passages[passage(claim)].append(claim)
    found: dict[int, Figures] = {}
    for group in passages.values():
        if len(group) > MOST:
            continue
        figures = tuple(_figures(claim) for claim in group) if len(group) > 1 else ()
        for at, claim in enumerate(group):
            found[claim.span.start] = figures[:at] + figures[at + 1 :]
    return found


def _figures(claim: Claim) -> tuple[int, ...]:
    """A claim's values in base units, as numerators and denominators: these are hashed quickly."""
    low, high = claim.quantity.base_low, claim.quantity.base_high
    return (*low.as_integer_ratio(), *high.as_integer_ratio())


def _clashing_pairs(claims: Sequence[Claim], key: Key, beside: Mapping[int, Figures]) -> Iterator[tuple[Claim, Claim]]:
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        found = key(claim, beside.get(claim.span.start))
        if found is not None:
            groups[found].append(claim)
    for group in groups.values():
        yield from _clashes(group)


def _clause(claim: Claim, beside: Figures | None) -> Hashable | None:
    """What a clause says beside its figure, when it says enough to mean one thing."""
    if claim.points_back or claim.elided:
        return None
    said = _said(claim.before, claim.after, claim, beside)
    return None if said is None else (_letters(claim.scoped), said)


def _sentence(claim: Claim, beside: Figures | None) -> Hashable | None:
    """What a sentence says beside one of its figures."""
    if claim.sentence_points_back or (claim.elided and not claim.lead):
        return None
    return _said(claim.lead + claim.before, claim.after + claim.tail, claim, beside)


def _said(before: str, after: str, claim: Claim, beside: Figures | None) -> Hashable | None:
    if claim.listed or beside is None:
        return None
    ahead, behind = _letters(before), _letters(after)
    if not _says(MUCH, ahead + behind) and not (_says(LED_UP_TO, ahead) and _says(ENOUGH, ahead + behind)):
        return None
    return (ahead, behind, claim.quantity.dimension, claim.role, beside)


def _letters(text: str) -> str:
    return text.lower().translate(_PUNCTUATION)


def _says(enough: int, letters: str) -> bool:
    """Whether letters say so much: a word in Latin letters as much as a Han character and a half, on the average."""
    if not enough <= len(letters) < 3 * enough:  # so many say enough in any script
        return len(letters) >= enough
    latin = len(compiled("[a-z]").findall(letters))
    return len(letters) - latin + latin // 3 >= enough


def _plain_subject(claim: Claim, _beside: Figures | None) -> Hashable | None:
    """A subject that nothing narrows down, with what is counted."""
    if not claim.plain or claim.measure != "total" or claim.role or claim.part or claim.listed:
        return None
    if len(claim.subject) < 3 or claim.quantity.dimension not in ("count", "person"):
        return None
    return (claim.subject, claim.quantity.unit, claim.planned)


def _unprecedented(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """What is spoken of as known (the 2,100 checks) where all that was counted of its kind before has another figure."""
    last: dict[Hashable, Claim] = {}
    values: dict[Hashable, set[tuple[int, ...]]] = defaultdict(set)
    for claim in claims:
        if not claim.noun or claim.role or claim.listed:
            continue
        kind = (claim.noun, claim.quantity.dimension)
        if claim.definite and not claim.part and len(values[kind]) == 1:
            # What was spoken of before is of that time, whatever time was spoken of since.
            yield from _clashes((last[kind], claim if claim.own_time else replace(claim, when=None)))
        last[kind] = claim
        values[kind].add(_figures(claim))


def _reworded(particles: Set[str]) -> Key:
    """The words of a clause in any order, without particles: 带动农户2.4万户 and 带动了24000户农户."""

    def key(claim: Claim, beside: Figures | None) -> Hashable | None:
        if not particles or beside is None or claim.points_back or claim.elided or claim.listed or claim.role:
            return None
        if len(claim.before) + len(claim.after) > LONGEST:
            return None
        words = [word for word in keys_of(f"{claim.before} {claim.after}") if word not in particles]
        if not _says(REWORDED, "".join(words)):
            return None
        return (_letters(claim.scoped), tuple(sorted(words)), claim.quantity.dimension, TIME in claim.before, beside)

    return key


def _clashes(group: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a group that cannot both be right, the earlier first."""
    kinds: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in group:
        kinds[claim.planned, claim.quantity.hedge and claim.quantity.hedge.kind].append(claim)
    for alike in kinds.values():
        yield from _clashes_of_kind(alike)


def _clashes_of_kind(group: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The same, where all are outcomes or all plans, and hedged alike: a bound beside a plain figure is mostly a target."""
    if len(group) < 2:
        return
    values = Counter((claim.quantity.base_low, claim.quantity.base_high) for claim in group)
    if len(values) != 2 or min(values.values()) > 1:
        return
    for first, second in pairwise(group):
        if (
            first.sentence != second.sentence
            and not _apart(first, second)
            and not compatible(first.quantity, second.quantity)
        ):
            yield first, second


def _apart(first: Claim, second: Claim) -> bool:
    """Whether scope alone keeps two claims apart."""
    if same_time(first.when, second.when) is False:
        return True
    return first.where != second.where and None not in (first.where, second.where)


def _offence(case: Case, first: Claim, second: Claim) -> Offence:
    earlier, here = _shown(case, first), _shown(case, second)
    return Offence(
        span=second.span,
        message=say(
            "{here} here, {earlier} in {place}: both speak of {subject}",
            here=here,
            earlier=earlier,
            place=case.document.told(first.span),
            subject=second.subject,
        ),
        found=case.document.cut(second.span),
        expected=earlier,
        related=(Related(say("{earlier} here", earlier=earlier), span=first.span),),
    )


def _shown(case: Case, claim: Claim) -> str:
    """A figure as its text has it; that of a table's cell with the unit that the table gives it."""
    return claim.cell.written if claim.cell is not None else case.document.cut(claim.span)
