"""Page furniture: what a site sets around a text, by general signs and not by any site's own words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.layout import Layout
from factcheck.patterns import compiled

# A breadcrumb is looked for among so many lines from the top.
_HEAD = 15

_LONGEST_CRUMBS = 200

# A poll or share bar has at least so many entries.
_FEWEST_ENTRIES = 3
_LONGEST_ENTRY = 40

_CRUMBS = ">›»＞"
_CRUMB_MARKS = rf"\s*[{_CRUMBS}]+\s*"
_GAPS = r"\s{2,}|\s*[|｜]\s*"
_BULLET = r"[·•●○■□◆◇▪◦*-]\s+"
_COUNT = r"[(（]?[\d,]{1,9}[)）]?"
_COUNTED = rf"\s*{_COUNT}$"
# Front matter, as static sites keep it: Jekyll, Hugo.
_RULE = "---"
_KEY = r"[\w-]+:(?:\s|$)"
_FRONT = 40

_PROSE = "。！？；，,：:.!?"
_CLOSERS = "。！!?？；;，,"


def page_head(lines: Sequence[str]) -> int:
    """How many lines at the top are no text: front matter, or all down to a breadcrumb (a site's name, its menus)."""
    front = _front_matter(lines)
    if front:
        return front
    for number, line in enumerate(lines[:_HEAD]):
        if is_breadcrumb(line):
            return number + 1
        if line[-1] in _CLOSERS:
            return 0
    return 0


def _front_matter(lines: Sequence[str]) -> int:
    """The lines of a block of keys and values between two rules, the rules included; 0 without one."""
    if len(lines) < 3 or lines[0] != _RULE or not compiled(_KEY).match(lines[1]):
        return 0
    for number, line in enumerate(lines[1:_FRONT], start=1):
        if line == _RULE:
            return number + 1
    return 0


def page_foot(lines: Sequence[str], layout: Layout) -> int:
    """Where the furniture at the end of the page begins: a poll, share buttons, counters. The number of lines without any."""
    foot = len(lines)
    entries = bullets = 0
    while foot and _is_entry(lines[foot - 1], layout):
        foot -= 1
        entries += 1
        bullets += bool(compiled(_BULLET).match(lines[foot]))
    listed = foot and lines[foot - 1][-1] in ":："  # what a colon announces is a list of the text's own
    if listed:
        return len(lines)
    counters_only = entries <= 1 and foot < len(lines) and not bullets
    return foot if bullets >= _FEWEST_ENTRIES or counters_only else len(lines)


def is_furniture(line: str, layout: Layout) -> bool:
    """Whether a line belongs to the page wherever it stands: breadcrumbs, menus, share bars, rules, counters."""
    if not any(map(str.isalnum, line)):
        return True
    if len(line) > layout.heading_length or line[-1] in _CLOSERS:
        return False
    return bool(compiled(layout.furniture_pattern).match(line)) or is_breadcrumb(line) or _is_menu(line)


def is_breadcrumb(line: str) -> bool:
    """首页 > 区域 > 山东 > 正文: at least two steps between short names."""
    if len(line) > _LONGEST_CRUMBS or not any(mark in line for mark in _CRUMBS):
        return False
    return _are_names(compiled(_CRUMB_MARKS).split(line), longest=30)


def _is_menu(line: str) -> bool:
    """News  Sports  Weather: at least three short names set apart by wide gaps or bars."""
    return _are_names(compiled(_GAPS).split(line), longest=24)


def _are_names(names: list[str], longest: int) -> bool:
    """At least three short names, none with a figure or a mark of prose."""
    return len(names) >= 3 and all(
        0 < len(name) <= longest and not any(char in _PROSE or char.isdecimal() for char in name) for name in names
    )


def _is_entry(line: str, layout: Layout) -> bool:
    """One word behind a bullet, with a count or without, or a count alone."""
    if len(line) > _LONGEST_ENTRY:
        return False
    if compiled(_COUNT).fullmatch(line):
        return True
    mark = compiled(_BULLET).match(line)
    if mark is None:
        return False
    word = compiled(_COUNTED).sub("", line[mark.end() :])
    if any(map(str.isdecimal, word)):
        return False
    return 0 < len(word) <= layout.poll_entry_length and " " not in word and word[-1] not in layout.heading_closers
