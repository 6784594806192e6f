"""The styles of a Word document, as far as they tell what a paragraph is (ECMA-376 part 1, 17.7).

A style is known by its name, which Word keeps in English whatever language it speaks; other programs translate it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from factcheck.patterns import compiled
from factcheck.reading.word.markup import Element

_HEADING = r"(?:heading|标题|標題)\s*([1-9])"
_TITLES = frozenset({"title", "标题", "標題"})
_SUBTITLES = frozenset({"subtitle", "副标题", "副標題"})
_CONTENTS = r"toc (?:[1-9]|heading)|(?:目录|目錄)\s*[1-9]?"

# Levels of headings: the title's, that of a subtitle (of the first sections), and none: body text.
TITLE, SUBTITLE, NO_HEADING = 0, 1, -1
_BODY_TEXT = 9  # an outline level, from 0

# In no document do so many styles stand on each other.
_LONGEST_CHAIN = 50


class Listing(Struct, frozen=True):
    """The list that a paragraph belongs to, and its level in it, from 0."""

    list: str
    level: int = 0


class Style(Struct, frozen=True):
    """What a style, and those that it is based on, tell. `heading` counts from 1; None where they don't tell."""

    heading: int | None = None
    listing: Listing | None = None
    is_contents: bool = False  # an entry, or the heading, of a table of contents
    is_hidden: bool | None = None


_PLAIN = Style()

_Told = TypeVar("_Told")


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        elements = [each for each in root.children if each.tag == "w:style"] if root is not None else []
        self._elements = {each.get("w:styleId") or "": each for each in elements}
        self._read: dict[str | None, Style] = {}
        self._ids = {_name(each): each.get("w:styleId") or "" for each in elements}
        defaults = (each for each in elements if each.get("w:default") == "1" and each.get("w:type") == "paragraph")
        self._default = next((each.get("w:styleId") for each in defaults), None)

    def paragraph(self, style: str | None) -> Style:
        """The style of a paragraph; of one that names none, the default."""
        return self.style(self._default if style is None else style)

    def style(self, style: str | None) -> Style:
        known = self._read.get(style)
        if known is None:
            known = self._read[style] = self._resolved(style)
        return known

    def named(self, name: str) -> str | None:
        """The id of the style of this name."""
        return self._ids.get(name)

    def _resolved(self, style: str | None) -> Style:
        chain = list(self._chain(style))
        if not chain:
            return _PLAIN
        listing = _first(chain, _listing)
        return Style(
            _first(chain, _heading),
            listing,
            any(map(_is_contents, chain)),
            _first(chain, lambda each: each.flag("w:rPr", "w:vanish")),
        )

    def _chain(self, style: str | None) -> Iterator[Element]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while style is not None and style not in seen and style in self._elements and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            yield self._elements[style]
            style = self._elements[style].value("w:basedOn")


def outline(properties: Element | None) -> int | None:
    """The level of a heading by the properties of a paragraph or style, from 1; None where they don't tell."""
    value = None if properties is None else properties.value("w:outlineLvl")
    if value is None or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _BODY_TEXT else NO_HEADING


def listing_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that the properties of a paragraph or style name; None for what they don't."""
    numbering = None if properties is None else properties.find("w:numPr")
    if numbering is None:
        return None, None
    level = numbering.value("w:ilvl")
    return numbering.value("w:numId"), int(level) if level is not None and level.isdecimal() else None


def _first(chain: list[Element], tell: Callable[[Element], _Told | None]) -> _Told | None:
    return next((told for each in chain if (told := tell(each)) is not None), None)


def _name(style: Element) -> str:
    return (style.value("w:name") or "").lower()


def _heading(style: Element) -> int | None:
    level, name = outline(style.find("w:pPr")), _name(style)
    if name in _TITLES:
        return TITLE
    if name in _SUBTITLES:
        return SUBTITLE
    if level is not None:
        return level
    found = compiled(_HEADING).fullmatch(name)
    return int(found[1]) if found else None


def _listing(style: Element) -> Listing | None:
    name, level = listing_of(style.find("w:pPr"))
    return None if name is None else Listing(name, level or 0)


def _is_contents(style: Element) -> bool:
    return compiled(_CONTENTS).fullmatch(_name(style)) is not None
