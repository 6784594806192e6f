"""XML that nobody vouches for, as elements that know where they stand in its bytes.

The parser is expat. A document type is refused, so that no entity can be defined, and nothing is ever fetched. Elements go no
deeper, and are no more, than in any document that people write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from xml.parsers import expat

from factcheck.model.message import Message, say
from factcheck.patterns import compiled

Trouble = Callable[[Message], Exception]

# A table in a table in a text box comes to about 30 levels.
_DEEPEST = 160

# A book of a thousand pages has some 300,000 elements, a table of a thousand rows and ten columns 80,000, kept as one.
_MOST = 2_000_000
_MOST_KEPT = 250_000

# The names that this program knows namespaces by, each in the transitional and the strict form (ECMA-376 parts 1 and 4).
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_OTHER = "other"

# The elements whose text is kept.
_TEXTS = frozenset({"w:t"})

# Between a namespace, a name and a prefix; no document may hold it.
_SEPARATOR = "\x01"

# What elements without any share.
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class Chunk:
    """A stretch of text, and the bytes that stand for it: as they are, or as an entity (&amp;, &#20803;) or a line end."""

    __slots__ = ("end", "start", "text")

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.end = start
        self.text = text


class Element:
    """An element by its name (`w:p`, whatever its prefix in the file is), from byte `start` on.

    `close` is the byte at which its end tag begins, where it has one. `children` are elements; text is kept
    of few, in `chunks`. `is_opaque` tells that its text has marked sections, which nothing can be written into.
    """

    __slots__ = ("attributes", "children", "chunks", "close", "is_opaque", "prefix", "start", "tag")

    def __init__(self, tag: str, prefix: str, attributes: Mapping[str, str], start: int) -> None:
        self.tag = tag
        self.prefix = prefix
        self.attributes = attributes
        self.start = self.close = start
        self.children: Sequence[Element] = ()
        self.chunks: Sequence[Chunk] = ()
        self.is_opaque = False

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def find(self, *tags: str) -> Element | None:
        """The first child of this name; of several names, a child of its child."""
        found: Element | None = self
        for tag in tags:
            found = next((each for each in found.children if each.tag == tag), None) if found is not None else None
        return found

    def value(self, *tags: str) -> str | None:
        """The `w:val` of a child."""
        found = self.find(*tags)
        return None if found is None else found.get("w:val")

    def flag(self, *tags: str) -> bool | None:
        """Whether a property is on (ECMA-376 part 1, 17.17.4); None where it is not set."""
        found = self.find(*tags)
        return None if found is None else found.get("w:val") not in ("0", "false", "off", "none")


def tree(data: bytes, trouble: Trouble) -> Element:
    """The root of a document. Raises what `trouble` makes of a fault."""
    return _Builder(data, trouble).run()


def each_child(data: bytes, depth: int, do: Callable[[Element], None], trouble: Trouble) -> Element:
    """Call `do` for each element that has `depth` others around it, as it comes; they are not kept. The root, with the rest."""
    return _Builder(data, trouble, depth, do).run()


def in_utf8(data: bytes) -> bytes:
    """A document that may be in UTF-16 in UTF-8, the other encoding that parts may have (ECMA-376 part 2, 6.2.5)."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return compiled(r"\s*<\?xml[^>]*\?>").sub("", text, count=1).encode()
    return data


def tag_end(data: bytes, start: int) -> int:
    """The byte behind the tag that begins at `start`; a “>” between quotes ends none."""
    at = start
    while (char := data[at : at + 1]) != b">":
        at = (data.index(char, at + 1) if char in (b'"', b"'") else at) + 1
    return at + 1


def is_empty(data: bytes, element: Element) -> bool:
    """Whether an element has no end tag."""
    end = tag_end(data, element.start)
    return data[end - 2 : end] == b"/>"


def element_end(data: bytes, element: Element) -> int:
    """The byte behind an element."""
    return tag_end(data, element.start if is_empty(data, element) else element.close)


class _Builder:
    def __init__(
        self, data: bytes, trouble: Trouble, depth: int = 0, do: Callable[[Element], None] | None = None
    ) -> None:
        self._data, self._trouble = data, trouble
        self._depth, self._do = depth, do
        self._names: dict[str, tuple[str, str]] = {}
        self._open: list[Element] = []
        self._root: Element | None = None
        self._count = self._kept = 0
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.namespace_prefixes = True

    def run(self) -> Element:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartCdataSectionHandler = self._section
        try:
            parser.Parse(self._data, True)
        except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding that nobody knows
            raise self._trouble(say("its markup is broken")) from error
        finally:  # else the two would hold each other
            parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
            parser.StartDoctypeDeclHandler = parser.StartCdataSectionHandler = None
        if self._root is None:
            raise self._trouble(say("its markup is broken"))
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._kept += 1
        if self._count > _MOST or self._kept > _MOST_KEPT:
            raise self._trouble(say("it has more elements than any document has"))
        if len(self._open) >= _DEEPEST:
            raise self._trouble(say("its tables are nested deeper than in any document"))
        tag, prefix = self._name(name)
        given: Mapping[str, str] = _NO_ATTRIBUTES
        if attributes:
            given = {self._name(key)[0]: value for key, value in attributes.items()}
        element = Element(tag, prefix, given, self._parser.CurrentByteIndex)
        self._open.append(element)
        if tag in _TEXTS:
            self._parser.CharacterDataHandler = self._text

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        element.close = self._parser.CurrentByteIndex
        if element.tag in _TEXTS:
            self._parser.CharacterDataHandler = None
            for chunk, behind in pairwise(element.chunks):
                chunk.end = behind.start
            if element.chunks:
                element.chunks[-1].end = element.close
        if not self._open:
            self._root = element
        elif self._do is not None and len(self._open) == self._depth:
            self._do(element)
            self._kept = len(self._open)
        else:
            parent = self._open[-1]
            if isinstance(parent.children, list):
                parent.children.append(element)
            else:
                parent.children = [element]

    def _text(self, text: str) -> None:
        chunk = Chunk(self._parser.CurrentByteIndex, text)
        element = self._open[-1]
        if isinstance(element.chunks, list):
            element.chunks.append(chunk)
        else:
            element.chunks = [chunk]

    def _section(self) -> None:
        self._open[-1].is_opaque = True

    def _doctype(self, *_: object) -> None:
        raise self._trouble(say("it defines entities, which no word processor does"))

    def _name(self, name: str) -> tuple[str, str]:
        """The name as this program has it, and its prefix in the file."""
        known = self._names.get(name)
        if known is None:
            *space, local, prefix = (
                name.split(_SEPARATOR) if name.count(_SEPARATOR) > 1 else (*name.split(_SEPARATOR), "")
            )
            short = _NAMESPACES.get(space[0], _OTHER) if space else ""
            known = self._names[name] = (f"{short}:{local}" if short else local, prefix)
        return known
