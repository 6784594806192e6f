"""Footnotes: small lines at the foot of a page, the first of which begins with a mark."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.patterns import compiled
from factcheck.reading.pdf.lines import Line

# The size of a note against that of the text.
_SMALL = 0.93

_MARK = (
    r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[①-⑳]|[*†‡§]|[\[［〔][0-9¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}[\]］〕]"
    r"|[0-9]{1,3}(?=[\s.．、\u4e00-\u9fff])|注[0-9]{0,2}[：:]"
)


def begins_note(line: Line, size: float) -> bool:
    """Whether a line begins a footnote in a text of this size."""
    return line.size <= _SMALL * size and compiled(_MARK).match(line.text) is not None


def notes_at_foot(lines: Sequence[Line], size: float) -> int:
    """How many of a page's last lines are notes: small ones, from the first mark on."""
    at = len(lines)
    while at > 0 and lines[at - 1].size <= _SMALL * size:
        at -= 1
    small = lines[at:]
    first = next((number for number, line in enumerate(small) if begins_note(line, size)), len(small))
    return len(small) - first
