"""Text made fit for HTML: nothing in it is markup, and what would act unseen is written out."""

from __future__ import annotations

import html as entities
from collections.abc import Mapping

from factcheck.model.document import Language
from factcheck.patterns import compiled
from factcheck.reporting.plain import escaped, plain, plain_line
from factcheck.reporting.rows import NOTHING

# Language tags (BCP 47). Chinese text is taken for simplified, as its fonts are chosen by the tag.
LANGUAGES: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}

# Code points that no text may hold (Unicode, 23.7), which the parsers of HTML complain of.
_NONCHARACTERS = (
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


def line(text: str) -> str:
    """A text on one line, hidden characters written out, as HTML."""
    return inert(plain_line(text))


def lines(text: str) -> str:
    """A draft's own text with its line ends and tabs, other hidden characters written out, as HTML."""
    ended = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return inert(escaped(ended, lambda char: char if char in "\n\t" else plain(char)))


def inert(text: str) -> str:
    """A text as HTML, in which nothing is markup; quotes too, as it also stands in attributes."""
    if not text.isprintable():  # as no text with a noncharacter is
        text = compiled(_NONCHARACTERS).sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return entities.escape(text)


def figured(parts: tuple[str, str, str]) -> str:
    """What stands before a figure, the figure, what stands behind: as HTML, the figure bold."""
    before, figure, after = map(line, parts)
    return f"{before}{figure}{after}" if figure in ("", NOTHING) else f"{before}<b>{figure}</b>{after}"


def language(of: Language, page: Language) -> str:
    """The attribute that tells a text's language, where it is another than the page's."""
    return "" if of == page else f' lang="{LANGUAGES[of]}"'
