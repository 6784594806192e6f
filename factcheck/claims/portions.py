"""Parts that a text sets side by side without saying that they are all: 其中A…、B…, including, and shares of one whole."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.outline import Outline
from factcheck.claims.segments import figures_in, same_unit, segment_bounds, stretch_end
from factcheck.claims.words import word_list
from factcheck.language.relations import Relations
from factcheck.model.document import Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Portions
from factcheck.patterns import compiled

# Rates, ranks, ages and spans of time have no parts.
NO_PARTS = frozenset(
    {"percent", "permille", "point", "basis-point", "times", "index", "score", "age", "months", "time", "share"}
)

# Changes, comparisons, means and balances are no parts, and neither is what stands in a question of which is open.
_OTHER = frozenset("UDCAKFTRLQJ")

# A list of more parts is a table in prose, and which of them are parts of parts is anyone's guess.
_MOST = 12

# Shares of one whole, each told by itself, and by one word for all.
_LABEL = "[^#,;:.、SUDCPAR]{1,4}"
_SHARES = (
    rf"{_LABEL}SI?#(?:[,;、&]{{1,2}}{_LABEL}SI?#)+(?=[,;.)]|$)",  # 满意的占62%，基本满意的占30%，不满意的占10%
    rf"P,?{_LABEL}SI?#[,;、&]{{1,2}}{_LABEL}SI?#(?=[,;.)]|$)",  # 其中风电占60%，光伏占40%
    r"(?:S[^#,;:.]{0,2}K|K[^#,;:.]{0,2}S)I?#(?:、&?#|&#)*",  # 分别占39.9%、25.8%、27.1%和7.1%
    rf"(?:(?<=[,;.])|^)#{_LABEL}(?:[,;、&]{{1,2}}#{_LABEL})+(?=[,;.)]|$)",  # 48% chose price, 29% taste and 22% pressure
)

# Fewer are no list of them.
_FEWEST = 3


def portions_in(outline: Outline, before: Outline | None, document: Document, words: Relations) -> Iterator[Portions]:
    """The parts that a sentence sets side by side, with their whole; `before` is the sentence before it."""
    for lead in compiled("P").finditer(outline.shape):
        end = stretch_end(outline.shape, lead.end(), ".P)")
        segments = list(segment_bounds(outline.shape, lead.end(), end))
        if _overlap(outline.text(document, lead.end(), end), words):
            continue
        for whole in _wholes(outline, before, lead.start()):
            parts = _parts(outline, segments, whole, spaced=words.spaced)
            if 2 <= len(parts) <= _MOST:
                yield Portions(tuple(parts), whole)
    yield from _shares(outline, document, words)


def _wholes(outline: Outline, before: Outline | None, lead: int) -> Iterator[Quantity]:
    """For each unit, the one level that the parts behind `lead` can be parts of.

    It is the nearest before them in their own sentence, where no change and no mean leads to it; where they open it, the only
    one of its unit in the sentence before.
    """
    seen: list[Quantity] = []
    for source, end in ((outline, lead), (before, None)):
        if source is None or (source is before and (seen or lead > 1)):
            continue
        places = [at for at in source.figures if end is None or at < end]
        for at in reversed(places):
            figure = source.figures[at]
            if figure.dimension in NO_PARTS or any(same_unit(figure, other) for other in seen):
                continue
            if source is before and sum(same_unit(figure, source.figures[other]) for other in places) > 1:
                continue
            if not set("UDCA") & set(source.shape[max(0, at - 2) : at]):
                seen.append(figure)
                yield figure


def _parts(outline: Outline, segments: list[tuple[int, int]], whole: Quantity, *, spaced: bool) -> list[Quantity]:
    """The figures of the list in the whole's unit, up to the first segment that holds one and is no mere “A 3个”."""
    parts: list[Quantity] = []
    for start, end in segments:
        own = [at for at in figures_in(outline, start, end) if same_unit(outline.figures[at], whole)]
        if not own:
            continue
        led, behind = outline.shape[start : own[0]], outline.shape[own[0] + 1 : end]
        if len(own) > 1 or _OTHER & set(led) or "#" in led or (not spaced and behind.rstrip("x") and behind[0] != "("):
            break
        parts.append(outline.figures[own[0]])
    return parts


def _overlap(text: str, words: Relations) -> bool:
    """Whether parts are told by qualities of which one thing may have several: women, party members, listed companies."""
    return word_list(words.overlapping, words.spaced).within(text.lower())


def _shares(outline: Outline, document: Document, words: Relations) -> Iterator[Portions]:
    """Shares that a sentence lists one by one."""
    for way in _SHARES:
        for match in compiled(way).finditer(outline.shape):
            shares = tuple(outline.figures[at] for at in range(*match.span()) if at in outline.figures)
            alike = all(
                share.dimension == "percent" and share.form == "exact" and share.hedge is None for share in shares
            )
            text = outline.text(document, match.start(), match.end())
            if alike and (len(shares) >= _FEWEST or match[0][0] == "P") and not _overlap(text, words):
                yield Portions(shares)
