"""Page furniture: what a site sets around a text, by general signs and not by any site's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.language.layout import Layout

# A breadcrumb is looked for among so many lines from the top.
_HEAD = 15

# A poll or share bar has at least so many entries.
_FEWEST_ENTRIES = 3

_CRUMB_MARKS = r"[ \t\u3000]*(?:>>?|›|»|＞)[ \t\u3000]*"
_BULLET = r"[·•●○■□◆◇▪◦*-][ \t\u3000]+"
_COUNT = r"[(（]?[0-9０-９,]{1,9}[)）]?"
_CLOSERS = "。！!?？；;，,"


def page_head(lines: Sequence[str]) -> int:
    """How many lines stand at the top up to a breadcrumb, itself included: a site's name, its menus. 0 without one."""
    for number, line in enumerate(lines[:_HEAD]):
        if is_breadcrumb(line):
            return number + 1
        if line[-1] in _CLOSERS:
            return 0
    return 0


def page_foot(lines: Sequence[str], layout: Layout) -> int:
    """Where the furniture at the end of the page begins: a poll, share buttons, counters. The number of lines without any."""
    foot = len(lines)
    entries = bullets = 0
    while foot and _is_entry(lines[foot - 1], layout):
        foot -= 1
        entries += 1
        bullets += bool(_patterns().bullet.match(lines[foot]))
    counters_only = entries <= 1 and foot < len(lines) and not bullets
    return foot if bullets >= _FEWEST_ENTRIES or counters_only else len(lines)


def is_furniture(line: str, layout: Layout) -> bool:
    """Whether a line belongs to the page wherever it stands: breadcrumbs, menus, share bars, rules, counters."""
    if not any(map(str.isalnum, line)):
        return True
    if len(line) > layout.heading_length or line[-1] in "。！？!?":
        return False
    return bool(_furniture(layout).match(line)) or is_breadcrumb(line) or _is_menu(line)


def is_breadcrumb(line: str) -> bool:
    """首页 > 区域 > 山东 > 正文: at least two steps between short names."""
    names = _patterns().crumbs.split(line)
    return (
        len(names) >= 3
        and all(len(name) <= 30 and not re.search(r"[。！？；0-9]", name) for name in names)
        and bool(names[0])
    )


def _is_menu(line: str) -> bool:
    """News  Sports  Weather: at least three short names set apart by wide gaps or bars, without a figure or a closing mark."""
    names = _patterns().gaps.split(line)
    return len(names) >= 3 and all(
        0 < len(name) <= 24 and not re.search(r"[。！？；，,：:0-9]", name) for name in names
    )


def _is_entry(line: str, layout: Layout) -> bool:
    """One word behind a bullet, with a count or without, or a count alone."""
    if _patterns().count.fullmatch(line):
        return True
    mark = _patterns().bullet.match(line)
    if mark is None:
        return False
    word = _patterns().counted.sub("", line[mark.end() :])
    return 0 < len(word) <= layout.poll_entry_length and " " not in word and word[-1] not in layout.heading_closers


class _Patterns:
    """The patterns of furniture that no language changes."""

    def __init__(self) -> None:
        self.crumbs = re.compile(_CRUMB_MARKS)
        self.gaps = re.compile(r"[ \u3000]{2,}|[ \u3000]*[|｜][ \u3000]*")
        self.bullet = re.compile(_BULLET)
        self.count = re.compile(_COUNT)
        self.counted = re.compile(rf"[ \t\u3000]*{_COUNT}$")


@cache
def _patterns() -> _Patterns:
    return _Patterns()


@cache
def _furniture(layout: Layout) -> re.Pattern[str]:
    return re.compile(layout.furniture_pattern)
