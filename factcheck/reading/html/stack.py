"""The elements that are open at a place of a page: which ones a tag ends, and what they make of the text in them.

A simplification of the standard's tree construction for pages as they come: an end tag ends the nearest such element within the
same cell; an inline element ends with its block; what is missing is implied. Each step takes constant time but for what it closes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from factcheck.reading.html.elements import BLOCKS, CELLS, ENDS_PARAGRAPH, HEADINGS, ITEMS, LISTS, SECTIONS


class Context(Struct, frozen=True):
    """What an element and those around it make of the text in it."""

    unseen: bool = False
    around: bool = False
    main: bool = False
    link: int = 0  # the number of the link around, counted from 1
    raised: bool = False  # superscript
    kept: bool = False  # white space
    heading: int = 0
    caption: bool = False
    depth: int = 0  # of lists


class Element(Struct):
    """An open element; `number` counts elements and is its own."""

    name: str
    context: Context
    number: int = 0
    inlines: Counter[str] = field(default_factory=Counter)  # those that are open in a block and in none within


class _Scope(Struct):
    """What is open in a cell, or in the page outside all cells."""

    at: int
    names: Counter[str] = field(default_factory=Counter)


class Stack:
    """The open elements, the innermost last."""

    def __init__(self) -> None:
        self._open = [Element("", Context())]
        self._blocks = [0]  # the places of those that are blocks
        self._scopes = [_Scope(0)]
        self._lists: list[tuple[int, int]] = [(0, 0)]  # the place of a list, and of its open item
        self._tables: list[dict[str, int]] = []  # the places of a table, and of its open section, row and cell
        self._count = 0

    @property
    def context(self) -> Context:
        return self._open[-1].context

    @property
    def block(self) -> Element:
        """The innermost block."""
        return self._open[self._blocks[-1]]

    def holds(self, name: str) -> bool:
        """Whether such an inline element is open in the innermost block."""
        return self.block.inlines[name] > 0

    def implied(self, name: str) -> Iterator[Element]:
        """The elements that end because a start tag comes."""
        scope = self._scopes[-1]
        if name in ENDS_PARAGRAPH and scope.names["p"]:
            yield from self._until_name("p")
        if name in ITEMS:
            place, item = self._lists[-1]
            if item > scope.at and item > place:
                yield from self._until(item)
        elif name in HEADINGS and self.block.name in HEADINGS:
            yield from self._until(self._blocks[-1])
        elif (name == "a" and self.holds("a")) or (name in ("rt", "rp") and self._open[-1].name in ("rt", "rp")):
            yield from self._until_name(self._open[-1].name if name != "a" else "a")
        elif self._tables and (name in CELLS or name == "tr" or name in SECTIONS):
            table = self._tables[-1]
            upto = ("cell",) if name in CELLS else ("cell", "row") if name == "tr" else ("cell", "row", "section")
            if "section" in table and self._open[table["section"]].name == "caption":
                upto = ("section",)
            places = [table[each] for each in upto if each in table]
            if places:
                yield from self._until(min(places))

    def push(self, name: str, context: Context) -> Element:
        at = len(self._open)
        self._count += 1
        element = Element(name, context, self._count)
        if name not in BLOCKS:
            self.block.inlines[name] += 1
            self._open.append(element)
            return element
        self._scopes[-1].names[name] += 1
        self._open.append(element)
        self._blocks.append(at)
        if name in LISTS:
            self._lists.append((at, 0))
        elif name in ITEMS:
            self._lists[-1] = (self._lists[-1][0], at)
        elif name == "table":
            self._scopes.append(_Scope(at))
            self._tables.append({"scope": len(self._scopes)})
        elif self._tables and (name in CELLS or name == "caption"):
            self._tables[-1]["cell" if name in CELLS else "section"] = at
            self._scopes.append(_Scope(at))
            self._lists.append((at, 0))
        elif self._tables and (name == "tr" or name in SECTIONS):
            self._tables[-1]["row" if name == "tr" else "section"] = at
        return element

    def ended(self, name: str) -> Iterator[Element]:
        """The elements that an end tag closes, the innermost first; none when it closes nothing."""
        if name not in BLOCKS:
            if self.holds(name):
                yield from self._until_name(name)
        elif self._tables and name in (*CELLS, "tr", *SECTIONS, "table"):
            table = self._tables[-1]
            key = "cell" if name in CELLS else "row" if name == "tr" else "section"
            if name == "table":
                yield from self._until(self._scopes[table["scope"] - 1].at)
            elif key in table and self._open[table[key]].name == name:
                yield from self._until(table[key])
        elif self._scopes[-1].names[name]:
            yield from self._until_name(name)

    def rest(self) -> Iterator[Element]:
        """All that is open at the end of the page."""
        yield from self._until(1)

    def _until_name(self, name: str) -> Iterator[Element]:
        while self._open[-1].name != name:
            yield self._pop()
        yield self._pop()

    def _until(self, place: int) -> Iterator[Element]:
        while len(self._open) > place:
            yield self._pop()

    def _pop(self) -> Element:
        element = self._open.pop()
        at, name = len(self._open), element.name
        if name not in BLOCKS:
            self.block.inlines[name] -= 1
            return element
        self._blocks.pop()
        if self._scopes[-1].at == at and at:
            self._scopes.pop()
        self._scopes[-1].names[name] -= 1
        if self._lists[-1][0] == at and at:
            self._lists.pop()
        elif self._lists[-1][1] == at and at:
            self._lists[-1] = (self._lists[-1][0], 0)
        if self._tables:
            if name == "table":
                self._tables.pop()
            else:
                for key in [key for key, place in self._tables[-1].items() if place == at and key != "scope"]:
                    del self._tables[-1][key]
        return element
