"""Web pages as a parser of HTML sees them: the strictest there is (html5lib, which follows the standard and tolerates nothing)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import html5lib

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Mark(NamedTuple):
    """A mark of a draft: the code points of the draft before it, its text, how it looks, its label, and where it leads."""

    start: int
    text: str
    look: str
    label: str | None
    row: str
    said: str


def parsed(page: str) -> Element:
    """The root of a page, names without namespaces. Raises html5lib's ParseError where it breaks the standard."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def shown(element: Element) -> str:
    """The text inside an element."""
    return "".join(element.itertext())


def draft_of(root: Element) -> Element:
    """The text of the first draft."""
    draft = root.find(".//div[@class='draft']")
    assert draft is not None
    return draft


def marks(root: Element) -> list[Mark]:
    """The marks of the first draft, in the order of its text."""
    return list(_marks(draft_of(root), 0))


def _marks(element: Element, start: int) -> Iterator[Mark]:
    at = start + len(element.text or "")
    for child in element:
        if child.tag == "mark":
            (link,) = child
            look = (child.get("class") or "").rpartition(" ")[0]  # the last class is the kind's
            row, said = (link.get("href") or "").removeprefix("#"), link.get("title") or ""
            yield Mark(at, shown(child), look, child.get("data-label"), row, said)
        else:
            yield from _marks(child, at)
        at += len(shown(child)) + len(child.tail or "")
