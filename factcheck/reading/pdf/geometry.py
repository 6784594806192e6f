"""Boxes, and the page as it is turned: plain geometry in points (1/72 inch) from the upper left corner of what is looked at.

Floats serve here: they are places on paper, no figures of a draft.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Box(Struct, frozen=True, gc=False):
    """A rectangle: left, top, right, bottom; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; there is at least one."""
    kept = list(boxes)
    if len(kept) == 1:
        return kept[0]
    return Box(
        min(box.left for box in kept),
        min(box.top for box in kept),
        max(box.right for box in kept),
        max(box.bottom for box in kept),
    )


class Frame(Struct, frozen=True):
    """A page seen upright after `quarter` clockwise quarter turns. The other fields are its visible box in PDF's own space."""

    left: float
    bottom: float
    right: float
    top: float
    quarter: int

    @property
    def size(self) -> tuple[float, float]:
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.quarter % 2 else (wide, high)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF's space, as seen in this frame."""
        if self.quarter == 1:
            return y - self.bottom, x - self.left
        if self.quarter == 2:
            return self.right - x, y - self.bottom
        if self.quarter == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of PDF's space, as seen in this frame."""
        if self.quarter == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        (x0, y0), (x1, y1) = self.place(left, bottom), self.place(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def seen_in(self, other: Frame, box: Box) -> Box:
        """A box of this frame as it is seen in another frame of the same page."""
        if other.quarter == self.quarter:
            return box
        (x0, y0), (x1, y1) = self._back(box.left, box.top), self._back(box.right, box.bottom)
        return other.box(x0, y0, x1, y1)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.quarter == 1:
            return y + self.left, x + self.bottom
        if self.quarter == 2:
            return self.right - x, y + self.bottom
        if self.quarter == 3:
            return self.right - y, self.top - x
        return x + self.left, self.top - y
