"""Figures that have lost their unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model.case import Case
from factcheck.model.claim import TIME, Claim
from factcheck.model.finding import Offence
from factcheck.model.message import Message, say
from factcheck.model.quantity import Quantity
from factcheck.model.rule import Bad, Good, rule

# Languages that write % behind every figure of a list and a unit behind both ends of a change; elsewhere the last or the
# first may speak for all: 5 and 6%, from 31 hours to 19.
REPEATING = frozenset({"zh"})
JOINED = 5  # code points between two figures of a list: 、, “ and ”
LIST = 3  # figures of a list from which one that is out of scale can be told
APART = 1000  # so many times smaller than the others is a figure that has lost its 万 or million
PERCENT = Decimal(100)
MARKS = tuple("、，,;；)）”")


@rule(
    severity="warning",
    examples=[
        Bad(
            "服务业营业收入42.91亿元，同比增长⟦14.63⟧，高于全市平均水平9.26个百分点。",
            says="14.63 has no unit: is it 14.63%?",
        ),
        Bad(
            "外贸货物吞吐量5821万吨，占全港的⟦46.2⟧，较去年同期提高1.8个百分点。", says="46.2 has no unit: is it 46.2%?"
        ),
        Bad("公交正点率为91.6%，地铁列车正点率达到⟦99.2⟧。", says="99.2 has no unit: is it 99.2%?"),
        Bad("平均换乘时间从6.8分钟缩短到⟦4.5⟧。", says="4.5 has no unit: is it 4.5分钟?"),
        Bad("成交量和成交额同比分别增长⟦29.71⟧和1.80%。", says="29.71 has no unit: is it 29.71%?"),
        Bad(
            "我国对东盟、欧盟、美国分别进出口4.7万亿元、4.23万亿元和⟦3.8元⟧。",
            says="3.8元 is far smaller than the rest of its list: has it lost its scale?",
        ),
        Bad("Sales rose ⟦4.5⟧ last year, while costs were up 3.2%.", says="4.5 has no unit: is it 4.5%?"),
        Bad("Prices fell by ⟦2.3⟧, the agency said.", says="2.3 has no unit: is it 2.3%?"),
        Bad("Output grew ⟦12⟧ last year, and exports 8%.", says="12 has no unit: is it 12%?"),
        Good("较上月分别上升0.6、0.7和0.3个百分点。", because="the unit behind the last figure holds for all"),
        Good("种群数量从不到10只增长到7群42只。", because="群 counts them"),
        Good("沪指上涨12.3点，报3300点。", because="points of an index"),
        Good("人民币汇率为7.1，市盈率为15.2。", because="these ratios have no unit"),
        Good("由3个街道调整为5个街道，从2012年增长到2020年。", because="units are there, and years need none"),
        Good("出口3.2亿元、进口4.1亿元，捐款3.8元。", because="not one list"),
        Good("Waiting time has come down from 31 hours to 19.", because="the first unit holds for both"),
        Good("Visits rose 12 on Monday and 14 on Tuesday.", because="a whole number may count the visits"),
        Good("The firm has grown to 40 outlets. Covid-19 cases rose in 2021.", because="outlets are counted"),
        Good("Costs grew by 4.5 and 6.2 per cent.", because="the unit behind the last figure holds for both"),
    ],
)
def missing_unit(case: Case) -> Iterator[Offence]:
    """Flag a figure whose unit or scale is missing.

    A rate of change or a share without %; in Chinese also the end of a change (从6.8分钟缩短到4.5) and a figure of a list
    whose last has %. In English a whole number may count things, so that a percentage nearby must tell. In a list of which
    all others are in 万, 亿 or millions, a figure that is a thousand times smaller has lost its scale.
    """
    for index, claim in enumerate(case.claims):
        unit = _lost_unit(case, index)
        if unit is not None:
            found = claim.quantity.text
            meant = found + unit
            message = say("{found} has no unit: is it {meant}?", found=found, meant=meant)
            yield _offence(claim, message, meant, certain=_is_told(case.claims, index))
    for claim in _without_scale(case.claims):
        found = claim.quantity.text
        yield _offence(
            claim, say("{found} is far smaller than the rest of its list: has it lost its scale?", found=found)
        )


def _offence(claim: Claim, message: Message, meant: str | None = None, *, certain: bool = False) -> Offence:
    found = claim.quantity.text
    return Offence(span=claim.span, message=message, found=found, expected=meant, suggestion=meant, certain=certain)


def _is_told(claims: Sequence[Claim], index: int) -> bool:
    """Whether the text itself says which unit was lost: at the start of the change, or behind the last figure of the list."""
    listed = _rest_of_list(claims, index)
    return claims[index].role == "to" or (bool(listed) and listed[-1].quantity.dimension == "percent")


def _lost_unit(case: Case, index: int) -> str | None:
    """The unit that a bare figure must have had; None when it needs none."""
    claim = case.claims[index]
    if claim.cell is not None:
        return None  # a table gives its units elsewhere
    if not _is_bare(claim.quantity) or not claim.near[0].strip() or claim.near[0][-1] in "-(":
        return None
    repeating = case.document.language in REPEATING
    if claim.role == "to":
        return _unit_of_start(case, index) if repeating and _stands_alone(claim, repeating) else None
    if claim.role == "from" or claim.measure not in ("growth", "decline", "share"):
        return None
    if claim.measure == "share" and not 1 < claim.quantity.high <= PERCENT:
        return None
    listed = _rest_of_list(case.claims, index)
    if listed and not (repeating and listed[-1].quantity.dimension in ("percent", "number")):
        return None
    last = listed[-1] if listed else claim
    if _is_bare(last.quantity) and not _stands_alone(last, repeating):
        return None
    return "%" if repeating or _must_be_a_rate(case, claim) else None


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing but digits is written; the unit of a list's last figure may have been lent to it."""
    return quantity.form == "exact" and quantity.text.replace(".", "").replace("．", "").isdecimal()


def _stands_alone(claim: Claim, repeating: bool) -> bool:
    """Whether no word that could be a unit follows: nothing but a mark, or a time and what leads to it."""
    if claim.near[1][:1] in MARKS:
        return True
    before_time, time, _ = claim.near[1].partition(TIME)
    words = before_time.split()
    return not words or (bool(time) and len(words) <= 2 and not repeating)


def _unit_of_start(case: Case, index: int) -> str | None:
    """The unit of the figure from which the change began: 从6.8|分钟|缩短到4.5."""
    start = case.claims[index - 1] if index else None
    if start is None or start.role != "from" or start.quantity.digits is None or _is_bare(start.quantity):
        return None
    return case.document.text[start.quantity.digits.end : start.quantity.end].strip() or None


def _rest_of_list(claims: Sequence[Claim], index: int) -> list[Claim]:
    """The figures that follow in the same list, with nothing but a joining word or mark between."""
    rest: list[Claim] = []
    while index + 1 < len(claims):
        claim, following = claims[index], claims[index + 1]
        if not claim.near[1].strip() or following.quantity.start - claim.quantity.end > JOINED:
            break
        rest.append(following)
        index += 1
    return rest


def _must_be_a_rate(case: Case, claim: Claim) -> bool:
    """Whether a figure behind “rose” can't count things: a decimal, or a whole number beside percentages."""
    if claim.quantity.step < 1:
        return True
    in_percent = (other.sentence == claim.sentence and other.quantity.dimension == "percent" for other in case.claims)
    return claim.measure != "share" and any(in_percent)


def _without_scale(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Figures that have lost the 万, 亿 or million which all others of their list have."""
    for index, first in enumerate(claims):
        if first.listed is None or first.listed[0] != 0 or first.listed[1] < LIST:
            continue
        listed = claims[index : index + first.listed[1]]
        plain = [claim for claim in listed if _scale(claim.quantity) == 1]
        if len(plain) != 1 or len({claim.quantity.dimension for claim in listed}) > 1:
            continue
        others = [claim.quantity for claim in listed if claim is not plain[0]]
        if all(_scale(other) >= APART and other.low > APART * plain[0].quantity.high for other in others):
            yield plain[0]


def _scale(quantity: Quantity) -> Decimal:
    """By how much the digits were multiplied: 10000 for 1.2万."""
    digits = quantity.digits
    written = quantity.text[digits.start - quantity.start : digits.end - quantity.start] if digits else quantity.text
    decimals = len(written.rpartition(".")[2]) if "." in written else 0
    return quantity.step * Decimal(10) ** decimals
