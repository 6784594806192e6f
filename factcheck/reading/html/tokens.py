"""The tokens of HTML with their places: tags, text, and the text of elements that hold no tags.

After the tokenizer of the standard (https://html.spec.whatwg.org/multipage/parsing.html), for which nothing is an error: what
can't be a tag is text, what is never closed ends with the file. `html.parser` of the standard library tells lines and columns
and takes the square of the time for some broken pages; others keep no places at all.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from factcheck.model.span import Span
from factcheck.patterns import compiled

# Elements whose content is text, whatever it looks like.
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})

_MARKUP = r"<(?:!--(?P<comment>)|(?P<bogus>[!?]|/[^a-zA-Z>])|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*))|</>"
_ATTRIBUTE = r"[\s/]*+(?P<close>>)|[\s/]*+(?P<name>=?[^\s/>=]*+)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?"


class Token(Struct, frozen=True):
    """A start tag, an end tag, a comment or text. `name` is that of the element; `attributes` are where their values stand.

    The span of `raw` is that of all the text of an element that holds no tags.
    """

    kind: Literal["start", "end", "comment", "text", "raw"]
    span: Span
    name: str = ""
    attributes: Mapping[str, Span] = field(default_factory=dict)


def tokens(text: str, span: Span) -> Iterator[Token]:
    """The tokens of a stretch of HTML, in their order. Time is linear in its length."""
    at, last = span.start, span.end
    while (markup := compiled(_MARKUP).search(text, at, last)) is not None:
        if markup.start() > at:
            yield Token("text", Span(at, markup.start()))
        if markup["name"] is None:
            at = yield from _no_tag(text, markup, last)
            continue
        name = markup["name"].lower()
        attributes, at = _attributes(text, markup.end(), last)
        if markup["slash"]:
            yield Token("end", Span(markup.start(), at), name)
            continue
        yield Token("start", Span(markup.start(), at), name, attributes)
        if name in _RAW:
            end = _end_of_raw(text, name, at, last)
            yield Token("raw", Span(at, end), name)
            at = end
    if at < last:
        yield Token("text", Span(at, last))


def _no_tag(text: str, markup: re.Match[str], last: int) -> Generator[Token, None, int]:
    """Where a comment, a declaration or an instruction ends."""
    closing = ">" if markup["comment"] is None else "-->"
    found = text.find(closing, markup.start() if closing == ">" else markup.end(), last)
    if found < 0:
        return last
    end = found + len(closing)
    if closing == "-->":
        yield Token("comment", Span(markup.start(), end))
    return end


def _attributes(text: str, at: int, last: int) -> tuple[dict[str, Span], int]:
    """Where the values of a tag's attributes stand, by their names, and where the tag ends."""
    found: dict[str, Span] = {}
    while at < last:
        match = compiled(_ATTRIBUTE).match(text, at, last)
        if match is None or match.end() == at:
            at += 1  # a lone sign that can't be a name
            continue
        at = match.end()
        if match["close"]:
            break
        if match["name"]:
            start, end = match.span("value") if match["value"] is not None else (at, at)
            quoted = end - start >= 2 and text[start] in "\"'"
            found.setdefault(match["name"].lower(), Span(start + quoted, end - quoted))
    return found, at


def _end_of_raw(text: str, name: str, at: int, last: int) -> int:
    close = compiled(rf"(?i:</{name})(?=[\s/>])").search(text, at, last)
    return close.start() if close else last
