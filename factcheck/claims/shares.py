"""Shares and ratios as a text states them: a part, its whole, and what part of it that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims.outline import Outline
from factcheck.claims.portions import NO_PARTS
from factcheck.claims.segments import addable, figures_in, same_unit
from factcheck.claims.words import word_list
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.relation import Proportion, Share
from factcheck.patterns import compiled

_SHARE = r"[,(]?(?:I?S[IWG]{0,3}|OS?|xG)"
_WAYS = (
    # 120万平方米, 其中90万平方米, 占75%; 86 trams, of which 43 are electric, or 50 %
    rf"(?P<whole>#)[^#;:.]{{0,4}}[,(]P[^#;:.,、]{{0,3}}(?P<part>#)[^#;:.,、]{{0,3}}{_SHARE}(?P<share>#)",
    # Of the 640 homes, 160 are for rent, or 25 %; of 350 invited 321 came, a turnout of 91.7 %
    r"(?:^|[.,;])&?G(?P<whole>#)[^#;:.]{0,8}?,(?P<part>#)[^#;:.]{0,5}[,(](?:O|IO|xG)?(?P<share>#)",
    # 160 of the 640 homes, or 25 %
    r"(?P<part>#)x?G(?P<whole>#)x?[,(](?:OS?)?(?P<share>#)",
    # 160, or 25 % of the 640; 160, accounting for 25 % of the 640
    r"(?P<part>#)[^#;:.,]{0,3}[,(]?(?:O|S)(?P<share>#)G(?P<whole>#)",
    # 4170辆, 占公交车总数4820辆的86.5%; 86亿元, 完成年度计划80亿元的107.5%; 4.6亿, 是2015年1.2亿的3.8倍
    r"(?P<part>#)x?[,(]?(?:S|I|O)[^#,;:.UDCP]{0,4}(?P<whole>#)G(?P<share>#)",
)
# 在4820辆公交车中, 新能源车4170辆, 占86.5%: the whole stands in a frame of its own.
_FRAMED = r"(?:(?<=[.,;])|^)(?P<frame>x)(?P<whole>#)(?P<close>x),?x?(?P<part>#)x?,S(?P<share>#)"
# 82.6万亩, 占耕地面积的70%: of what the words name, whose figure stands before.
_NAMED = r"(?P<part>#)x?[,(]?S(?P<of>x)W?G(?P<share>#)"
# 应到350人, 实到321人, 出席率91.7%: the name of the ratio of the two figures before it.
_CALLED = r"(?P<one>#)[^#:.UDCP]{0,8}(?P<two>#)[^#;:.UDCP]{0,3}[UD]?[,(](?P<name>x)I?G?I?(?P<share>#)"
# 41.2万公里, 约占35%: beside another such pair, they speak of one whole.
_PAIR = r"(?P<part>#)x?[,(]?S(?P<of>x?)(?:W?G)?(?P<share>#)"

# Words at the end of a whole's name that its own figure may leave out.
_MEASURES = ("总面积", "面积", "总数", "总量", "总额", "数量", "人数", "总人口")


def shares_in(outline: Outline, document: Document, words: Relations) -> Iterator[Share]:
    """The shares that a sentence gives together with the part and its whole, each once."""
    if outline.shape.count("#") < 3:
        return
    read: set[int] = set()
    for share in (
        *_stated(outline),
        *_framed(outline, document, words),
        *_named(outline, document),
        *_called(outline, document, words),
    ):
        if share.share.start not in read:
            read.add(share.share.start)
            yield share


def _stated(outline: Outline) -> Iterator[Share]:
    for way in _WAYS:
        for match in compiled(way).finditer(outline.shape):
            part, whole, share = (outline.figures[match.start(name)] for name in ("part", "whole", "share"))
            if share.dimension in ("percent", "times") and addable(part, whole) and part.dimension not in NO_PARTS:
                yield Share(part, whole, share)


def _framed(outline: Outline, document: Document, words: Relations) -> Iterator[Share]:
    for match in compiled(_FRAMED).finditer(outline.shape) if words.frame else ():
        opens, closes = (outline.text(document, *match.span(name)) for name in ("frame", "close"))
        part, whole, share = (outline.figures[match.start(name)] for name in ("part", "whole", "share"))
        framed = opens.endswith(words.frame[0]) and closes.endswith(words.frame[1])
        if framed and share.dimension == "percent" and same_unit(part, whole):
            yield Share(part, whole, share)


def _named(outline: Outline, document: Document) -> Iterator[Share]:
    for match in compiled(_NAMED).finditer(outline.shape):
        part, share = outline.figures[match.start("part")], outline.figures[match.start("share")]
        name = _bare(outline.text(document, *match.span("of")))
        wholes = [
            outline.figures[at]
            for at in figures_in(outline, 0, match.start())
            if same_unit(outline.figures[at], part) and _is_called(outline, document, at, name)
        ]
        if len(name) > 1 and len(wholes) == 1 and share.dimension == "percent" and part.dimension not in NO_PARTS:
            yield Share(part, wholes[0], share)


def _is_called(outline: Outline, document: Document, place: int, name: str) -> bool:
    """Whether the words right before a figure are a name, or end in it."""
    label = _bare(outline.text(document, place - 1, place)) if place and outline.shape[place - 1] == "x" else ""
    return len(label) > 1 and (label.endswith(name) or name.endswith(label))


def _bare(name: str) -> str:
    return next((name.removesuffix(measure) for measure in _MEASURES if name.endswith(measure)), name)


def _called(outline: Outline, document: Document, words: Relations) -> Iterator[Share]:
    for match in compiled(_CALLED).finditer(outline.shape):
        one, two, share = (outline.figures[match.start(name)] for name in ("one", "two", "share"))
        name = outline.text(document, *match.span("name")).lower()
        if not word_list(words.ratios, words.spaced).within(name) or share.dimension != "percent":
            continue
        whole, part = (one, two) if one.base_low >= two.base_low else (two, one)
        if same_unit(one, two) and one.dimension not in NO_PARTS:
            yield Share(part, whole, share)


def proportions_in(outline: Outline, document: Document) -> Iterator[Proportion]:
    """Neighbouring parts of a sentence that are each given with their share of one whole."""
    pairs = tuple(compiled(_PAIR).finditer(outline.shape))
    for one, two in pairwise(pairs):
        of = {outline.text(document, *match.span("of")) for match in (one, two)}
        figures = [outline.figures[match.start(name)] for match in (one, two) for name in ("part", "share")]
        shares = all(share.dimension == "percent" for share in figures[1::2])
        between = outline.shape[one.end() : two.start()]
        if len(of) == 1 and shares and same_unit(figures[0], figures[2]) and not set("#P.") & set(between):
            yield Proportion(*figures)
