"""The numbers that Word shows before the paragraphs of a list (ECMA-376 part 1, 17.9).

They are part of what readers see, and stand nowhere in the text. Counted are plain numbers and those of Chinese; a list with
letters, Roman numbers or bullets shows nothing that a claim could be made of, and its marks are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from factcheck.patterns import compiled
from factcheck.reading.word.markup import Element
from factcheck.reading.word.styles import Listing

# A list has nine levels, 0 to 8.
_LEVELS = 9

_DIGITS = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _chinese(number: int) -> str | None:
    """一 to 九十九, which all ways of counting in Chinese write alike."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return None
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str | None:
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else None


# ST_NumberFormat (17.18.59): those that write plain numbers.
_FORMATS: Mapping[str, Callable[[int], str | None]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": "{:02}".format,
        "decimalHalfWidth": str,
        "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
        "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "chineseCounting": _chinese,
        "chineseCountingThousand": _chinese,
        "taiwaneseCounting": _chinese,
        "taiwaneseCountingThousand": _chinese,
        "japaneseCounting": _chinese,  # Chinese programs write it for 一、二、三
    }
)

_SUFFIXES = MappingProxyType({"nothing": "", "space": " ", "tab": " "})

_PLACEHOLDER = r"%([1-9])"


class Level(Struct, frozen=True):
    """How one level of a list is numbered: `text` has %1 for the number of the first level."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = " "
    is_legal: bool = False  # all numbers in digits
    restart: int | None = None  # 0: never begun anew


class _List(Struct, frozen=True):
    """A list: the kind that it counts with others of, its levels, and the numbers at which it begins anew, by level."""

    kind: str | None
    levels: tuple[Level, ...]
    anew: dict[int, int]


_UNTOLD = (Level(),) * _LEVELS


class Numbering:
    """The lists of a document and how far each was counted: paragraphs must come in their order."""

    def __init__(self, root: Element | None) -> None:
        children = () if root is None else tuple(root.children)
        self._kinds = {
            each.get("w:abstractNumId"): _with_levels(_UNTOLD, each.children)
            for each in children
            if each.tag == "w:abstractNum"
        }
        self._elements = {each.get("w:numId"): each for each in children if each.tag == "w:num"}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str | None, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, listing: Listing) -> str | None:
        """The number of the next paragraph of a list, with what parts it from the text; None where none is shown that counts."""
        own = self._list(listing.list)
        if own is None or listing.level >= _LEVELS:
            return None
        count = self._counts.setdefault(own.kind, [None] * _LEVELS)
        self._step(count, listing, own)
        return _written(own.levels, count, listing.level)

    def _step(self, count: list[int | None], listing: Listing, own: _List) -> None:
        at = listing.level
        begun, anew = count[at], own.anew.get(at)
        if anew is not None and (listing.list, at) not in self._begun:
            begun = anew - 1
        self._begun.add((listing.list, at))
        count[at] = own.levels[at].start if begun is None else begun + 1
        for deeper in range(at + 1, _LEVELS):
            if own.levels[deeper].restart != 0:
                count[deeper] = None
        for above in range(at):
            if count[above] is None:
                count[above] = own.levels[above].start

    def _list(self, name: str) -> _List | None:
        element = self._elements.get(name)
        if element is None or name in self._lists:
            return self._lists.get(name)
        kind = element.value("w:abstractNumId")
        overrides = [each for each in element.children if each.tag == "w:lvlOverride"]
        levels = _with_levels(
            self._kinds.get(kind, _UNTOLD), (own for each in overrides if (own := each.find("w:lvl")) is not None)
        )
        starts = {_number(each.get("w:ilvl"), 0): each.value("w:startOverride") for each in overrides}
        anew = {level: _number(value, 1) for level, value in starts.items() if value is not None}
        self._lists[name] = _List(kind, levels, anew)
        return self._lists[name]


def _with_levels(levels: tuple[Level, ...], elements: Iterable[Element]) -> tuple[Level, ...]:
    """Levels, with those that elements define in their place."""
    changed = list(levels)
    for each in elements:
        if each.tag == "w:lvl" and (at := _number(each.get("w:ilvl"), 0)) < _LEVELS:
            changed[at] = _level(each)
    return tuple(changed)


def _level(element: Element) -> Level:
    restart = element.value("w:lvlRestart")
    return Level(
        element.value("w:numFmt") or "decimal",
        element.value("w:lvlText") or "",
        _number(element.value("w:start"), 1),
        _SUFFIXES.get(element.value("w:suff") or "tab", " "),
        bool(element.flag("w:isLgl")),
        None if restart is None else _number(restart, 0),
    )


def _written(levels: tuple[Level, ...], count: list[int | None], at: int) -> str | None:
    """A number with those of the levels above, as its own level puts them together."""
    level = levels[at]
    missing = not level.text

    def number(found: object) -> str:
        nonlocal missing
        which = int(found[1]) - 1  # type: ignore[index]
        shown = count[which] if which < _LEVELS else None
        write = str if level.is_legal else _FORMATS.get(levels[which].format)
        written = None if shown is None or write is None else write(shown)
        missing = missing or written is None
        return written or ""

    text = compiled(_PLACEHOLDER).sub(number, level.text)
    if missing or level.format not in _FORMATS:
        return None
    return text + level.suffix


def _number(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 9 else default
