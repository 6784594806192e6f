"""What of a paragraph's markup is seen: its text in order, each stretch with the run that holds it.

Tracked changes are read as accepted: what was inserted or moved here is in, what was deleted or moved away is out. Of a field
the result is read, of a phonetic guide the base, of alternatives the one that holds anything. Comments, hidden text, codes
and equations are no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from factcheck.patterns import compiled
from factcheck.reading.word.markup import Chunk, Element
from factcheck.reading.word.styles import Styles

LINE_BREAK = "\n"

# Elements between a paragraph and its runs that are seen through (17.3.2, 17.5.1, 17.5.2, 17.13.5, 17.16.19, 17.16.22).
_SEEN_THROUGH = frozenset(
    {"w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo"}
)

# Content controls that Word fills in by itself, or that hold nothing but text: no comment may begin inside (17.5.2).
_CLOSED_CONTROLS = ("w:text", "w:date", "w:comboBox", "w:dropDownList", "w:dataBinding")

# What stands for one character each (17.3.3).
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-", "w:br": LINE_BREAK, "w:cr": LINE_BREAK}

# Pictures and objects, which may hold boxes of text.
_SHAPES = frozenset({"w:drawing", "w:pict", "w:object"})
_NOTES = frozenset({"w:footnoteReference", "w:endnoteReference"})

# Characters that show nothing: soft hyphen, zero-width space, word joiner, byte order mark.
_SHOWN = "[^\u00ad\u200b\u2060\ufeff]+"

_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")

# Characters of the font Symbol that belong to figures, by their places in the Adobe Symbol encoding; a document gives them
# as they are or moved to the private area at U+F000.
_SYMBOL_FONTS = frozenset({"symbol"})
_SYMBOLS = {
    0x25: "%",
    0xA2: "′",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
}
_PRIVATE = range(0xE000, 0xF900)


class Source(Struct, frozen=True):
    """Where a stretch stands in the main part: `leaf`, a child of `run`, whose text `chunk` it was taken from, from `skipped` on.

    Without a chunk the leaf stands for the stretch as a whole; without a run the leaf is no part of any.
    """

    leaf: Element
    run: Element | None = None
    chunk: Chunk | None = None
    skipped: int = 0


class Ink(Struct, frozen=True):
    """A stretch of text, or a place at which a note (`note`, its mark) or boxes (`boxes`, their content) hang, without text.

    Without a source it is a number that Word counts.
    """

    text: str
    source: Source | None
    note: Element | None = None
    boxes: tuple[Element, ...] = ()


def inks(paragraph: Element, styles: Styles, *, is_hidden: bool = False) -> Iterator[Ink]:
    """The text of a paragraph in order. `is_hidden` tells that its style hides what is not said to be shown."""
    fields = _Fields()
    for run, whole in _runs(paragraph):
        yield from _inks_of_run(run, whole, styles, fields, is_hidden=is_hidden)


class _Fields:
    """The fields that a place is inside of: in the code of one nothing is seen (17.16.18).

    They are counted for each paragraph anew, so that a field which is never ended hides no more than its own.
    """

    def __init__(self) -> None:
        self._open: list[bool] = []  # for each field, whether its code goes on
        self._codes = 0  # how many do

    def meet(self, mark: str | None) -> None:
        if mark == "begin":
            self._open.append(True)
            self._codes += 1
        elif self._open and mark in ("separate", "end"):
            self._codes -= self._open.pop()
            if mark == "separate":
                self._open.append(False)

    @property
    def in_code(self) -> bool:
        return self._codes > 0


def _runs(parent: Element) -> Iterator[tuple[Element, Source | None]]:
    """The runs in order; with the place of what holds one, where nothing may be written into that."""
    for child in parent.children:
        if child.tag == "w:r":
            yield child, None
        elif child.tag in _SEEN_THROUGH:
            yield from _runs(child)
        elif child.tag == "w:sdt":
            yield from _runs_of_control(child)
        elif child.tag == "mc:AlternateContent":
            for branch in child.children:
                inside = list(_runs(branch))
                if inside:
                    yield from ((run, Source(child)) for run, _ in inside)
                    break


def _runs_of_control(control: Element) -> Iterator[tuple[Element, Source | None]]:
    properties, content = control.find("w:sdtPr"), control.find("w:sdtContent")
    closed = properties is not None and any(properties.find(each) is not None for each in _CLOSED_CONTROLS)
    for run, whole in _runs(content) if content is not None else ():
        yield run, Source(control) if closed else whole


def _inks_of_run(
    run: Element, whole: Source | None, styles: Styles, fields: _Fields, *, is_hidden: bool
) -> Iterator[Ink]:
    properties = run.find("w:rPr")
    hidden = _is_hidden(properties, styles, is_hidden=is_hidden)
    raised = properties is not None and properties.value("w:vertAlign") == "superscript"
    for leaf in run.children:
        if leaf.tag == "w:fldChar":
            fields.meet(leaf.get("w:fldCharType"))
        elif not hidden and not fields.in_code:
            for ink in _inks_of_leaf(leaf, run, styles):
                shown = replace(ink, text=ink.text.translate(_SUPERSCRIPTS)) if raised else ink
                yield shown if whole is None else replace(shown, source=whole)


def _is_hidden(properties: Element | None, styles: Styles, *, is_hidden: bool) -> bool:
    """Whether a run is hidden: by itself, else by its style, else by its paragraph's."""
    if properties is None:
        return is_hidden
    own = properties.flag("w:vanish")
    if own is None and (style := properties.value("w:rStyle")) is not None:
        own = styles.style(style).is_hidden
    return is_hidden if own is None else own


def _inks_of_leaf(leaf: Element, run: Element, styles: Styles) -> Iterator[Ink]:
    tag = leaf.tag
    if tag == "w:t":
        yield from _text(leaf, run)
    elif tag in _CHARACTERS:
        yield Ink(_CHARACTERS[tag], Source(leaf, run))
    elif tag == "w:sym":
        yield Ink(_symbol(leaf), Source(leaf, run))
    elif tag in _NOTES:
        yield Ink("", Source(leaf, run), note=leaf)
    elif tag in _SHAPES:
        if boxes := tuple(_boxes(leaf)):
            yield Ink("", Source(leaf, run), boxes=boxes)
    elif tag == "w:ruby":
        base = leaf.find("w:rubyBase")
        for ink in inks(base, styles) if base is not None else ():
            yield replace(ink, source=Source(leaf, run))
    elif tag == "mc:AlternateContent":
        for branch in leaf.children:
            seen = [ink for each in branch.children for ink in _inks_of_leaf(each, run, styles)]
            if seen:
                yield from (replace(ink, source=Source(leaf, run)) for ink in seen)
                break


def _text(leaf: Element, run: Element) -> Iterator[Ink]:
    """The text of a `w:t`, without what shows nothing; white space at its ends counts only where that is said (17.3.3.31)."""
    chunks = leaf.chunks
    text = "".join(chunk.text for chunk in chunks)
    first, last = 0, len(text)
    if leaf.get("xml:space") != "preserve":
        first, last = len(text) - len(text.lstrip(" \t\r\n")), len(text.rstrip(" \t\r\n"))
    is_whole = leaf.is_opaque or last - first < len(text)  # nothing can be written into it that would leave it as it is
    at = 0
    for chunk in chunks:
        start, end = max(first - at, 0), min(last - at, len(chunk.text))
        for shown in compiled(_SHOWN).finditer(chunk.text, start, max(start, end)):
            source = Source(leaf, run) if is_whole else Source(leaf, run, chunk, shown.start())
            yield Ink(shown[0].replace("\n", " "), source)
        at += len(chunk.text)


def _symbol(leaf: Element) -> str:
    """The character of a `w:sym`; nothing where only its font knows what it shows (17.3.3.30)."""
    try:
        code = int(leaf.get("w:char") or "", 16)
    except ValueError:
        return ""
    if (leaf.get("w:font") or "").lower() in _SYMBOL_FONTS:
        place = code - 0xF000 if code >= 0xF000 else code
        digit = chr(place) if place < 0x80 and chr(place).isdecimal() else ""
        return _SYMBOLS.get(place, digit)
    return chr(code) if 0x20 <= code < 0x110000 and code not in _PRIVATE and not 0xD800 <= code < 0xE000 else ""


def _boxes(shape: Element) -> Iterator[Element]:
    """The contents of the text boxes of a drawing, each once: alternatives hold the same one in two forms."""
    for child in shape.children:
        if child.tag == "w:txbxContent":
            yield child
        elif child.tag == "mc:AlternateContent":
            yield from next((found for branch in child.children if (found := list(_boxes(branch)))), [])
        else:
            yield from _boxes(child)
