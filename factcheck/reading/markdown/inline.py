"""The text of a paragraph of Markdown, each stretch with its place.

The rules of markdown-it tell what they make, but not of what. Here each is watched: what it adds to the text stands where the
rule began and ended.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from msgspec import Struct

from factcheck.model.span import Span
from factcheck.patterns import compiled
from factcheck.reading.markdown.brackets import links_may_open
from factcheck.reading.spacing import is_unspaced

# A stretch of the parsed content: the text, and where it begins and ends there.
_Mark = tuple[str, int, int]

# Elements whose content is no text of the draft's: what was struck out, how a character is read, scripts.
_LEFT_OUT = frozenset({"del", "s", "strike", "rt", "rp", "script", "style", "template"})

# A footnote's mark, in the text and before the note.
_FOOTNOTE = r"\[\^[^\[\]\s]{1,99}\](?P<colon>:?)"


class Shown(Struct, frozen=True):
    """A stretch that readers see, or the end of a line: within a sentence (soft), or where the writer broke it (hard)."""

    text: str
    span: Span
    ends_line: Literal["", "soft", "hard"] = ""
    is_comment: bool = False


class Content(Struct, frozen=True):
    """What a block holds: its text, and where stretches of that begin in the draft (`starts` to `places`)."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the text, which is not empty, stands in the draft."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.places[number] + at - self.starts[number]


def shown(content: Content, parser: MarkdownIt, env: dict[str, Any]) -> Iterator[Shown]:
    """What readers see of a block's content, in its order: no marks, code, pictures, tags, nor what is struck out."""
    tokens = parser.inline.parse(content.text, parser, env, [])
    last = {_tag(token): number for number, token in enumerate(tokens)}
    closing = ""  # the token, or tag, that ends what is left out
    for number, token in enumerate(tokens):
        tag = _tag(token)
        if closing:
            closing = "" if closing in (token.type, tag) else closing
        elif token.type == "s_open":
            closing = "s_close"
        elif token.type == "link_open" and token.info == "auto":
            closing = "link_close"
        elif tag in _LEFT_OUT and last.get(f"/{tag}", 0) > number:
            closing = f"/{tag}"
        elif token.type in ("softbreak", "hardbreak") or tag == "br":
            start, end = token.meta["at"]
            yield Shown("", content.span(start, end), "soft" if token.type == "softbreak" else "hard")
        elif token.content and token.type in ("text", "text_special"):
            for mark in token.meta["marks"]:
                yield from _stretches(mark, content)


def _stretches(mark: _Mark, content: Content) -> Iterator[Shown]:
    """A mark as it stands in the draft: in one stretch, or in several where the content leaves something out."""
    text, start, end = mark
    if len(text) == end - start:
        first, last = bisect_right(content.starts, start), bisect_left(content.starts, end)
        for cut in content.starts[first:last]:
            yield Shown(text[start - mark[1] : cut - mark[1]], content.span(start, cut))
            start = cut
    yield Shown(text[start - mark[1] :], content.span(start, end))


def _tag(token: Token) -> str:
    """The name of the element that a tag opens, or with a slash closes."""
    if token.type != "html_inline":
        return ""
    name = compiled(r"</?[a-zA-Z][a-zA-Z0-9-]*").match(token.content)
    return name[0][1:].lower() if name else ""


class PlacedInline(ParserInline):
    """markdown-it's rules for inlines; each token tells in its `meta` where it stands in the content.

    That is `marks` of a token with text, `at` of another.
    """

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """The loop of ParserInline.tokenize, watched."""
        if not isinstance(state, _State):
            raise TypeError(state)
        rules = self.ruler.getRules("")
        deepest, end = state.md.options["maxNesting"], state.posMax
        while state.pos < end:
            start, tokens, pending = state.pos, len(state.tokens), len(state.pending)
            if state.level >= deepest or not any(rule(state, False) for rule in rules):
                state.append_pending(state.src[start])
                state.pos += 1
            _note(state, start, tokens, pending)
        if state.pending:
            state.pushPending()


class _State(StateInline):
    """The state of markdown-it's inline rules, with the marks of the text that is not pushed yet."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.marks: list[_Mark] = []
        self.links: Mapping[int, bool] | None = links_may_open(src, references=bool(env.get("references")))

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        token = super().pushPending()
        token.meta = {"marks": _cut(self.marks, len(token.content))}
        self.marks = []
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Beside Chinese, where no blank sets a word apart, punctuation says nothing of what a mark belongs to.

        Else **“重点”**工作 would keep its asterisks: https://github.com/tats-u/markdown-cjk-friendly
        """
        scanned = super().scanDelims(start, canSplitWord)
        before, behind = self.src[start - 1 : start] or " ", self.src[start + scanned.length :][:1] or " "
        if not canSplitWord or not (is_unspaced(before) or is_unspaced(behind)):
            return scanned
        return Scanned(not behind.isspace(), not before.isspace(), scanned.length)


def _cut(marks: Sequence[_Mark], length: int) -> list[_Mark]:
    """The marks of a text that has lost the blanks at its end."""
    kept: list[_Mark] = []
    for text, start, end in marks:
        if length <= 0:
            break
        kept.append((text, start, end) if len(text) <= length else (text[:length], start, start + length))
        length -= len(text)
    return kept


def _note(state: _State, start: int, tokens: int, pending: int) -> None:
    """Tell the place of what was made since `start`: of the tokens from number `tokens` on, and of what is pending."""
    made = [token for token in state.tokens[tokens:] if not token.meta]
    if len(state.tokens) == tokens and len(state.pending) > pending:
        state.marks.append((state.pending[pending:], start, state.pos))
        return
    if not state.pending:
        state.marks = []  # blanks before the end of a line
    at = start
    for token in made:
        token.meta = {"at": (start, state.pos)}
        if token.type == "text":  # marks of emphasis, one a token
            token.meta["marks"] = [(token.content, at, at + len(token.content))]
            at += len(token.content)
        elif token.type == "text_special":
            token.meta["marks"] = [(token.content, start, state.pos)]


def footnote_mark(state: StateInline, silent: bool) -> bool:
    """A rule for inlines: the mark of a footnote is no text."""
    if state.src[state.pos] != "[":
        return False
    mark = compiled(_FOOTNOTE).match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = mark.end() if _opens_line(state.src, state.pos) else mark.start("colon")
    return True


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def guarded(rule: Any, brackets: int) -> Any:
    """A rule that begins with a bracket behind `brackets` characters, asked only where a link may begin."""

    def ask(state: StateInline, silent: bool) -> bool:
        links = state.links if isinstance(state, _State) else None
        if links is not None and not links.get(state.pos + brackets, False):
            return False
        asked: bool = rule(state, silent)
        return asked

    return ask
