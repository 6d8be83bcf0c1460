"""Arithmetic on hedged numbers: an interval whose ends may be open, and a hedge.

"More than 3,000" has no upper end, "up to 4,000" no lower one, and "about 300" is one number that
its source did not mean exactly. Sums, ratios and comparisons keep all three: an end is in a result
only if it follows from ends that were stated (zero is not taken for a stated floor), a hedge on
any input is a hedge on the result, and nothing is ever read as its midpoint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, isnan, nan

import numpy as np
from numpy.typing import NDArray

from analysis.codebook import CEILINGS, FLOORS, Bound, number_text

# "About" comes without a margin. Two figures are called certainly different only where they stay
# apart when each hedged end is moved by this share of itself; it serves no other purpose.
ABOUT_MARGIN = 0.1


class Comparison(StrEnum):
    """How one hedged number lies to another."""

    ABOVE = "certainly above"
    BELOW = "certainly below"
    OVERLAP = "not certainly different"


@dataclass(frozen=True)
class Bounded:
    """A non-negative quantity known to lie between two ends, either of which may be open (None).

    ``low_strict`` and ``high_strict`` tell "more than" from "at least" and "less than" from
    "up to". ``hedged`` is set where a source said "about" or used a word of number.
    """

    low: float | None
    high: float | None
    low_strict: bool = False
    high_strict: bool = False
    hedged: bool = False

    def __post_init__(self) -> None:
        """Refuse negative ends, and ends between which no number is left."""
        if (self.low is not None and self.low < 0) or (self.high is not None and self.high < 0):
            raise ValueError(f"a counted quantity is not negative: {self.low} to {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the lower end {self.low} is above the upper end {self.high}")
        if self.low is not None and self.low == self.high and (self.low_strict or self.high_strict):
            raise ValueError(f"no number is both {self.low} and strictly more or less than it")

    @classmethod
    def from_claim(cls, bound: str, low: float, high: float) -> Bounded:
        """Read a claim's bound and its two numbers, NaN where the bound leaves one open."""
        bound = Bound(bound)
        return cls(
            low=None if bound in CEILINGS or isnan(low) else low,
            high=None if bound in FLOORS or isnan(high) else high,
            low_strict=bound is Bound.MORE_THAN,
            high_strict=bound is Bound.LESS_THAN,
            hedged=bound in {Bound.ABOUT, Bound.VAGUE},
        )

    def __add__(self, other: Bounded) -> Bounded:
        """Add two quantities; an end that either leaves open stays open."""
        return Bounded(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
            low_strict=self.low_strict or other.low_strict,
            high_strict=self.high_strict or other.high_strict,
            hedged=self.hedged or other.hedged,
        )

    def __truediv__(self, other: Bounded) -> Bounded:
        """Divide two quantities; an end is open unless both ends it needs were stated.

        A divisor that can be zero leaves the upper end open.
        """
        low_known = self.low is not None and other.high not in (None, 0)
        high_known = self.high is not None and other.low not in (None, 0)
        return Bounded(
            low=self.low / other.high if low_known else None,  # type: ignore[operator]
            high=self.high / other.low if high_known else None,  # type: ignore[operator]
            # Nought stays nought, however far the divisor's end is from being reached.
            low_strict=low_known and (self.low_strict or (other.high_strict and self.low != 0)),
            high_strict=high_known and (self.high_strict or (other.low_strict and self.high != 0)),
            hedged=self.hedged or other.hedged,
        )

    def share_of(self, whole: Bounded) -> Bounded:
        """Give this quantity as a percentage of another one."""
        ratio = self / whole
        return Bounded(
            low=None if ratio.low is None else 100 * ratio.low,
            high=None if ratio.high is None else 100 * ratio.high,
            low_strict=ratio.low_strict,
            high_strict=ratio.high_strict,
            hedged=ratio.hedged,
        )

    def compare(self, other: Bounded) -> Comparison:
        """Tell whether this quantity is certainly above or below another one.

        A hedged end is moved by ABOUT_MARGIN first, so "about 10,000" and 10,500 overlap.
        """
        if _apart(self, other):
            return Comparison.BELOW
        if _apart(other, self):
            return Comparison.ABOVE
        return Comparison.OVERLAP

    def words(self, percent: bool = False) -> str:
        """Write the quantity in words, hedge and open ends kept.

        Ends are cut outwards, so that the words never claim more than the ends do: a floor is
        rounded down, a ceiling up.

        >>> killed = Bounded(3000, None, low_strict=True)
        >>> killed.share_of(Bounded(11000, 11000, hedged=True)).words(percent=True)
        'more than about 27 %'
        """
        unit = " %" if percent else ""
        about = "about " if self.hedged else ""
        if self.low is None and self.high is None:
            return "no bound can be given"
        if self.low is not None and self.low == self.high:
            return f"{about}{_cut(self.low, round)}{unit}"
        ends = []
        if self.low is not None:
            name = "more than " if self.low_strict else "at least "
            ends.append((name, _cut(self.low, floor)))
        if self.high is not None:
            name = "less than " if self.high_strict else "up to "
            ends.append((name, _cut(self.high, ceil)))
        if len(ends) == 2 and not self.low_strict and not self.high_strict:
            return f"{about}{ends[0][1]} to {ends[1][1]}{unit}"
        return " and ".join(f"{name}{about}{number}{unit}" for name, number in ends)

    def bound(self) -> Bound | None:
        """Name the bound whose mark draws this quantity; None where both ends are open."""
        if self.low is None and self.high is None:
            return None
        if self.high is None:
            return Bound.MORE_THAN if self.low_strict else Bound.AT_LEAST
        if self.low is None:
            return Bound.LESS_THAN if self.high_strict else Bound.UP_TO
        if self.low == self.high:
            return Bound.ABOUT if self.hedged else Bound.EXACT
        return Bound.VAGUE if self.hedged else Bound.RANGE


def total(parts: Iterable[Bounded]) -> Bounded:
    """Add any number of quantities; the sum of none is exactly zero."""
    result = Bounded(0, 0)
    for part in parts:
        result = result + part
    return result


def _apart(lower: Bounded, upper: Bounded) -> bool:
    """Tell whether every value of the first lies below every value of the second."""
    if lower.high is None or upper.low is None:
        return False
    top, bottom = _moved_ends(lower)[0], _moved_ends(upper)[1]
    return top < bottom or (top == bottom and (lower.high_strict or upper.low_strict))


def certainly_below(figures: Sequence[Bounded]) -> NDArray[np.bool_]:
    """Tell of every two figures whether the first (the row) is certainly below the other (the column).

    As ``Bounded.compare`` tells of one pair, for all pairs at once.
    """
    top, bottom = np.array([_moved_ends(figure) for figure in figures]).reshape(-1, 2).T
    strict = [(figure.high_strict, figure.low_strict) for figure in figures]
    high_strict, low_strict = np.array(strict, dtype=bool).reshape(-1, 2).T
    touching = (top[:, None] == bottom) & (high_strict[:, None] | low_strict)
    below: NDArray[np.bool_] = (top[:, None] < bottom) | touching
    return below


def _moved_ends(figure: Bounded) -> tuple[float, float]:
    """Give upper and lower end, hedged ones moved by ABOUT_MARGIN, NaN for one that is open."""
    high, low = (nan if end is None else end for end in (figure.high, figure.low))
    if not figure.hedged:
        return high, low
    return high * (1 + ABOUT_MARGIN), low * (1 - ABOUT_MARGIN)


def _cut(value: float, cut: Callable[[float], int]) -> str:
    """Write a number without decimals from ten on, with one below, cut the way that is asked."""
    scale = 1 if value >= 10 else 10
    return number_text(cut(value * scale) / scale)
