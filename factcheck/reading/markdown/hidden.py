"""Comments, put back in among what readers see of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model.document import Comment
from factcheck.model.span import Span
from factcheck.reading.markdown.inline import Shown
from factcheck.reading.parts import Part, Piece


class Hidden:
    """The comments of a draft, given out one after the other as the reader comes to them."""

    def __init__(self, comments: Sequence[Comment], text: str) -> None:
        self._comments = comments
        self._text = text
        self._next = 0

    def before(self, at: int) -> Iterator[Part]:
        """The comments that begin before a place, each a part of its own."""
        while (comment := self._following(at)) is not None:
            yield Part((Piece(comment.cut(self._text), comment, is_comment=True),), apart=False)

    def rest(self) -> Iterator[Part]:
        return self.before(len(self._text))

    def pass_by(self, at: int) -> None:
        """Leave out the comments that begin before a place: another reader has given them."""
        while self._following(at) is not None:
            pass

    def among(self, stretches: Iterable[Shown], end: int) -> Iterator[Shown]:
        """What readers see of a block, with the comments that begin before its end. What stood for a comment is left out."""
        for stretch in stretches:
            at = max(stretch.span.start, self._behind())
            while (comment := self._following(stretch.span.end)) is not None:
                yield from _between(stretch, at, comment.start)
                yield self._comment(comment)
                at = max(at, comment.end)
            yield from _between(stretch, at, stretch.span.end)
        while (comment := self._following(end)) is not None:
            yield self._comment(comment)

    def _comment(self, span: Span) -> Shown:
        return Shown(span.cut(self._text), span, is_comment=True)

    def _following(self, before: int) -> Span | None:
        if self._next == len(self._comments) or self._comments[self._next].span.start >= before:
            return None
        self._next += 1
        return self._comments[self._next - 1].span

    def _behind(self) -> int:
        """Where the last comment ends that was given out."""
        return self._comments[self._next - 1].span.end if self._next else 0


def _between(stretch: Shown, start: int, end: int) -> Iterator[Shown]:
    """What of a stretch stands between two places; one that stands for something else is whole, or not there."""
    span = stretch.span
    if start <= span.start and span.end <= end:
        yield stretch
    elif start < end and not stretch.ends_line and len(stretch.text) == span.end - span.start:
        yield Shown(stretch.text[start - span.start : end - span.start], Span(start, end))
