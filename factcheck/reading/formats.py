"""The formats that drafts come in beside plain text: told by what a file holds, and by its name where the content can't tell.

Each has a reader of its own in this package, which is loaded when such a draft comes: a module with `read`, which gives the
parts of a draft by its text and path, or by its bytes and path where the format is no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from msgspec import Struct

from factcheck.model.message import Message, say
from factcheck.patterns import compiled
from factcheck.reading.errors import ReadingError
from factcheck.reading.parts import Part


class Format(Struct, frozen=True):
    """A format: what a reader calls such a file, and what tells it from others.

    That is its name, its first bytes, a pattern for its head, a member of its archive, or a pattern for how its text
    opens. `extra` installs what the module stands on.
    """

    called: Message
    module: str
    suffixes: tuple[str, ...] = ()
    magic: bytes = b""
    head: str = ""
    member: bytes = b""
    opening: str = ""
    extra: str = ""


# The lines at the head of a mail, among them one that only programs write (RFC 5322, 2.2). A memo has others.
_MAIL = (
    r"(?i)\s{0,9}(?:From [^\n]*\n)?(?:[a-z][a-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n){0,50}){0,50}?"
    r"(?:MIME-Version|Received|Message-ID|Return-Path|DKIM-Signature):"
)

# Told by their bytes, whatever their names are.
_BINARY: tuple[Format, ...] = (
    Format(say("a Word document (.docx)"), "word", (".docx",), member=b"word/"),
    Format(
        say("a document of an old Office program (.doc, .xls, .ppt)"),
        "office",
        (".doc", ".wps"),
        magic=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ),
    Format(say("a document in rich text format"), "office", (".rtf",), magic=b"{\\rtf"),
    Format(say("an OpenDocument file"), "office", (".odt",), member=b"mimetypeapplication/vnd.oasis.opendocument.text"),
    Format(say("a spreadsheet (.xlsx)"), "sheets", (".xlsx",), member=b"xl/", extra="sheets"),
    Format(say("a PDF document"), "pdf", (".pdf",), magic=b"%PDF-", extra="pdf"),
    Format(say("a mail"), "mail", (".eml",), head=_MAIL),
)

# How a page begins, whatever it is called.
_PAGE = r"(?i:\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,2000}-->\s*+)?(?:<!doctype\s+html|<html[\s>]))"

# Told by how their text begins, or by their names.
_TEXTS: tuple[Format, ...] = (
    Format(say("a text in Markdown"), "markdown", (".md", ".markdown", ".mdown", ".mkd")),
    Format(say("a web page"), "html", (".html", ".htm", ".xhtml"), opening=_PAGE),
    Format(say("a table of CSV"), "csv", (".csv", ".tsv", ".tab")),
)

# So many bytes tell a mail.
_LONGEST_HEAD = 65536

_ZIP = b"PK\x03\x04"


def format_of_bytes(data: bytes, path: str) -> Format | None:
    """The format of a file that is no text, or whose text stands in an encoding of transport; None for what may be text."""
    if data.startswith(_ZIP):
        return _of_archive(data)
    return next((each for each in _BINARY if _begins(each, data, path)), None)


def _begins(form: Format, data: bytes, path: str) -> bool:
    if form.magic:
        return data.startswith(form.magic)
    if not form.head:
        return False
    head = data[:_LONGEST_HEAD].decode("latin-1")
    return path.lower().endswith(form.suffixes) or compiled(form.head).match(head) is not None


def _of_archive(data: bytes) -> Format | None:
    """The format whose member comes first: behind it others may stand inside, a sheet in a document."""
    found = ((at, each) for each in _BINARY if each.member and (at := data.find(each.member)) >= 0)
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def format_of_text(text: str, path: str) -> Format | None:
    """The format of a text with markup; None for plain text."""
    name = path.lower()
    for each in _TEXTS:
        if each.opening and compiled(each.opening).match(text):
            return each
    return next((each for each in _TEXTS if name.endswith(each.suffixes)), None)


def parts_of(form: Format, content: bytes | str, path: str) -> tuple[Part, ...]:
    """The parts of a draft, of a text with markup by its text. Raises ReadingError where its reader is missing or fails."""
    return tuple(_reader(form, path)(content, path))


def _reader(form: Format, path: str) -> Callable[..., Iterable[Part]]:
    try:
        module = import_module(f"factcheck.reading.{form.module}")
    except ImportError as error:
        missing = (error.name or "").partition(".")[0]
        if not form.extra or missing == "factcheck":
            raise
        needs = say(
            "{called}; reading it needs {package}, which is not installed here", called=form.called, package=missing
        )
        raise ReadingError(path, needs, say("pip install 'factcheck[{extra}]'", extra=form.extra)) from error
    read: Callable[..., Iterable[Part]] = module.read
    return read
