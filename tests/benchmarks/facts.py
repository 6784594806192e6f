"""How long a facts file takes to load: python tests/benchmarks/facts.py [FACTS …]

For each number of facts the median of several runs in milliseconds: the tree alone, the tree and its entries without reading
any value, and everything. PyYAML's own fastest loader stands beside them as a yardstick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from unittest.mock import patch

import yaml

from factcheck.extraction.quantities import read_value
from factcheck.facts import entries
from factcheck.facts.load import facts_of
from factcheck.facts.yaml_nodes import compose

ENTRY = """\
  - id: organisations-{n}
    claim: 全区{n}个街道共有第{n}类社会组织{value}家,形成了多元共治的格局
    subject: 第{n}类社会组织
    aliases: [social organisations of kind {n}]
    value: {value}家
    measure: total
    when: 20{year:02}年11月
    where: 全区
"""


def facts_file(number: int) -> str:
    """A file with so many facts."""
    listed = "".join(ENTRY.format(n=n, value=100 + n, year=n % 20) for n in range(number))
    return f"factcheck: 1\nlanguage: zh\nfacts:\n{listed}"


def timed(action: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return 1000 * median(times)


def main(numbers: list[int]) -> None:
    value = read_value("76家", "zh")
    print(f"{'facts':>8} {'CSafeLoader':>12} {'tree':>8} {'entries':>8} {'all':>8}")
    for number in numbers:
        text, runs = facts_file(number), 11 if number <= 1000 else 3
        facts_of(text)
        row = [
            timed(lambda text=text: yaml.load(text, Loader=yaml.CSafeLoader), runs),  # type: ignore[misc]
            timed(lambda text=text: compose(text), runs),  # type: ignore[misc]
        ]
        with (
            patch.object(entries, "read_quantity", lambda *_: value),
            patch.object(entries, "read_when", lambda *_: None),
        ):
            row.append(timed(lambda text=text: facts_of(text), runs))  # type: ignore[misc]
        row.append(timed(lambda text=text: facts_of(text), runs))  # type: ignore[misc]
        print(f"{number:>8} {row[0]:>12.1f} " + " ".join(f"{each:>8.1f}" for each in row[1:]))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1_000, 10_000])
