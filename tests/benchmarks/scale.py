"""Whether matching grows with the claims of a draft and not with the facts that it is held against.

    python tests/benchmarks/scale.py [FACTS …]

For each number of facts: milliseconds of CPU to make the index, and to match a draft of 10 KB with eighty claims, half of which
restate facts in other words; and how that time stands to the one with the fewest facts.
"""

from __future__ import annotations

import random
import sys
from time import process_time

from factcheck.facts.index import Index, build
from factcheck.facts.load import facts_of
from factcheck.facts.match import match_claims
from factcheck.model.claim import Claim
from factcheck.pipeline import read, statements
from factcheck.reading import document_of

PLACES = "东港 西湾 南岭 北原 青禾 云溪 永宁 柳坪 沃原 榆州 廊桥 锦川 白沙 石门 长桥 梅岭 松江 新城 古渡 河湾".split()
FIELDS = "教育 卫生 水利 农业 林业 渔业 旅游 文化 体育 交通 能源 环保 商贸 科技 民政 住房 养老 就业 园区 港口".split()
THINGS = "学校 医院 水库 合作社 林场 码头 景区 剧场 球场 公路 电站 污水厂 市场 实验室 社区 公寓 养老院 车间 企业 泊位".split()
WAYS = "新建 改建 扩建 累计建成 投入使用 完成验收 开工建设 登记在册 纳入管理 挂牌运行".split()


def facts_file(number: int) -> str:
    """A facts file of so many facts, which share their words as the facts of a city's offices do."""
    lines = []
    for n in range(number):
        place, field = PLACES[n % 20], FIELDS[n // 20 % 20]
        thing, way = THINGS[n // 400 % 20], WAYS[n // 8000 % 10]
        series = f"第{n // 80_000 + 1}批" if n >= 80_000 else ""
        value = f"{100 + n % 899}个"
        claim, subject = f"{place}区{field}系统{series}{way}{thing}{value}", f"{place}区{field}系统{thing}"
        lines.append(f"  - {{id: f{n}, claim: {claim}, subject: {subject}, value: {value}}}")
    return "factcheck: 1\nlanguage: zh\nfacts:\n" + "\n".join(lines) + "\n"


def draft(claims: int) -> str:
    """Prose in which every other claim is about something that facts are about, in other words."""
    chance = random.Random(1)  # noqa: S311 - the same draft each time
    sentences = []
    for n in range(claims):
        place, field, thing, way = (chance.choice(words) for words in (PLACES, FIELDS, THINGS, WAYS))
        number = chance.randrange(100, 999)
        if n % 2:
            sentences.append(
                f"记者从{place}区了解到，{field}系统的{thing}今年{way}的共有{number}个，群众办事更加方便。"
            )
        else:
            sentences.append(f"走访中，{place}的居民说起身边的变化，话题总绕不开{field}，光是座谈会就开了{number}场。")
    return "".join(sentences)


def main(numbers: list[int]) -> None:
    text = draft(80)
    claims = read(document_of(text, language="zh")).claims
    print(f"{len(claims)} claims, {len(text.encode()):,} bytes")
    print(f"{'facts':>8} {'index':>9} {'matching':>9} {'ratio':>6}")
    first = 0.0
    for number in numbers:
        said = statements(facts_of(facts_file(number)))
        started = process_time()
        index = build(said, "zh")
        made = process_time() - started
        took = matched(claims, index)
        first = first or took
        print(f"{number:>8} {1000 * made:>9.1f} {1000 * took:>9.1f} {took / first:>6.2f}")


def matched(claims: tuple[Claim, ...], index: Index) -> float:
    """Seconds of CPU to match the claims, the least of three runs."""
    times = []
    for _ in range(3):
        started = process_time()
        match_claims(claims, index)
        times.append(process_time() - started)
    return min(times)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1_000, 10_000, 100_000])
