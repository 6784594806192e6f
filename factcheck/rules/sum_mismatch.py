"""The rule sum-mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.model.arithmetic import decimals, number, plain, rewritten, scale
from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.mending import mend_elsewhere, with_mend
from factcheck.model.message import msgid, say
from factcheck.model.quantity import Quantity
from factcheck.model.reckoning import portions_hold, portions_nearly_hold, sum_holds
from factcheck.model.relation import Portions
from factcheck.model.rule import Bad, Good, rule


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
        Bad(
            "全年接待游客⟦2.64亿人次⟧，其中一日游游客1.98亿人次，过夜游客0.76亿人次。",
            says="1.98 + 0.76 is 2.74, not 2.64",
        ),
        Bad(
            "总投资9.6亿元，其中中央资金⟦3.2亿元、省级资金2.4亿元、市县配套5.0亿元⟧。",
            says="3.2亿元 + 2.4亿元 + 5.0亿元 is 10.6亿元, more than 9.6亿元",
        ),
        Bad(
            "满意的占⟦62%，基本满意的占30%，不满意的占10%⟧。",
            says="62 + 30 + 10 is 102, not 100",
        ),
        Bad(
            "代表团获得金牌12枚、银牌8枚、铜牌9枚，奖牌总数⟦30枚⟧。",
            says="12 + 8 + 9 is 29, not 30; it would be with 13枚 for 12枚",
        ),
        Bad(
            "| 区县 | 项目（个） | 投资（亿元） |\n|---|---|---|\n"
            "| 东区 | 12 | 35.6 |\n| 西区 | 15 | 28.4 |\n| 合计 | ⟦29⟧ | 64.0 |",
            says="12 + 15 is 27, not 29",
        ),
        Bad(
            "Region      Homes    Schools\nNorth         120          3\n"
            "South         240          5\nTotal         ⟦380⟧          8",
            says="120 + 240 is 360, not 380",
        ),
        Bad(
            "Total spending of ⟦£96.4 million⟧ was made up of £60.2 million for pipes, £25.1 million for works "
            "and £12.1 million for IT.",
            says="60.2 + 25.1 + 12.1 is 97.4, not 96.4",
        ),
        Bad(
            "Tax will add $9.2 million and wages another $11.4 million, a combined cost of ⟦$21.6 million⟧.",
            says="9.2 + 11.4 is 20.6, not 21.6",
        ),
        Good("Of the 1,000 homes, 200 are finished and another 300 under way.", because="there may be more of them"),
        Good("该区有公园13个、广场38个，共51个。", because="the sum is right"),
        Good("全市有企业1200家，其中高新技术企业800家、上市企业600家。", because="one firm may be both"),
        Good("规上企业营业收入86亿元，其中工业48亿元，增长5%，服务业31亿元。", because="some only are named"),
        Good("第一产业占5.9%，第二产业占45.1%，第三产业占49.1%。", because="shares are rounded"),
        Good("- 小学60所\n- 初中35所\n- 合计：95所", because="the items give their total"),
        Good("Three areas: 12 streets, 8 parks and 9 schools.", because="three counts the areas"),
        Good("| | 2023 | 2024 |\n| Price | 12 | 15 |\n| Weight | 20 | 21 |", because="no row is called a total"),
        Good("年末共有公交车4820辆，其中纯电动车3910辆、氢能车260辆。", because="nobody says that these are all"),
        Good("进出口总值43.85万亿元。其中，出口25.45万亿元；进口18.39万亿元。", because="the parts are rounded"),
        Good("进出口860亿元，其中出口520亿元，进口340亿元，贸易顺差180亿元。", because="a balance is no part"),
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

    Only parts that the words make all the parts are added: those before 共, 合计, 总计, altogether, in total; those behind
    “made up of” or a colon; as many as the words announce; the parts and the rest; those that make up a whole by their nature
    (exports and imports, the three industries); and the rows, columns and items that have a total. Parts that are some
    only (其中, including) must not come to more than their whole, unless they are told by qualities that overlap; when they
    miss it by one digit of four or more, that is said too. Figures stand for every value that they may have been rounded or
    cut from; the rule speaks only when none fits, and names the least change that would mend it.
    """
    for each in case.relations.sums:
        if not sum_holds(each):
            yield _of_shares(each.parts) if each.whole is None else _of_sum(each.parts, each.whole)
    for portions in case.relations.portions:
        if not portions_hold(portions):
            yield _of_portions(portions, msgid("{sum} is {total}, more than {whole}"))
        elif portions_nearly_hold(portions):
            yield _of_portions(portions, msgid("{sum} is {total}, and {whole} is the whole: is one digit wrong?"))


def _of_portions(each: Portions, template: str) -> Offence:
    """Parts that are more than their whole together; which of the figures is wrong, they don't tell."""
    last, total = each.parts[-1], _total(each.parts)
    return Offence(
        span=each.parts[0].span.to(last.span),
        message=say(
            template,
            sum=" + ".join(part.text for part in each.parts),
            total=rewritten(last, total, max(map(decimals, each.parts))),
            whole="100%" if each.whole is None else each.whole.text,
        ),
        related=_places((*each.parts, each.whole) if each.whole is not None else each.parts),
        severity="warning",
    )


def _of_shares(parts: Sequence[Quantity]) -> Offence:
    """Shares that are not 100 % together."""
    total, finest = _total(parts), max(parts, key=decimals)
    return Offence(
        span=parts[0].span.to(parts[-1].span),
        message=say(
            "{sum} is {total}, not {stated}",
            sum=" + ".join(map(plain, parts)),
            total=number(finest, total * scale(finest), decimals(finest)),
            stated=100,
        ),
        related=_places(parts),
    )


def _of_sum(parts: Sequence[Quantity], whole: Quantity) -> Offence:
    total, figures = _total(parts), (*parts, whole)
    alike = len({scale(figure) for figure in figures}) == 1 and all(map(plain, figures))
    places = max(map(decimals, figures)) if alike else decimals(whole)
    meant = rewritten(whole, total, places)
    missing = whole.base_low - total
    elsewhere = mend_elsewhere([(whole, total), *((part, part.base_low + missing) for part in parts)])
    return Offence(
        span=whole.span,
        message=with_mend(
            say(
                "{sum} is {total}, not {stated}",
                sum=" + ".join(plain(part) if alike else part.text for part in parts),
                total=number(whole, total, places) if alike else meant,
                stated=plain(whole) if alike else whole.text,
            ),
            elsewhere,
        ),
        found=whole.text,
        expected=meant,
        suggestion=None if elsewhere else meant,
        related=_places(parts),
    )


def _total(parts: Sequence[Quantity]) -> Fraction:
    return sum((part.base_low for part in parts), Fraction(0))


def _places(parts: Sequence[Quantity]) -> tuple[Related, ...]:
    return tuple(Related(say("{part} is added", part=part.text), span=part.span) for part in parts)
