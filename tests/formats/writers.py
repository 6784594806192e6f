"""A text in other formats, as their own programs write it: a line that is not blank is a paragraph."""

from __future__ import annotations

from io import BytesIO

import docx


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
