"""A text in other formats, as their own programs write it: a line that is not blank is a paragraph."""

from __future__ import annotations

import re
from io import BytesIO

import docx


def markdown(text: str) -> bytes:
    """Figures are set in bold, so that markup stands within words."""
    paragraphs = (re.sub(r"([\\`*_\[\]<>&|#])", r"\\\1", line.strip()) for line in text.splitlines() if line.strip())
    return "\n\n".join(re.sub(r"\d+(?:\.\d+)?", r"**\g<0>**", each) for each in paragraphs).encode()


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
