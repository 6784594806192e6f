"""The comments of a draft, `<!-- … -->`: no reader sees them, so nothing in them is a claim.

In Markdown every comment is one. In plain text only a comment that speaks to factcheck is: other angle brackets are text.
The reader of HTML finds those of a page itself.
What Markdown shows as code is no comment (CommonMark 0.31, 4.5, 6.1 and 6.6).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from factcheck.model.document import Comment
from factcheck.model.span import Span
from factcheck.patterns import compiled

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_OPEN, _CLOSE = "<!--", "-->"

# What opens a comment or code in Markdown: a fence with what is said of its language, backticks, the comment's own mark.
_MARKS = r"(?m:^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}))|(?P<ticks>`+)|<!--"
_OURS = r"\s*factcheck\s*[:：]"


def read_comments(text: str, path: str) -> tuple[Comment, ...]:
    """The comments of a draft, in order. Time is linear in the text's length."""
    if _OPEN not in text:
        return ()
    name = path.lower()
    found = _comments_outside_code(text)
    if name.endswith(_MARKDOWN):
        return tuple(found)
    ours = compiled(_OURS)
    return tuple(comment for comment in found if ours.match(text, comment.inside.start))


def _comment(text: str, at: int) -> Comment | None:
    """The comment that opens here; None when nothing closes it."""
    inside = at + len(_OPEN)
    close = text.find(_CLOSE, inside)
    return None if close < 0 else Comment(Span(at, close + len(_CLOSE)), Span(inside, close))


def _comments_outside_code(text: str) -> Iterator[Comment]:
    code = _CodeSpans(text)
    mark = compiled(_MARKS).search(text)
    while mark is not None:
        if mark["fence"]:
            at = _behind_fence(text, mark["fence"], mark.end())
        elif mark["ticks"]:
            at = code.behind(mark.start(), mark.end())
        elif comment := _comment(text, mark.start()):
            yield comment
            at = comment.span.end
        else:
            return
        mark = compiled(_MARKS).search(text, at)


def _behind_fence(text: str, fence: str, at: int) -> int:
    """Where fenced code ends: behind a fence of the same kind that is as long or longer, or with the text."""
    closing = compiled(rf"(?m:^ {{0,3}}{fence[0]}{{{min(len(fence), 100)},}}[ \t]*$)").search(text, at)
    return closing.end() if closing else len(text)


class _CodeSpans:
    """Where code between backticks ends: at the next run of as many backticks in the same paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, list[int]] = defaultdict(list)
        for run in compiled("`+").finditer(text):
            self._runs[run.end() - run.start()].append(run.start())
        self._paragraph_end = -1

    def behind(self, start: int, end: int) -> int:
        """The offset behind the code that these backticks open, or behind the backticks when they open none."""
        runs = self._runs[end - start]
        following = bisect_left(runs, end)
        if following < len(runs) and runs[following] < self._end_of_paragraph(end):
            return runs[following] + end - start
        return end

    def _end_of_paragraph(self, at: int) -> int:
        if at > self._paragraph_end:
            blank = compiled(r"\n[ \t]*\n").search(self._text, at)
            self._paragraph_end = blank.start() if blank else len(self._text)
        return self._paragraph_end
