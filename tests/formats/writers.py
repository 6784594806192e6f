"""A text in other formats, as their own programs write it: a line that is not blank is a paragraph."""

from __future__ import annotations

import html
import re
from io import BytesIO

import docx


def markdown(text: str) -> bytes:
    """Figures are set in bold, so that markup stands within words."""
    paragraphs = (re.sub(r"([\\`*_\[\]<>&|#])", r"\\\1", line.strip()) for line in text.splitlines() if line.strip())
    return "\n\n".join(re.sub(r"\d+(?:\.\d+)?", r"**\g<0>**", each) for each in paragraphs).encode()


def page(text: str) -> bytes:
    """A page of a site in GB18030: figures stand in elements of their own, menus and a list of other pages around the text."""
    lines = (html.escape(line.strip(), quote=False) for line in text.splitlines() if line.strip())
    body = "\n".join("<p>" + re.sub(r"\d+(?:\.\d+)?", r"<b>\g<0></b>", line) + "</p>" for line in lines)
    links = "".join(f"<li><a href=/{number}>{number}家企业的新闻</a>" for number in range(11, 19))
    around = f"<nav><ul>{links}</ul></nav><article>{body}</article><div class=related><h3>相关新闻</h3><ul>{links}</ul></div>"
    return f"<!DOCTYPE html><html><head><meta charset=gbk></head><body>{around}</body></html>".encode("gb18030")


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
