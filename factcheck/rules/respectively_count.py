"""The rule respectively-count."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import counted, say
from factcheck.model.reckoning import listing_holds
from factcheck.model.rule import Bad, Good, rule


@rule(
    severity="error",
    examples=[
        Bad("东部、中部、西部、东北地区⟦分别占39.93%、25.83%和27.12%⟧。", says="3 values for 4 subjects"),
        Bad("旅客运输量、货邮运输量⟦分别恢复到84.6%⟧，货运恢复得最快。", says="1 value for 2 subjects"),
        Bad(
            "我国对东盟、欧盟、美国和韩国分别进出口4.7万亿元、4.23万亿元、3.8万亿元和1.81万亿元，同比⟦分别增长15.2%、9%、8%⟧。",
            says="3 values for 4 subjects",
        ),
        Bad("合同额12280亿元，执行额8314亿元，同比⟦分别增长12.5%、12.8%和9.5%⟧。", says="3 values for 2 subjects"),
        Bad("风力发电机组、船舶、汽车出口增速较快，⟦分别增长86.3%、84.4%⟧。", says="2 values for 3 subjects"),
        Bad("粮食、蔬菜两类作物⟦分别增产3.2%、4.1%和5.0%⟧。", says="3 values for 2 subjects"),
        Bad(
            "Shipments of grain, timber and fertiliser reached ⟦3.1, 1.8, 0.9 and 0.6 million tonnes respectively⟧.",
            says="4 values for 3 subjects",
        ),
        Bad("Boys and girls scored ⟦81%, 85% and 79%, respectively⟧.", says="3 values for 2 subjects"),
        Bad(
            "Sales in the north, south and west grew by ⟦3% and 4% respectively⟧.",
            says="2 values for 3 subjects",
        ),
        Bad("城区、郊区、山区的覆盖率⟦依次为98%、91%、85%和80%⟧。", says="4 values for 3 subjects"),
        Bad("Sales in Spain, Italy and France rose, ⟦respectively, by 3% and 4%⟧.", says="2 values for 3 subjects"),
        Good("东部、中部、西部、东北地区分别占39.93%、25.83%、27.12%和7.12%。", because="four and four"),
        Good("纺织服装、干鲜瓜果及坚果进口分别增长12.6%、18%。", because="及 joins two halves of one subject"),
        Good("汽车产销分别完成823.2万辆和822万辆。", because="产销 names two subjects"),
        Good(
            "城镇居民收入11759元，农村居民收入3587元，扣除价格因素，分别增长10.4%和7.4%。",
            because="two sentences, two values",
        ),
        Good("甲公司、乙公司分别被处罚款20万元。", because="each paid as much"),
        Good("完善住房、医疗、教育保障体系，人均补助标准分别提高30元和5元。", because="the list names something else"),
        Good("两人还分别在男子50米和女子50米决赛中各夺得一枚铜牌。", because="these are no values"),
        Good("经济今明两年将分别增长4.3%和4.5%。", because="two years, two values"),
        Good("Last year, sales and profits rose by 5% and 6% respectively.", because="an aside is no subject"),
        Good(
            "It was fined $1,000 and $2,000 respectively for the two offences.",
            because="the subjects are not listed before",
        ),
        Good("The retirement and re-employment ages rise to 63 and 68 respectively.", because="two and two"),
    ],
)
def respectively_count(case: Case) -> Iterable[Offence]:
    """Flag a list of 分别, 依次 or “respectively” with fewer or more values than subjects.

    Nothing is said where the number of subjects is open, and nothing of an amount that may be the same for all.
    """
    for listing in case.relations.listings:
        if not listing_holds(listing):
            values = len(listing.values)
            subjects = max(listing.subjects) if values > max(listing.subjects) else min(listing.subjects)
            yield Offence(
                span=listing.span,
                message=say(
                    "{values} for {subjects} subjects",
                    values=counted("{number} value", "{number} values", values),
                    subjects=subjects,
                ),
                related=(Related(say("the subjects"), span=listing.named),),
            )
