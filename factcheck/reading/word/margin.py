"""Comments in the margin of a Word document (ECMA-376 part 1, 17.13.4), written beside its text.

Nothing of the document is written anew: what is needed is inserted into the bytes of its main part, and what was inserted taken
out again, the part is as it was. A run is split where a comment begins or ends inside, and both halves keep its properties. All
other parts stay as they are, beside those that tell which parts there are.

Word allows comments in the main part alone, and in no box of it. What stands in a note or box is commented at the place that it
hangs on; what stands in a header, and the document as a whole, in one comment at the start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from factcheck.model.message import say
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import join as joined
from factcheck.reading.word.cuts import BEGINNING, END, POINT, Edits, cut_at_head, cut_before, cut_behind
from factcheck.reading.word.enrolment import appended, enrolled
from factcheck.reading.word.ink import Source
from factcheck.reading.word.markup import Element, in_utf8, tree
from factcheck.reading.word.package import Package
from factcheck.reading.word.passages import Passage, Stretch
from factcheck.reading.word.reader import Reading, read_word

AUTHOR = "factcheck"
_INITIALS = "fc"

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML 1.0 has no way to write.
_UNWRITABLE = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Remark(Struct, frozen=True):
    """What is said of a span of the document's text, a paragraph a line; of an empty span, of the document as a whole."""

    span: Span
    lines: tuple[str, ...]


def with_comments(data: bytes, path: str, text: str, remarks: Sequence[Remark]) -> bytes:
    """A Word document with a comment for each remark. `text` is what was read of it, which the spans belong to.

    Raises ReadingError for what is no sound Word document, or holds another text.
    """
    package = Package(data, path)
    reading = read_word(package)
    anchors = _Anchors(reading.passages)
    if anchors.text != text:
        raise ReadingError(path, say("not annotated: it was changed while it was checked"))
    if not remarks:
        return data
    comments = _Comments(package, reading)
    whole: list[str] = []
    for remark in sorted(remarks, key=lambda each: each.span):
        ends = anchors.ends(remark.span)
        if ends is None:
            whole += remark.lines
        else:
            comments.on(*ends, remark.lines)
    if whole:
        comments.at_start(whole)
    return package.rewritten(comments.changes())


End = tuple[Source, int]


class _Anchors:
    """The stretches of a text, which tell where a span begins and ends in the main part."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        kept = [(passage, part) for passage in passages if (part := passage.part()).text.strip()]
        whole = joined(part for _, part in kept)
        self.text = whole.text
        self._starts: list[int] = []
        self._stretches: list[Stretch] = []
        self._passages = whole.starts
        for (passage, _), start in zip(kept, whole.starts, strict=True):
            at = start
            for stretch in passage.stretches:
                self._starts.append(at)
                self._stretches.append(stretch)
                at += len(stretch.text)

    def ends(self, span: Span) -> tuple[End, End] | None:
        """Where a span begins and ends; None where nothing of its passage stands in the main part."""
        if span.start == span.end:
            return None
        found = list(self._sourced(span))
        if not found:  # a number that Word counts: the passage that it numbers
            passage = bisect_right(self._passages, span.start) - 1
            behind = self._passages[passage + 1] - 1 if passage + 1 < len(self._passages) else len(self.text)
            span = Span(self._passages[passage], behind)
            found = list(self._sourced(span))
        if not found:
            return None
        (first, begun), (last, ended) = found[0], found[-1]
        length = len(self._stretches[last].text)
        return (begun, max(0, span.start - self._starts[first])), (ended, min(length, span.end - self._starts[last]))

    def _sourced(self, span: Span) -> Iterator[tuple[int, Source]]:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for number in range(first, bisect_left(self._starts, span.end)):
            stretch = self._stretches[number]
            if stretch.source is not None and self._starts[number] + len(stretch.text) > span.start:
                yield number, stretch.source


class _Comments:
    """The comments of one document, numbered on from those that it has."""

    def __init__(self, package: Package, reading: Reading) -> None:
        self._package, self._reading = package, reading
        self._edits = Edits(reading.data)
        self._space = _STRICT_WORD if reading.is_strict else _WORD
        self._name, self._old = self._part()
        root = None if self._old is None else tree(self._old, package.trouble)
        self._root = root
        ids = [] if root is None else [each.get("w:id") or "" for each in root.children]
        self._next = max((int(each) for each in ids if each.isdecimal()), default=-1) + 1
        self._written: list[str] = []

    def on(self, begin: End, end: End, lines: Sequence[str]) -> None:
        """Comment what stands between two places."""
        data, number = self._reading.data, self._add(lines)
        first, last = cut_before(*begin, data), cut_behind(*end, data)
        if last.at <= first.at:  # the end stands in a box that hangs on something before
            end = begin[0], len(begin[0].chunk.text) if begin[0].chunk is not None else 0
            last = cut_behind(*end, data)
        self._edits.put(first, BEGINNING, self._mark(_around(begin), "commentRangeStart", number))
        closed = self._mark(_around(end), "commentRangeEnd", number) + self._reference(_around(end), number)
        self._edits.put(last, END, closed)

    def at_start(self, lines: Sequence[str]) -> None:
        """Comment the document as a whole."""
        first = self._reading.first
        if first is None:
            no_place = say("not annotated: it has no paragraph that a comment could stand at")
            raise ReadingError(self._package.path, no_place)
        number = self._add(lines)
        marks = (self._mark(first, name, number) for name in ("commentRangeStart", "commentRangeEnd"))
        self._edits.put(cut_at_head(first, self._reading.data), POINT, "".join(marks) + self._reference(first, number))

    def changes(self) -> dict[str, bytes]:
        """The parts that are new or changed."""
        main = self._reading.main
        changed = {main.target: self._edits.done()}
        if self._root is not None and self._old is not None:
            changed[self._name] = appended(self._old, self._root, "".join(self._written))
            return changed
        content = "".join(self._written)
        changed[self._name] = f'{_HEAD}<w:comments xmlns:w="{self._space}">{content}</w:comments>'.encode()
        return changed | enrolled(self._package, main, self._name, "comments", _COMMENTS_TYPE)

    def _part(self) -> tuple[str, bytes | None]:
        """The name of the part that holds comments, and what it holds; a name that is free where there is none."""
        main = self._reading.main.target
        for each in self._package.related(main):
            if each.kind == "comments" and (data := self._package.part(each.target)) is not None:
                return each.target, in_utf8(data)
        names = (join(dirname(main), f"comments{number or ''}.xml") for number in range(100))
        return next(name for name in names if not self._package.has(name)), None

    def _add(self, lines: Sequence[str]) -> int:
        number, self._next = self._next, self._next + 1
        text, mark = self._reading.styles.named("annotation text"), self._reading.styles.named("annotation reference")
        style = "" if text is None else f"<w:pPr><w:pStyle w:val={quoteattr(text)}/></w:pPr>"
        marked = "" if mark is None else f"<w:rPr><w:rStyle w:val={quoteattr(mark)}/></w:rPr>"
        first = f"<w:r>{marked}<w:annotationRef/></w:r>"
        paragraphs = "".join(
            f'<w:p>{style}{"" if at else first}<w:r><w:t xml:space="preserve">{_escaped(line)}</w:t></w:r></w:p>'
            for at, line in enumerate(lines)
        )
        told = f'w:id="{number}" w:author="{AUTHOR}" w:initials="{_INITIALS}"'
        declared = "" if self._root is None or self._root.prefix == "w" else f' xmlns:w="{self._space}"'
        self._written.append(f"<w:comment{declared} {told}>{paragraphs}</w:comment>")
        return number

    def _mark(self, near: Element, name: str, number: int) -> str:
        """A mark of a comment, with the prefix that the elements around have."""
        prefix, declared = self._prefix(near)
        return f'<{prefix}:{name}{declared} {prefix}:id="{number}"/>'

    def _reference(self, near: Element, number: int) -> str:
        prefix, declared = self._prefix(near)
        style = self._reading.styles.named("annotation reference")
        styled = (
            "" if style is None else f"<{prefix}:rPr><{prefix}:rStyle {prefix}:val={quoteattr(style)}/></{prefix}:rPr>"
        )
        reference = f'<{prefix}:commentReference {prefix}:id="{number}"/>'
        return f"<{prefix}:r{declared}>{styled}{reference}</{prefix}:r>"

    def _prefix(self, near: Element) -> tuple[str, str]:
        """The prefix of a name, which an attribute can't do without, and what declares it where it has to be declared."""
        known = near.prefix if near.tag.startswith("w:") else ""
        return (known, "") if known else ("w", f' xmlns:w="{self._space}"')


def _around(end: End) -> Element:
    """The element that a mark stands next to."""
    source = end[0]
    return source.leaf if source.run is None else source.run


def _escaped(text: str) -> str:
    return escape(compiled(_UNWRITABLE).sub("\ufffd", text))
