"""The text that the parser of Markdown is given: the draft's own lines, where each character keeps its line and its column.

Comments are masked by a character that Unicode will never give a meaning, so that they move nothing and part no word; a line
that holds nothing else becomes a blank one. Front matter is taken off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.model.document import Comment
from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.comments import read_comments
from factcheck.reading.lines import line_starts

# Noncharacters (Unicode 16.0, 23.7), of which hardly a text has all.
_MASKS = tuple(map(chr, range(0xFDD0, 0xFDF0)))

# Front matter, as static sites keep it: YAML between two rules of hyphens, TOML between two of plus signs.
_FRONT = {"---": r"[\w\"'-]+[ \t]*:(?:\s|$)", "+++": r"[\w\"'.-]+[ \t]*=|\["}
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT = 200


class Source(Struct, frozen=True):
    """What is parsed: `text`, of whose lines each begins at one of `starts` and stands at one of `places` in the draft."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    front: tuple[Span, ...]  # the lines of the front matter
    comments: tuple[Comment, ...]
    mask: str

    def place(self, at: int) -> int:
        """Where a character of `text` stands in the draft."""
        line = bisect_right(self.starts, at) - 1
        return self.places[line] + at - self.starts[line]

    def line(self, number: int) -> Span:
        """Where a line of `text` stands in the draft; `number` counts from 0."""
        start = self.places[number]
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return Span(start, start + end - self.starts[number])


def source_of(text: str, path: str) -> Source:
    """What the parser is given of a draft."""
    comments = read_comments(text, path)
    mask = next((mask for mask in _MASKS if mask not in text), " ")
    shown = _masked(text, [comment.span for comment in comments], mask)
    starts = line_starts(text)
    ends = [*starts[1:], len(text)]
    lines = [shown[start:end].rstrip("\r\n") for start, end in zip(starts, ends, strict=True)]
    front = _front_matter(lines)
    kept: list[str] = []
    places: list[int] = []
    for number in range(front, len(lines)):
        line = lines[number].replace("\ufeff", " ").replace("\0", " ")
        bare = not line.strip(mask + " \t\u3000") or line.isspace()
        if bare and mask in line and _in_table(lines, number):
            continue
        kept.append("" if bare else _behind_cells(line, mask))
        places.append(starts[number])
    begins = [0]
    for line in kept:
        begins.append(begins[-1] + len(line) + 1)
    matter = tuple(Span(starts[number], starts[number] + len(lines[number])) for number in range(front))
    return Source("\n".join(kept), tuple(begins[:-1]), tuple(places), matter, comments, mask)


def _masked(text: str, hidden: Sequence[Span], mask: str) -> str:
    return "".join(_masking(text, hidden, mask)) if hidden else text


def _masking(text: str, hidden: Sequence[Span], mask: str) -> Iterator[str]:
    at = 0
    for span in hidden:
        yield text[at : span.start]
        yield compiled(r"[^\r\n]").sub(mask, span.cut(text))
        at = span.end
    yield text[at:]


def _in_table(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands between two that may be rows of one table, which a blank line would part."""
    return 0 < number < len(lines) - 1 and "|" in lines[number - 1] and "|" in lines[number + 1]


def _behind_cells(line: str, mask: str) -> str:
    """A line in which a comment behind the last cell of a row makes no cell of its own."""
    bare = line.rstrip(mask + " \t")
    return bare + " " * (len(line) - len(bare)) if bare.endswith("|") and len(bare) < len(line) else line


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines at the top are front matter, its rules included; 0 without any."""
    rule = lines[0].rstrip() if lines else ""
    if rule not in _FRONT or len(lines) < 3 or not compiled(_FRONT[rule]).match(lines[1]):
        return 0
    for number, line in enumerate(lines[1:_LONGEST_FRONT], start=1):
        if line.rstrip() in _ENDS[rule]:
            return number + 1
    return 0
