"""Glyphs to runs, and runs to lines.

A run is what stands close together on one baseline. Runs are what columns and tables are told by; those that share a baseline
in one column are a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from factcheck.reading.pdf.characters import is_wide, lowered, raised
from factcheck.reading.pdf.geometry import Box, around
from factcheck.reading.pdf.pages import Glyph

# In parts of the font size: what parts two runs, what is a blank between words, and what is one beside a Chinese character.
# Layout by itself sets a quarter between Chinese and Latin script (W3C, Requirements for Chinese Text Layout, 3.2.2), and
# somewhat more in lines that it justifies.
RUN_GAP = 0.8
_STRETCHED_GAP = 4.0
WORD_GAP = 0.17
_WIDE_GAP = 0.45
_CHINESE_GAP = 0.2

# Below this part of its neighbours' size, off their baseline by that part, a digit is raised or lowered.
_SMALL = 0.8
_OFF = 0.12


class Run(Struct, frozen=True):
    """Glyphs side by side. Its box is as high as the letters are, so that lines set close don't touch."""

    glyphs: tuple[Glyph, ...]
    box: Box
    base: float
    size: float

    @property
    def text(self) -> str:
        return "".join(f"{glyph.blank}{glyph.char}" for glyph in self.glyphs).strip()


class Line(Struct, frozen=True):
    """Runs of one baseline, with all gaps told: each glyph's `blank` is what a reader sees before it."""

    glyphs: tuple[Glyph, ...]
    box: Box
    base: float
    size: float
    style: str
    text: str


def runs_of(glyphs: Sequence[Glyph]) -> list[Run]:
    """The runs of glyphs, which come in the order of the page's content."""
    runs: list[Run] = []
    open_run: list[Glyph] = []
    for glyph in glyphs:
        if open_run and _follows(glyph, open_run):
            if not _is_drawn_again(glyph, open_run):
                open_run.append(glyph)
            continue
        if open_run:
            runs.append(_run(open_run))
        open_run = [glyph]
    if open_run:
        runs.append(_run(open_run))
    return _once(runs)


def _follows(glyph: Glyph, run: list[Glyph]) -> bool:
    last = run[-1]
    size = max(glyph.size, last.size)
    if _is_drawn_again(glyph, run):
        return True
    near = -1.1 * size if glyph.box.left == last.box.left else -0.5 * size  # the letters of a ligature share its place
    # A blank that is drawn together with both its neighbours is one of a justified line, however wide.
    far = _STRETCHED_GAP if glyph.blank == " " and glyph.drawn == last.drawn else RUN_GAP
    return abs(glyph.base - last.base) <= 0.45 * size and near <= glyph.box.left - last.box.right <= far * size


def _is_drawn_again(glyph: Glyph, run: list[Glyph]) -> bool:
    """Whether a glyph stands where the same one stands already: bold type is made so where a font has none."""
    last = run[-1]
    return glyph.char == last.char and glyph.box.left != last.box.left and _is_same_place(glyph, last)


def _is_same_place(one: Glyph, other: Glyph) -> bool:
    near = 0.15 * one.size
    return abs(one.box.left - other.box.left) <= near and abs(one.base - other.base) <= near


def _run(glyphs: list[Glyph]) -> Run:
    size = max(glyph.size for glyph in glyphs)
    base = next(glyph.base for glyph in glyphs if glyph.size == size)
    box = around(glyph.box for glyph in glyphs)
    return Run(tuple(glyphs), Box(box.left, base - 0.8 * size, box.right, base + 0.1 * size), base, size)


def _once(runs: list[Run]) -> list[Run]:
    """The runs without those that were drawn twice at the same place."""
    kept: list[Run] = []
    seen: dict[tuple[str, int], list[Run]] = {}
    for run in runs:
        key = (run.text, round(run.size))
        alike = seen.setdefault(key, [])
        if not any(_is_same_place(run.glyphs[0], other.glyphs[0]) for other in alike[-8:]):
            alike.append(run)
            kept.append(run)
    return kept


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The lines that the runs of one column make, from the top."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.base, run.box.left)):
        if rows and _share_a_line(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [line_of(row) for row in rows]


def _share_a_line(row: list[Run], run: Run) -> bool:
    other = max(row, key=lambda run: run.size)
    common = min(other.box.bottom, run.box.bottom) - max(other.box.top, run.box.top)
    return common > 0.5 * min(other.box.height, run.box.height)


def line_of(runs: Sequence[Run]) -> Line:
    """The line that runs on one baseline make."""
    glyphs = sorted((glyph for run in runs for glyph in run.glyphs), key=lambda glyph: glyph.box.left)
    size = median(sorted(glyph.size for glyph in glyphs)[-max(1, len(glyphs) // 2) :])
    base = median(glyph.base for glyph in glyphs if glyph.size >= _SMALL * size)
    spread = _spread(glyphs)
    told: list[Glyph] = []
    for glyph in glyphs:
        char = _char(glyph, size, base)
        blank = _blank(told[-1], glyph, size, spread) if told else ""
        told.append(Glyph(char, glyph.box, glyph.base, glyph.size, glyph.style, blank, glyph.drawn))
    box = around(run.box for run in runs)
    return Line(tuple(told), box, base, size, _style(told), "".join(glyph.blank + glyph.char for glyph in told))


def _char(glyph: Glyph, size: float, base: float) -> str:
    if glyph.size > _SMALL * size or not glyph.char.isdecimal():
        return glyph.char
    if base - glyph.base > _OFF * size:
        return raised(glyph.char)
    return lowered(glyph.char) if glyph.base - base > _OFF * size else glyph.char


def _spread(glyphs: Sequence[Glyph]) -> float:
    """How far a line is justified: the usual gap between its Chinese characters."""
    gaps = [
        other.box.left - one.box.right for one, other in pairwise(glyphs) if is_wide(one.char) and is_wide(other.char)
    ]
    return max(median(gaps), 0.0) if gaps else 0.0


def _blank(before: Glyph, glyph: Glyph, size: float, spread: float) -> str:
    """What a reader sees between two glyphs of a line: what was written there, or a gap that is a blank."""
    gap = (glyph.box.left - before.box.right) / size
    wide, other = is_wide(before.char), is_wide(glyph.char)
    if glyph.blank and gap > -0.3:
        full = glyph.blank.count("\u3000")
        return "\u3000" * full if full else " "
    if wide and other:
        return " " if gap > _CHINESE_GAP + spread / size else ""
    return " " if gap > (_WIDE_GAP if wide or other else WORD_GAP) else ""


def _style(glyphs: Sequence[Glyph]) -> str:
    """The font of the whole line; "" where it has several."""
    styles = {glyph.style for glyph in glyphs}
    return styles.pop() if len(styles) == 1 else ""


def is_bold(style: str) -> bool:
    """Whether a font is bold by its own name; how thick it is drawn says little across fonts."""
    name = style.lower()
    return any(word in name for word in ("bold", "black", "heavy", "simhei", "-demi"))


def common_size(lines: Iterable[Line]) -> float:
    """The size that most of a text is set in; 0 of no text."""
    weights: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], size)) if weights else 0.0


def common_leading(lines: Sequence[Line]) -> float:
    """The distance of baselines inside paragraphs: the least that is usual. 0 where no two lines follow each other."""
    steps = sorted(
        second.base - first.base
        for first, second in pairwise(lines)
        if 0.8 * first.size < second.base - first.base < 3 * first.size
    )
    if not steps:
        return 0.0
    # The first distance that a sixth of all share: paragraphs may be short, and stand further apart than lines.
    best = steps[0]
    for step in steps:
        inside = bisect_left(steps, step * 1.06) - bisect_left(steps, step)
        if inside * 6 >= len(steps):
            return step
    return best
