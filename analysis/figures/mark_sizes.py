"""How large marks are, in pixels: the same on every chart, whatever its scale."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """The measures of a set of marks.

    ``base`` is the flat foot of an open bound, ``arrow`` all that stands on it, ``head`` its tip;
    ``bar`` is a range's width across; ``dash`` stands before a mark dated by its printing.
    """

    dot: float
    base: float
    arrow: float
    head: float
    bar: float
    stroke: float
    dash: float


FULL = Sizes(dot=10, base=14, arrow=18, head=8, bar=8, stroke=2.4, dash=7)
# For narrow panels with many marks.
SMALL = Sizes(dot=8, base=11, arrow=15, head=7, bar=6, stroke=2, dash=5)
