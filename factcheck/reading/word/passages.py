"""Passages: what becomes one part of a draft, in stretches that know where they stand, for readers and in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model.document import BlockKind
from factcheck.model.source import Where
from factcheck.patterns import compiled
from factcheck.reading.parts import Part, Piece
from factcheck.reading.word.ink import LINE_BREAK, Ink, Source

# What closes a sentence or a line of its own: a break behind it parts passages, elsewhere a line goes on.
_CLOSERS = frozenset("。！？；：….!?;:")

# A mark that people type before a paragraph, and the tab behind it.
_TYPED_MARK = r"\s*(?:[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[.．、)）]|[·•●○■□◆◇▪–-])\s*\t"


class Stretch(Struct, frozen=True):
    """Text at a place, and its source in the main part; None for what stands nowhere in it: a number that Word counts, a header."""

    text: str
    where: Where
    source: Source | None = None


class Passage(Struct, frozen=True):
    """A part of the draft as it is made, before its sources are dropped."""

    stretches: tuple[Stretch, ...]
    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True

    def part(self) -> Part:
        return Part(tuple(_pieces(self.stretches)), self.kind, self.level, self.apart)


def _pieces(stretches: Iterable[Stretch]) -> Iterator[Piece]:
    """Stretches at the same place are one piece."""
    texts: list[str] = []
    where: Where | None = None
    for stretch in stretches:
        if stretch.where is not where and texts and where is not None:
            yield Piece("".join(texts), where)
            texts = []
        where = stretch.where
        texts.append(stretch.text)
    if texts and where is not None:
        yield Piece("".join(texts), where)


def is_blank(inks: Iterable[Ink]) -> bool:
    """Whether nothing is written; a number that Word counts is nothing."""
    return not any(ink.text.strip() for ink in inks if ink.source is not None)


def lines(inks: list[Ink], *, may_part: bool) -> list[list[Ink]]:
    """The text of a paragraph without its line breaks, which are nothing between Chinese characters and a blank between words.

    A break behind a sentence begins another passage, where a paragraph `may_part`.
    """
    passages: list[list[Ink]] = [[]]
    behind = ""
    broken: Ink | None = None
    for ink in inks:
        if ink.text == LINE_BREAK:
            broken = broken or ink
            continue
        begins = ink.text.lstrip()[:1]
        if broken is not None and begins:
            if may_part and behind in _CLOSERS:
                passages.append([])
            elif behind and not (_is_wide(behind) and _is_wide(begins)):
                passages[-1].append(Ink(" ", broken.source))
            broken = None
        passages[-1].append(ink)
        behind = ink.text.rstrip()[-1:] or behind
    return passages


def without_tabs(inks: Iterable[Ink]) -> list[Ink]:
    """The same with blanks for tabs."""
    return [replace(ink, text=ink.text.replace("\t", " ")) if "\t" in ink.text else ink for ink in inks]


def is_laid_by_tabs(inks: Iterable[Ink]) -> bool:
    """Whether the tabs of a paragraph set columns; one behind a mark, or before the text, indents it."""
    text = "".join(ink.text for ink in inks).strip()
    return "\t" in text and compiled(_TYPED_MARK).match(text) is None


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
