"""From bytes to a `Document`, step by step: format, encoding, lines, language, blocks, date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model.document import Document, Language
from factcheck.model.message import say
from factcheck.model.span import Span
from factcheck.reading.blocks import blocks_of_parts, read_blocks
from factcheck.reading.comments import read_comments
from factcheck.reading.dateline import read_date
from factcheck.reading.encoding import decode
from factcheck.reading.errors import ReadingError
from factcheck.reading.formats import format_of_bytes, format_of_text, parts_of
from factcheck.reading.language import tell_language
from factcheck.reading.lines import line_starts
from factcheck.reading.parts import Part, join


def read_document(data: bytes, path: str, language: str = "auto", encoding: str | None = None) -> Document:
    """The document that a draft's bytes hold. `language` is auto, zh or en; `encoding` any text encoding of Python's.

    Raises ReadingError for bytes that are empty, undecodable or of a format that is not read, for a file that holds no text,
    and for an encoding that nobody knows.
    """
    if not data.strip():
        raise ReadingError(
            path, say("the file is empty, there is nothing to check"), say("save the draft's text in it")
        )
    form = format_of_bytes(data, path)
    if form is not None:
        return document_of_parts(parts_of(form, data, path), path, language)
    text = decode(data, path, encoding)
    if not text.replace("\ufeff", "").strip():
        raise ReadingError(path, say("the file holds only white space"), say("save the draft's text in it"))
    return document_of(text, path, language)


def document_of(text: str, path: str = "-", language: str = "auto") -> Document:
    """The document of a text that is decoded already. Raises ValueError for a language that the program does not speak."""
    form = format_of_text(text, path)
    if form is not None:
        return document_of_parts(parts_of(form, text, path), path, language, text)
    lines = line_starts(text)
    comments = read_comments(text, path)
    hidden = tuple(comment.span for comment in comments)
    spoken = _language(text, hidden, language)
    blocks = read_blocks(text, lines, spoken, hidden)
    return Document(path, text, spoken, blocks, lines, read_date(text, blocks, spoken), comments)


def document_of_parts(
    parts: Iterable[Part], path: str, language: str = "auto", file_text: str | None = None
) -> Document:
    """The document of a file's parts. `file_text` is the file's own text, where it has one. Raises ReadingError for no text."""
    joined = join(parts, file_text)
    if not joined.text.strip():
        raise ReadingError(path, say("the file holds no text"), say("is it a picture of a text, or an empty form?"))
    hidden = tuple(comment.span for comment in joined.comments)
    spoken = _language(joined.text, hidden, language)
    blocks = blocks_of_parts(joined, spoken)
    dated = read_date(joined.text, blocks, spoken)
    return Document(path, joined.text, spoken, blocks, line_starts(joined.text), dated, joined.comments, joined.source)


def _language(text: str, hidden: Sequence[Span], wanted: str) -> Language:
    """The language that is wanted, or that of the text that readers see."""
    if wanted == "auto":
        starts, ends = (0, *(span.end for span in hidden)), (*(span.start for span in hidden), len(text))
        return tell_language("".join(text[start:end] for start, end in zip(starts, ends, strict=True)))
    if wanted == "zh":
        return "zh"
    if wanted == "en":
        return "en"
    raise ValueError(f"no such language: {wanted!r} (auto, zh or en)")
