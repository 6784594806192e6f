"""A million facts as yearbooks hold them: what each trade of each place came to in each year; and drafts that restate some.

Rows have the keys of the facts file. Every figure is made from its row's number, so that all runs see the same. A draft says in
its own words, in an order of its own, what some facts say, and knows which.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

FIRST = (
    "云 青 永 柳 沃 榆 锦 白 石 长 梅 松 新 古 河 临 安 平 武 清 东 南 "
    "西 北 高 兴 宁 灵 义 乐 昌 泰 福 金 玉 双 大 龙 凤 桂"
).split()
SECOND = ("溪 禾 宁 坪 原 州 川 沙 门 桥 岭 江 城 渡 湾 阳 山 源 泉 岗 海 台 林 浦 陵").split()
KINDS = "县 区 市".split()
TRADES = (
    "纺织业 食品制造业 造纸业 印刷业 化工业 医药制造业 橡胶制品业 建材业 钢铁业 "
    "金属制品业 机床制造业 汽车制造业 船舶制造业 电气机械业 电子信息业 仪器仪表业 "
    "家具制造业 服装业 皮革业 木材加工业 饮料制造业 煤炭业 电力业 燃气业 供水业 "
    "建筑业 批发业 零售业 住宿业 餐饮业 铁路运输业 道路运输业 水运业 航空运输业 "
    "仓储业 邮政业 软件业 房地产业 旅游业 环保业"
).split()


class Series(NamedTuple):
    """What is counted of a trade: in the facts' words, in those of a draft, and the unit."""

    fact: str
    draft: str
    unit: str


SERIES = (
    Series("规模以上企业单位数为#", "有规上企业#", "家"),
    Series("从业人员达到#", "吸纳就业#", "人"),
    Series("实现营业收入#", "营业收入做到了#", "亿元"),
    Series("实现利润总额#", "利润合计#", "万元"),
    Series("完成出口额#", "卖到国外的货值#出口额", "万美元"),
    Series("全年用电量#", "用掉电量#", "万千瓦时"),
    Series("固定资产投资完成#", "落地固定资产投资#", "亿元"),
    Series("研发经费支出#", "拿出研发经费#", "万元"),
    Series("专利授权量#", "拿到专利授权#", "件"),
    Series("缴纳税收#", "上缴税收#", "万元"),
    Series("新开工项目#", "开工的新项目有#", "个"),
    Series("产品库存增长#", "库存产品比上年增长#", "%"),
    Series("亏损企业#", "亏损的企业还有#", "户"),
    Series("人均工资为#", "人均拿到工资#", "元"),
    Series("生产性用地面积#", "占用生产性用地#", "公顷"),
    Series("培训职工#", "职工参加培训的有#", "人次"),
    Series("安全生产事故起数为#", "发生安全生产事故#", "起"),
    Series("设备更新投入#", "更新设备投入了#", "万元"),
    Series("新增贷款余额#", "贷款余额新增#", "亿元"),
    Series("品牌产品认定#", "认定的品牌产品共#", "种"),
    Series("废水排放量#", "排放废水#", "万吨"),
    Series("综合能耗下降#", "综合能耗降了#", "%"),
    Series("外资企业数#", "外资企业来了#", "家"),
    Series("技术合同成交额#", "技术合同成交#", "亿元"),
    Series("标准制定参与项数#", "参与制定标准#", "项"),
)


class Shape(NamedTuple):
    """How many places, trades, series and years the facts are of; their product is the number of facts."""

    places: int = 1000
    trades: int = 5
    series: int = 20
    years: int = 10

    @property
    def facts(self) -> int:
        return self.places * self.trades * self.series * self.years


class Row(NamedTuple):
    """One fact, by the numbers of what it is about."""

    number: int
    place: str
    trade: str
    series: Series
    year: int

    @property
    def value(self) -> str:
        figure = 100 + self.number * 7919 % 89_900
        return f"{figure / 1000:.1f}%" if self.series.unit == "%" else f"{figure}{self.series.unit}"

    def keys(self) -> dict[str, str]:
        """The fact, as a row of a table with the keys of the facts file."""
        said = self.series.fact.replace("#", self.value)
        return {
            "id": f"y{self.number}",
            "claim": f"{self.year}年{self.place}{self.trade}{said}",
            "subject": self.trade + self.series.fact.partition("#")[0],
            "value": self.value,
            "when": f"{self.year}年",
            "where": self.place,
        }

    def restated(self) -> str:
        """The same in other words."""
        return f"{self.year}年，{self.place}的{self.trade}{self.series.draft.replace('#', self.value)}。"


def places() -> Iterator[str]:
    for number, (second, first) in enumerate(product(SECOND, FIRST)):
        yield f"{first}{second}{KINDS[number % 3]}"


def rows(shape: Shape) -> Iterator[Row]:
    """All facts, in the order of a yearbook: place by place, trade by trade, each series with its years."""
    each = product(list(places())[: shape.places], TRADES[: shape.trades], SERIES[: shape.series], range(shape.years))
    for number, (place, trade, series, year) in enumerate(each):
        yield Row(number, place, trade, series, 2024 - year)


def draft(shape: Shape, claims: int, seed: int = 1) -> tuple[str, list[str]]:
    """A text that restates so many facts, picked by chance, and the ids of the facts in the order of the text."""
    chance = random.Random(seed)  # noqa: S311 - the same draft each time
    picked = sorted(chance.sample(range(shape.facts), claims))
    wanted = iter([*picked, -1])
    number, found = next(wanted), []
    for row in rows(shape):
        if row.number == number:
            found.append(row)
            number = next(wanted)
    chance.shuffle(found)
    paragraphs = [found[at : at + 5] for at in range(0, claims, 5)]
    text = "\n\n".join("".join(row.restated() for row in each) for each in paragraphs)
    return text + "\n", [f"y{row.number}" for row in found]
