"""Text inside HTML and SVG: nothing in it is markup."""

from __future__ import annotations

import html as entities

from factcheck.patterns import compiled
from factcheck.reporting.plain import plain_line

# Code points that no text may hold (Unicode, 23.7), which the parsers of HTML complain of.
_NONCHARACTERS = (
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)


def text(said: str) -> str:
    """A text on one line, hidden characters written out; for attributes, too."""
    return entities.escape(compiled(_NONCHARACTERS).sub(lambda match: f"\\u{ord(match[0]):04x}", plain_line(said)))
