"""The rule growth-mismatch."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from factcheck.model.arithmetic import decimals, rewritten
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.mending import mend_elsewhere, with_mend
from factcheck.model.message import msgid, say
from factcheck.model.quantity import Quantity
from factcheck.model.reckoning import (
    direction_holds,
    growth_holds,
    is_multiple_for_growth,
    mean_holds,
    proportion_holds,
    share_holds,
)
from factcheck.model.relation import Change, Mean, Proportion, Share
from factcheck.model.rule import Bad, Good, rule

HUNDRED = Fraction(100)
_INCOMPLETE = "a change without its levels or its rate has nothing to be wrong"


@rule(
    severity="error",
    examples=[
        Bad(
            "水利建设投资由上年的7576亿元提高到10893亿元，增长⟦54%⟧，为历史最高。",
            says="from 7576亿元 to 10893亿元 is 44% more, not 54%",
        ),
        Bad(
            "完成集装箱吞吐量96.6万标箱，去年同期为84万标箱，同比增长⟦25%⟧。",
            says="from 84万标箱 to 96.6万标箱 is 15% more, not 25%",
        ),
        Bad(
            "国内居民出游65.22亿人次，比上年同期增加9.07亿人次，同比增长⟦12.6%⟧。",
            says="9.07亿人次 in 65.22亿人次 is a change of 16.2%, not 12.6%",
        ),
        Bad("粮食总产48.6万吨，比上年的46.9万吨增长⟦6.3%⟧。", says="from 46.9万吨 to 48.6万吨 is 3.6% more, not 6.3%"),
        Bad("货运收入由40亿元增加到50亿元，⟦翻了一番⟧。", says="from 40亿元 to 50亿元 is not 翻了一番"),
        Bad(
            "全市公园总面积120万平方米，其中免费开放90万平方米，占⟦57%⟧。",
            says="90万平方米 of 120万平方米 is 75%, not 57%",
        ),
        Bad("发放补贴3000万元，惠及1.5万户，户均⟦2700元⟧。", says="3000万元 for 1.5万户 is 2000元 each, not 2700元"),
        Bad(
            "The port handled 18.6 million tonnes, against 15.5 million tonnes in 2023, a rise of ⟦24 per cent⟧.",
            says="from 15.5 million tonnes to 18.6 million tonnes is 20 per cent more, not 24 per cent",
        ),
        Bad(
            "Net income dropped from $140.3 million to $118.3 million, a decrease of ⟦18.6 percent⟧.",
            says="from $140.3 million to $118.3 million is 15.7 percent less, not 18.6 percent; "
            "it would be with $145.3 million for $140.3 million",
        ),
        Bad(
            "Sales came to $293.6 million, ⟦2.3 percent⟧ short of the previous year's $303.5 million.",
            says="from $303.5 million to $293.6 million is 3.3 percent less, not 2.3 percent",
        ),
        Bad(
            "新能源公交车4170辆，占公交车总数4820辆的⟦76.5%⟧。",
            says="4170辆 of 4820辆 is 86.5%, not 76.5%",
        ),
        Bad("应到代表350人，实到321人，出席率⟦81.7%⟧。", says="321人 of 350人 is 91.7%, not 81.7%"),
        Bad(
            "国道41.2万公里，占35%；县道60.1万公里，占⟦60%⟧。",
            says="41.2万公里 is 35% of 117.7万公里, and 60.1万公里 is 60% of 100.2万公里: they have not one whole",
        ),
        Bad(
            "10天共接待游客43.8万人次，日均接待⟦5.38万人次⟧。",
            says="43.8万人次 for 10天 is 4.38万人次 each, not 5.38万人次",
        ),
        Bad("项目由24个增加到48个，增长了⟦2倍⟧。", says="from 24个 to 48个 is 1倍 more, not 2倍"),
        Bad(
            "| 指标 | 2023年 | 2024年 | 增长（%） |\n|---|---|---|---|\n| 货运量（万吨） | 860 | 903 | ⟦8.0⟧ |",
            says="from 860 to 903 is 5.0 more, not 8.0",
        ),
        Bad(
            "Women hold 3,700 of the 6,900 jobs, or ⟦63%⟧.",
            says="3,700 of 6,900 jobs is 54%, not 63%",
        ),
        Bad(
            "进出口额从2020年的3194.4亿元提升至2024年的3987.1亿元，年均增长⟦7.5%⟧。",
            says="from 3194.4亿元 to 3987.1亿元 in 4 years is 5.7% a year, not 7.5%",
        ),
        Bad("受检的91种产品中69种质量合格，合格率⟦85.8%⟧。", says="69种 of 91种 is 75.8%, not 85.8%"),
        Bad("The number of apprentices ⟦doubled⟧ from 120 to 200.", says="from 120 to 200 is not doubled"),
        Good("水利建设投资由上年的7576亿元提高到10893亿元，增长44%。", because="the rate is right"),
        Good("2024年地区生产总值641.8亿元，2023年为598.2亿元，增长5.3%。", because="GDP grows without its prices"),
        Good("国道41.2万公里，占全国的12%；县道60.1万公里，占全省的51%。", because="they are shares of two wholes"),
        Good("前三季度地铁客运量4.6亿人次，日均168.3万人次。", because="it is what falls to each of the 273 days"),
        Good("国内生产总值由98.7万亿元增加到114.9万亿元，实际增长8.1%。", because="prices are taken out of the rate"),
        Good("普惠贷款余额从8.2万亿元增加到23.8万亿元、年均增长24%。", because="over how many years is not told"),
        Good(
            "粮食产量从2018年的45.2万吨增加到2023年的48.6万吨，年均增长1.5%。",
            because="it is the rate of one year in five",
        ),
        Good(
            "国内生产总值从2012年的53.9万亿元增加到2021年的114.4万亿元，年均增长6.6%。",
            because="GDP grows without its prices",
        ),
        Good("产量由一季度的5万吨增加到二季度的6万吨，同比增长31%。", because="the rate compares with the year before"),
        Good("公交线路由312条增加到347条，客流增长25%。", because="the rate is of something else"),
        Good("2010年是133972万人，十年下来多了7206万人，增幅5.38%。", because="the level may be the one before"),
        Good("全市公园120个，其中免费开放90个，占全省的12%。", because="the share is of another whole"),
        Good("Sales rose from $4.0bn to $4.4bn, up 9.5 per cent.", because="the levels are rounded"),
        Good(
            "Aid rose by $3 million to $40 million, or 12 per cent of the budget.",
            because="it is the share of another whole",
        ),
        Good("Social spending has almost doubled from $17 billion to $31 billion.", because="the word is loosely used"),
        Good(
            "Sales rose from $4.0bn to $4.8bn, up 12 per cent in real terms.",
            because="prices are taken out of the rate",
        ),
    ],
)
def growth_mismatch(case: Case) -> Iterable[Offence]:
    """Flag a rate of growth, a multiple, a share or a mean that its own figures do not give.

    The rate is computed over every value that the written digits can stand for. A rate of one year on average is taken as often
    as years lie between the two that are told. Rates of another kind are left alone: real growth and that of GDP, a comparison
    with last year beside the levels of two quarters. To grow by two times (增长2倍) is to be three times as much; whoever means
    twice is warned.
    """
    for change in case.relations.changes:
        if not growth_holds(change) and direction_holds(change):
            yield _of_multiple(case, change) if change.said is not None else _of_rate(change)
    for share in case.relations.shares:
        if not share_holds(share):
            yield _of_share(share)
    for pair in case.relations.proportions:
        if not proportion_holds(pair):
            yield _of_proportion(pair)
    for mean in case.relations.means:
        if not mean_holds(mean):
            yield _of_mean(mean)


def _of_multiple(case: Case, change: Change) -> Offence:
    old, new, said = change.old, change.new, change.said
    if old is None or new is None or said is None:
        raise ValueError(_INCOMPLETE)
    word = case.document.cut(said)
    message = say("from {old} to {new} is not {word}", old=old.text, new=new.text, word=word)
    return Offence(span=said, message=message, found=word, related=_levels(old, new))


def _of_rate(change: Change) -> Offence:
    new, rate = change.new, change.rate
    if new is None or rate is None:
        raise ValueError(_INCOMPLETE)
    if change.years > 1 and change.old is not None:
        return _of_yearly_rate(change, change.old, new, rate)
    ratio = _ratio(change, new)
    expected = _shown(rate, ratio)
    if change.old is None and change.amount is not None:
        figures = (change.amount, new)
        message = say(
            "{amount} in {new} is a change of {expected}, not {rate}",
            amount=change.amount.text,
            new=new.text,
            expected=expected,
            rate=rate.text,
        )
        suggestion = None
    else:
        old = change.old or new
        figures, stated = (old, new), 1 + (_fraction(rate) if ratio >= 1 else -_fraction(rate))
        mend = mend_elsewhere(
            [(rate, _of_hundred(rate, ratio)), (new, old.base_low * stated), *_if_positive(old, new, stated)]
        )
        template = msgid("from {old} to {new} is {expected} more, not {rate}")
        if ratio < 1:
            template = msgid("from {old} to {new} is {expected} less, not {rate}")
        said = say(template, old=old.text, new=new.text, expected=expected, rate=rate.text)
        message = with_mend(said, mend)
        suggestion = None if mend else expected
    return Offence(
        span=rate.span,
        message=message,
        found=rate.text,
        expected=expected,
        suggestion=suggestion,
        related=_levels(*figures),
        severity="warning" if is_multiple_for_growth(change) else None,
    )


def _of_yearly_rate(change: Change, old: Quantity, new: Quantity, rate: Quantity) -> Offence:
    yearly = Fraction(_root(new.base_low / old.base_low, change.years))
    expected = rewritten(rate, _of_hundred(rate, yearly))
    return Offence(
        span=rate.span,
        message=say(
            "from {old} to {new} in {years} years is {expected} a year, not {rate}",
            old=old.text,
            new=new.text,
            years=change.years,
            expected=expected,
            rate=rate.text,
        ),
        found=rate.text,
        expected=expected,
        related=_levels(old, new),
    )


def _root(value: Fraction, degree: int) -> Decimal:
    """The positive root of a value, to more digits than any rate shows."""
    return (Decimal(value.numerator) / Decimal(value.denominator)) ** (1 / Decimal(degree))


def _ratio(change: Change, new: Quantity) -> Fraction:
    """The new level over the old, of the figures as they stand."""
    if change.old is not None:
        return new.base_low / change.old.base_low
    return new.base_low / (new.base_low - (change.amount.base_low if change.amount is not None else 0))


def _of_hundred(rate: Quantity, ratio: Fraction) -> Fraction:
    """The size of a change in the unit of a rate."""
    return abs(ratio - 1) * {"times": 1, "permille": 1000}.get(rate.dimension, 100)


def _fraction(rate: Quantity) -> Fraction:
    return rate.base_low / {"times": 1, "permille": 1000}.get(rate.dimension, 100)


def _if_positive(old: Quantity, new: Quantity, stated: Fraction) -> tuple[tuple[Quantity, Fraction], ...]:
    return ((old, new.base_low / stated),) if stated > 0 else ()


def _shown(rate: Quantity, ratio: Fraction) -> str:
    places = max(1, decimals(rate)) if rate.dimension == "times" and (ratio - 1).denominator > 1 else decimals(rate)
    return rewritten(rate, _of_hundred(rate, ratio), places)


def _of_share(each: Share) -> Offence:
    part, whole, share = each.part, each.whole, each.share
    unit = 1 if share.dimension == "times" else HUNDRED
    value = part.base_low / whole.base_low * unit
    expected = rewritten(share, value)
    stated = share.base_low / unit
    mend = mend_elsewhere([(share, value), (part, whole.base_low * stated), (whole, part.base_low / stated)])
    return Offence(
        span=share.span,
        message=with_mend(
            say(
                "{part} of {whole} is {expected}, not {stated}",
                part=part.text,
                whole=whole.text,
                expected=expected,
                stated=share.text,
            ),
            mend,
        ),
        found=share.text,
        expected=expected,
        suggestion=None if mend else expected,
        related=_levels(part, whole),
    )


def _of_proportion(pair: Proportion) -> Offence:
    """Two parts that can't have their shares of one whole; neither tells which figure is wrong."""
    wholes = [
        rewritten(part, part.base_low / share.base_low * HUNDRED)
        for part, share in ((pair.one, pair.one_share), (pair.two, pair.two_share))
    ]
    return Offence(
        span=pair.two_share.span,
        message=say(
            "{one} is {one_share} of {one_whole}, and {two} is {two_share} of {two_whole}: they have not one whole",
            one=pair.one.text,
            one_share=pair.one_share.text,
            one_whole=wholes[0],
            two=pair.two.text,
            two_share=pair.two_share.text,
            two_whole=wholes[1],
        ),
        found=pair.two_share.text,
        related=_levels(pair.one, pair.one_share, pair.two),
        severity="warning",
    )


def _of_mean(mean: Mean) -> Offence:
    total, count, each = mean.total, mean.count, mean.each
    value = total.base_low / count.base_low
    expected = rewritten(each, value)
    mend = mend_elsewhere([(each, value), (total, each.base_low * count.base_low)])
    return Offence(
        span=each.span,
        message=with_mend(
            say(
                "{total} for {count} is {expected} each, not {stated}",
                total=total.text,
                count=count.text,
                expected=expected,
                stated=each.text,
            ),
            mend,
        ),
        found=each.text,
        expected=expected,
        suggestion=None if mend else expected,
        related=_levels(total, count),
    )


def _levels(*figures: Quantity) -> tuple[Related, ...]:
    return tuple(Related(say("{figure} is reckoned with", figure=figure.text), span=figure.span) for figure in figures)
