"""Plots as SVG inside the page: text, lines and marks, and nothing from elsewhere.

Each says by words and shapes what colour repeats, and has a name for whoever hears the page instead of seeing it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.archive.report.figures import Contradiction, Month, Said
from factcheck.archive.report.words import share
from factcheck.reporting.html.markup import line

# Units of the drawing; the page scales it to its width.
WIDTH = 720
_LEFT, _RIGHT = 130, 40
_INNER = WIDTH - _LEFT - _RIGHT

_HEIGHT = 160  # of the bars of months
_FOOT = 22  # for the words below them
_MOST_LABELS = 12
_ROW = 22  # of a value's line
_LARGEST = 8  # radius of a mark
_PLACES = 120  # marks on a line


def months(listed: Sequence[Month], name: str) -> str:
    """A bar for each month: the share of the claims bound to a fact that are wrong."""
    shares = [month.mismatches / month.bound if month.bound else 0.0 for month in listed]
    top = max(shares, default=0.0) or 1.0
    step = _INNER / max(1, len(listed))
    every = -(-len(listed) // _MOST_LABELS)
    return _svg(_HEIGHT + _FOOT + 10, name, _bars(listed, [each / top for each in shares], step, every, top))


def _bars(listed: Sequence[Month], heights: Sequence[float], step: float, every: int, top: float) -> Iterator[str]:
    yield _label(_LEFT - 8, 14, f"{100 * top:.1f}%", "end")
    yield _label(_LEFT - 8, _HEIGHT, "0", "end")
    yield f'<line x1="{_LEFT}" x2="{_LEFT + _INNER}" y1="{_HEIGHT}" y2="{_HEIGHT}" class="axis"/>'
    for at, (month, height) in enumerate(zip(listed, heights, strict=True)):
        left, tall = _LEFT + at * step, height * (_HEIGHT - 8)
        told = line(f"{month.month}: {month.mismatches}/{month.bound} = {share(month.mismatches, month.bound) or '–'}")
        yield (
            f'<rect x="{left + step * 0.1:.1f}" y="{_HEIGHT - tall:.1f}" width="{step * 0.8:.1f}" height="{tall:.1f}" '
            f'class="bar"><title>{told}</title></rect>'
        )
        if at % every == 0:
            yield _label(left + step / 2, _HEIGHT + 16, month.month or "", "middle")


def course(contradiction: Contradiction, name: str) -> str:
    """A line for each value, with a mark on each day on which documents say so: as large as they are many."""
    span = contradiction.span
    if span is None:
        return ""
    first, last = span
    return _svg(_ROW * len(contradiction.values) + _FOOT, name, _lines(contradiction.values, first, last))


def _lines(values: Sequence[Said], first: date, last: date) -> Iterator[str]:
    marks = [_gathered(said.days, first, last) for said in values]
    most = max(number for row in marks for _, _, number in row)
    for at, (said, row) in enumerate(zip(values, marks, strict=True)):
        y = at * _ROW + _ROW / 2
        yield _label(_LEFT - 8, y + 4, _short(said.text), "end")
        yield f'<line x1="{_LEFT}" x2="{_LEFT + _INNER}" y1="{y:.1f}" y2="{y:.1f}" class="axis"/>'
        for day, place, number in row:
            x, size = _LEFT + place * _INNER, max(2.5, _LARGEST * (number / most) ** 0.5)
            yield _mark(x, y, size, said, f"{day}: {said.text} ×{number}")
    foot = _ROW * len(values) + 14
    yield _label(_LEFT, foot, str(first), "start" if first < last else "middle")
    if first < last:
        yield _label(_LEFT + _INNER, foot, str(last), "end")


def _gathered(days: Sequence[tuple[date, int]], first: date, last: date) -> list[tuple[date, float, int]]:
    """At most so many marks as a line has places: a day, its place between 0 and 1, and how many documents."""
    whole = max(1, (last - first).days)
    found: dict[int, int] = {}
    for day, number in days:
        place = (day - first).days * _PLACES // whole if whole > _PLACES else (day - first).days
        found[place] = found.get(place, 0) + number
    scale = whole / _PLACES if whole > _PLACES else 1
    return [
        (first + timedelta(days=int(place * scale)), min(1.0, place * scale / whole), number)
        for place, number in found.items()
    ]


def _mark(x: float, y: float, size: float, said: Said, told: str) -> str:
    """A disc for what agrees, a diamond for what does not, a ring for what is disputed."""
    title = f"<title>{line(told)}</title>"
    if said.stands == "wrong":
        corners = f"{x:.1f},{y - size:.1f} {x + size:.1f},{y:.1f} {x:.1f},{y + size:.1f} {x - size:.1f},{y:.1f}"
        return f'<polygon points="{corners}" class="wrong">{title}</polygon>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" class="{said.stands}">{title}</circle>'


def _label(x: float, y: float, said: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{line(said)}</text>'


def _short(said: str) -> str:
    return said if len(said) <= 14 else f"{said[:13]}…"


def _svg(height: float, name: str, inside: Iterator[str]) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{line(name)}">{"".join(inside)}</svg>'
