"""Places on a page, in points from the lower left corner of the page as it is shown."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """The bounds of something on a page."""

    left: float
    bottom: float
    right: float
    top: float


class Turn(NamedTuple):
    """How a page is turned before it is shown: quarters clockwise, and its size as shown."""

    quarters: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page as it is stored is shown."""
        if self.quarters == 1:
            return y, self.height - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        return (self.width - y, x) if self.quarters == 3 else (x, y)

    def box(self, box: Box) -> Box:
        """Where a box of the page as it is stored is shown."""
        (one, two), (three, four) = self.point(box.left, box.bottom), self.point(box.right, box.top)
        return Box(min(one, three), min(two, four), max(one, three), max(two, four))
