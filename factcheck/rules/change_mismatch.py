"""The rule change-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.arithmetic import decimals, number, plain, rewritten, scale
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.mending import mend_elsewhere, with_mend
from factcheck.model.message import msgid, say
from factcheck.model.quantity import Quantity
from factcheck.model.reckoning import difference_holds, direction_holds, is_percent_for_points
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
        Bad(
            "社保基金收入396.8亿元，支出361.2亿元，当年结余⟦36.5亿元⟧。",
            says="396.8 - 361.2 is 35.6, not 36.5",
        ),
        Bad("全县共塌方83处，抢通76处，还剩⟦9处⟧。", says="83 - 76 is 7, not 9"),
        Bad("甲组为9.4%，乙组为12.8%，两者相差⟦4.3个百分点⟧。", says="12.8 - 9.4 is 3.4, not 4.3"),
        Bad(
            "净利润⟦9.18亿元⟧，上年为9.62亿元，同比增长4.6%。",
            says="from 9.62亿元 to 9.18亿元 is a fall, and the text tells of a rise",
        ),
        Bad(
            "Exports came to $251.8 million and imports to $132.8 million, leaving a surplus of ⟦$129 million⟧.",
            says="251.8 - 132.8 is 119.0, not 129",
        ),
        Bad("Supporters outnumber opponents by 58% to 33%, a lead of ⟦15 points⟧.", says="58 - 33 is 25, not 15"),
        Bad(
            "Complaints fell from 260 to ⟦312⟧ last year.",
            says="from 260 to 312 is a rise, and the text tells of a fall",
        ),
        Bad(
            "In September 45.6% of firms planned to hire, down from 58.2% in June, a drop of ⟦12.6%⟧.",
            says="12.6 lies between 58.2% and 45.6% in percentage points; in percent it is 21.6%",
        ),
        Bad(
            "The fare is $191. This is an increase of ⟦$24⟧ from the current $172.",
            says="191 - 172 is 19, not 24; it would be with $196 for $191",
        ),
        Good("城市社区由63个调整到84个，净增21个。", because="the difference is right"),
        Good("城市社区由63个调整到84个，党员增加11个。", because="the increase is of something else"),
        Good("出口由3.41亿元增加到5.28亿元，增加1.9亿元。", because="the increase is rounded"),
        Good("良种覆盖率由91.5%提高到97.8%，提高6.9%。", because="it may be the rate of the rate"),
        Good("全村120户，搬迁30户，改造20户，还剩70户。", because="more than two figures come before what is left"),
        Good("全市进出口860亿元，出口520亿元，顺差180亿元。", because="imports are not stated"),
        Good("年末收支相抵，累计结余428亿元；当年收入397亿元，支出361亿元。", because="it was gathered over years"),
        Good(
            "进出口额860亿元，出口520亿元，进口340亿元，对欧盟顺差90亿元。",
            because="the balance is that with one partner",
        ),
        Good("项目完成83个，在建76个，还剩9个未开工。", because="neither of the two is the whole"),
        Good("企业5月有12家，目前为15家，增加3家。", because="the later figure is named last"),
        Good("营商环境排名由18位上升到12位。", because="the higher a rank, the lower its figure"),
        Good("百米纪录由12秒提高到11秒。", because="the better a time, the lower its figure"),
        Good("Waiting time improved from 30 hours to 26 hours.", because="for the better is no way up or down"),
        Good("Prices may drop from 3 to 5 percent.", because="it is a range of how much they may drop"),
        Good("The budget fell from $6 to $4 billion.", because="both figures are billions"),
        Good(
            "Smith is at 45% and Jones at 41%, with a sampling margin of 3 points.",
            because="the margin is that of the poll",
        ),
        Good(
            "Exports were $376 million in 1870 and $883 million in 1881, an increase of $507 million.",
            because="the later figure is named last",
        ),
        Good("Revenue was $52 million and costs $48 million, leaving $4.1 million.", because="the levels are rounded"),
        Good("合作社由300多家增加到365家，增加近70家。", because="the hedges admit it"),
        Good("上半年新增企业16家，总数达到238家；去年6月底，这个总数是205家。", because="no difference is stated"),
        Good("Staff numbers rose from 1,988 to 2,043; 164 people joined.", because="others left"),
        Good("Fares rose from $2 to $3 million users, up 5.", because="these can't be compared"),
    ],
)
def change_mismatch(case: Case) -> Iterable[Offence]:
    """Flag an increase, a gap or a balance that is not the difference of the two levels beside it.

    What rose must not be lower, and what fell not higher. A balance is one of two sides that are set off against each other
    (收入 and 支出, exports and imports). What is left is reckoned where a whole is called one (共83处), and one part of it stands
    before. Levels, and the change itself, stand for every value that they may have been rounded or cut from. The difference of
    two rates is in percentage points: one that is given in percent is warned of, unless it is the rate of the rate.
    """
    for change in case.relations.changes:
        if change.old is None or change.new is None:
            continue
        if not direction_holds(change):
            yield _of_direction(change.old, change.new, rose=change.up is True)
        elif change.amount is not None and not difference_holds(change):
            yield _of_amount(change.old, change.new, change.amount)
        elif change.amount is not None and is_percent_for_points(change):
            yield _of_percent(change.old, change.new, change.amount)


def _of_direction(old: Quantity, new: Quantity, *, rose: bool) -> Offence:
    """A rise that falls, or a fall that rises; whether the word is wrong or a figure, nobody can tell."""
    falls = msgid("from {old} to {new} is a fall, and the text tells of a rise")
    rises = msgid("from {old} to {new} is a rise, and the text tells of a fall")
    message = say(falls if rose else rises, old=old.text, new=new.text)
    return Offence(span=new.span, message=message, found=new.text, related=_levels(old))


def _of_percent(old: Quantity, new: Quantity, amount: Quantity) -> Offence:
    """A difference of rates that is given in percent: what lies between them are percentage points."""
    rate = abs(new.base_low / old.base_low - 1) * 100
    return Offence(
        span=amount.span,
        message=say(
            "{amount} lies between {old} and {new} in percentage points; in percent it is {rate}",
            amount=plain(amount),
            old=old.text,
            new=new.text,
            rate=rewritten(amount, rate, max(1, decimals(amount))),
        ),
        found=amount.text,
        related=_levels(old, new),
        severity="warning",
    )


def _of_amount(old: Quantity, new: Quantity, amount: Quantity) -> Offence:
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
        related=_levels(old, new),
    )


def _levels(*levels: Quantity) -> tuple[Related, ...]:
    return tuple(Related(say("{level} is reckoned with", level=level.text), span=level.span) for level in levels)
