"""Word files for tests: a package around a piece of markup, as small as Word opens it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.model.document import Document
from factcheck.reading import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": W,
        "r": R,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
}


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; what is no markup becomes one."""
    runs = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    run = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    told = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{told}{''.join(each if each.startswith('<w:tc>') else tc(p(each)) for each in cells)}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def box(content: str) -> str:
    """A run with a text box, as Word writes it: the same content twice."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
    drawing += "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    picture = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def style(name: str, ident: str, properties: str = "", *, default: bool = False) -> str:
    marked = ' w:default="1"' if default else ""
    return f'<w:style w:type="paragraph"{marked} w:styleId="{ident}"><w:name w:val="{name}"/>{properties}</w:style>'


def root(tag: str, content: str) -> str:
    return f"{HEAD}<w:{tag} {SPACES}>{content}</w:{tag}>"


def members(body: str, **parts: str) -> dict[str, str | bytes]:
    """The members of a package: its body's markup, and that of other parts by their names."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{_KINDS[name]}+xml"/>' for name in parts
    )
    links = "".join(f'<Relationship Id="{name}" Type="{R}/{_KINDS[name]}" Target="{name}.xml"/>' for name in parts)
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": _relationships(
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relationships(links),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    return packed(members(body, **parts))


def document_of(body: str, **parts: str) -> Document:
    return read_document(docx(body, **parts), "draft.docx")


def lines_of(body: str, **parts: str) -> list[str]:
    return document_of(body, **parts).text.split("\n")


def _relationships(links: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
