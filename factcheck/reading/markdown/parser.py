"""markdown-it, set up for press drafts, and the contents of its blocks with their places.

What differs from CommonMark: text behind four blanks is an indented paragraph, not code; footnotes are known; `[注]: 说明` is
text, unless what follows can be an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from factcheck.model.message import say
from factcheck.patterns import compiled
from factcheck.reading.errors import ReadingError
from factcheck.reading.markdown.inline import Content, PlacedInline, footnote_mark, guarded
from factcheck.reading.markdown.source import Source

# Deeper than any draft goes, and within what the parser's recursion may take.
DEEPEST = 80

# The rules of blocks that hold text.
_WITH_TEXT = ("table", "heading", "lheading", "paragraph", "html_block")

# Brackets and what follows them on the line, where that is no address.
_NO_ADDRESS = r"\[(?:\^|[^\]]*\]:[^\n]*[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])"


def parsed(source: Source, path: str) -> tuple[MarkdownIt, list[Token], dict[str, Any]]:
    """The parser, the tokens of the blocks, and what is known of references. Raises ReadingError for blocks nested too deep."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable("table").disable("code")
    parser.block.tokenize = _bounded(parser.block, path)  # type: ignore[method-assign]
    for name in _WITH_TEXT:
        _watch(parser, name)
    _watch_references(parser)
    parser.inline = PlacedInline()
    parser.inline.ruler2.disable("fragments_join")
    for name, brackets in (("link", 0), ("image", 1)):
        parser.inline.ruler.at(name, guarded(_rule(parser.inline, name), brackets))
    parser.inline.ruler.before("link", "footnote_mark", footnote_mark)
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.block.parse(source.text, parser, env, tokens)
    return parser, tokens, env


def contents(token: Token, markup: str, source: Source) -> Content:
    """The content of a block's inline token; `markup` is that of the block."""
    lines = dropwhile(lambda line: not mdTrim(source.text[slice(*line)]), token.meta["lines"])
    starts, places = [], []
    at = 0
    texts = token.content.split("\n")
    for number, (text, (start, end)) in enumerate(zip(texts, lines, strict=False)):
        whole = source.text[start:end]
        if number == 0 and markup.startswith("#"):
            place = start + whole.index(text, len(markup)) if text else start
        elif number in (0, len(texts) - 1):  # its margins may be gone, or tabs be blanks
            bare = text.lstrip(" \t")
            place = start + whole.rindex(bare) - (len(text) - len(bare))
        else:
            place = end - len(text)
        starts.append(at)
        places.append(source.place(start) + place - start)
        at += len(text) + 1
    return Content(token.content, tuple(starts), tuple(places))


def cells(tokens: Sequence[Token], source: Source) -> Iterator[Content]:
    """The contents of the cells of one row, whose inline tokens these are. Those that the row leaves out are empty."""
    (start, end) = tokens[0].meta["lines"][0]
    line = source.text[start:end]
    bare = mdTrim(line)
    at = start + line.index(bare)
    splits = list(_splits(bare))
    if len(splits) > 1 and not bare[slice(*splits[0])]:
        splits.pop(0)
    for number, token in enumerate(tokens):
        if number < len(splits) and token.content:
            first, last = splits[number]
            yield _cell(token.content, bare[first:last], source.place(at + first))
        else:
            yield Content("", (0,), (source.place(end - 1) + 1,))


def _splits(line: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end: a bar parts two, unless a backslash stands before it."""
    start = 0
    for bar in compiled(r"\|").finditer(line):
        if line[bar.start() - 1 : bar.start()] != "\\":
            yield start, bar.start()
            start = bar.end()
    yield start, len(line)


def _cell(content: str, raw: str, place: int) -> Content:
    r"""The content of a cell, where \| has become |."""
    starts, places = [0], [place + raw.index(content[0])]
    at, last = 0, raw.index(content[0])
    for bar in compiled(r"\\\|").finditer(raw, last):
        at += bar.start() - last
        starts.append(at)
        places.append(place + bar.start() + 1)
        last = bar.start() + 1
    return Content(content, tuple(starts), tuple(places))


def _rule(ruled: Any, name: str) -> Any:
    """The rule of that name; markdown-it has no public way to it."""
    return next(rule.fn for rule in ruled.ruler.__rules__ if rule.name == name)


def _watch(parser: MarkdownIt, name: str) -> None:
    """Have the inline tokens of a rule tell where the lines of their content begin and end in the parsed text."""
    rule = next(rule for rule in parser.block.ruler.__rules__ if rule.name == name)
    inner = rule.fn

    def watched(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        matched: bool = inner(state, start, end, silent)
        for token in state.tokens[before:]:
            if token.type in ("inline", "html_block") and token.map and "lines" not in token.meta:
                lines = range(*token.map)
                token.meta["lines"] = [(state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in lines]
        return matched

    parser.block.ruler.at(name, watched, {"alt": rule.alt})


def _watch_references(parser: MarkdownIt) -> None:
    inner = _rule(parser.block, "reference")

    def watched(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if compiled(_NO_ADDRESS).match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start]):
            return False
        matched: bool = inner(state, start, end, silent)
        return matched

    parser.block.ruler.at("reference", watched)


def _bounded(block: ParserBlock, path: str) -> Any:
    """The parser of blocks, which else leaves out what is nested too deep."""
    inner = block.tokenize

    def tokenize(state: StateBlock, start: int, end: int) -> None:
        if state.level >= DEEPEST:
            said = say("blocks are nested more than {levels} levels deep", levels=DEEPEST)
            raise ReadingError(path, said, say("is it Markdown? save a plain text as .txt"))
        inner(state, start, end)

    return tokenize
