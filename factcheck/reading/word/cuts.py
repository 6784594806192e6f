"""Insertions into the markup of a Word document, between runs or inside of one, which is split there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from factcheck.reading.word.ink import Source
from factcheck.reading.word.markup import Chunk, Element, element_end, is_empty, tag_end

# What is put at the same place, in this order: ends, then what has no extent, then beginnings.
Order = Literal[0, 1, 2]
END: Order = 0
POINT: Order = 1
BEGINNING: Order = 2

# Bytes that are no UTF-8 are copied as they are.
_BYTES = "surrogateescape"

_PRESERVE = ' xml:space="preserve"'


class Cut(Struct, frozen=True):
    """A byte at which something can be put, between what closes the elements that are split there and what opens them again.

    At `keeps` the tag of the text that is split is told to keep its white space; 0 where it does already. So many bytes as are
    `gone` give way: those that say of an element without content that it ends at once.
    """

    at: int
    close: str = ""
    reopen: str = ""
    keeps: int = 0
    gone: int = 0


class Edits:
    """What is put into the bytes of a part."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._cuts: dict[int, Cut] = {}
        self._put: dict[int, list[tuple[Order, str]]] = {}

    def put(self, cut: Cut, order: Order, markup: str) -> None:
        self._cuts[cut.at] = cut
        self._put.setdefault(cut.at, []).append((order, markup))

    def done(self) -> bytes:
        """The part with all that was put into it."""
        inserted = {cut.keeps: _PRESERVE for cut in self._cuts.values() if cut.keeps}
        for at, cut in self._cuts.items():
            marks = sorted(self._put[at], key=lambda put: put[0])
            inserted[at] = cut.close + "".join(markup for _, markup in marks) + cut.reopen
        return b"".join(self._pieces(inserted))

    def _pieces(self, inserted: dict[int, str]) -> Iterator[bytes]:
        done = 0
        for at in sorted(inserted):
            yield self._data[done:at]
            yield inserted[at].encode(errors=_BYTES)
            done = at + (self._cuts[at].gone if at in self._cuts else 0)
        yield self._data[done:]


def cut_before(source: Source, skipped: int, data: bytes) -> Cut:
    """Before a stretch, or inside, behind so many characters of it."""
    return _before(source, data) if source.chunk is None else _inside(source, source.chunk, skipped, data)


def cut_behind(source: Source, skipped: int, data: bytes) -> Cut:
    """Behind a stretch, or inside, behind so many characters of it."""
    return _behind(source, data) if source.chunk is None else _inside(source, source.chunk, skipped, data)


def cut_at_head(paragraph: Element, data: bytes) -> Cut:
    """Before the first run of a paragraph, behind its properties."""
    properties = paragraph.find("w:pPr")
    if properties is not None:
        return Cut(element_end(data, properties))
    if is_empty(data, paragraph):
        return cut_at_foot(paragraph, data)
    return Cut(tag_end(data, paragraph.start))


def cut_at_foot(element: Element, data: bytes) -> Cut:
    """Behind all that an element holds."""
    if not is_empty(data, element):
        return Cut(element.close)
    end, name = tag_end(data, element.start), element.tag.rpartition(":")[2]
    return Cut(end - len("/>"), ">", f"</{_named(element, name)}>", gone=len("/>"))


def _inside(source: Source, chunk: Chunk, skipped: int, data: bytes) -> Cut:
    at = _byte(chunk, source.skipped + skipped, data)
    if at == tag_end(data, source.leaf.start):
        return _before(source, data)
    if at == source.leaf.close or source.run is None:
        return _behind(source, data)
    text, keeps = _named(source.leaf, "t"), 0
    if source.leaf.get("xml:space") is None:
        keeps = source.leaf.start + len(f"<{text}")
    close, reopen = _split(source.run, data)
    return Cut(at, f"</{text}>{close}", f"{reopen}<{text}{_PRESERVE}>", keeps)


def _byte(chunk: Chunk, characters: int, data: bytes) -> int:
    """The byte behind so many characters of a chunk; an entity is one that nothing can be put into."""
    whole = chunk.text.encode()
    if data[chunk.start : chunk.start + len(whole)] == whole:
        return chunk.end if characters == len(chunk.text) else chunk.start + len(chunk.text[:characters].encode())
    return chunk.end if characters else chunk.start


def _before(source: Source, data: bytes) -> Cut:
    leaf, run = source.leaf, source.run
    if run is None:
        return Cut(leaf.start)
    if _content(run)[0] is leaf:
        return Cut(run.start)
    return Cut(leaf.start, *_split(run, data))


def _behind(source: Source, data: bytes) -> Cut:
    leaf, run = source.leaf, source.run
    if run is None:
        return Cut(element_end(data, leaf))
    if _content(run)[-1] is leaf:
        return Cut(element_end(data, run))
    return Cut(element_end(data, leaf), *_split(run, data))


def _content(run: Element) -> list[Element]:
    return [each for each in run.children if each.tag != "w:rPr"]


def _split(run: Element, data: bytes) -> tuple[str, str]:
    """What ends a run, and what begins another with the same properties."""
    name, properties = _named(run, "r"), run.find("w:rPr")
    kept = "" if properties is None else data[properties.start : element_end(data, properties)].decode(errors=_BYTES)
    return f"</{name}>", f"<{name}>{kept}"


def _named(element: Element, name: str) -> str:
    """A name with the prefix that an element has in the file."""
    return f"{element.prefix}:{name}" if element.prefix else name
