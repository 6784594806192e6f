"""New parts of an Office Open XML file, told to those that say which parts there are (ECMA-376 part 2, 6.2.3 and 6.5)."""

from __future__ import annotations

from posixpath import dirname, relpath
from xml.sax.saxutils import quoteattr

from factcheck.reading.word.cuts import POINT, Edits, cut_at_foot
from factcheck.reading.word.markup import Element, in_utf8, tree
from factcheck.reading.word.package import Package, Relationship, relationships_of

_TYPES_PART = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NONE = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns={quoteattr(_RELATIONSHIPS)}/>'


def enrolled(package: Package, main: Relationship, name: str, kind: str, content_type: str) -> dict[str, bytes]:
    """The parts that change when the main part comes to refer to a new one: the list of types, and its own relationships."""
    types, links = _TYPES_PART, relationships_of(main.target)
    override = _element("Override", xmlns=_TYPES, PartName=f"/{name}", ContentType=content_type)
    link = _element(
        "Relationship",
        xmlns=_RELATIONSHIPS,
        Id=_free_id(package, main),
        Type=f"{main.type.rpartition('/')[0]}/{kind}",
        Target=relpath(name, dirname(main.target) or "."),
    )
    return {
        types: _appended(package, package.part(types) or b"", override),
        links: _appended(package, package.part(links) or _NONE.encode(), link),
    }


def appended(data: bytes, root: Element, markup: str) -> bytes:
    """A part with another element behind the last one inside its root."""
    edits = Edits(data)
    edits.put(cut_at_foot(root, data), POINT, markup)
    return edits.done()


def _appended(package: Package, data: bytes, markup: str) -> bytes:
    data = in_utf8(data)
    return appended(data, tree(data, package.trouble), markup)


def _free_id(package: Package, main: Relationship) -> str:
    taken = {each.id for each in package.related(main.target)}
    return next(name for number in range(len(taken) + 1) if (name := f"rIdComments{number}") not in taken)


def _element(name: str, **attributes: str) -> str:
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in attributes.items())}/>"
