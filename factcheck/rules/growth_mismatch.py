"""The rule growth-mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.model.agreement import Interval
from factcheck.model.arithmetic import decimals, minus, over, rewritten, scaled, written
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related, say
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Change, Mean, Share
from factcheck.model.rule import Bad, Good, rule

ONE, HUNDRED = Fraction(1), Fraction(100)
UNCHANGED = Interval(ONE, ONE)

# “Doubled” is said of what rounds to twice and of what is well past it: so far below and above the multiple itself.
_LOOSELY = Fraction(4, 5), Fraction(3, 2)

# A mean is taken over the year and its count at the year's end, or the other way round: so much apart is no mistake.
_MEANS_APART = Fraction(2, 100)


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
            says="from $140.3 million to $118.3 million is 15.7 percent less, not 18.6 percent",
        ),
        Bad(
            "Sales came to $293.6 million, ⟦2.3 percent⟧ short of the previous year's $303.5 million.",
            says="from $303.5 million to $293.6 million is 3.3 percent less, not 2.3 percent",
        ),
        Good("水利建设投资由上年的7576亿元提高到10893亿元，增长44%。", because="the rate is right"),
        Good("国内生产总值由98.7万亿元增加到114.9万亿元，实际增长8.1%。", because="prices are taken out of the rate"),
        Good("普惠贷款余额从8.2万亿元增加到23.8万亿元、年均增长24%。", because="the rate is that of one year"),
        Good("产量由一季度的5万吨增加到二季度的6万吨，同比增长31%。", because="the rate compares with the year before"),
        Good("公交线路由312条增加到347条，客流增长25%。", because="the rate is of something else"),
        Good("2010年是133972万人，十年下来多了7206万人，增幅5.38%。", because="the level may be the one before"),
        Good("全市公园120个，其中免费开放90个，占全省的12%。", because="the share is of another whole"),
        Good("Sales rose from $4.0bn to $4.4bn, up 9.5 per cent.", because="the levels are rounded"),
        Good("Social spending has almost doubled from $17 billion to $31 billion.", because="the word is loosely used"),
        Good(
            "Sales rose from $4.0bn to $4.8bn, up 12 per cent in real terms.",
            because="prices are taken out of the rate",
        ),
    ],
)
def growth_mismatch(case: Case) -> Iterable[Offence]:
    """Flag a rate of growth, a multiple, a share or a mean that its own figures do not give.

    The rate is computed over every value that the written digits can stand for. Rates of another kind are left alone: real
    growth, annual averages, a comparison with last year beside the levels of two quarters.
    """
    for change in case.relations.changes:
        if not holds(change):
            yield _of_change(case, change)
    for share in case.relations.shares:
        if not share_holds(share):
            yield _of_share(share)
    for mean in case.relations.means:
        if not mean_holds(mean):
            yield _of_mean(mean)


def holds(change: Change) -> bool:
    """Whether some reading of the digits gives the stated rate; True where none is stated."""
    if change.factor is not None:
        return _is_multiple(change, change.factor)
    if change.rate is None:
        return True
    stated = _percent(change.rate)
    if change.rate.dimension == "times":
        # 增长1.5倍 should be 2.5 times, and is often meant as 1.5 times.
        times = written(change.rate)
        return any(ratio.meets(times) or growth.meets(stated) for ratio, growth in _readings(change))
    return any(growth.meets(stated) for _, growth in _readings(change)) or _is_difference(change)


def _readings(change: Change) -> Iterator[tuple[Interval, Interval]]:
    """For each reading of the words: the new level over the old, and the change in percent of the old, without its sign."""
    pairs: list[tuple[Interval, Interval]] = []
    if change.old is not None and change.new is not None:
        pairs.append((written(change.old), written(change.new)))
    elif change.amount is not None and change.new is not None:
        level, amount = written(change.new), written(change.amount)
        pairs += [(minus(level, amount), level), (_plus(level, amount), level), (level, _plus(level, amount))]
    for old, new in pairs:
        ratio = over(new, old)
        if ratio is not None:
            yield ratio, _size(scaled(minus(ratio, UNCHANGED), HUNDRED))


def _plus(a: Interval, b: Interval) -> Interval:
    return Interval(a.low + b.low, a.high + b.high, a.open_low or b.open_low, a.open_high or b.open_high)


def _size(change: Interval) -> Interval:
    """A change without its sign."""
    if change.low >= 0:
        return change
    if change.high <= 0:
        return Interval(-change.high, -change.low, change.open_high, change.open_low)
    return Interval(Fraction(0), max(-change.low, change.high))


def _percent(rate: Quantity) -> Interval:
    values = written(rate)
    if rate.dimension == "times":
        return scaled(values, HUNDRED)
    return scaled(values, Fraction(1, 10)) if rate.dimension == "permille" else values


def _is_difference(change: Change) -> bool:
    """Whether a rate of rates is rather their difference: from 91.5 % to 97.8 %, up 6.3 %."""
    if change.old is None or change.new is None or change.rate is None or change.new.dimension != "percent":
        return False
    return _size(minus(written(change.new), written(change.old))).meets(_percent(change.rate))


def _is_multiple(change: Change, factor: Fraction) -> bool:
    readings = list(_readings(change))
    if not readings:
        return True
    below, above = _LOOSELY if factor > 1 else (1 / _LOOSELY[1], 1 / _LOOSELY[0])
    return readings[0][0].meets(Interval(factor * below, factor * above))


def share_holds(share: Share) -> bool:
    """Whether some reading of the digits gives the stated share."""
    ratio = over(written(share.part), written(share.whole))
    return ratio is None or scaled(ratio, HUNDRED).meets(written(share.share))


def mean_holds(mean: Mean) -> bool:
    """Whether some reading of the digits gives the stated mean, as exactly as means are taken."""
    each = over(written(mean.total), written(mean.count))
    if each is None:
        return True
    slack = Interval(each.low * (1 - _MEANS_APART), each.high * (1 + _MEANS_APART))
    return slack.meets(written(mean.each))


def _of_change(case: Case, change: Change) -> Offence:
    old, new, rate = change.old, change.new, change.rate
    if change.said is not None and old is not None and new is not None:
        word = case.document.cut(change.said)
        message = say("from {old} to {new} is not {word}", old=old.text, new=new.text, word=word)
        return Offence(span=change.said, message=message, found=word, related=_levels(old, new))
    if rate is None or new is None:
        reason = "a change without a rate has none to be wrong"
        raise ValueError(reason)
    ratio, growth = _exact(change, new)
    expected = _shown(rate, growth, ratio)
    if old is None and change.amount is not None:
        message = say(
            "{amount} in {new} is a change of {expected}, not {rate}",
            amount=change.amount.text,
            new=new.text,
            expected=expected,
            rate=rate.text,
        )
        return Offence(
            span=rate.span, message=message, found=rate.text, expected=expected, related=_levels(change.amount, new)
        )
    more = "more" if ratio >= 1 else "less"
    old = old if old is not None else new
    message = say(
        "from {old} to {new} is {expected} {more}, not {rate}",
        old=old.text,
        new=new.text,
        expected=expected,
        more=more,
        rate=rate.text,
    )
    return Offence(
        span=rate.span,
        message=message,
        found=rate.text,
        expected=expected,
        suggestion=expected,
        related=_levels(old, new),
    )


def _exact(change: Change, new: Quantity) -> tuple[Fraction, Fraction]:
    """The ratio, and the change in percent, of the figures as they stand."""
    if change.old is not None:
        ratio = new.base_low / change.old.base_low
    else:
        amount = change.amount.base_low if change.amount is not None else Fraction(0)
        ratio = new.base_low / (new.base_low - amount)
    return ratio, abs(ratio - 1) * HUNDRED


def _shown(rate: Quantity, growth: Fraction, ratio: Fraction) -> str:
    if rate.dimension == "times":
        return rewritten(rate, ratio - 1, max(1, decimals(rate)))
    return rewritten(rate, growth * 10 if rate.dimension == "permille" else growth)


def _of_share(share: Share) -> Offence:
    expected = rewritten(share.share, share.part.base_low / share.whole.base_low * HUNDRED)
    return Offence(
        span=share.share.span,
        message=say(
            "{part} of {whole} is {expected}, not {stated}",
            part=share.part.text,
            whole=share.whole.text,
            expected=expected,
            stated=share.share.text,
        ),
        found=share.share.text,
        expected=expected,
        suggestion=expected,
        related=_levels(share.part, share.whole),
    )


def _of_mean(mean: Mean) -> Offence:
    expected = rewritten(mean.each, mean.total.base_low / mean.count.base_low)
    return Offence(
        span=mean.each.span,
        message=say(
            "{total} for {count} is {expected} each, not {stated}",
            total=mean.total.text,
            count=mean.count.text,
            expected=expected,
            stated=mean.each.text,
        ),
        found=mean.each.text,
        expected=expected,
        suggestion=expected,
        related=_levels(mean.total, mean.count),
    )


def _levels(*figures: Quantity) -> tuple[Related, ...]:
    return tuple(Related(say("{figure} is reckoned with", figure=figure.text), span=figure.span) for figure in figures)
