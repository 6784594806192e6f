"""What PDFium tells of the pages of a PDF: glyphs, rules and what is hidden. The one module that speaks to the library.

A glyph says which character it shows, where, how large, and whether a reader sees it. What PDFium adds of its own (blanks and
line ends that it guesses) is left out: whether a gap is a blank is decided in `lines`, by both its neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import addressof, byref, c_double, c_float, c_int, c_uint, c_ulong, c_ushort, create_string_buffer
from math import atan2, hypot, isfinite, pi
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]
from msgspec import Struct

from factcheck.reading.pdf.characters import UNKNOWN, seen
from factcheck.reading.pdf.geometry import Box, Frame

# A draft has some pages, a yearbook a thousand; what claims to have more is no draft.
MOST_PAGES = 5_000

# A drawing may have as many strokes as it likes; tables don't.
_MOST_STROKES = 20_000

# How thick a rule of a table can be, in points.
_THICKEST = 3.0

_INVISIBLE = 3  # the text rendering mode that draws nothing


class UnreadableError(Exception):
    """Why a PDF can't be read: one of the words that `factcheck.reading.pdf` has a message for."""


class Glyph(Struct, frozen=True, gc=False):
    """A character on a page: `base` is its baseline, `style` its font's name, `blank` what stands before it on the line.

    `drawn` counts what was drawn in one go; glyphs of the same are surely neighbours.
    """

    char: str
    box: Box
    base: float
    size: float
    style: str
    blank: str = ""
    drawn: int = 0


class Stroke(Struct, frozen=True, gc=False):
    """A straight rule: at `at` across, from `start` to `end` along."""

    at: float
    start: float
    end: float


class Page(Struct, frozen=True):
    """A page as it is read, upright. `glyphs` are those of the running text, `turned` what stands at another angle.

    `furniture` are glyphs that the PDF itself marks as no part of the text (its "artifacts").
    """

    number: int
    frame: Frame
    shown: Frame
    glyphs: tuple[Glyph, ...]
    furniture: tuple[Glyph, ...]
    turned: tuple[Glyph, ...]
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    unmapped: int


class _Look(Struct, frozen=True):
    """What the glyphs of one text object have in common."""

    size: float
    quarter: int | None  # how many quarter turns it stands at; None where it slants
    style: str
    hidden: bool
    artifact: bool
    number: int


_Bounds = tuple[float, float, float, float]
_Raw = tuple[str, _Bounds, tuple[float, float], _Look]
_Glyphs = tuple[Glyph, ...]


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, in order. Raises UnreadableError."""
    pdfium.FPDF_InitLibrary()
    buffer = create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableError("locked" if locked else "broken")
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        raise UnreadableError("long")
    if count < 1:
        raise UnreadableError("broken")
    for index in range(count):
        with _opened(document, index) as (page, text):
            yield _page(index + 1, page, text)


@contextmanager
def _opened(document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise UnreadableError("broken")
    text = pdfium.FPDFText_LoadPage(page)
    try:
        if not text:
            raise UnreadableError("broken")
        yield page, text
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _page(number: int, page: Any, text: Any) -> Page:
    shown = _frame(page)
    objects = list(_objects(page))
    images = (each for each in objects if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_IMAGE)
    pictures = [bounds for image in images if (bounds := _bounds(image)) is not None]
    raw = list(_raw_glyphs(text))
    turns = Counter(look.quarter for *_, look in raw if look.quarter is not None)
    quarter = turns.most_common(1)[0][0] if turns else shown.quarter
    frame = Frame(shown.left, shown.bottom, shown.right, shown.top, quarter)
    glyphs, furniture, turned = _sorted(raw, frame, pictures)
    level, upright = _strokes(objects, frame)
    unmapped = sum(char == UNKNOWN for char, *_ in raw)
    return Page(number, frame, shown, glyphs, furniture, turned, level, upright, unmapped)


def _sorted(raw: Iterable[_Raw], frame: Frame, pictures: Sequence[_Bounds]) -> tuple[_Glyphs, _Glyphs, _Glyphs]:
    """The glyphs that a reader sees: those of the text, those that the PDF marks as furniture, and those at another angle."""
    glyphs: list[Glyph] = []
    furniture: list[Glyph] = []
    turned: list[Glyph] = []
    wide, high = frame.size
    blank = ""
    for char, bounds, origin, look in raw:
        if look.hidden and not _lies_on(pictures, bounds):
            continue
        if char.isspace():
            blank += char
            continue
        box = frame.box(*bounds)
        if not (0 <= box.left + box.right <= 2 * wide and 0 <= box.top + box.bottom <= 2 * high):
            continue  # beyond the edge of the page
        glyph = Glyph(char, box, frame.place(*origin)[1], look.size, look.style, blank, look.number)
        (furniture if look.artifact else glyphs if look.quarter == frame.quarter else turned).append(glyph)
        blank = ""
    return tuple(glyphs), tuple(furniture), tuple(turned)


def _frame(page: Any) -> Frame:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(rect))
    bounds = (rect.left, rect.bottom, rect.right, rect.top)
    if not all(map(isfinite, bounds)) or rect.right <= rect.left or rect.top <= rect.bottom:
        bounds = (0.0, 0.0, 595.0, 842.0)
    return Frame(*bounds, pdfium.FPDFPage_GetRotation(page) % 4)


def _quarter(angle: float) -> int | None:
    """How many quarter turns a text stands at; None for a slanting one."""
    turns = angle / (pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.06 else None


def _lies_on(pictures: Sequence[_Bounds], bounds: _Bounds) -> bool:
    """Whether a picture is there: text that is hidden over one is what a scanner's program read in it."""
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in pictures)


def _raw_glyphs(text: Any) -> Iterator[_Raw]:
    """Each character that the page shows, its left, bottom, right and top, its origin, and its look."""
    rect, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    to_rect, to_x, to_y = byref(rect), byref(x), byref(y)
    looks: dict[int, _Look] = {}
    shown: dict[int, str] = {}
    high = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # where wide characters have 16 bits
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        chars = shown.get(code)
        if chars is None:
            chars = shown[code] = seen(code)
        if code == 0 or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            chars = UNKNOWN
        if not chars or not pdfium.FPDFText_GetLooseCharBox(text, index, to_rect):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, to_x, to_y)
        bounds, origin = (rect.left, rect.bottom, rect.right, rect.top), (x.value, y.value)
        if not isfinite(sum(bounds) + sum(origin)):
            continue
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        key = addressof(drawn.contents) if drawn else 0
        look = looks.get(key)
        if look is None:
            look = looks[key] = _look(text, index, drawn, len(looks))
        if len(chars) == 1:
            yield chars, bounds, origin, look
        else:
            yield from _spread(chars, bounds, origin, look)


def _spread(chars: str, bounds: _Bounds, origin: tuple[float, float], look: _Look) -> Iterator[_Raw]:
    """The characters of one glyph (f and i of ﬁ), side by side."""
    left, bottom, right, top = bounds
    step = (right - left) / len(chars) if look.quarter == 0 else 0.0
    for number, char in enumerate(chars):
        end = left + (number + 1) * step if step else right
        yield char, (left + number * step, bottom, end, top), origin, look


def _look(text: Any, index: int, drawn: Any, number: int) -> _Look:
    matrix, flags = pdfium.FS_MATRIX(), c_int()
    pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text, index) * (hypot(matrix.c, matrix.d) or 1.0)
    buffer = create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, byref(flags))
    style = buffer.raw[: max(min(length, 128) - 1, 0)].decode("utf-8", "replace")
    hidden = bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE
    return _Look(
        abs(size) or 1.0,
        _quarter(atan2(matrix.b, matrix.a)),
        style,
        hidden,
        bool(drawn) and _is_artifact(drawn),
        number,
    )


def _is_artifact(drawn: Any) -> bool:
    """Whether the PDF marks an object as an artifact: a running head, a page number, a rule (ISO 32000-1, 14.8.2.2)."""
    buffer, length = (c_ushort * 32)(), c_ulong()
    for number in range(pdfium.FPDFPageObj_CountMarks(drawn)):
        mark = pdfium.FPDFPageObj_GetMark(drawn, number)
        pdfium.FPDFPageObjMark_GetName(mark, buffer, 64, byref(length))
        if bytes(buffer)[: max(min(length.value, 64) - 2, 0)].decode("utf-16-le", "replace") == "Artifact":
            return True
    return False


def _objects(page: Any) -> Iterator[Any]:
    """The objects of a page. Those inside a form, which have a space of their own, are left out."""
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, number)


def _bounds(drawn: Any) -> _Bounds | None:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top)):
        return None
    bounds = (left.value, bottom.value, right.value, top.value)
    return bounds if all(map(isfinite, bounds)) else None


def _strokes(objects: list[Any], frame: Frame) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """The level and the upright rules of a page: lines, sides of rectangles, and bars so thin that they are seen as lines."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for drawn in objects:
        if len(level) + len(upright) > _MOST_STROKES:
            return (), ()
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH or not _is_drawn(drawn):
            continue
        bounds = _bounds(drawn)
        if bounds is None:
            continue
        box = frame.box(*bounds)
        if box.height <= _THICKEST < box.width:
            level.append(Stroke((box.top + box.bottom) / 2, box.left, box.right))
        elif box.width <= _THICKEST < box.height:
            upright.append(Stroke((box.left + box.right) / 2, box.top, box.bottom))
        elif _is_stroked(drawn):
            for side in _sides(drawn, frame):
                if side.height <= 1 < side.width:
                    level.append(Stroke(side.top, side.left, side.right))
                elif side.width <= 1 < side.height:
                    upright.append(Stroke(side.left, side.top, side.bottom))
    return tuple(level), tuple(upright)


def _draw_mode(drawn: Any) -> tuple[int, int]:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, byref(fill), byref(stroke))
    return fill.value, stroke.value


def _is_drawn(drawn: Any) -> bool:
    fill, stroke = _draw_mode(drawn)
    if not (fill or stroke):
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if stroke or not pdfium.FPDFPageObj_GetFillColor(drawn, byref(red), byref(green), byref(blue), byref(alpha)):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < 255


def _is_stroked(drawn: Any) -> bool:
    return bool(_draw_mode(drawn)[1])


def _sides(drawn: Any, frame: Frame) -> Iterator[Box]:
    """The straight sides of a path."""
    matrix, x, y = pdfium.FS_MATRIX(), c_float(), c_float()
    pdfium.FPDFPageObj_GetMatrix(drawn, byref(matrix))
    start = last = (0.0, 0.0)
    for number in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST_STROKES)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield frame.box(*last, *here)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield frame.box(*here, *start)
            last = start
