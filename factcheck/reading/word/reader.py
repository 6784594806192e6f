"""Word documents (.docx): the parts of a draft, by ECMA-376 part 1.

What is read beside the body: headers and footers as page furniture, whose date counts (a letterhead's) and whose figures make
no claims, since they repeat on each page what the text says once; boxes of text behind the paragraph that they hang on; notes
behind the body, in the order in which it refers to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from factcheck.model.document import BlockKind
from factcheck.model.source import Aside, Where
from factcheck.reading.parts import Part
from factcheck.reading.word.ink import Ink, Source
from factcheck.reading.word.markup import Element, each_child, in_utf8, tree
from factcheck.reading.word.numbering import Numbering
from factcheck.reading.word.package import Package, Relationship
from factcheck.reading.word.passages import Passage
from factcheck.reading.word.story import Counts, Look, Story
from factcheck.reading.word.styles import Styles

_NOTE_ASIDES: Mapping[str, Aside] = MappingProxyType(
    {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
)
_NOTE_PARTS: Mapping[Aside, str] = MappingProxyType({"footnote": "footnotes", "endnote": "endnotes"})
_FURNITURE: Mapping[str, Aside] = MappingProxyType({"w:headerReference": "header", "w:footerReference": "footer"})
# What each aside is for sure; of a box the look tells.
_KINDS: Mapping[Aside, BlockKind] = MappingProxyType(
    {"header": "chrome", "footer": "chrome", "footnote": "paragraph", "endnote": "paragraph"}
)
_NOT_NOTES = ("separator", "continuationSeparator", "continuationNotice")


class Reading(Struct, frozen=True):
    """A document as it was read: its passages, its main part in UTF-8, and the first paragraph of that."""

    passages: tuple[Passage, ...]
    main: Relationship
    data: bytes
    first: Element | None
    styles: Styles

    @property
    def is_strict(self) -> bool:
        """Whether it is in the strict form, whose names are others."""
        return self.main.type.startswith("http://purl.oclc.org/")


def read(data: bytes, path: str) -> Iterator[Part]:
    """The parts of a Word document. Raises ReadingError for what is none, or goes beyond the bounds."""
    return (passage.part() for passage in read_word(Package(data, path)).passages)


def read_word(package: Package) -> Reading:
    """A document with the sources of its text. Raises ReadingError."""
    return _Reader(package).read()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._related = package.related(self._main.target)
        self._look = Look(Styles(self._tree("styles")), Numbering(self._tree("numbering")), package.trouble, Counts())
        self._boxes = 0
        self._notes: list[tuple[Aside, str, Source | None]] = []
        self._furniture: dict[Aside, dict[str, None]] = {"header": {}, "footer": {}}

    def read(self) -> Reading:
        data = in_utf8(self._package.part(self._main.target) or b"")
        body: list[Passage] = []
        story = Story(self._look, base=Where(), hanging=self._hung)

        def take(block: Element) -> None:
            self._keep_furniture(block)
            body.extend(story.read(block))

        each_child(data, 2, take, self._package.trouble)
        body.extend(story.close())
        passages = (*self._read_furniture("header"), *body, *self._read_notes(), *self._read_furniture("footer"))
        return Reading(passages, self._main, data, story.first, self._look.styles)

    def _tree(self, kind: str) -> Element | None:
        """The root of a part that the main part refers to."""
        for each in self._related:
            if each.kind == kind and (data := self._package.part(each.target)) is not None:
                return tree(data, self._package.trouble)
        return None

    def _hung(self, ink: Ink, at: Source | None = None) -> Iterator[Passage]:
        """What hangs on a place of the body: boxes are read at once, notes later. `at` is the place that these hang on again."""
        source = ink.source if at is None else at
        if ink.note is not None:
            self._notes.append((_NOTE_ASIDES[ink.note.tag], ink.note.get("w:id") or "", source))
        for box in ink.boxes:
            self._boxes += 1
            yield from self._aside(box.children, Where(aside="text box", number=self._boxes), source)

    def _aside(self, blocks: Iterable[Element], where: Where, source: Source | None) -> Iterator[Passage]:
        story = Story(
            self._look,
            base=where,
            hanging=lambda ink: self._hung(ink, source),
            kind=_KINDS.get(where.aside),
            at=lambda _: source,
        )
        for block in blocks:
            yield from story.read(block)
        yield from story.close()

    def _read_notes(self) -> Iterator[Passage]:
        for aside, part in _NOTE_PARTS.items():
            wanted = [(name, source) for kind, name, source in self._notes if kind == aside]
            if not wanted:
                continue
            root = self._tree(part)
            notes = {} if root is None else {note.get("w:id"): note for note in root.children if _is_note(note)}
            for number, (name, source) in enumerate(wanted, start=1):
                note = notes.pop(name, None)
                if note is not None:
                    yield from self._aside(note.children, Where(aside=aside, number=number), source)

    def _keep_furniture(self, block: Element) -> None:
        """Keep the headers and footers of a section, which the last paragraph of each and the end of the body refer to."""
        section = block if block.tag == "w:sectPr" else block.find("w:pPr", "w:sectPr")
        if section is None:
            return
        targets = {each.id: each.target for each in self._related}
        for each in section.children:
            aside = _FURNITURE.get(each.tag)
            if aside is not None and (target := targets.get(each.get("r:id") or "")) is not None:
                self._furniture[aside].setdefault(target)

    def _read_furniture(self, aside: Aside) -> Iterator[Passage]:
        """The headers or footers, those of several sections or pages that say the same once."""
        seen = set()
        for target in self._furniture[aside]:
            data = self._package.part(target)
            passages: list[Passage] = []
            if data is not None:
                root = tree(data, self._package.trouble)
                passages = list(self._aside(root.children, Where(aside=aside), None))
            said = tuple(passage.part().text for passage in passages)
            if said not in seen:
                seen.add(said)
                yield from passages


def _is_note(note: Element) -> bool:
    return note.get("w:type") not in _NOT_NOTES
