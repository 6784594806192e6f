"""PDFs for the tests, drawn by reportlab: text at a place, in Chinese without any font file, and whole pages by its own layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

from factcheck.model.document import Document
from factcheck.reading import read_document

SONG = "STSong-Light"
WIDE, HIGH = A4


def pdf(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """A PDF of pages, each drawn by a function."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(
    canvas: Canvas,
    left: float,
    top: float,
    texts: Iterable[str],
    font: str = SONG,
    size: float = 11,
    leading: float = 18,
) -> None:
    """Lines below each other, the first with its baseline so far below the page's upper edge."""
    canvas.setFont(font, size)
    for number, text in enumerate(texts):
        canvas.drawString(left, HIGH - top - number * leading, text)


def laid_out(
    story: Sequence[Flowable], columns: int = 1, on_page: Callable[[Canvas, Any], None] | None = None
) -> bytes:
    """A PDF that reportlab lays out, in one or more columns."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    file = BytesIO()
    gap, margin = 18.0, 72.0
    wide = (WIDE - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + number * (wide + gap), margin, wide, HIGH - 2 * margin, 0, 0, 0, 0) for number in range(columns)
    ]
    template = BaseDocTemplate(file, pagesize=A4)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=on_page or (lambda canvas, document: None)))
    template.build(list(story))
    return file.getvalue()


def chinese(text: str, **options: Any) -> Paragraph:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    settings: dict[str, Any] = {
        "fontName": SONG,
        "fontSize": 11,
        "leading": 18,
        "firstLineIndent": 22,
        "wordWrap": "CJK",
        "alignment": 4,
    }
    return Paragraph(text, ParagraphStyle("chinese", **(settings | options)))


def english(text: str, **options: Any) -> Paragraph:
    settings: dict[str, Any] = {
        "fontName": "Times-Roman",
        "fontSize": 10,
        "leading": 12,
        "firstLineIndent": 12,
        "alignment": 4,
    }
    return Paragraph(text, ParagraphStyle("english", **(settings | options)))


def ruled(rows: Sequence[Sequence[str]], *styles: tuple[Any, ...], **options: Any) -> Table:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    font = ("FONT", (0, 0), (-1, -1), SONG, 10)
    return Table(
        [list(row) for row in rows],
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), font, *styles]),
        **options,
    )


def read(data: bytes, language: str = "auto") -> Document:
    return read_document(data, "draft.pdf", language)


def texts(document: Document, *kinds: str) -> list[str]:
    """The text of each block; of the kinds that are named, or of all but page furniture."""
    return [
        document.cut(block.span)
        for block in document.blocks
        if (block.kind in kinds if kinds else block.kind != "chrome")
    ]


def raw(objects: Sequence[bytes], root: str = "1 0 R", trailer: str = "") -> bytes:
    """A PDF of objects that are written out, numbered from 1, with a table of where they stand."""
    body = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    ending = f"trailer\n<< /Size {len(objects) + 1} /Root {root} {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + table + ending.encode()


def stream(data: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def one_page(content: bytes, *others: bytes, resources: str = "", box: str = "0 0 595 842", page: str = "") -> bytes:
    """A PDF of one page. Its content is object 4, the font F1 is Helvetica; `others` are objects from 5 on."""
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    leaf = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << {resources or font} >> {page} >>"
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", leaf.encode()]
    return raw([*objects, stream(content), *others])


def shapes(text: str) -> bytes:
    """A PDF whose font draws letters of Helvetica, and says that they are the characters of `text`."""
    pairs = "".join(f"<{code:02x}> <{char.encode('utf-16-be').hex()}>\n" for code, char in enumerate(text, 0x41))
    maps = (
        f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(text)} beginbfchar {pairs} endbfchar endcmap"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>"
    codes = bytes(range(0x41, 0x41 + len(text))).hex()
    content = f"BT /F1 12 Tf 72 700 Td <{codes}> Tj ET".encode()
    return one_page(content, stream(maps.encode()), resources=f"/Font << /F1 {font} >>")
