"""Where a panel lies in its figure, and how its values become pixels.

Marks are dodged and labels placed in pixels, and drawn in the units of the axes; both go through
here. Pixels count from the panel's left and from its top.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

import numpy as np
from numpy.typing import ArrayLike, NDArray

Pixels = NDArray[np.float64]

NICE_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Scale:
    """An axis: the values at its two ends, its length in pixels, and whether it is logarithmic.

    Dates count in milliseconds since 1970. ``flipped`` marks an axis whose pixels run against its
    values, as every upright one does.
    """

    first: float
    last: float
    length: float
    log: bool = False
    flipped: bool = False

    def px(self, values: ArrayLike) -> Pixels:
        """Turn values into pixels."""
        ends = self._bend(np.array([self.first, self.last], dtype=float))
        share = (self._bend(np.asarray(values, dtype=float)) - ends[0]) / (ends[1] - ends[0])
        return np.asarray((1 - share if self.flipped else share) * self.length)

    def value(self, px: ArrayLike) -> Pixels:
        """Turn pixels back into values."""
        share = np.asarray(px, dtype=float) / self.length
        share = 1 - share if self.flipped else share
        ends = self._bend(np.array([self.first, self.last], dtype=float))
        bent = ends[0] + share * (ends[1] - ends[0])
        return np.asarray(10**bent if self.log else bent)

    def per_pixel(self) -> float:
        """Tell how many units of a linear axis stand in one pixel."""
        return (self.last - self.first) / self.length

    def plotly_value(self, value: float) -> float:
        """Give a value as an annotation wants it: an exponent where the axis is logarithmic."""
        return log10(value) if self.log else value

    def plotly_range(self) -> list[float]:
        """Give the range as Plotly wants it: exponents where the axis is logarithmic."""
        return [float(end) for end in self._bend(np.array([self.first, self.last]))]

    def _bend(self, values: Pixels) -> Pixels:
        if not self.log:
            return values
        return np.asarray(np.log10(np.maximum(values, self.first / 10)))


@dataclass(frozen=True)
class Panel:
    """A rectangle with two axes: ``x`` and ``y`` scales, and the names that Plotly knows them by.

    ``upright``: values run upwards and ``x`` is time; otherwise values run to the right.
    """

    x: Scale
    y: Scale
    number: int = 1
    upright: bool = True

    @property
    def suffix(self) -> str:
        """The number in the axes' names; empty for the first pair, as Plotly has it."""
        return "" if self.number == 1 else str(self.number)

    @property
    def axes(self) -> dict[str, str]:
        """The names of the axes, as a trace or a shape refers to them."""
        return {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"}

    @property
    def value_scale(self) -> Scale:
        """The axis on which the numbers stand."""
        return self.y if self.upright else self.x

    @property
    def other_scale(self) -> Scale:
        """The axis across: days, or rows."""
        return self.x if self.upright else self.y


def nice_step(reach: float, about: int) -> float:
    """Choose a round step that cuts ``reach`` into about so many pieces.

    >>> nice_step(11000, 5), nice_step(430, 4)
    (2000.0, 100.0)
    """
    rough = reach / about
    power = 10 ** floor(log10(rough))
    steps = [step * power for step in NICE_STEPS]
    return float(min(steps, key=lambda step: abs(log10(step / rough))))


def ticks_from_zero(reach: float, about: int) -> list[float]:
    """Give round tick values from 0 to the last one within ``reach``; whole numbers only."""
    step = max(nice_step(reach, about), 1.0)
    step = float(ceil(step))
    return [step * i for i in range(floor(reach / step + 1e-9) + 1)]


def log_ticks(first: float, last: float) -> list[float]:
    """Give the ticks 1, 2, 5, 10 … that lie within a logarithmic axis; tens only, where many."""
    decades = range(floor(log10(first)), ceil(log10(last)) + 1)
    within = [m * 10.0**d for d in decades for m in (1, 2, 5) if first <= m * 10.0**d <= last]
    return within if len(within) <= 7 else [t for t in within if log10(t).is_integer()]


def thinned(positions: Sequence[float], gap: float) -> list[bool]:
    """Tell which of the sorted positions to keep so that kept ones stand ``gap`` pixels apart."""
    if not positions:
        return []
    if all(b - a >= gap for a, b in pairwise(positions)):
        return [True] * len(positions)
    keep, last = [], -float("inf")
    for position in positions:
        keep.append(position - last >= gap)
        last = position if keep[-1] else last
    return keep
