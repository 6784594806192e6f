"""Web pages as a parser of HTML sees them: the strictest there is (html5lib, which follows the standard and tolerates nothing)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import html5lib

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parsed(page: str) -> Element:
    """The root of a page. Raises html5lib's ParseError where it breaks the standard."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return root


def shown(element: Element) -> str:
    """The text inside an element."""
    return "".join(element.itertext())


def marks(root: Element) -> Iterator[tuple[int, str]]:
    """Each mark of the first draft: the code points of the draft before it, and its own text."""
    draft = root.find(".//div[@class='draft']")
    assert draft is not None
    before = len(draft.text or "")
    for child in draft:
        if child.tag == "mark":
            yield before, shown(child)
        before += len(shown(child)) + len(child.tail or "")
