"""The rule change-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.arithmetic import decimals, number, plain, rewritten, scale
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.mending import mend_elsewhere, with_mend
from factcheck.model.message import say
from factcheck.model.quantity import Quantity
from factcheck.model.reckoning import difference_holds
from factcheck.model.rule import Bad, Good, rule


@rule(
    severity="error",
    examples=[
        Bad("城市社区由63个调整到84个，净增⟦11个⟧，管理半径更合理。", says="84 - 63 is 21, not 11"),
        Bad("公交线路由年初的312条增加到347条，增加⟦45条⟧。", says="347 - 312 is 35, not 45"),
        Bad("良种覆盖率由91.5%提高到97.8%，提高⟦5.3个百分点⟧。", says="97.8 - 91.5 is 6.3, not 5.3"),
        Bad("平均每户只有2.62人，而2010年还是3.10人，少了⟦0.84人⟧。", says="3.10 - 2.62 is 0.48, not 0.84"),
        Bad("货运量1.2亿吨，比上年的9600万吨增加⟦4200万吨⟧。", says="1.2亿吨 - 9600万吨 is 2400万吨, not 4200万吨"),
        Bad("Staff numbers rose from 1,988 to 2,043, an increase of ⟦65⟧.", says="2,043 - 1,988 is 55, not 65"),
        Bad(
            "Punctuality was 97.1% in May, against 95.8% a year earlier, up ⟦1.8 percentage points⟧.",
            says="97.1 - 95.8 is 1.3, not 1.8",
        ),
        Good("城市社区由63个调整到84个，净增21个。", because="the difference is right"),
        Good("城市社区由63个调整到84个，党员增加11个。", because="the increase is of something else"),
        Good("出口由3.41亿元增加到5.28亿元，增加1.9亿元。", because="the increase is rounded"),
        Good("良种覆盖率由91.5%提高到97.8%，提高6.9%。", because="it may be the rate of the rate"),
        Good("合作社由300多家增加到365家，增加近70家。", because="the hedges admit it"),
        Good("上半年新增企业16家，总数达到238家；去年6月底，这个总数是205家。", because="no difference is stated"),
        Good("Staff numbers rose from 1,988 to 2,043; 164 people joined.", because="others left"),
        Good("Fares rose from $2 to $3 million users, up 5.", because="these can't be compared"),
    ],
)
def change_mismatch(case: Case) -> Iterable[Offence]:
    """Flag an increase or decrease that is not the difference of the two levels beside it.

    Levels, and the change itself, stand for every value that they may have been rounded or cut from.
    """
    for change in case.relations.changes:
        if (
            not difference_holds(change)
            and change.old is not None
            and change.new is not None
            and change.amount is not None
        ):
            yield _offence(change.old, change.new, change.amount)


def _offence(old: Quantity, new: Quantity, amount: Quantity) -> Offence:
    greater, lesser = (new, old) if new.base_low >= old.base_low else (old, new)
    difference = greater.base_low - lesser.base_low
    if amount.dimension == "basis-point":
        difference *= 100
    places = max(decimals(greater), decimals(lesser)) if scale(greater) == scale(amount) else decimals(amount)
    alike = scale(greater) == scale(lesser) == scale(amount) and all(map(plain, (greater, lesser, amount)))
    expected = rewritten(amount, difference, places)
    stated = amount.base_low / (100 if amount.dimension == "basis-point" else 1)
    elsewhere = mend_elsewhere(
        [(amount, difference), (greater, lesser.base_low + stated), (lesser, greater.base_low - stated)]
    )
    return Offence(
        span=amount.span,
        message=with_mend(
            say(
                "{greater} - {lesser} is {difference}, not {stated}",
                greater=plain(greater) if alike else greater.text,
                lesser=plain(lesser) if alike else lesser.text,
                difference=number(amount, difference, places) if alike else expected,
                stated=plain(amount) if alike else amount.text,
            ),
            elsewhere,
        ),
        found=amount.text,
        expected=expected,
        suggestion=None if elsewhere else expected,
        related=tuple(
            Related(say("{level} is reckoned with", level=level.text), span=level.span) for level in (old, new)
        ),
    )
