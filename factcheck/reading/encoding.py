"""From bytes to text: the encoding that a draft was saved in, told apart without being asked.

Strict UTF-8 comes first: other encodings of Chinese hardly ever pass for it. Then what a page declares, if it can be so. Else
the candidates are decoded and scored by how common their characters are: the wrong reading of a Chinese text is made of rare
ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.model.message import Message, say, verbatim
from factcheck.patterns import compiled
from factcheck.reading.binary import binary_kind
from factcheck.reading.errors import ReadingError

# The mean weight of the characters (1 for a common one) below which a reading is no text. Ten characters of Chinese score 0.57
# at the least and 0.90 in the middle; decoded by the wrong table 0.15 to 0.28 in the middle.
LEAST_SCORE = 0.5

# The score that ten characters of anything but Chinese never reach.
_SURE_SCORE = 0.75

# So many characters beyond ASCII settle the matter.
_ENOUGH = 4000

# What no plain text holds.
_CONTROLS = frozenset(map(chr, range(0x20))) - frozenset("\t\n\r\f\v")

# Byte order marks, the longer before the shorter that it begins with.
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# How a page or an XML file declares its encoding, among so many bytes.
_DECLARATION = (
    r"(?i:<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*|^<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"'])"
    r"(?P<name>[a-zA-Z][\w.:-]{1,30})"
)
_HEAD = 4096

# These names mean the encoding of Windows (https://encoding.spec.whatwg.org, 4.2).
_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"})

# In order of preference where scores are equal. Each superset stands behind the encoding that it extends.
_NARROW: tuple[tuple[str, ...], ...] = (("gb18030",), ("big5", "cp950", "big5hkscs"))
_WIDE: tuple[tuple[str, ...], ...] = (("utf-16-le",), ("utf-16-be",))

# What those who name an older encoding mean: its tables as they are used today.
_WIDER: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("gb2312", "gbk", "cp936"), ("gb18030",)),
    "big5": ("big5", "cp950", "big5hkscs"),
}


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text of a draft; a byte order mark is no part of it. Raises ReadingError for bytes that are no text."""
    for mark, name in _BOMS:
        if data.startswith(mark) and encoding is None:
            return _strictly(data[len(mark) :], path, name, offset=len(mark))
    kind = binary_kind(data)
    if kind is not None:
        raise ReadingError(path, say("{kind}, not plain text", kind=kind.what), kind.advice)
    if encoding is not None:
        return _named(data, path, encoding)
    return _told_apart(data, path, _declared(data))


def encode_as(text: str, data: bytes, old: str, encoding: str | None = None) -> bytes | None:
    """A text in the encoding of `data`, with its byte order mark; `old` is what `data` was decoded to.

    None where `data` is no encoding of `old` that writes it back to the byte, or where that encoding lacks a character.
    """
    mark, names = next(
        ((mark, (name,)) for mark, name in _BOMS if data.startswith(mark) and encoding is None),
        (b"", _every(data, encoding)),
    )
    for name in names:
        try:
            if mark + old.encode(name) == data:
                return mark + text.encode(name)
        except (UnicodeEncodeError, LookupError):
            continue
    return None


def _every(data: bytes, encoding: str | None) -> tuple[str, ...]:
    """The encodings that a draft without a byte order mark may be in."""
    if encoding is not None:
        return _WIDER.get(encoding.lower(), (encoding,))
    return ("utf-8", *_declared(data), *(name for family in _NARROW + _WIDE for name in family))


def _declared(data: bytes) -> tuple[str, ...]:
    """The encodings that a page or an XML file says of itself that it may be in, the narrower first."""
    head = data[:_HEAD]
    if b"<" not in head:
        return ()
    match = compiled(_DECLARATION).search(head.decode("latin-1"))
    if match is None:
        return ()
    name = match["name"].lower()
    names = _WIDER.get(name, ("cp1252" if name in _WESTERN else name,))
    return tuple(each for each in names if _is_known(each))


def _is_known(name: str) -> bool:
    import codecs  # noqa: PLC0415 - few drafts declare any

    try:
        return codecs.lookup(name)._is_text_encoding  # noqa: SLF001 - base64 and the like are codecs as well
    except LookupError:
        return False


def _told_apart(data: bytes, path: str, declared: tuple[str, ...]) -> str:
    if b"\0" in data:
        text = _best(data, _WIDE, LEAST_SCORE)
        if text is None or "\0" in text:
            said = say("a binary file (it holds NUL bytes), not plain text")
            raise ReadingError(path, said, say("export the draft as plain text in UTF-8"))
        return text
    try:
        return _unless_wide(data.decode("utf-8"), data)
    except UnicodeDecodeError as error:
        failure = error
    for name in declared:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    text = _best(data, _NARROW + _WIDE, LEAST_SCORE)
    if text is None:
        said = say(
            "undecodable: byte {byte} is not UTF-8, and the file is not UTF-16, GB18030 or Big5 either",
            byte=_byte(failure),
        )
        raise ReadingError(path, said, _other_encoding(data))
    return text


def _other_encoding(data: bytes) -> Message:
    """What to do about a text that is none; one that is ASCII but for a few characters has £, é or quotes of older Windows."""
    plain = sum(byte < 0x80 for byte in data[:_ENOUGH])
    if plain > 0.9 * len(data[:_ENOUGH]):
        return say("save it as UTF-8, or name its encoding with --encoding (a Western one is windows-1252)")
    return say("save it as UTF-8, or name its encoding with --encoding")


def _unless_wide(text: str, data: bytes) -> str:
    """The text read as UTF-8, unless that is full of control characters and plain Chinese in UTF-16."""
    if len(data) % 2 or _CONTROLS.isdisjoint(text[:_ENOUGH]):
        return text
    return _best(data, _WIDE, _SURE_SCORE) or text


def _best(data: bytes, families: tuple[tuple[str, ...], ...], least: float) -> str | None:
    """The reading with the best score, if that is good enough."""
    best = max(_readings(data, families), key=lambda reading: reading[0], default=(0.0, ""))
    return best[1] if best[0] >= least else None


def _readings(data: bytes, families: tuple[tuple[str, ...], ...]) -> Iterator[tuple[float, str]]:
    """The text of each candidate that can be one, with its score."""
    for family in families:
        for name in family:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            yield score(text), text
            break


def score(text: str) -> float:
    """How much a reading looks like Chinese or English prose, from 0 to 1: the mean weight of its characters beyond ASCII.

    ASCII says nothing for or against a reading, unless it is all there is.
    """
    weights = _weights()
    rare = [char for char in text[: 50 * _ENOUGH] if char > "\x7f"][:_ENOUGH]
    if not rare:
        letters = sum(char.isprintable() or char in "\t\r\n\f" for char in text[:_ENOUGH])
        return letters / max(1, len(text[:_ENOUGH]))
    return sum(weights.get(char) or _weight(char) for char in rare) / len(rare)


@cache
def _weights() -> dict[str, float]:
    from factcheck.language.zh.characters import COMMON  # noqa: PLC0415 - a UTF-8 draft never needs it

    return dict.fromkeys(COMMON, 1.0)


def _weight(char: str) -> float:
    """The weight of a character that is not among the most common: some for those that the national standards call common.

    GB 2312 and Big5 both put their common characters first: levels 1 begin at B0A1 and A440.
    """
    if char < "\u3400" or char > "\uffef":
        return 0.5 if "\u2010" <= char <= "\u203b" or "\u2460" <= char <= "\u24ff" else 0.0
    if "\uff01" <= char <= "\uff5e":
        return 0.8
    for name, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = char.encode(name)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return 0.5
    return 0.0


def _named(data: bytes, path: str, encoding: str) -> str:
    """The text by an encoding that the user named."""
    import codecs  # noqa: PLC0415

    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError):
        advice = say("name one such as utf-8, utf-16, gb18030 or big5, or leave --encoding out")
        raise ReadingError(path, say("unknown encoding {name}", name=repr(encoding)), advice) from None
    if name == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        readings = [(score(text), text) for text in _utf_16(data)]
        if readings:
            return max(readings)[1]
    for wider in _WIDER.get(name, ()):
        try:
            return data.decode(wider)
        except UnicodeDecodeError:
            continue
    return _strictly(data, path, name, called=encoding).removeprefix("\ufeff")


def _utf_16(data: bytes) -> Iterator[str]:
    for name in ("utf-16-le", "utf-16-be"):
        try:
            yield data.decode(name)
        except UnicodeDecodeError:
            continue


def _strictly(data: bytes, path: str, name: str, *, called: str | None = None, offset: int = 0) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        by = say("its byte order mark, which says {name}", name=name.upper())
        if called:
            by = verbatim(f"--encoding {called}")
        said = say("undecodable by {encoding}: it breaks at byte {byte}", encoding=by, byte=_byte(error, offset))
        raise ReadingError(
            path, said, say("name another encoding with --encoding, or save the file as UTF-8")
        ) from error


def _byte(error: UnicodeDecodeError, offset: int = 0) -> Message:
    """Where decoding broke, for a reader: the byte's offset from 0, its line from 1, and its value."""
    line, value = error.object.count(b"\n", 0, error.start) + 1, f"0x{error.object[error.start]:02X}"
    return say("{offset} (line {line}, {value})", offset=error.start + offset, line=line, value=value)
