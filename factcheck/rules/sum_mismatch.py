"""The rule sum-mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.model.agreement import Interval
from factcheck.model.arithmetic import added, decimals, number, plain, rewritten, scale, side_by_side, written
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related, say
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Sum
from factcheck.model.rule import Bad, Good, rule

ALL = Interval(Fraction(100), Fraction(100))


@rule(
    severity="error",
    examples=[
        Bad(
            "街道有邻里中心13个，社区有睦邻家园38个，小区有睦邻驿站73个，居民睦邻网点有115个，四级场所加起来共有⟦249个⟧。",
            says="13 + 38 + 73 + 115 is 239, not 249",
        ),
        Bad(
            "三个会场共接待游客⟦46.8万人次⟧，其中主会场21.3万人次、夜市分会场12.6万人次、海岛分会场9.9万人次。",
            says="21.3 + 12.6 + 9.9 is 43.8, not 46.8",
        ),
        Bad(
            "前7个月，货物贸易进出口总值⟦24.38万亿元⟧，同比增长6.2%。其中，出口14.26万亿元，增长6.7%；进口10.57万亿元，增长5.4%。",
            says="14.26 + 10.57 is 24.83, not 24.38",
        ),
        Bad(
            "代表团获得201金111银71铜，共⟦338枚⟧奖牌。",
            says="201 + 111 + 71 is 383, not 338",
        ),
        Bad("三次产业结构为⟦5.8:45.1:50.1⟧。", says="5.8 + 45.1 + 50.1 is 101.0, not 100"),
        Bad(
            "It spoke to 401 people in May and to 601 in June, making ⟦1,020⟧ interviews altogether.",
            says="401 + 601 is 1,002, not 1,020",
        ),
        Bad(
            "Past reserves gave $31.9 billion, $5 billion and $6 billion, or ⟦$43.9 billion⟧ in total.",
            says="31.9 + 5 + 6 is 42.9, not 43.9",
        ),
        Bad(
            "Of the ⟦130⟧ delegates, 72 came by train and the other 48 by bus.",
            says="72 + 48 is 120, not 130",
        ),
        Good("该区有公园13个、广场38个，共51个。", because="the sum is right"),
        Good("年末共有公交车4820辆，其中纯电动车3910辆、氢能车260辆。", because="nobody says that these are all"),
        Good("进出口总值43.85万亿元。其中，出口25.45万亿元；进口18.39万亿元。", because="the parts are rounded"),
        Good("新建幼儿园3所、小学5所，共投入资金900万元。", because="the total is of something else"),
        Good("新建小区3个、改造小区5个，全区共有小区84个。", because="the total counts more than the parts"),
        Good("调查中，71%的居民提到价格，58%提到口味，34%提到水压。", because="more than one answer could be given"),
        Good(
            "Accommodation took 41.3%, food 33.8%, shopping 15.2% and everything else 9.8%.",
            because="shares are rounded",
        ),
        Good(
            "It hired 164 people, bringing the total to 2,043.", because="the total counts those who were there before"
        ),
        Good("The firm made 12 awards and 5 grants, or $3 million in total.", because="the total is of something else"),
        Good("合唱团比分为3:2:1。", because="these are no shares of 100"),
    ],
)
def sum_mismatch(case: Case) -> Iterable[Offence]:
    """Flag a total that its parts do not add up to.

    Only parts that the words make all the parts are added: those before 共, 合计, 总计, altogether, in total; as many as the words
    announce; the parts and the rest; and those that make up a whole by their nature (exports and imports, the three
    industries). Figures stand for every value that they may have been rounded or cut from; a rule speaks only when none fits.
    """
    for each in case.relations.sums:
        if not holds(each):
            yield _offence(each)


def holds(each: Sum) -> bool:
    """Whether some reading of the words and of the written digits makes a sum true."""
    whole = ALL if each.whole is None else written(each.whole)
    return any(added(side_by_side(parts)).meets(whole) for parts in (each.parts, *each.readings))


def _offence(each: Sum) -> Offence:
    whole = each.whole
    total = sum((part.base_low for part in each.parts), Fraction(0))
    finest = max(each.parts, key=decimals)
    if whole is None:
        first, last = each.parts[0], each.parts[-1]
        return Offence(
            span=first.span.to(last.span),
            message=say(
                "{sum} is {total}, not {stated}",
                sum=" + ".join(map(plain, each.parts)),
                total=number(finest, total * scale(finest), decimals(finest)),
                stated=100,
            ),
        )
    alike = len({scale(part) for part in (*each.parts, whole)}) == 1 and all(map(plain, (*each.parts, whole)))
    places = max(decimals(finest), decimals(whole)) if alike else decimals(whole)
    return Offence(
        span=whole.span,
        message=say(
            "{sum} is {total}, not {stated}",
            sum=" + ".join(plain(part) if alike else part.text for part in each.parts),
            total=number(whole, total, places) if alike else rewritten(whole, total, places),
            stated=plain(whole) if alike else whole.text,
        ),
        found=whole.text,
        expected=rewritten(whole, total, places),
        suggestion=rewritten(whole, total, places),
        related=_places(each.parts),
    )


def _places(parts: Sequence[Quantity]) -> tuple[Related, ...]:
    return tuple(Related(say("{part} is added", part=part.text), span=part.span) for part in parts)
