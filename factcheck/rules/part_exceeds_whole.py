"""The rule part-exceeds-whole."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.reckoning import part_holds
from factcheck.model.rule import Bad, Good, rule


@rule(
    severity="error",
    examples=[
        Bad(
            "60岁及以上的老人有26402万人，占18.7%，其中80岁及以上的3580万人、65岁及以上的⟦29064万人⟧。",
            says="29064万人 is named as a part of 26402万人, and is more than that",
        ),
        Bad(
            "全县鸡饲养量200万只，其中仅宣和镇的蛋鸡就有⟦230万只⟧。",
            says="230万只 is named as a part of 200万只, and is more than that",
        ),
        Bad(
            "全市有幼儿园320所。其中，公办园⟦350所⟧，民办园80所。",
            says="350所 is named as a part of 320所, and is more than that",
        ),
        Bad(
            "Of the 30 visitors fined, ⟦34⟧ had come in bigger parties.",
            says="34 is named as a part of 30, and is more than that",
        ),
        Bad(
            "The island counted 318,000 guests, including ⟦392,000⟧ guests from Germany.",
            says="392,000 is named as a part of 318,000, and is more than that",
        ),
        Good("全县鸡饲养量200万只，其中宣和镇的蛋鸡130万只。", because="a part of it"),
        Good("出口增长6.7%，其中机电产品增长21.7%。", because="a part may grow faster than the whole"),
        Good("从2003年到2006年年均超收2040亿元，其中去年超收2573亿元。", because="the whole is a mean"),
        Good("拟安排赤字13500亿元，比上年增加1500亿元，其中中央赤字9500亿元。", because="it is a part of the first"),
        Good("新建学校3所，其中可容纳学生4500人。", because="another unit"),
        Good("用地近200亩，其中绿地200亩。", because="a hedge admits it"),
        Good("The fair drew 85 companies, including 1,200 workers of the port.", because="it counts other things"),
        Good("Of the 30 visitors fined, 24 had come in bigger parties.", because="a part of them"),
    ],
)
def part_exceeds_whole(case: Case) -> Iterable[Offence]:
    """Flag a figure that is named as a part of another (其中, of which, including) and exceeds it.

    Where more than one figure may be the whole, the part must exceed them all. Rates are left alone: a part may grow faster
    than the whole.
    """
    for each in case.relations.parts:
        if not part_holds(each):
            whole = max(each.wholes, key=lambda quantity: quantity.base_high)
            yield Offence(
                span=each.part.span,
                message=say(
                    "{part} is named as a part of {whole}, and is more than that",
                    part=each.part.text,
                    whole=whole.text,
                ),
                found=each.part.text,
                related=(Related(say("{whole} is the whole", whole=whole.text), span=whole.span),),
            )
