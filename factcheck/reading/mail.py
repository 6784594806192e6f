"""Mail (RFC 5322, MIME): the subject as the title, the text, and what it quotes. Attachments are no part of it.

Places are paragraphs of the body, for the file's own lines hold the text in encodings of transport.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from factcheck.model.document import BlockKind
from factcheck.model.message import say
from factcheck.model.source import Where
from factcheck.patterns import compiled
from factcheck.reading.encoding import decode
from factcheck.reading.errors import ReadingError
from factcheck.reading.html import read as read_page
from factcheck.reading.parts import Part, Piece
from factcheck.reading.spacing import gap
from factcheck.reading.wrapping import reads_on, width

# Parts within parts beyond any mail that a program writes; the library's parser takes a call for each.
_MOST_MULTIPARTS = 100

_LONGEST_HEAD = 65536
_SUBJECT = r"(?im)^subject:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)"

_QUOTED = ">"
_SIGNATURE = "--"
_ITEM = r"[-*•·–]\s|(?:\d{1,3}|[a-z])[.)、．]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、]"

# The line above what a reply quotes, or a forwarded mail: a rule with words in it, the mark of an answer, the other mail's head.
_OTHER_MAIL = (
    r"(?i:-{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|mail)|原始邮件|原邮件|转发的?邮件(?:信息)?|回复的原邮件)"
    r"\s*-*"
    r"|begin forwarded message:|_{20,}|(?:on|在)\s.{4,150}(?:wrote|写道)\s*[:：])$"
)
_HEAD = r"(?i:\*?(?:from|发件人|寄件者|寄件人|发自)\*?\s*[:：])"
_HEADS = r"(?i:\*?(?:sent|to|date|cc|subject|发送时间|发送日期|收件人|日期|时间|主题|抄送|寄件日期|收件者)\*?\s*[:：])"


def read(data: bytes, path: str) -> Iterator[Part]:
    """The parts of a mail. Raises ReadingError for one that is broken, or has no text of its own."""
    mail = _parsed(data, path)
    head = Where(aside="header")
    sent = _sent(mail)
    if sent is not None:
        yield Part((Piece(f"date: {sent:%Y-%m-%d}", head),), "chrome")
    subject = " ".join(_subject(mail, data, path).split())
    if subject:
        yield Part((Piece(subject, head),), "heading", 1)
    body = _body(mail)
    if body is None:
        raise _without_text(path)
    text = _text(body, path)
    parts = tuple(_of_page(text, path) if body.get_content_subtype() == "html" else _of_text(text))
    if not parts:
        raise _without_text(path)
    yield from _without_quotes(parts)


def _parsed(data: bytes, path: str) -> EmailMessage:
    deep = data.lower().count(b"multipart/") > _MOST_MULTIPARTS
    try:
        if not deep:
            return message_from_bytes(data, policy=default)
    except (MessageError, RecursionError, ValueError, IndexError, KeyError, AttributeError):
        pass  # the library's own faults with heads that are broken
    raise ReadingError(path, say("a mail that can't be taken apart"), say("save its text, and check that"))


def _without_text(path: str) -> ReadingError:
    return ReadingError(
        path, say("the mail has no text of its own"), say("save what is attached to it, and check that")
    )


def _sent(mail: EmailMessage) -> datetime | None:
    """When a mail was sent, by its own clock."""
    try:
        sent = getattr(mail.get("date"), "datetime", None)
    except (ValueError, TypeError, OverflowError):
        return None
    return sent if isinstance(sent, datetime) else None


def _subject(mail: EmailMessage, data: bytes, path: str) -> str:
    """The subject, also where a program wrote it in Chinese without saying in which encoding."""
    subject = str(mail.get("subject", ""))
    if "\ufffd" in subject:
        bare = compiled(_SUBJECT).search(data[:_LONGEST_HEAD].decode("latin-1"))
        try:
            return decode(bare[1].encode("latin-1"), path) if bare else subject
        except ReadingError:
            return subject
    return subject


def _body(mail: EmailMessage) -> EmailMessage | None:
    """The part with the text, the plain one where there are several forms."""
    body = mail.get_body(preferencelist=("plain", "html"))
    return body if isinstance(body, EmailMessage) else None


def _text(body: EmailMessage, path: str) -> str:
    payload = body.get_payload(decode=True)
    if any("Base64" in type(defect).__name__ for defect in body.defects):
        raise ReadingError(path, say("its text is in base64, and that is broken"), say("save the mail anew"))
    data = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset()
    if charset in (None, "us-ascii", "ascii"):
        charset = None  # what claims to be nothing else is told by its look
    try:
        return decode(data, path, charset) if data.strip() else ""
    except ReadingError as error:
        said = say("its text can't be read by the encoding that it declares, {charset}", charset=str(charset))
        raise ReadingError(path, said, say("save the mail anew, or its text as UTF-8")) if charset else error from error


def _of_page(text: str, path: str) -> Iterator[Part]:
    for number, part in enumerate(read_page(text, path), start=1):
        where = Where(paragraph=number)
        pieces = tuple(Piece(piece.text, where, is_comment=piece.is_comment) for piece in part.pieces)
        yield Part(pieces, part.kind, part.level, apart=part.apart)


def _of_text(text: str) -> Iterator[Part]:
    """The paragraphs of a plain text, whose lines may be wrapped (RFC 3676, or by their width)."""
    number = 0
    lines = text.splitlines()
    for first, last in _passages(lines):
        widest = max(width(line.rstrip()) for line in lines[first:last])
        apart = True
        paragraph = ""
        for at in range(first, last):
            line = lines[at]
            paragraph += gap(paragraph, line.strip()) + line.strip() if paragraph else line.strip()
            if at + 1 < last and _goes_on(line, lines[at + 1], widest):
                continue
            number += 1
            yield Part((Piece(paragraph, Where(paragraph=number)),), apart=apart)
            paragraph, apart = "", False


def _passages(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of lines that are not blank, as half-open pairs of line numbers."""
    first = 0
    for number, line in enumerate((*lines, "")):
        if not line.strip():
            if number > first:
                yield first, number
            first = number + 1


def _goes_on(line: str, following: str, widest: int) -> bool:
    if following[:1] in (_QUOTED, "\u3000", "\t") or line.startswith(_QUOTED) or line.rstrip() == _SIGNATURE:
        return False
    if any(compiled(each).match(following.lstrip()) for each in (_ITEM, _HEAD, _HEADS)) or _is_aside(line.strip()):
        return False
    return reads_on(line.strip(), following.strip(), widest)


def _without_quotes(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, of which quotations, the signature and the mail that is answered are chrome.

    Where a mail only passes on another one, that is its text.
    """
    texts = [part.text.strip() for part in parts]
    behind = next((number for number in range(len(texts)) if _begins_other(texts, number)), len(parts))
    if not any(
        part.kind != "chrome" and not _is_aside(text) for part, text in zip(parts[:behind], texts, strict=False)
    ):
        behind = len(parts)
    signed = next((number for number, text in enumerate(texts) if text == _SIGNATURE), len(parts))
    for number, (part, text) in enumerate(zip(parts, texts, strict=True)):
        aside = number >= min(behind, signed) or _is_aside(text)
        kind: BlockKind | None = "chrome" if aside else part.kind
        yield Part(part.pieces, kind, part.level if kind == part.kind else 0, apart=part.apart)


def _is_aside(text: str) -> bool:
    return text.startswith(_QUOTED) or compiled(_OTHER_MAIL).match(text) is not None


def _begins_other(texts: Sequence[str], number: int) -> bool:
    """Whether another mail begins with a paragraph: at a rule or an answer's mark, or with the lines of its head."""
    text = texts[number]
    if compiled(_OTHER_MAIL).match(text):
        return True
    head: Iterable[str] = texts[number + 1 : number + 4]
    return bool(compiled(_HEAD).match(text)) and any(compiled(_HEADS).match(each) for each in head)
